// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_network.h"

#include "tests/core/report/text_boxes.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace fusiform;
using namespace fusiform::face_model;
using test::near;

namespace {

NetworkLayers publishedNet() { return networkLayers({NetArchitecture::Published, 128, 1024, 192}); }

/// All kinds of networks that there are.
std::vector<NetworkLayers> allNets()
{
    NetworkLayers imported = publishedNet();
    imported.discriminator.clear();
    return {publishedNet(), imported, networkLayers({NetArchitecture::Compact, 128, 256, 32}),
            networkLayers({NetArchitecture::Compact, 256, 8192, 512}),
            networkLayers({NetArchitecture::Compact, 32, 1, 1})};
}

/// The fronts of the solids of one ink, from left to right.
std::vector<report::Box> frontsOf(const report::Figure& figure, report::Ink ink)
{
    std::vector<report::Box> fronts;
    for (const report::Area& area : figure.all<report::Area>())
        if (area.ink == ink && area.opacity == 0.9)
            fronts.push_back({area.outline[0].x, area.outline[0].y,
                              area.outline[2].x - area.outline[0].x,
                              area.outline[2].y - area.outline[0].y});
    return fronts;
}

} // namespace

class PlotsNetworkTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textsOfTheDiagramHaveRoom()
    {
        for (const NetworkLayers& layers : allNets())
            for (const double width : {120.0, 175.0, 260.0})
                QVERIFY(test::textsHaveRoom(report::networkFigure(layers, {}, width)));
    }

    void textsOfTheTableHaveRoom()
    {
        for (const NetworkLayers& layers : allNets())
            for (const double width : {120.0, 189.0, 190.0, 260.0})
                QVERIFY(test::textsHaveRoom(report::layerTableFigure(layers, width)));
    }

    void blocksAreToScale()
    {
        const report::Figure figure = report::networkFigure(publishedNet(), {}, 220);
        const auto fronts = frontsOf(figure, report::Ink::First);
        QCOMPARE(fronts.size(), 6U); // five convolutions and the vector
        const double channels[] = {192, 256, 384, 512, 768};
        for (std::size_t i = 0; i < 5; ++i) {
            QVERIFY(near(fronts[i].width / fronts[0].width, channels[i] / channels[0], 1e-9));
            QVERIFY(near(fronts[i].height / fronts[0].height, std::pow(0.5, i), 1e-9));
        }
        // A vector stands upright in the scale of the channels.
        QVERIFY(near(fronts[5].height / fronts[0].width, 1024.0 / 192, 1e-9));
        const auto generator = frontsOf(figure, report::Ink::Third);
        QCOMPARE(generator.size(), 5U);
        QVERIFY(near(generator[0].width / fronts[0].width, 1024.0 / 192, 1e-9));
    }

    void blocksDoNotOverlapAndStayInside()
    {
        for (const NetworkLayers& layers : allNets())
            for (const double width : {120.0, 260.0}) {
                const report::Figure figure = report::networkFigure(layers, {}, width);
                auto row = frontsOf(figure, report::Ink::First);
                for (const report::Ink ink : {report::Ink::Second, report::Ink::Third})
                    for (const report::Box& box : frontsOf(figure, ink))
                        row.push_back(box);
                for (std::size_t i = 1; i < row.size(); ++i)
                    QVERIFY(row[i].left > row[i - 1].right());
                for (const report::Area& area : figure.all<report::Area>())
                    for (const report::Point& p : area.outline)
                        QVERIFY(p.x >= 0 && p.x <= width && p.y >= 0 && p.y <= figure.heightMm);
            }
    }

    void theLinearPathGoesOverAllBlocks()
    {
        for (const double width : {120.0, 260.0}) {
            const report::Figure figure = report::networkFigure(
                networkLayers({NetArchitecture::Compact, 128, 256, 32}), {}, width);
            double path = figure.heightMm;
            for (const report::Polyline& line : figure.all<report::Polyline>())
                if (line.ink == report::Ink::Second)
                    for (const report::Point& p : line.points)
                        path = std::min(path, p.y);
            for (const report::Area& area : figure.all<report::Area>())
                for (const report::Point& p : area.outline)
                    QVERIFY(p.y > path + 1);
        }
    }

    void everyLayerTellsOfItself()
    {
        for (const NetworkLayers& layers : allNets()) {
            const auto tips = test::tipsOf(report::networkFigure(layers, {}, 180));
            for (const auto* part : {&layers.encoder, &layers.generator, &layers.discriminator})
                for (const NetLayer& layer : *part) {
                    if (layer.name == "encoder_mean" || layer.name == "encoder_log_sigma")
                        continue; // the latents tell of both
                    QVERIFY2(std::ranges::any_of(tips,
                                                 [&](const std::string& tip) {
                                                     return tip.starts_with(layer.name + ":");
                                                 }),
                             layer.name.c_str());
                }
        }
    }

    void theLatentsAreFoundUnderThePointer()
    {
        const report::Figure figure = report::networkFigure(publishedNet(), {}, 180);
        const auto strips = frontsOf(figure, report::Ink::Second);
        QCOMPARE(strips.size(), 1U);
        const report::Spot* const spot
            = report::spotAt(figure, {strips[0].left + 0.5, strips[0].top + 2});
        QVERIFY(spot);
        QVERIFY(spot->tip.english().starts_with("1\u202f024 latents"));
        QVERIFY(spot->tip.english().find("1\u202f049\u202f600") != std::string::npos);
    }

    void picturesStandAtTheEnds()
    {
        const auto grey = [](float level) {
            return image::shared({2, 2, std::vector<float>(12, level)});
        };
        const report::NetworkPictures pictures{grey(0.2F), grey(0.8F)};
        const report::Figure figure = report::networkFigure(publishedNet(), pictures, 150);
        const auto rasters = figure.all<report::Raster>();
        QCOMPARE(rasters.size(), 2U);
        QCOMPARE(rasters[0].picture, pictures.original);
        QVERIFY(rasters[0].box.right() < rasters[1].box.left);
    }

    void anUnknownDiscriminatorIsNotDrawn()
    {
        NetworkLayers layers = publishedNet();
        QVERIFY(test::hasLabel(report::networkFigure(layers, {}, 150), "Discriminator"));
        layers.discriminator.clear();
        QVERIFY(!test::hasLabel(report::networkFigure(layers, {}, 150), "Discriminator"));
        QVERIFY(
            test::hasLabel(report::layerTableFigure(layers, 150), "not known: trained elsewhere"));
    }

    /// Supplementary Table 1: encoder 21,325,952 and 2 x 2,112 of normalisation, generator
    /// 24,615,299 and 2 x 1,347.
    void theTableAddsUp()
    {
        const report::Figure figure = report::layerTableFigure(publishedNet(), 220);
        QVERIFY(test::hasLabel(figure, "21\u202f330\u202f176"));
        QVERIFY(test::hasLabel(figure, "24\u202f617\u202f993"));
        QVERIFY(test::hasLabel(figure, "Layers of the network: 45\u202f948\u202f169 parameters in "
                                       "encoder and generator"));
        QVERIFY(test::hasLabel(figure, "4²×768"));
        QVERIFY(test::hasLabel(figure, "transposed conv"));
    }

    void theTablesStandSideBySideWhereThereIsRoom()
    {
        const auto lefts = [](double width) {
            std::set<double> places;
            const report::Figure figure = report::layerTableFigure(publishedNet(), width);
            for (const report::Label& label : figure.all<report::Label>())
                if (label.text.english() == "layer")
                    places.insert(label.at.x);
            return places.size();
        };
        QCOMPARE(lefts(200), 3U);
        QCOMPARE(lefts(130), 1U);
    }
};

FUSIFORM_TEST(PlotsNetworkTest)
#include "plots_network_test.moc"
