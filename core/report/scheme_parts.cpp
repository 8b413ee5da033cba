// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/scheme_parts.h"

#include <algorithm>
#include <cmath>

namespace fusiform::report {

void SchemeParts::label(const Point& at, const Text& text, Ink ink, Align align)
{
    m_figure.add(Label{at, text, ink, m_text, align});
}

void SchemeParts::part(const Point& at, const Text& text)
{
    m_figure.add(Label{at, text, Ink::Text, 1.12 * m_text, Align::Left, true});
}

void SchemeParts::lines(const Point& at, const std::vector<Text>& lines, Align align)
{
    Point place = at;
    for (const Text& line : lines) {
        label(place, line, Ink::Muted, align);
        place.y += lineMm();
    }
}

void SchemeParts::heading(double x, double top, const Text& text, Align align)
{
    m_figure.add(Label{{x, top - 2}, text, Ink::Text, m_text, align, true});
}

void SchemeParts::frame(const Box& box, Ink ink)
{
    m_figure.add(Polyline{{{box.left, box.top},
                           {box.right(), box.top},
                           {box.right(), box.bottom()},
                           {box.left, box.bottom()},
                           {box.left, box.top}},
                          ink,
                          0.3});
}

void SchemeParts::picture(const Box& place, const image::SharedPicture& picture)
{
    if (!picture) {
        frame(place, Ink::Grid);
        return;
    }
    const double shape = static_cast<double>(picture->width) / picture->height;
    const double width = std::min(place.width, place.height * shape);
    const double height = width / shape;
    m_figure.add(Raster{{place.left + (place.width - width) / 2,
                         place.top + (place.height - height) / 2, width, height},
                        picture});
}

void SchemeParts::box(const Box& box, const Text& name, const std::vector<Text>& lines)
{
    m_figure.add(boxArea(box, Ink::Grid, 0.45));
    frame(box);
    const double height = lineMm() * static_cast<double>(lines.size());
    double y = box.top + box.height / 2 + 0.35 * m_text - height / 2;
    const double x = box.left + box.width / 2;
    m_figure.add(Label{{x, y}, name, Ink::Text, m_text, Align::Centre, true});
    for (const Text& line : lines)
        label({x, y += lineMm()}, line);
}

void SchemeParts::arrow(const Point& from, const Point& to)
{
    constexpr double kHead = 2;
    constexpr double kHalf = 0.9;
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const Point along{(to.x - from.x) / length, (to.y - from.y) / length};
    const Point neck{to.x - kHead * along.x, to.y - kHead * along.y};
    m_figure.add(Polyline{{from, neck}, Ink::Text, 0.4});
    m_figure.add(Area{{to,
                       {neck.x - kHalf * along.y, neck.y + kHalf * along.x},
                       {neck.x + kHalf * along.y, neck.y - kHalf * along.x}},
                      Ink::Text,
                      1});
}

void SchemeParts::matrix(const Box& box)
{
    constexpr int kColumns = 5;
    constexpr int kRows = 9;
    const double step = box.width / kColumns;
    m_figure.add(boxArea({box.right() - step, box.top, step, box.height}, Ink::Grid));
    for (int column = 1; column < kColumns; ++column) {
        const double x = box.left + step * column;
        m_figure.add(Polyline{{{x, box.top}, {x, box.bottom()}}, Ink::Grid, 0.25});
    }
    for (int row = 1; row < kRows; ++row) {
        const double y = box.top + box.height * row / kRows;
        m_figure.add(Polyline{{{box.left, y}, {box.right(), y}}, Ink::Grid, 0.25});
    }
    frame(box);
}

void SchemeParts::code(const Box& box, const std::vector<double>& code)
{
    constexpr std::size_t kCells = 16;
    const std::size_t cells = std::min(kCells, code.size());
    const double height = cells == 0 ? 0 : box.height / static_cast<double>(cells);
    for (std::size_t c = 0; c < cells; ++c)
        m_figure.add(
            boxArea({box.left, box.top + height * static_cast<double>(c), box.width, height},
                    code[c] < 0 ? Ink::Second : Ink::First, std::min(1.0, std::abs(code[c]) / 2)));
    frame(box);
}

namespace scheme {

std::vector<Text> trainingLines(const SchematicPlot& plot)
{
    std::vector<Text> lines;
    if (plot.trainingFaces)
        lines.push_back(FUSIFORM_TR("core", "%1 shown").arg(groupedNumber(*plot.trainingFaces)));
    lines.push_back(FUSIFORM_TR("core", "here: their mean"));
    return lines;
}

std::vector<Text> latentLines(const SchematicPlot& plot)
{
    return {FUSIFORM_TR("core", "%1 latents").arg(groupedNumber(plot.latents)),
            FUSIFORM_TR("core", "and a constant")};
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

std::vector<Text> usedLines(const SchematicPlot& plot)
{
    return {FUSIFORM_TR("core", "%1 voxels").arg(groupedNumber(plot.usedVoxels)),
            FUSIFORM_TR("core", "selected")};
}

std::vector<Text> readLines(const SchematicPlot& plot)
{
    std::vector<Text> lines;
    if (std::isfinite(plot.r))
        lines.push_back(FUSIFORM_TR("core", "codes: r = %1").arg(fixedNumber(plot.r, 2)));
    lines.push_back(FUSIFORM_TR("core", "contrast matched"));
    return lines;
}

Text weightsShape(const SchematicPlot& plot)
{
    return plain(groupedNumber(plot.latents + 1) + " × " + groupedNumber(plot.voxels));
}

} // namespace scheme

} // namespace fusiform::report
