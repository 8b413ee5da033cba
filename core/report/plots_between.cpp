// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_between.h"

#include "core/report/axes.h"

#include <algorithm>
#include <cmath>

namespace fusiform::report {

namespace {

constexpr double kBetweenTitle = 7; // mm
constexpr double kBetweenKey = 4.4; // a line of the key
constexpr double kBetweenRow = 5.6;
constexpr double kBetweenHead = 6.4; // the name of a group
constexpr double kBetweenBottom = 10; // numbers and name of the axis
constexpr double kBetweenText = 2.7;
constexpr double kBetweenSmall = 2.3;
constexpr double kBetweenMark = 1.9; // half the height of a mark
constexpr double kBetweenNumbers = 48; // value, interval and note
constexpr double kBetweenFew = 29; // value and note
constexpr double kBetweenNarrow = 120; // below, intervals are drawn but not written
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

struct KeyEntry {
    Text name;
    MarkStyle style;
    Point at;
};

/// Marks and what they mean, from left to right, on as many lines as they need.
std::vector<KeyEntry> betweenKey(const BetweenPlot& plot, double widthMm)
{
    std::vector<KeyEntry> entries;
    Point at{1, kBetweenTitle + 3};
    for (const auto& [name, style] : {std::pair{plot.floorName, kFloorMark},
                                      {plot.chanceName, kChanceMark},
                                      {plot.ceilingName, kCeilingMark}}) {
        if (name.english().empty())
            continue;
        const double length
            = kBetweenAdvance * kBetweenSmall * static_cast<double>(name.english().size()) + 3;
        if (at.x > 1 && at.x + length > widthMm)
            at = {1, at.y + kBetweenKey};
        entries.push_back({name, style, at});
        at.x += length + 4;
    }
    return entries;
}

std::string intervalText(const stats::Interval& interval)
{
    if (!std::isfinite(interval.low) || !std::isfinite(interval.high))
        return {};
    return "[" + fixedNumber(interval.low, 2) + ", " + fixedNumber(interval.high, 2) + "]";
}

void addBetweenScale(Figure& figure, const Axes& axes, const Text& name)
{
    for (const double tick : roundTicks(axes.x, axes.box.width > 60 ? 6 : 3)) {
        const double x = axes.at(tick, 0).x;
        figure.add(Polyline{{{x, axes.box.top}, {x, axes.box.bottom()}}, Ink::Grid, 0.2});
        figure.add(Label{{x, axes.box.bottom() + 3.6},
                         plain(numberText(tick)),
                         Ink::Muted,
                         kBetweenSmall,
                         Align::Centre});
    }
    figure.add(Label{{axes.box.left, axes.box.bottom() + 7.6}, name, Ink::Muted, kBetweenSmall});
}

struct RowPlace {
    double y = 0; ///< of the middle
    double right = 0; ///< where notes end
    bool hasIntervals = true; ///< as text
};

void addBetweenRow(Figure& figure, const Axes& axes, const BetweenRow& row, const RowPlace& at)
{
    const double y = at.y;
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
    if (at.hasIntervals && std::isfinite(row.interval.low))
        figure.add(Label{
            {numbers + 9, y + 0.9}, plain(intervalText(row.interval)), Ink::Muted, kBetweenSmall});
    if (!row.note.english().empty())
        figure.add(Label{{at.right, y + 0.9}, row.note, Ink::Muted, kBetweenSmall, Align::Right});
}

} // namespace

Figure betweenFigure(const BetweenPlot& plot, double widthMm)
{
    const std::vector<KeyEntry> key = betweenKey(plot, widthMm);
    const double top = key.empty() ? kBetweenTitle : key.back().at.y + 4;
    const bool isNarrow = widthMm < kBetweenNarrow;
    double left = 0;
    double field = 0;
    for (const BetweenRow& row : plot.rows) {
        left = std::max(
            left,
            kBetweenAdvance * kBetweenText * static_cast<double>(row.name.english().size()) + 6);
        field += kBetweenRow + (row.group.english().empty() ? 0 : kBetweenHead);
    }
    left = std::clamp(left, 12.0, std::max(12.0, 0.36 * widthMm));
    Figure figure;
    figure.title = plot.title;
    figure.widthMm = widthMm;
    figure.heightMm = top + field + kBetweenBottom;
    const double numbers = isNarrow ? kBetweenFew : kBetweenNumbers;
    const Axes axes{
        {left, top, std::max(10.0, widthMm - left - numbers), field}, betweenRange(plot), {0, 1}};
    figure.add(Label{{0, 4}, plot.title, Ink::Text, 3, Align::Left, true});
    for (const KeyEntry& entry : key) {
        addMarkAt(figure, entry.at, entry.style);
        figure.add(
            Label{{entry.at.x + 1.6, entry.at.y + 0.8}, entry.name, Ink::Muted, kBetweenSmall});
    }
    addBetweenScale(figure, axes, plot.axis);
    double y = axes.box.top;
    for (const BetweenRow& row : plot.rows) {
        if (!row.group.english().empty()) {
            const double base = y + kBetweenHead - 1.6;
            figure.add(Label{{0, base}, row.group, Ink::Text, kBetweenText, Align::Left, true});
            if (!row.groupNote.english().empty())
                figure.add(Label{
                    {widthMm - 1, base}, row.groupNote, Ink::Muted, kBetweenSmall, Align::Right});
            y += kBetweenHead;
        }
        addBetweenRow(figure, axes, row, {y + kBetweenRow / 2, widthMm - 1, !isNarrow});
        y += kBetweenRow;
    }
    return figure;
}

} // namespace fusiform::report
