// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_schematic.h"

#include "tests/core/report/text_boxes.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform;
using namespace fusiform::report;

namespace {

/// The paper's first subject.
SchematicPlot schematicExample()
{
    SchematicPlot plot;
    plot.title = plain("sub-01: how faces are read with portraits-vaegan");
    const image::SharedPicture face = image::shared({2, 2, std::vector<float>(12, 0.5F)});
    plot.meanFace = plot.shownFace = plot.readFace = face;
    plot.brain = image::shared({2, 3, std::vector<float>(18, 0.5F)});
    plot.faceName = "F1145";
    plot.trainingFaces = 8626;
    plot.runs = 107;
    plot.scans = 21357;
    plot.voxels = 1452345;
    plot.usedVoxels = 106612;
    plot.latents = 1024;
    plot.code = {1, -1, 0.5, -3};
    plot.r = 0.31;
    plot.equation = "x = y Wᵀ (W Wᵀ + λD)⁻¹";
    plot.equationNotes = {plain("λ: 0.1 of the mean diagonal"), plain("D: 1, for the constant 0")};
    return plot;
}

/// No text, arrow or other picture lies on a picture, and all are inside.
bool picturesAreClear(const Figure& figure)
{
    const auto boxes = test::textBoxes(figure, {});
    const auto rasters = figure.all<Raster>();
    const auto meet = [](const Box& a, const Box& b) {
        return a.left < b.right() && b.left < a.right() && a.top < b.bottom() && b.top < a.bottom();
    };
    for (std::size_t r = 0; r < rasters.size(); ++r) {
        const Box& box = rasters[r].box;
        if (box.left < 0 || box.right() > figure.widthMm || box.bottom() > figure.heightMm)
            return false;
        for (const test::TextBox& text : boxes)
            if (meet(text.box, box))
                return false;
        for (const Polyline& line : figure.all<Polyline>())
            for (const Point& point : line.points)
                if (box.contains(point))
                    return false;
        for (std::size_t o = r + 1; o < rasters.size(); ++o)
            if (meet(box, rasters[o].box))
                return false;
    }
    return true;
}

} // namespace

class PlotsSchematicTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCountIsReadable()
    {
        const Figure figure = schematicFigure(schematicExample(), 180);
        QVERIFY(test::textsHaveRoom(figure));
        for (const std::string& text :
             {groupedNumber(8626) + " shown", groupedNumber(21357) + " scans",
              groupedNumber(1025) + " × " + groupedNumber(1452345),
              groupedNumber(106612) + " voxels", std::string("codes: r = 0.31")})
            QVERIFY2(test::hasLabel(figure, text), text.c_str());
        for (const Label& label : figure.all<Label>())
            QVERIFY(label.sizeMm >= 2.82); // 8 points
        const auto rasters = figure.all<Raster>();
        QCOMPARE(rasters.size(), std::size_t{5});
        for (const Raster& raster : rasters)
            QVERIFY(raster.box.right() <= 180 && raster.box.bottom() <= figure.heightMm);
        // The brain keeps its shape.
        QCOMPARE(rasters[1].box.height, 1.5 * rasters[1].box.width);
    }
    /// One column of a journal, one and a half: laid out anew, since a row of five parts would have
    /// text of 4 points.
    void aNarrowOneIsLaidOutAnew()
    {
        for (const double widthMm : {80.0, 89.0, 120.0, 139.0}) {
            const Figure figure = schematicFigure(schematicExample(), widthMm);
            QCOMPARE(figure.widthMm, widthMm);
            QVERIFY(test::textsHaveRoom(figure));
            QCOMPARE(figure.all<Raster>().size(), std::size_t{5});
            for (const Label& label : figure.all<Label>())
                QVERIFY2(label.sizeMm >= 2.4 || label.text.english().starts_with("sub-01"),
                         label.text.english().c_str()); // 7 points
            QVERIFY(picturesAreClear(figure));
        }
    }
    void aWideOneIsEnlargedAsADrawingIs()
    {
        const Figure whole = schematicFigure(schematicExample(), 180);
        const Figure larger = schematicFigure(schematicExample(), 270);
        QCOMPARE(larger.heightMm, whole.heightMm * 1.5);
        QCOMPARE(larger.all<Label>().back().sizeMm, whole.all<Label>().back().sizeMm * 1.5);
        QVERIFY(picturesAreClear(whole));
    }
    /// Letters are those of the panels of the figure that this one is put into.
    void itHasNoPanelLettersOfItsOwn()
    {
        for (const double widthMm : {89.0, 180.0})
            for (const Label& label : schematicFigure(schematicExample(), widthMm).all<Label>())
                QVERIFY(!label.text.english().starts_with("a ")
                        && !label.text.english().starts_with("b "));
    }
    void whatIsNotKnownIsLeftOut()
    {
        SchematicPlot plot = schematicExample();
        plot.trainingFaces.reset();
        plot.runs.reset();
        plot.scans.reset();
        plot.shownFace = nullptr;
        plot.code.clear();
        plot.r = std::nan("");
        const Figure figure = schematicFigure(plot, 180);
        QVERIFY(test::textsHaveRoom(figure));
        QCOMPARE(figure.all<Raster>().size(), std::size_t{4});
        for (const Label& label : figure.all<Label>())
            QVERIFY(label.text.english().find("scans") == std::string::npos
                    && label.text.english().find("r =") == std::string::npos);
    }
};

FUSIFORM_TEST(PlotsSchematicTest)
#include "plots_schematic_test.moc"
