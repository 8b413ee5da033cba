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
    plot.equation = "x = y Wᵗ (W Wᵗ + λD)⁻¹";
    plot.equationNotes = {plain("λ: 0.1 of the mean diagonal"), plain("D: 1, for the constant 0")};
    return plot;
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
    void anotherWidthChangesTheSizeOfEverything()
    {
        const Figure whole = schematicFigure(schematicExample(), 180);
        const Figure half = schematicFigure(schematicExample(), 90);
        QCOMPARE(half.widthMm, 90.0);
        QCOMPARE(half.heightMm, whole.heightMm / 2);
        QCOMPARE(half.all<Label>().back().sizeMm, whole.all<Label>().back().sizeMm / 2);
        QCOMPARE(half.all<Raster>().front().box.width, whole.all<Raster>().front().box.width / 2);
        QVERIFY(test::textsHaveRoom(half));
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
