// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_schematic.h"
#include "core/report/scheme_parts.h"

#include <algorithm>

namespace fusiform::report {

namespace {

constexpr double kNarrowText = 2.5; // mm: 7 points, at any width
constexpr double kNarrowTop = 17; // of the pictures
constexpr double kCaption = 3.6; // from a picture to the line below it

/// Where the parts lie: two columns, pictures on the left, what is computed on the right, and
/// arrows down the right one.
struct NarrowPlaces {
    double side; ///< of a picture
    double boxWidth;
    double centre; ///< of what is computed
    double second; ///< left of the second picture
    double training; ///< tops of the rows
    double brain;
    double test;
    double read;

    [[nodiscard]] double boxLeft() const { return centre - boxWidth / 2; }
};

NarrowPlaces placesFor(double widthMm)
{
    NarrowPlaces at{};
    at.side = std::clamp(0.2 * widthMm, 14.0, 26.0);
    at.boxWidth = std::max(37.0, 0.36 * widthMm);
    constexpr double kFrame = 0.2; // half of its line and a little
    at.centre = widthMm - kFrame - at.boxWidth / 2;
    at.second = at.side + 6;
    at.training = kNarrowTop;
    at.brain = at.training + at.side + 14;
    at.test = at.brain + std::max(40.0, at.side + 22);
    at.read = at.test + at.side + 15;
    return at;
}

void addNarrowTraining(SchemeParts& parts, const SchematicPlot& plot, const NarrowPlaces& at)
{
    const double middle = at.training + at.side / 2;
    const double below = at.training + at.side + kCaption;
    parts.part({0, at.training - 7}, FUSIFORM_TR("core", "Training"));
    parts.heading(0, at.training, FUSIFORM_TR("core", "Training faces"), Align::Left);
    parts.picture({0, at.training, at.side, at.side}, plot.meanFace);
    parts.lines({0, below}, scheme::trainingLines(plot), Align::Left);
    const double matrixWidth = 0.6 * at.side;
    const double matrixLeft = at.centre - matrixWidth / 2;
    constexpr double kEncoder = 17;
    const double encoder = (at.side + matrixLeft - kEncoder) / 2;
    parts.arrow({at.side + 1, middle}, {encoder - 1, middle});
    parts.box({encoder, middle - 6, kEncoder, 12}, FUSIFORM_TR("core", "Encoder"));
    parts.arrow({encoder + kEncoder + 1, middle}, {matrixLeft - 1, middle});
    parts.heading(at.centre, at.training, FUSIFORM_TR("core", "Codes X"));
    parts.matrix({matrixLeft, at.training, matrixWidth, at.side});
    parts.lines({at.centre - 2, below}, scheme::latentLines(plot), Align::Right);
}

void addNarrowRegression(SchemeParts& parts, const SchematicPlot& plot, const NarrowPlaces& at)
{
    const double middle = at.brain + at.side / 2;
    parts.arrow({at.centre, at.training + at.side + 1}, {at.centre, middle - 8});
    parts.heading(0, at.brain, FUSIFORM_TR("core", "Brain responses Y"), Align::Left);
    parts.picture({0, at.brain, at.side, at.side}, plot.brain);
    parts.lines({at.side + 2, middle + 4}, scheme::scannedLines(plot), Align::Left);
    parts.arrow({at.side + 1, middle}, {at.boxLeft() - 1, middle});
    parts.box({at.boxLeft(), middle - 7, at.boxWidth, 14}, FUSIFORM_TR("core", "Linear regression"),
              {plain("Y = X W")});
    parts.arrow({at.centre, middle + 8}, {at.centre, middle + 12});
    parts.box({at.boxLeft(), middle + 13, at.boxWidth, 11}, FUSIFORM_TR("core", "Weights W"),
              {scheme::weightsShape(plot)});
    parts.arrow({at.centre, middle + 25}, {at.centre, at.test + at.side / 2 - 8});
}

void addNarrowTest(SchemeParts& parts, const SchematicPlot& plot, const NarrowPlaces& at)
{
    const double middle = at.test + at.side / 2;
    const double below = at.test + at.side + kCaption;
    parts.part({0, at.test - 7}, FUSIFORM_TR("core", "Test"));
    parts.heading(0, at.test, FUSIFORM_TR("core", "Face shown"), Align::Left);
    parts.picture({0, at.test, at.side, at.side}, plot.shownFace);
    parts.lines({0, below}, {plain(plot.faceName)}, Align::Left);
    parts.arrow({at.side + 1, middle}, {at.second - 1, middle});
    parts.heading(at.second, at.test, FUSIFORM_TR("core", "Its response y"), Align::Left);
    parts.picture({at.second, at.test, at.side, at.side}, plot.brain);
    parts.lines({at.second, below}, scheme::usedLines(plot), Align::Left);
    parts.arrow({at.second + at.side + 1, middle}, {at.boxLeft() - 1, middle});
    parts.box({at.boxLeft(), middle - 7, at.boxWidth, 14}, FUSIFORM_TR("core", "Inversion"),
              {plain(plot.equation)});
    parts.arrow({at.centre, middle + 8}, {at.centre, at.read - 1});
}

void addNarrowReading(SchemeParts& parts, const SchematicPlot& plot, const NarrowPlaces& at)
{
    constexpr double kCode = 6;
    const double middle = at.read + at.side / 2;
    parts.code({at.centre - kCode / 2, at.read, kCode, at.side}, plot.code);
    parts.heading(at.centre + kCode / 2 + 2, at.read + 4, FUSIFORM_TR("core", "Code x"),
                  Align::Left);
    const double from = at.centre - kCode / 2 - 1;
    const double to = at.second + at.side + 1;
    parts.arrow({from, middle}, {to, middle});
    parts.label({(from + to) / 2, middle - 2}, FUSIFORM_TR("core", "Generator"));
    parts.heading(at.second, at.read, FUSIFORM_TR("core", "Face read"), Align::Left);
    parts.picture({at.second, at.read, at.side, at.side}, plot.readFace);
    parts.lines({at.second, at.read + at.side + kCaption}, scheme::readLines(plot), Align::Left);
}

} // namespace

Figure narrowSchematic(const SchematicPlot& plot, double widthMm)
{
    const NarrowPlaces at = placesFor(widthMm);
    Figure figure;
    figure.title = plot.title;
    figure.widthMm = widthMm;
    figure.add(Label{
        {0, 4}, plot.title, Ink::Text, sizeThatFits(plot.title, 3, widthMm), Align::Left, true});
    SchemeParts parts(figure, kNarrowText);
    addNarrowTraining(parts, plot, at);
    addNarrowRegression(parts, plot, at);
    addNarrowTest(parts, plot, at);
    addNarrowReading(parts, plot, at);
    const double notes = at.read + at.side + kCaption + 2.6 * parts.lineMm();
    parts.lines({0, notes}, plot.equationNotes, Align::Left);
    figure.heightMm
        = notes + parts.lineMm() * (static_cast<double>(plot.equationNotes.size()) - 1) + 2;
    return figure;
}

} // namespace fusiform::report
