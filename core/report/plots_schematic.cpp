// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_schematic.h"

#include <algorithm>
#include <cmath>

namespace fusiform::report {

namespace {

constexpr double kSchemeWidth = 180; // mm: two columns of a journal
constexpr double kSchemeText = 2.85; // mm: 8 points
constexpr double kSchemeLine = 3.6;
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

/// From left to right, one below the other, about `centre`.
void addLines(Figure& figure, const Point& centre, const std::vector<Text>& lines, Ink ink,
              Align align = Align::Centre)
{
    double y = centre.y;
    for (const Text& line : lines) {
        figure.add(Label{{centre.x, y}, line, ink, kSchemeText, align});
        y += kSchemeLine;
    }
}

void addHeading(Figure& figure, double x, double top, const Text& text, Align align = Align::Centre)
{
    figure.add(Label{{x, top - 2}, text, Ink::Text, kSchemeText, align, true});
}

void addFrame(Figure& figure, const Box& box, Ink ink = Ink::Muted)
{
    figure.add(Polyline{{{box.left, box.top},
                         {box.right(), box.top},
                         {box.right(), box.bottom()},
                         {box.left, box.bottom()},
                         {box.left, box.top}},
                        ink,
                        0.3});
}

void addPicture(Figure& figure, const Box& place, const image::SharedPicture& picture)
{
    if (!picture) {
        addFrame(figure, place, Ink::Grid);
        return;
    }
    // As large as fits, in its own shape.
    const double shape = static_cast<double>(picture->width) / picture->height;
    const double width = std::min(place.width, place.height * shape);
    const double height = width / shape;
    figure.add(Raster{{place.left + (place.width - width) / 2,
                       place.top + (place.height - height) / 2, width, height},
                      picture});
}

/// A box with a bold line and plain ones below it.
void addBox(Figure& figure, const Box& box, const Text& name, const std::vector<Text>& lines = {})
{
    figure.add(boxArea(box, Ink::Grid, 0.45));
    addFrame(figure, box);
    const double height = kSchemeLine * static_cast<double>(lines.size());
    double y = box.top + box.height / 2 + 1 - height / 2;
    const double x = box.left + box.width / 2;
    figure.add(Label{{x, y}, name, Ink::Text, kSchemeText, Align::Centre, true});
    for (const Text& line : lines)
        figure.add(Label{{x, y += kSchemeLine}, line, Ink::Text, kSchemeText, Align::Centre});
}

/// A line with a head at `to`; straight along x or along y.
void addArrow(Figure& figure, const Point& from, const Point& to)
{
    constexpr double kHead = 2;
    constexpr double kHalf = 0.9;
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const Point along{(to.x - from.x) / length, (to.y - from.y) / length};
    const Point neck{to.x - kHead * along.x, to.y - kHead * along.y};
    figure.add(Polyline{{from, neck}, Ink::Text, 0.4});
    figure.add(Area{{to,
                     {neck.x - kHalf * along.y, neck.y + kHalf * along.x},
                     {neck.x + kHalf * along.y, neck.y - kHalf * along.x}},
                    Ink::Text,
                    1});
}

/// A matrix as an empty table whose last column, the bias, is filled.
void addMatrix(Figure& figure, const Box& box)
{
    constexpr int kColumns = 5;
    constexpr int kRows = 9;
    const double step = box.width / kColumns;
    figure.add(boxArea({box.right() - step, box.top, step, box.height}, Ink::Grid));
    for (int column = 1; column < kColumns; ++column) {
        const double x = box.left + step * column;
        figure.add(Polyline{{{x, box.top}, {x, box.bottom()}}, Ink::Grid, 0.25});
    }
    for (int row = 1; row < kRows; ++row) {
        const double y = box.top + box.height * row / kRows;
        figure.add(Polyline{{{box.left, y}, {box.right(), y}}, Ink::Grid, 0.25});
    }
    addFrame(figure, box);
}

/// The first numbers of a code: blue above the mean, orange below, the stronger the farther.
void addCode(Figure& figure, const Box& box, const std::vector<double>& code)
{
    constexpr std::size_t kCells = 16;
    const std::size_t cells = std::min(kCells, code.size());
    const double height = cells == 0 ? 0 : box.height / static_cast<double>(cells);
    for (std::size_t c = 0; c < cells; ++c)
        figure.add(boxArea({box.left, box.top + height * static_cast<double>(c), box.width, height},
                           code[c] < 0 ? Ink::Second : Ink::First,
                           std::min(1.0, std::abs(code[c]) / 2)));
    addFrame(figure, box);
}

std::vector<Text> scannedLines(const SchematicPlot& plot)
{
    std::vector<Text> lines;
    if (plot.runs)
        lines.push_back(FUSIFORM_TR("core", "%1 runs").arg(groupedNumber(*plot.runs)));
    if (plot.scans)
        lines.push_back(FUSIFORM_TR("core", "%1 scans").arg(groupedNumber(*plot.scans)));
    lines.push_back(FUSIFORM_TR("core", "%1 voxels").arg(groupedNumber(plot.voxels)));
    return lines;
}

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

void addTraining(Figure& figure, const SchematicPlot& plot)
{
    const double middle = kTrainingTop + kSchemePicture / 2;
    const double below = kTrainingTop + kSchemePicture + 4;
    const std::string columns = groupedNumber(plot.latents + 1);
    figure.add(
        Label{{0, 11}, FUSIFORM_TR("core", "a  Training"), Ink::Text, 3.2, Align::Left, true});
    addHeading(figure, kFaceLeft, kTrainingTop, FUSIFORM_TR("core", "Training faces"), Align::Left);
    addPicture(figure, {kFaceLeft, kTrainingTop, kSchemePicture, kSchemePicture}, plot.meanFace);
    std::vector<Text> faces = {FUSIFORM_TR("core", "here: their mean")};
    if (plot.trainingFaces)
        faces.insert(faces.begin(),
                     FUSIFORM_TR("core", "%1 shown").arg(groupedNumber(*plot.trainingFaces)));
    addLines(figure, {kFaceLeft, below}, faces, Ink::Muted, Align::Left);
    addArrow(figure, {kFaceLeft + kSchemePicture + 1, middle}, {kEncoderLeft - 1, middle});
    addBox(figure, {kEncoderLeft, middle - 7, 20, 14}, FUSIFORM_TR("core", "Encoder"));
    addArrow(figure, {kEncoderLeft + 21, middle}, {kMatrixLeft - 1, middle});
    addHeading(figure, kMatrixLeft + 7, kTrainingTop, FUSIFORM_TR("core", "Codes X"));
    addMatrix(figure, {kMatrixLeft, kTrainingTop, 14, kSchemePicture});
    addLines(figure, {kMatrixLeft + 7, below},
             {FUSIFORM_TR("core", "%1 latents").arg(groupedNumber(plot.latents)),
              FUSIFORM_TR("core", "and a constant")},
             Ink::Muted);
    addArrow(figure, {kMatrixLeft + 15, middle}, {kBoxLeft - 1, middle});
    addBox(figure, {kBoxLeft, middle - 9, kBoxWidth, 18}, FUSIFORM_TR("core", "Linear regression"),
           {plain("Y = X W")});
    addArrow(figure, {kBrainLeft - 1, middle}, {kBoxLeft + kBoxWidth + 1, middle});
    addHeading(figure, kBrainLeft + 12, kTrainingTop, FUSIFORM_TR("core", "Brain responses Y"));
    addPicture(figure, {kBrainLeft, kTrainingTop, kSchemePicture, kSchemePicture}, plot.brain);
    const std::vector<Text> scanned = scannedLines(plot);
    addLines(figure,
             {kBrainLeft + kSchemePicture + 0.5,
              middle + 1 - kSchemeLine * (static_cast<double>(scanned.size()) - 1) / 2},
             scanned, Ink::Muted, Align::Left);
}

void addWeights(Figure& figure, const SchematicPlot& plot)
{
    constexpr double kWeightsTop = 53;
    const double centre = kBoxLeft + kBoxWidth / 2;
    addArrow(figure, {centre, kTrainingTop + kSchemePicture / 2 + 10}, {centre, kWeightsTop - 1});
    addBox(figure, {kBoxLeft, kWeightsTop, kBoxWidth, 11}, FUSIFORM_TR("core", "Weights W"),
           {plain(groupedNumber(plot.latents + 1) + " × " + groupedNumber(plot.voxels))});
    addArrow(figure, {centre, kWeightsTop + 12}, {centre, kTestTop + kSchemePicture / 2 - 10});
}

void addTest(Figure& figure, const SchematicPlot& plot)
{
    const double middle = kTestTop + kSchemePicture / 2;
    const double below = kTestTop + kSchemePicture + 4;
    figure.add(Label{
        {0, kTestTop - 8}, FUSIFORM_TR("core", "b  Test"), Ink::Text, 3.2, Align::Left, true});
    addHeading(figure, kFaceLeft, kTestTop, FUSIFORM_TR("core", "Face shown"), Align::Left);
    addPicture(figure, {kFaceLeft, kTestTop, kSchemePicture, kSchemePicture}, plot.shownFace);
    addLines(figure, {kFaceLeft, below}, {plain(plot.faceName)}, Ink::Muted, Align::Left);
    addArrow(figure, {kFaceLeft + kSchemePicture + 1, middle}, {kTestBrainLeft - 1, middle});
    addHeading(figure, kTestBrainLeft + 12, kTestTop, FUSIFORM_TR("core", "Its response y"));
    addPicture(figure, {kTestBrainLeft, kTestTop, kSchemePicture, kSchemePicture}, plot.brain);
    addLines(figure, {kTestBrainLeft + 12, below},
             {FUSIFORM_TR("core", "%1 voxels").arg(groupedNumber(plot.usedVoxels)),
              FUSIFORM_TR("core", "selected")},
             Ink::Muted);
    addArrow(figure, {kTestBrainLeft + kSchemePicture + 1, middle}, {kBoxLeft - 1, middle});
    addBox(figure, {kBoxLeft, middle - 9, kBoxWidth, 18}, FUSIFORM_TR("core", "Inversion"),
           {plain(plot.equation)});
    addLines(figure, {kBoxLeft + kBoxWidth / 2, middle + 13}, plot.equationNotes, Ink::Muted);
    addArrow(figure, {kBoxLeft + kBoxWidth + 1, middle}, {kCodeLeft - 1, middle});
    addHeading(figure, kCodeLeft + 3, kTestTop, FUSIFORM_TR("core", "Code x"));
    addCode(figure, {kCodeLeft, kTestTop, 6, kSchemePicture}, plot.code);
    addArrow(figure, {kCodeLeft + 7, middle}, {kReadLeft - 1, middle});
    figure.add(Label{{(kCodeLeft + 7 + kReadLeft) / 2 - 1, middle - 2},
                     FUSIFORM_TR("core", "Generator"),
                     Ink::Text,
                     kSchemeText,
                     Align::Centre});
    addHeading(figure, kReadLeft + 12, kTestTop, FUSIFORM_TR("core", "Face read"));
    addPicture(figure, {kReadLeft, kTestTop, kSchemePicture, kSchemePicture}, plot.readFace);
    std::vector<Text> about = {FUSIFORM_TR("core", "contrast matched")};
    if (std::isfinite(plot.r))
        about.insert(about.begin(),
                     FUSIFORM_TR("core", "codes: r = %1").arg(fixedNumber(plot.r, 2)));
    addLines(figure, {180, below}, about, Ink::Muted, Align::Right);
}

} // namespace

Figure schematicFigure(const SchematicPlot& plot, double widthMm)
{
    Figure figure;
    figure.title = plot.title;
    figure.widthMm = kSchemeWidth;
    figure.heightMm = kTestTop + kSchemePicture + 10;
    figure.add(Label{{0, 4}, plot.title, Ink::Text, 3, Align::Left, true});
    addTraining(figure, plot);
    addWeights(figure, plot);
    addTest(figure, plot);
    return enlarged(std::move(figure), widthMm / kSchemeWidth);
}

} // namespace fusiform::report
