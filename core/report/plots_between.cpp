// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_between.h"

#include "core/report/axes.h"

#include <algorithm>
#include <cmath>

namespace fusiform::report {

namespace {

constexpr double kBetweenTitle = 7; // mm
constexpr double kBetweenKey = 7;
constexpr double kBetweenRow = 5.6;
constexpr double kBetweenHead = 6.4; // the name of a group
constexpr double kBetweenBottom = 10; // numbers and name of the axis
constexpr double kBetweenText = 2.7;
constexpr double kBetweenSmall = 2.3;
constexpr double kBetweenMark = 1.9; // half the height of a mark
constexpr double kBetweenNumbers = 48; // value, interval and note
/// Mean advance of a character by its size; translations are a little longer than the English.
constexpr double kBetweenAdvance = 0.62;

Range betweenRange(const BetweenPlot& plot)
{
    std::vector<double> numbers;
    for (const BetweenRow& row : plot.rows) {
        numbers.insert(numbers.end(), {row.value, row.interval.low, row.interval.high, row.floor,
                                       row.chance, row.ceiling});
        numbers.insert(numbers.end(), row.points.begin(), row.points.end());
    }
    return rangeOf(std::span<const double>(numbers), {plot.low, plot.high});
}

struct MarkStyle {
    Ink ink = Ink::Muted;
    bool isDashed = false;
    double widthMm = 0.5;
};
constexpr MarkStyle kFloorMark{Ink::Muted, false, 0.7};
constexpr MarkStyle kChanceMark{Ink::Warning, true, 0.4};
constexpr MarkStyle kCeilingMark{Ink::Third, false, 0.7};

void addMarkAt(Figure& figure, const Point& at, const MarkStyle& style)
{
    figure.add(Polyline{{{at.x, at.y - kBetweenMark}, {at.x, at.y + kBetweenMark}},
                        style.ink,
                        style.widthMm,
                        style.isDashed});
}

/// Marks and what they mean, from left to right.
void addBetweenKey(Figure& figure, const BetweenPlot& plot, double left)
{
    double x = left;
    const auto add = [&](const Text& name, const MarkStyle& style) {
        if (name.english().empty())
            return;
        addMarkAt(figure, {x, 9.2}, style);
        figure.add(Label{{x + 1.6, 10}, name, Ink::Muted, kBetweenSmall});
        x += kBetweenAdvance * kBetweenSmall * static_cast<double>(name.english().size()) + 7;
    };
    add(plot.floorName, kFloorMark);
    add(plot.chanceName, kChanceMark);
    add(plot.ceilingName, kCeilingMark);
}

std::string intervalText(const stats::Interval& interval)
{
    if (!std::isfinite(interval.low) || !std::isfinite(interval.high))
        return {};
    return "[" + fixedNumber(interval.low, 2) + ", " + fixedNumber(interval.high, 2) + "]";
}

void addBetweenRow(Figure& figure, const Axes& axes, const BetweenRow& row, double y)
{
    figure.add(Label{{3, y + 0.9}, row.name, Ink::Text, kBetweenText});
    figure.add(Polyline{{{axes.box.left, y}, {axes.box.right(), y}}, Ink::Grid, 0.2});
    const auto place = [&](double value) { return Point{axes.at(value, 0).x, y}; };
    for (const double point : row.points)
        if (std::isfinite(point))
            figure.add(discArea(place(point), 0.55, Ink::Muted, 0.35));
    for (const auto& [value, style] :
         {std::pair{row.floor, kFloorMark}, {row.chance, kChanceMark}, {row.ceiling, kCeilingMark}})
        if (std::isfinite(value))
            addMarkAt(figure, place(value), style);
    const double numbers = axes.box.right() + 3;
    if (!std::isfinite(row.value)) {
        figure.add(Label{{numbers, y + 0.9}, plain("n/a"), Ink::Muted, kBetweenText});
        return;
    }
    if (std::isfinite(row.interval.low) && std::isfinite(row.interval.high))
        figure.add(Polyline{{place(row.interval.low), place(row.interval.high)}, row.ink, 0.6});
    figure.add(discArea(place(row.value), 1.15, row.ink));
    figure.add(Label{{numbers + 7, y + 0.9},
                     plain(fixedNumber(row.value, 2)),
                     Ink::Text,
                     kBetweenText,
                     Align::Right,
                     true});
    figure.add(Label{
        {numbers + 9, y + 0.9}, plain(intervalText(row.interval)), Ink::Muted, kBetweenSmall});
    figure.add(Label{{numbers + kBetweenNumbers - 4, y + 0.9},
                     row.note,
                     Ink::Muted,
                     kBetweenSmall,
                     Align::Right});
}

} // namespace

Figure betweenFigure(const BetweenPlot& plot, double widthMm)
{
    const bool hasKey = !plot.floorName.english().empty() || !plot.chanceName.english().empty()
                        || !plot.ceilingName.english().empty();
    const double top = kBetweenTitle + (hasKey ? kBetweenKey : 0);
    double left = 0;
    double field = 0;
    for (const BetweenRow& row : plot.rows) {
        left = std::max(
            left,
            kBetweenAdvance * kBetweenText * static_cast<double>(row.name.english().size()) + 6);
        field += kBetweenRow + (row.group.english().empty() ? 0 : kBetweenHead);
    }
    left = std::clamp(left, 24.0, 0.35 * widthMm);
    Figure figure;
    figure.title = plot.title;
    figure.widthMm = widthMm;
    figure.heightMm = top + field + kBetweenBottom;
    const Axes axes{
        {left, top, widthMm - left - kBetweenNumbers, field}, betweenRange(plot), {0, 1}};
    figure.add(Label{{0, 4}, plot.title, Ink::Text, 3, Align::Left, true});
    addBetweenKey(figure, plot, left);
    for (const double tick : roundTicks(axes.x, 6)) {
        const double x = axes.at(tick, 0).x;
        figure.add(Polyline{{{x, axes.box.top}, {x, axes.box.bottom()}}, Ink::Grid, 0.2});
        figure.add(Label{{x, axes.box.bottom() + 3.6},
                         plain(numberText(tick)),
                         Ink::Muted,
                         kBetweenSmall,
                         Align::Centre});
    }
    double y = axes.box.top;
    for (const BetweenRow& row : plot.rows) {
        if (!row.group.english().empty()) {
            figure.add(Label{{0, y + kBetweenHead - 1.6},
                             row.group,
                             Ink::Text,
                             kBetweenText,
                             Align::Left,
                             true});
            y += kBetweenHead;
        }
        addBetweenRow(figure, axes, row, y + kBetweenRow / 2);
        y += kBetweenRow;
    }
    figure.add(Label{{axes.box.left + axes.box.width / 2, axes.box.bottom() + 7.6},
                     plot.axis,
                     Ink::Muted,
                     kBetweenSmall,
                     Align::Centre});
    return figure;
}

} // namespace fusiform::report
