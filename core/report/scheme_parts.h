// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/plots_schematic.h"

namespace fusiform::report {

/// Draws the parts of a diagram of the method, with text of one size.
class SchemeParts {
public:
    SchemeParts(Figure& figure, double textMm) : m_figure(figure), m_text(textMm) { }

    [[nodiscard]] double lineMm() const { return 1.26 * m_text; }
    void label(const Point& at, const Text& text, Ink ink = Ink::Text, Align align = Align::Centre);
    /// Of a half of the diagram.
    void part(const Point& at, const Text& text);
    /// One below the other, the first on `at`.
    void lines(const Point& at, const std::vector<Text>& lines, Align align = Align::Centre);
    /// Above what begins at `top`.
    void heading(double x, double top, const Text& text, Align align = Align::Centre);
    /// As large as fits, in its own shape; without a picture a frame.
    void picture(const Box& place, const image::SharedPicture& picture);
    /// A box with a bold line and plain ones below it.
    void box(const Box& box, const Text& name, const std::vector<Text>& lines = {});
    /// A line with a head at `to`; straight along x or along y.
    void arrow(const Point& from, const Point& to);
    /// An empty table whose last column, the bias, is filled.
    void matrix(const Box& box);
    /// The first numbers of a code: blue above the mean, orange below, the stronger the farther.
    void code(const Box& box, const std::vector<double>& code);

private:
    void frame(const Box& box, Ink ink = Ink::Muted);

    Figure& m_figure;
    double m_text;
};

/// What is said below parts of the diagram, however they are laid out.
namespace scheme {
[[nodiscard]] std::vector<Text> trainingLines(const SchematicPlot& plot);
[[nodiscard]] std::vector<Text> latentLines(const SchematicPlot& plot);
[[nodiscard]] std::vector<Text> scannedLines(const SchematicPlot& plot);
[[nodiscard]] std::vector<Text> usedLines(const SchematicPlot& plot);
[[nodiscard]] std::vector<Text> readLines(const SchematicPlot& plot);
[[nodiscard]] Text weightsShape(const SchematicPlot& plot);
} // namespace scheme

} // namespace fusiform::report
