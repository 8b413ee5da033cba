// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_structure.h"

#include "core/report/axes.h"
#include "core/report/mosaic.h"

#include <algorithm>
#include <cmath>

namespace fusiform::report {

namespace {

using Eigen::Index;

constexpr double kStructureTitle = 8; // mm
constexpr double kStructureNames = 13; // room for the names of rows
constexpr double kStructureGap = 4;
constexpr double kStructureHead = 9; // name and note of a panel
constexpr double kStructureSide = 30; // mm at least: what a note needs
constexpr double kStructureScale = 9; // bar, numbers, what they are
constexpr double kSmallestName = 1.6; // mm of a row that can be named

Range rangeOffDiagonals(const std::vector<StructurePanel>& panels)
{
    Range range{0, 0};
    bool isFirst = true;
    for (const StructurePanel& panel : panels)
        for (Index i = 0; i < panel.values.rows(); ++i)
            for (Index j = 0; j < panel.values.cols(); ++j) {
                const double value = panel.values(i, j);
                if (i == j || !std::isfinite(value))
                    continue;
                range = isFirst ? Range{value, value}
                                : Range{std::min(range.low, value), std::max(range.high, value)};
                isFirst = false;
            }
    if (!(range.high > range.low))
        range.high = range.low + 1;
    return range;
}

/// Large pixels, so that no program blurs them.
image::SharedPicture structurePicture(const Eigen::MatrixXd& values, const Range& range)
{
    constexpr Index kLeast = 240;
    constexpr Color kDiagonal = {1, 1, 1};
    constexpr Color kNone = {0.6F, 0.6F, 0.6F};
    const Index n = values.rows();
    const Index side = std::max<Index>(1, (kLeast + n - 1) / n);
    image::Picture picture{static_cast<int>(n * side), static_cast<int>(n * side), {}};
    picture.rgb.reserve(static_cast<std::size_t>(3 * n * side * n * side));
    for (Index y = 0; y < n * side; ++y)
        for (Index x = 0; x < n * side; ++x) {
            const double value = values(y / side, x / side);
            const Color color = y / side == x / side ? kDiagonal
                                : std::isfinite(value)
                                    ? heat((value - range.low) / (range.high - range.low))
                                    : kNone;
            picture.rgb.insert(picture.rgb.end(), color.begin(), color.end());
        }
    return image::shared(std::move(picture));
}

/// Where rows are too low for names, their numbers from 1, every fifth.
void addStructureItems(Figure& figure, const Box& box, const std::vector<std::string>& items)
{
    const double row = box.height / static_cast<double>(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool isNamed = row >= kSmallestName;
        if (!isNamed && (i + 1) % 5 != 0)
            continue;
        const double size = isNamed ? std::min(2.2, 0.95 * row) : 2;
        figure.add(Label{{box.left - 1, box.top + row * (static_cast<double>(i) + 0.5) + size / 3},
                         plain(isNamed ? items[i] : std::to_string(i + 1)),
                         Ink::Muted,
                         size,
                         Align::Right});
    }
}

void addStructureScale(Figure& figure, const Box& bar, const Range& range, const Text& name)
{
    constexpr int kSteps = 256;
    image::Picture picture{kSteps, 1, {}};
    for (int step = 0; step < kSteps; ++step) {
        const Color color = heat(step / (kSteps - 1.0));
        picture.rgb.insert(picture.rgb.end(), color.begin(), color.end());
    }
    figure.add(Raster{bar, image::shared(std::move(picture))});
    const Axes axes{bar, range, {0, 1}};
    for (const double tick : roundTicks(range, 5)) {
        const double x = axes.at(tick, 0).x;
        figure.add(Polyline{{{x, bar.bottom()}, {x, bar.bottom() + 0.8}}, Ink::Muted, 0.2});
        figure.add(Label{
            {x, bar.bottom() + 3.2}, plain(numberText(tick)), Ink::Muted, 2.2, Align::Centre});
    }
    figure.add(Label{{bar.left - 2, bar.top + 2.2}, name, Ink::Muted, 2.4, Align::Right});
}

} // namespace

Figure structureFigure(const StructurePlot& plot, double widthMm)
{
    Figure figure;
    figure.title = plot.title;
    figure.widthMm = widthMm;
    figure.add(Label{{0, 4}, plot.title, Ink::Text, 3, Align::Left, true});
    const Range range = rangeOffDiagonals(plot.panels);
    const auto columns = static_cast<std::size_t>(std::clamp(
        (widthMm - kStructureNames + kStructureGap) / (kStructureSide + kStructureGap), 1.0, 3.0));
    const auto wide = static_cast<double>(columns);
    const double side = (widthMm - kStructureNames - kStructureGap * (wide - 1)) / wide;
    const auto rows = static_cast<int>((plot.panels.size() + columns - 1) / columns);
    for (std::size_t p = 0; p < plot.panels.size(); ++p) {
        const StructurePanel& panel = plot.panels[p];
        const auto column = static_cast<double>(p % columns);
        const auto row = static_cast<double>(p / columns);
        const Box box{kStructureNames + column * (side + kStructureGap),
                      kStructureTitle + row * (side + kStructureHead + kStructureGap)
                          + kStructureHead,
                      side, side};
        figure.add(Label{{box.left, box.top - 5.2}, panel.name, Ink::Text, 2.7, Align::Left, true});
        figure.add(Label{{box.left, box.top - 1.6}, panel.note, Ink::Muted, 2.3});
        if (panel.values.size() == 0)
            continue;
        figure.add(Raster{box, structurePicture(panel.values, range)});
        if (column == 0)
            addStructureItems(figure, box, plot.items);
    }
    const double bottom = kStructureTitle + rows * (side + kStructureHead + kStructureGap);
    const double bar = std::min(60.0, widthMm - 36);
    addStructureScale(figure, {widthMm - bar - 4, bottom + 1, bar, 3}, range, plot.scale);
    figure.heightMm = bottom + kStructureScale;
    return figure;
}

} // namespace fusiform::report
