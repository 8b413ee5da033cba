// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_schematic.h"

#include "core/report/scheme_parts.h"

#include <algorithm>

namespace fusiform::report {

namespace {

constexpr double kLeastWide = 140; // mm: below it a row of five parts is too small to be read
constexpr double kSchemeWidth = 180; // of two columns of a journal, for which a row is made
constexpr double kSchemeText = 2.85; // mm: 8 points
constexpr double kSchemePicture = 24;
constexpr double kTrainingTop = 19; // of the pictures
constexpr double kTestTop = 79;
// Places from left to right, in mm.
constexpr double kFaceLeft = 0;
constexpr double kEncoderLeft = 33;
constexpr double kMatrixLeft = 62;
constexpr double kBoxLeft = 85; // of what is computed
constexpr double kBoxWidth = 40;
constexpr double kBrainLeft = 131;
constexpr double kTestBrainLeft = 34;
constexpr double kCodeLeft = 132;
constexpr double kReadLeft = 156;

/// Everything in it, as a drawing is.
Figure enlarged(Figure figure, double factor)
{
    const auto enlarge = [&](Point& point) { point = {factor * point.x, factor * point.y}; };
    for (Element& element : figure.elements) {
        if (auto* const line = std::get_if<Polyline>(&element)) {
            std::ranges::for_each(line->points, enlarge);
            line->widthMm *= factor;
        } else if (auto* const area = std::get_if<Area>(&element)) {
            std::ranges::for_each(area->outline, enlarge);
        } else if (auto* const label = std::get_if<Label>(&element)) {
            enlarge(label->at);
            label->sizeMm *= factor;
        } else if (auto* const raster = std::get_if<Raster>(&element)) {
            const Box& box = raster->box;
            raster->box
                = {factor * box.left, factor * box.top, factor * box.width, factor * box.height};
        }
    }
    figure.widthMm *= factor;
    figure.heightMm *= factor;
    return figure;
}

void addWideTraining(SchemeParts& parts, const SchematicPlot& plot)
{
    const double middle = kTrainingTop + kSchemePicture / 2;
    const double below = kTrainingTop + kSchemePicture + 4;
    parts.part({0, 11}, FUSIFORM_TR("core", "Training"));
    parts.heading(kFaceLeft, kTrainingTop, FUSIFORM_TR("core", "Training faces"), Align::Left);
    parts.picture({kFaceLeft, kTrainingTop, kSchemePicture, kSchemePicture}, plot.meanFace);
    parts.lines({kFaceLeft, below}, scheme::trainingLines(plot), Align::Left);
    parts.arrow({kFaceLeft + kSchemePicture + 1, middle}, {kEncoderLeft - 1, middle});
    parts.box({kEncoderLeft, middle - 7, 20, 14}, FUSIFORM_TR("core", "Encoder"));
    parts.arrow({kEncoderLeft + 21, middle}, {kMatrixLeft - 1, middle});
    parts.heading(kMatrixLeft + 7, kTrainingTop, FUSIFORM_TR("core", "Codes X"));
    parts.matrix({kMatrixLeft, kTrainingTop, 14, kSchemePicture});
    parts.lines({kMatrixLeft + 7, below}, scheme::latentLines(plot));
    parts.arrow({kMatrixLeft + 15, middle}, {kBoxLeft - 1, middle});
    parts.box({kBoxLeft, middle - 9, kBoxWidth, 18}, FUSIFORM_TR("core", "Linear regression"),
              {plain("Y = X W")});
    parts.arrow({kBrainLeft - 1, middle}, {kBoxLeft + kBoxWidth + 1, middle});
    parts.heading(kBrainLeft + 12, kTrainingTop, FUSIFORM_TR("core", "Brain responses Y"));
    parts.picture({kBrainLeft, kTrainingTop, kSchemePicture, kSchemePicture}, plot.brain);
    const std::vector<Text> scanned = scheme::scannedLines(plot);
    parts.lines({kBrainLeft + kSchemePicture + 0.5,
                 middle + 1 - parts.lineMm() * (static_cast<double>(scanned.size()) - 1) / 2},
                scanned, Align::Left);
}

void addWideWeights(SchemeParts& parts, const SchematicPlot& plot)
{
    constexpr double kWeightsTop = 53;
    const double centre = kBoxLeft + kBoxWidth / 2;
    parts.arrow({centre, kTrainingTop + kSchemePicture / 2 + 10}, {centre, kWeightsTop - 1});
    parts.box({kBoxLeft, kWeightsTop, kBoxWidth, 11}, FUSIFORM_TR("core", "Weights W"),
              {scheme::weightsShape(plot)});
    parts.arrow({centre, kWeightsTop + 12}, {centre, kTestTop + kSchemePicture / 2 - 10});
}

void addWideTest(SchemeParts& parts, const SchematicPlot& plot)
{
    const double middle = kTestTop + kSchemePicture / 2;
    const double below = kTestTop + kSchemePicture + 4;
    parts.part({0, kTestTop - 8}, FUSIFORM_TR("core", "Test"));
    parts.heading(kFaceLeft, kTestTop, FUSIFORM_TR("core", "Face shown"), Align::Left);
    parts.picture({kFaceLeft, kTestTop, kSchemePicture, kSchemePicture}, plot.shownFace);
    parts.lines({kFaceLeft, below}, {plain(plot.faceName)}, Align::Left);
    parts.arrow({kFaceLeft + kSchemePicture + 1, middle}, {kTestBrainLeft - 1, middle});
    parts.heading(kTestBrainLeft + 12, kTestTop, FUSIFORM_TR("core", "Its response y"));
    parts.picture({kTestBrainLeft, kTestTop, kSchemePicture, kSchemePicture}, plot.brain);
    parts.lines({kTestBrainLeft + 12, below}, scheme::usedLines(plot));
    parts.arrow({kTestBrainLeft + kSchemePicture + 1, middle}, {kBoxLeft - 1, middle});
    parts.box({kBoxLeft, middle - 9, kBoxWidth, 18}, FUSIFORM_TR("core", "Inversion"),
              {plain(plot.equation)});
    parts.lines({kBoxLeft + kBoxWidth / 2, middle + 13}, plot.equationNotes);
    parts.arrow({kBoxLeft + kBoxWidth + 1, middle}, {kCodeLeft - 1, middle});
    parts.heading(kCodeLeft + 3, kTestTop, FUSIFORM_TR("core", "Code x"));
    parts.code({kCodeLeft, kTestTop, 6, kSchemePicture}, plot.code);
    parts.arrow({kCodeLeft + 7, middle}, {kReadLeft - 1, middle});
    parts.label({(kCodeLeft + 7 + kReadLeft) / 2 - 1, middle - 2},
                FUSIFORM_TR("core", "Generator"));
    parts.heading(kReadLeft + 12, kTestTop, FUSIFORM_TR("core", "Face read"));
    parts.picture({kReadLeft, kTestTop, kSchemePicture, kSchemePicture}, plot.readFace);
    parts.lines({kSchemeWidth, below}, scheme::readLines(plot), Align::Right);
}

} // namespace

Figure schematicFigure(const SchematicPlot& plot, double widthMm)
{
    if (widthMm < kLeastWide)
        return narrowSchematic(plot, widthMm);
    Figure figure;
    figure.title = plot.title;
    figure.widthMm = kSchemeWidth;
    figure.heightMm = kTestTop + kSchemePicture + 10;
    figure.add(Label{{0, 4}, plot.title, Ink::Text, 3, Align::Left, true});
    SchemeParts parts(figure, kSchemeText);
    addWideTraining(parts, plot);
    addWideWeights(parts, plot);
    addWideTest(parts, plot);
    return enlarged(std::move(figure), widthMm / kSchemeWidth);
}

} // namespace fusiform::report
