// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/axes.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace fusiform::report {

namespace {
constexpr double kNumber = 2.3; // mm, text of the numbers
constexpr double kKeyStep = 26; // mm from one key to the next
constexpr double kKeyRowStep = 34;

void addKey(Figure& figure, const Point& at, const Key& key)
{
    figure.add(Polyline{{{at.x, at.y - 0.8}, {at.x + 4, at.y - 0.8}}, key.ink, 0.7, false});
    figure.add(Label{{at.x + 5, at.y}, key.name, Ink::Muted, 2.4});
}
enum class NameSide { Left, Right };
struct PlacedMark {
    const Mark* mark;
    double x; ///< mm
    NameSide side;
};

/// In the order of their lines from the top, so that no name lies on another's line: first those
/// with the name on the right, from left to right, then the others, from right to left.
std::vector<PlacedMark> placedMarks(const Axes& axes, std::span<const Mark> marks)
{
    std::vector<PlacedMark> placed;
    for (const Mark& mark : marks)
        placed.push_back({&mark, axes.at(mark.x, axes.y.low).x, NameSide::Right});
    std::ranges::sort(placed, std::ranges::greater(), &PlacedMark::x);
    double free = axes.box.right(); // what lies left of all names that stand on the left
    for (PlacedMark& one : placed) {
        // Translations are a little longer than the English.
        const double length
            = 0.65 * kNumber * static_cast<double>(one.mark->name.english().size()) + 1;
        const bool fitsRight = one.x + length <= axes.box.right() && one.x < free;
        if (fitsRight || one.x - length < axes.box.left)
            continue;
        one.side = NameSide::Left;
        free = std::min(free, one.x - length);
    }
    const auto lefts = std::ranges::stable_partition(
        placed, [](const PlacedMark& one) { return one.side == NameSide::Right; });
    std::ranges::reverse(placed.begin(), lefts.begin());
    return placed;
}

} // namespace

Range rangeOf(std::span<const double> values, Range least)
{
    Range range = least;
    for (const double value : values) {
        if (!std::isfinite(value))
            continue;
        range.low = std::min(range.low, value);
        range.high = std::max(range.high, value);
    }
    const double margin = (range.high - range.low) / 20;
    if (range.low < least.low)
        range.low -= margin;
    if (range.high > least.high)
        range.high += margin;
    return range;
}

std::vector<double> roundTicks(const Range& range, int count)
{
    const double rough = (range.high - range.low) / count;
    if (!(rough > 0))
        return {};
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {5.0, 2.0, 1.0})
        if (factor * power >= rough * 0.999)
            step = factor * power;
    std::vector<double> ticks;
    const double first = std::ceil(range.low / step - 1e-9);
    const double last = std::floor(range.high / step + 1e-9);
    for (double n = first; n <= last; ++n)
        ticks.push_back(n * step + 0.0); // never "-0"
    return ticks;
}

Point Axes::at(double xValue, double yValue) const
{
    return {box.left + box.width * (xValue - x.low) / (x.high - x.low),
            box.bottom() - box.height * (yValue - y.low) / (y.high - y.low)};
}

Polyline Axes::curve(std::span<const double> values, Ink ink, std::size_t first) const
{
    Polyline line{{}, ink, 0.3, false};
    for (std::size_t i = first; i < values.size(); ++i)
        line.points.push_back(at(static_cast<double>(i), values[i]));
    return line;
}

Polyline Axes::level(double value, Ink ink) const
{
    return {{at(x.low, value), at(x.high, value)}, ink, 0.25, true};
}

void addAxes(Figure& figure, const Axes& axes, const Text& name, XLabels xLabels)
{
    const Box& box = axes.box;
    for (const double tick : roundTicks(axes.y, box.height > 20 ? 5 : 3)) {
        const Point at = axes.at(axes.x.low, tick);
        figure.add(Polyline{{at, {box.right(), at.y}}, Ink::Grid, 0.2, false});
        figure.add(Label{{box.left - 1.5, at.y + 0.8},
                         plain(numberText(tick)),
                         Ink::Muted,
                         kNumber,
                         Align::Right});
    }
    if (xLabels == XLabels::Shown)
        for (const double tick : roundTicks(axes.x, 8)) {
            const Point at = axes.at(tick, axes.y.low);
            figure.add(Polyline{{{at.x, box.bottom()}, {at.x, box.bottom() + 1}}, Ink::Muted, 0.2});
            figure.add(Label{{at.x, box.bottom() + 3.8},
                             plain(numberText(tick)),
                             Ink::Muted,
                             kNumber,
                             Align::Centre});
        }
    figure.add(
        Polyline{{{box.left, box.bottom()}, {box.right(), box.bottom()}}, Ink::Muted, 0.25, false});
    figure.add(Label{{box.left, box.top - 1.6 - axes.headMm},
                     name,
                     Ink::Text,
                     sizeThatFits(name, 2.7, figure.widthMm - box.left),
                     Align::Left,
                     true});
}

void addKeys(Figure& figure, const Axes& axes, std::span<const Key> keys)
{
    double x = axes.box.right() - kKeyStep * static_cast<double>(keys.size());
    for (const Key& key : keys) {
        addKey(figure, {x, axes.box.top - 1.6}, key);
        x += kKeyStep;
    }
}

void addKeyRow(Figure& figure, const Point& at, std::span<const Key> keys)
{
    Point place = at;
    for (const Key& key : keys) {
        addKey(figure, place, key);
        place.x += kKeyRowStep;
    }
}

void addMarks(Figure& figure, const Axes& axes, std::span<const Mark> marks)
{
    double base = axes.box.top - 1 - kMarkLineMm * static_cast<double>(marks.size());
    for (const PlacedMark& placed : placedMarks(axes, marks)) {
        const Mark& mark = *placed.mark;
        base += kMarkLineMm;
        const bool isRight = placed.side == NameSide::Right;
        figure.add(
            Polyline{{{placed.x, base - 2}, {placed.x, axes.box.bottom()}}, mark.ink, 0.3, true});
        figure.add(Label{{placed.x + (isRight ? 1 : -1), base},
                         mark.name,
                         mark.ink,
                         kNumber,
                         isRight ? Align::Left : Align::Right});
        figure.spots.push_back(
            {{placed.x - 0.8, base - 2, 1.6, axes.box.bottom() - base + 2}, mark.tip});
    }
}

} // namespace fusiform::report
