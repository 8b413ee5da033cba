// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_rows.h"

#include "core/report/axes.h"

#include <algorithm>
#include <cmath>

namespace fusiform::report {

namespace {

constexpr double kRowTop = 11; // mm: the title
constexpr double kRowHeight = 6.4;
constexpr double kRowGroup = 2.4; // above a group
constexpr double kRowBottom = 11; // numbers and name of the axis
constexpr double kRowText = 2.7;
constexpr double kRowSmall = 2.3;
constexpr double kRowBar = 3.4;

/// Room for the longest of some texts; translations are a little longer than the English.
double roomFor(const std::vector<PlotRow>& rows, Text PlotRow::*text, double sizeMm)
{
    double longest = 0; // in small letters
    for (const PlotRow& row : rows) {
        const std::string shown = (row.*text).english();
        const auto capitals
            = std::ranges::count_if(shown, [](char c) { return c >= 'A' && c <= 'Z'; });
        constexpr double kMoreOfCapital = 0.3;
        longest = std::max(longest, static_cast<double>(shown.size())
                                        + kMoreOfCapital * static_cast<double>(capitals));
    }
    return longest == 0 ? 0 : 0.6 * sizeMm * longest + 3;
}

Range rangeOf(const RowPlot& plot)
{
    std::vector<double> numbers = {plot.base};
    if (plot.reference)
        numbers.push_back(*plot.reference);
    for (const PlotRow& row : plot.rows) {
        numbers.push_back(row.value);
        numbers.insert(numbers.end(), row.points.begin(), row.points.end());
        if (row.interval) {
            numbers.push_back(row.interval->low);
            numbers.push_back(row.interval->high);
        }
    }
    Range least{std::min(plot.base, plot.low), std::max(plot.base, plot.high)};
    if (!(least.high > least.low)) {
        least = {plot.base, plot.base};
        for (const double number : numbers)
            if (std::isfinite(number)) {
                least.low = std::min(least.low, number);
                least.high = std::max(least.high, number);
            }
        if (!(least.high > least.low))
            least.high = least.low + 1;
    }
    return rangeOf(std::span<const double>(numbers), least);
}

void addRow(Figure& figure, const Axes& axes, const RowPlot& plot, const PlotRow& row, double y,
            double nameMm)
{
    figure.add(Label{{axes.box.left - 2, y + 0.9}, row.name, Ink::Text, nameMm, Align::Right});
    double x = axes.box.right() + 2;
    if (!std::isfinite(row.value)) {
        figure.add(Label{{x, y + 0.9}, plain("n/a"), Ink::Muted, kRowText});
        return;
    }
    const double from = axes.at(plot.base, 0).x;
    const double to = axes.at(row.value, 0).x;
    figure.add(boxArea({std::min(from, to), y - kRowBar / 2, std::abs(to - from), kRowBar}, row.ink,
                       0.55));
    for (const double point : row.points)
        figure.add(discArea({axes.at(point, 0).x, y}, 0.8, Ink::Text, 0.6));
    if (row.interval && std::isfinite(row.interval->low) && std::isfinite(row.interval->high)) {
        const double low = axes.at(row.interval->low, 0).x;
        const double high = axes.at(row.interval->high, 0).x;
        figure.add(Polyline{{{low, y}, {high, y}}, Ink::Text, 0.35});
        for (const double end : {low, high})
            figure.add(Polyline{{{end, y - 1}, {end, y + 1}}, Ink::Text, 0.35});
    }
    figure.add(Label{{x + 11, y + 0.9},
                     plain(fixedNumber(row.value, plot.decimals)),
                     Ink::Text,
                     kRowText,
                     Align::Right,
                     true});
    x += 13;
    figure.add(Label{{x, y + 0.9}, row.note, Ink::Muted, kRowSmall});
}

} // namespace

Figure rowFigure(const RowPlot& plot, double widthMm)
{
    const double groups
        = static_cast<double>(std::ranges::count(plot.rows, true, &PlotRow::startsGroup));
    const double field = kRowHeight * static_cast<double>(plot.rows.size()) + kRowGroup * groups;
    const double right = 17 + roomFor(plot.rows, &PlotRow::note, kRowSmall);
    constexpr double kLeastField = 20;
    // Names give way to the field and to the notes, and become smaller then, all alike.
    const double most
        = std::min(0.5 * widthMm, std::max(0.25 * widthMm, widthMm - right - kLeastField));
    const double left = std::min(roomFor(plot.rows, &PlotRow::name, kRowText), most);
    double nameMm = kRowText;
    for (const PlotRow& row : plot.rows)
        nameMm = std::min(nameMm, sizeThatFits(row.name, kRowText, left - 2));
    Figure figure;
    figure.title = plot.title;
    figure.widthMm = widthMm;
    figure.heightMm = kRowTop + field + kRowBottom;
    const Axes axes{{left, kRowTop, std::max(kLeastField, widthMm - left - right), field},
                    rangeOf(plot),
                    {0, 1}};
    figure.add(Label{
        {0, 4}, plot.title, Ink::Text, sizeThatFits(plot.title, 3, widthMm), Align::Left, true});
    for (const double tick : roundTicks(axes.x, 6)) {
        const double x = axes.at(tick, 0).x;
        figure.add(Polyline{{{x, axes.box.top}, {x, axes.box.bottom()}}, Ink::Grid, 0.2});
        figure.add(Label{{x, axes.box.bottom() + 3.6},
                         plain(numberText(tick)),
                         Ink::Muted,
                         kRowSmall,
                         Align::Centre});
    }
    double y = axes.box.top;
    for (const PlotRow& row : plot.rows) {
        y += row.startsGroup ? kRowGroup : 0;
        addRow(figure, axes, plot, row, y + kRowHeight / 2, nameMm);
        y += kRowHeight;
    }
    const double base = axes.at(plot.base, 0).x;
    figure.add(Polyline{{{base, axes.box.top}, {base, axes.box.bottom()}}, Ink::Muted, 0.3});
    if (plot.reference) {
        const double x = axes.at(*plot.reference, 0).x;
        figure.add(
            Polyline{{{x, axes.box.top - 1}, {x, axes.box.bottom()}}, Ink::Warning, 0.3, true});
        figure.add(Label{
            {x, axes.box.top - 1.8}, plot.referenceName, Ink::Warning, kRowSmall, Align::Centre});
    }
    figure.add(Label{{axes.box.left + axes.box.width / 2, axes.box.bottom() + 7.6},
                     plot.axis,
                     Ink::Muted,
                     kRowSmall,
                     Align::Centre});
    return figure;
}

} // namespace fusiform::report
