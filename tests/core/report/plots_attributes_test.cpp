// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_signed_map.h"
#include "core/report/plots_strips.h"
#include "core/report/plots_structure.h"

#include "core/report/mosaic.h"
#include "core/util/random.h"
#include "tests/core/report/text_boxes.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace fusiform;

namespace {

report::StripPlot someStrips(int faces)
{
    report::StripPlot plot;
    plot.title = FUSIFORM_TR("core", "sub-01, portraits-vaegan: every face on the axis of Male");
    plot.axis = FUSIFORM_TR("core", "projection; the means of faces with and without lie 1 apart");
    plot.left = FUSIFORM_TR("core", "not Male");
    plot.right = FUSIFORM_TR("core", "Male");
    plot.levels = {{0, FUSIFORM_TR("core", "0 (paper)")}, {-0.02, FUSIFORM_TR("core", "middle")}};
    Random random(3);
    for (const char* const name : {"true codes", "selected", "frontoparietal"}) {
        report::Strip strip;
        strip.name = report::plain(name);
        strip.note = report::plain("AUC 0.94");
        for (int face = 0; face < faces; ++face) {
            strip.values.push_back(random.normal(0, 0.5));
            strip.sides.push_back(face % 3 - 1);
            strip.tips.push_back(report::plain("face " + std::to_string(face)));
        }
        plot.strips.push_back(std::move(strip));
    }
    return plot;
}

/// Centres of the dots of one ink.
std::vector<report::Point> dotsOf(const report::Figure& figure, report::Ink ink)
{
    std::vector<report::Point> centres;
    for (const report::Area& area : figure.all<report::Area>()) {
        if (area.ink != ink)
            continue;
        report::Point centre;
        for (const report::Point& p : area.outline) {
            centre.x += p.x / static_cast<double>(area.outline.size());
            centre.y += p.y / static_cast<double>(area.outline.size());
        }
        centres.push_back(centre);
    }
    return centres;
}

/// A ball of 4 mm voxels: 100 inside, 0 outside.
image::Volume ball()
{
    Eigen::Matrix4d m = Eigen::Matrix4d::Identity() * 4;
    m.col(3) = Eigen::Vector4d(-20, -20, -20, 1);
    image::Volume volume{{{11, 11, 11}, image::Affine(m)}, {}};
    for (image::Index v = 0; v < volume.grid.size(); ++v)
        volume.values.push_back(volume.grid.mm(v).at.norm() < 18 ? 100.F : 0.F);
    return volume;
}

} // namespace

class PlotsAttributesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFaceIsADotAndNoneLiesOnAnother()
    {
        const report::Figure figure = report::stripFigure(someStrips(30), 180);
        for (const report::Ink ink : {report::Ink::First, report::Ink::Second}) {
            const std::vector<report::Point> dots = dotsOf(figure, ink);
            QCOMPARE(dots.size(), std::size_t{30}); // 10 of 30 faces in 3 strips
            for (std::size_t a = 0; a < dots.size(); ++a)
                for (std::size_t b = a + 1; b < dots.size(); ++b)
                    QVERIFY(std::hypot(dots[a].x - dots[b].x, dots[a].y - dots[b].y) > 1.7);
        }
        QCOMPARE(dotsOf(figure, report::Ink::Muted).size(), std::size_t{30}); // not known
        QCOMPARE(figure.spots.size(), std::size_t{90});
        QVERIFY(test::textsHaveRoom(figure));
        QVERIFY(test::textsHaveRoom(report::stripFigure(someStrips(4), 95)));
    }
    void aMatrixHasItsNamesItsScaleAndNoDiagonal()
    {
        report::StructurePlot plot;
        plot.title = FUSIFORM_TR("core", "which faces are alike");
        plot.scale = FUSIFORM_TR("core", "dissimilarity, 1 − r");
        Eigen::MatrixXd values = Eigen::MatrixXd::Constant(3, 3, 1);
        values(0, 1) = values(1, 0) = 0.5;
        values.diagonal().setZero(); // would be the darkest
        for (int face = 0; face < 3; ++face)
            plot.items.push_back("F000" + std::to_string(face));
        for (int panel = 0; panel < 5; ++panel)
            plot.panels.push_back(
                {report::plain("frontoparietal"), report::plain("ρ = 0.37, p = 0.0031"), values});
        const report::Figure figure = report::structureFigure(plot, 180);
        QCOMPARE(figure.all<report::Raster>().size(), std::size_t{6}); // and the scale
        QVERIFY(test::hasLabel(figure, "F0002"));
        QVERIFY(test::hasLabel(figure, "0.6"));
        QVERIFY(test::textsHaveRoom(figure));
        const image::Picture& picture = *figure.all<report::Raster>().front().picture;
        const auto pixel = [&](int x, int y) {
            const auto at = static_cast<std::size_t>(3 * (y * picture.width + x));
            return report::Color{picture.rgb[at], picture.rgb[at + 1], picture.rgb[at + 2]};
        };
        const int cell = picture.width / 3;
        QCOMPARE(pixel(cell / 2, cell / 2), (report::Color{1, 1, 1}));
        QCOMPARE(pixel(cell + cell / 2, cell / 2), report::heat(0));
        QCOMPARE(pixel(2 * cell + cell / 2, cell / 2), report::heat(1));
    }
    void manyItemsAreNumberedInsteadOfNamed()
    {
        report::StructurePlot plot;
        plot.title = FUSIFORM_TR("core", "which faces are alike");
        for (int face = 0; face < 60; ++face)
            plot.items.push_back("face" + std::to_string(face));
        plot.panels.push_back({report::plain("true codes"), report::plain("60 faces"),
                               Eigen::MatrixXd::Zero(60, 60)});
        const report::Figure figure = report::structureFigure(plot, 180);
        QVERIFY(test::hasLabel(figure, "60"));
        QVERIFY(!test::hasLabel(figure, "face59"));
        QVERIFY(test::textsHaveRoom(figure));
    }
    void beyondTheThresholdColoursAreFull()
    {
        const image::Volume mean = ball();
        report::SignedMapPlot plot;
        plot.title = FUSIFORM_TR("core", "voxels whose weights resemble the axis of Male");
        plot.mean = &mean;
        const std::array<image::Index, 4> voxels
            = {mean.grid.index({5, 5, 5}), mean.grid.index({6, 5, 5}), mean.grid.index({4, 5, 5}),
               mean.grid.index({5, 6, 5})};
        const std::array values = {0.4, 0.1, -0.4, std::nan("")};
        plot.voxels = voxels;
        plot.values = values;
        plot.threshold = 0.2;
        plot.scale = FUSIFORM_TR("core", "r across %1 latents").arg(256);
        plot.low = FUSIFORM_TR("core", "not Mouth_Slightly_Open");
        plot.high = FUSIFORM_TR("core", "Mouth_Slightly_Open");
        plot.notes = {FUSIFORM_TR("core", "full colours: |r| > 0.2, corrected"),
                      FUSIFORM_TR("core", "pale: below it, uncorrected")};
        const report::Figure figure = report::signedMapFigure(plot, 180);
        QVERIFY(test::textsHaveRoom(figure));
        plot.low = FUSIFORM_TR("core", "not Male");
        plot.high = FUSIFORM_TR("core", "Male");
        QVERIFY(test::textsHaveRoom(report::signedMapFigure(plot, 90)));
        for (const char* const number : {"-0.4", "-0.2", "0", "0.2", "0.4"})
            QVERIFY2(test::hasLabel(figure, number), number);
        // How often each colour that is not grey is on the slices: once a voxel.
        const image::Picture& slices = *figure.all<report::Raster>().front().picture;
        std::map<report::Color, int> coloured;
        for (std::size_t at = 0; at < slices.rgb.size(); at += 3) {
            const report::Color color{slices.rgb[at], slices.rgb[at + 1], slices.rgb[at + 2]};
            const bool isBackground = color[0] < 0.1F && color[2] < 0.1F;
            if (color[0] != color[2] && !isBackground)
                ++coloured[color];
        }
        QCOMPARE(coloured.size(), std::size_t{3}); // the NaN is not drawn
        const auto strongest = [](const auto& entry) {
            const report::Color& c = entry.first;
            return std::max({c[0], c[1], c[2]}) - std::min({c[0], c[1], c[2]});
        };
        std::vector<float> strengths;
        for (const auto& entry : coloured)
            strengths.push_back(strongest(entry));
        std::ranges::sort(strengths);
        QVERIFY(strengths[0] < 0.3F && strengths[1] > 0.6F);
        const std::vector<double> heights = report::sliceHeightsMm(mean, {7, 14, 1});
        QCOMPARE(heights.size(), std::size_t{9}); // as high as the ball
        QCOMPARE(heights.front(), -16.0);
        QCOMPARE(heights.back(), 16.0);
    }
};

FUSIFORM_TEST(PlotsAttributesTest)
#include "plots_attributes_test.moc"
