// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_strips.h"

#include "core/report/axes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace fusiform::report {

namespace {

constexpr double kStripLeft = 14; // mm, room for numbers
constexpr double kStripRight = 22; // names of the levels
constexpr double kStripTop = 18; // title, what the numbers are, keys
constexpr double kStripField = 58;
constexpr double kStripBottom = 12; // names and notes
constexpr double kStripDot = 0.85;
constexpr double kStripNarrow = 21; // where names need every other line

Ink inkOf(int side) { return side > 0 ? Ink::First : side < 0 ? Ink::Second : Ink::Muted; }

/// Dots stand beside each other where they would overlap: 0, then a step to the right, to the left,
/// two to the right ...
std::vector<Point> placedDots(const std::vector<Point>& dots, double room)
{
    constexpr double kApart = 2.1 * kStripDot;
    std::vector<std::size_t> order(dots.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return dots[a].y < dots[b].y; });
    std::vector<Point> placed = dots;
    std::vector<Point> before;
    for (const std::size_t dot : order) {
        Point best = dots[dot];
        for (int step = 0; step < 40; ++step) {
            const double aside = kApart * ((step + 1) / 2) * (step % 2 == 0 ? -1 : 1);
            if (std::abs(aside) > room)
                break; // so many that they have to overlap
            const Point at{dots[dot].x + aside, dots[dot].y};
            const bool isFree = std::ranges::none_of(before, [&](const Point& other) {
                return std::hypot(other.x - at.x, other.y - at.y) < kApart;
            });
            if (isFree) {
                best = at;
                break;
            }
        }
        placed[dot] = best;
        before.push_back(best);
    }
    return placed;
}

void addSide(Figure& figure, const Axes& axes, const Strip& strip, double x, int side)
{
    std::vector<Point> dots;
    std::vector<std::size_t> which;
    double sum = 0;
    for (std::size_t i = 0; i < strip.values.size(); ++i) {
        if (strip.sides[i] != side || !std::isfinite(strip.values[i]))
            continue;
        dots.push_back(axes.at(x, strip.values[i]));
        which.push_back(i);
        sum += strip.values[i];
    }
    if (dots.empty())
        return;
    const double room = 0.16 * axes.box.width / axes.x.high;
    if (side != 0) {
        const Point mean = axes.at(x, sum / static_cast<double>(dots.size()));
        figure.add(Polyline{{{mean.x - room, mean.y}, {mean.x + room, mean.y}}, inkOf(side), 0.5});
    }
    const std::vector<Point> placed = placedDots(dots, room);
    for (std::size_t d = 0; d < placed.size(); ++d) {
        figure.add(discArea(placed[d], kStripDot, inkOf(side), 0.75));
        if (which[d] < strip.tips.size())
            figure.spots.push_back(
                {{placed[d].x - 1, placed[d].y - 1, 2, 2}, strip.tips[which[d]]});
    }
}

/// Names of levels stand apart, also where the levels are close.
void addLevels(Figure& figure, const Axes& axes, std::vector<StripLevel> levels)
{
    constexpr double kLine = 3;
    std::ranges::sort(levels, std::ranges::greater(), &StripLevel::value);
    double lowest = 0;
    for (const StripLevel& level : levels) {
        figure.add(axes.level(level.value, Ink::Warning));
        const double base = std::max(axes.at(0, level.value).y + 0.8, lowest);
        figure.add(Label{{axes.box.right() + 1.5, base}, level.name, Ink::Warning, 2.3});
        lowest = base + kLine;
    }
}

} // namespace

Figure stripFigure(const StripPlot& plot, double widthMm)
{
    Figure figure;
    figure.title = plot.title;
    figure.widthMm = widthMm;
    const double room = (widthMm - kStripLeft - kStripRight)
                        / static_cast<double>(std::max<std::size_t>(1, plot.strips.size()));
    const double lower = room < kStripNarrow ? 8 : 0;
    std::vector<double> values;
    for (const Strip& strip : plot.strips)
        values.insert(values.end(), strip.values.begin(), strip.values.end());
    for (const StripLevel& level : plot.levels)
        values.push_back(level.value);
    const auto count = static_cast<double>(std::max<std::size_t>(1, plot.strips.size()));
    figure.add(Label{{0, 4}, plot.title, Ink::Text, 3, Align::Left, true});
    figure.add(Label{{0, 8.4}, plot.axis, Ink::Muted, 2.4});
    double top = kStripTop;
    if (!plot.note.english().empty()) {
        figure.add(Label{{0, 11.8}, plot.note, Ink::Muted, 2.4});
        top += 3.4;
    }
    addKeyRow(figure, {kStripLeft, top - 3.5},
              std::array{Key{plot.left, Ink::Second}, Key{plot.right, Ink::First}});
    const Axes axes{{kStripLeft, top, widthMm - kStripLeft - kStripRight, kStripField},
                    {0, count},
                    rangeOf(values, {-0.01, 0.01})};
    addAxes(figure, axes, plain(""), XLabels::Hidden);
    for (std::size_t s = 0; s < plot.strips.size(); ++s) {
        const Strip& strip = plot.strips[s];
        const auto x = static_cast<double>(s);
        if (s > 0)
            figure.add(Polyline{{axes.at(x, axes.y.low), axes.at(x, axes.y.high)}, Ink::Grid, 0.3});
        addSide(figure, axes, strip, x + 0.28, -1);
        addSide(figure, axes, strip, x + 0.5, 0);
        addSide(figure, axes, strip, x + 0.72, 1);
        const double middle = axes.at(x + 0.5, axes.y.low).x;
        const double base = axes.box.bottom() + (s % 2 == 0 ? 0 : lower);
        figure.add(Label{{middle, base + 4.4}, strip.name, Ink::Text, 2.7, Align::Centre});
        figure.add(Label{{middle, base + 8.4}, strip.note, Ink::Muted, 2.4, Align::Centre});
    }
    addLevels(figure, axes, plot.levels);
    figure.heightMm = top + kStripField + kStripBottom + lower;
    return figure;
}

} // namespace fusiform::report
