// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_scores.h"

#include "core/report/axes.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fusiform::report {

namespace {

using Eigen::Index;

constexpr double kScoreLeft = 14; // mm, room for numbers
constexpr double kScoreRight = 18; // chance
constexpr double kScoreTop = 11;
constexpr double kScoreField = 46;
constexpr double kScoreBottom = 14; // names and notes of conditions
constexpr double kBarShare = 0.5; // of a condition's room
constexpr double kDotMm = 0.9;

/// Dots of equal height stand beside each other.
double shiftOf(const Eigen::VectorXd& shares, Index subject)
{
    Index before = 0;
    Index same = 0;
    for (Index other = 0; other < shares.size(); ++other)
        if (std::abs(shares[other] - shares[subject]) < 0.02) {
            ++same;
            before += other < subject;
        }
    return 2.4 * kDotMm * (static_cast<double>(before) - (static_cast<double>(same) - 1) / 2);
}

void addInterval(Figure& figure, const Axes& axes, double x, const stats::Interval& interval)
{
    if (!std::isfinite(interval.low) || !std::isfinite(interval.high))
        return;
    const Point low = axes.at(x, 100 * interval.low);
    const Point high = axes.at(x, 100 * interval.high);
    figure.add(Polyline{{low, high}, Ink::Text, 0.35});
    for (const Point& end : {low, high})
        figure.add(Polyline{{{end.x - 1.2, end.y}, {end.x + 1.2, end.y}}, Ink::Text, 0.35});
}

void addCondition(Figure& figure, const Axes& axes, const ScorePlot& plot, Index condition,
                  double nameMm)
{
    const double x = static_cast<double>(condition) + 0.5;
    const Eigen::VectorXd shares = plot.shares.col(condition);
    const double mean = shares.mean();
    const Point top = axes.at(x, 100 * mean);
    const double width = kBarShare * axes.box.width / axes.x.high;
    const Box bar{top.x - width / 2, top.y, width, axes.box.bottom() - top.y};
    figure.add(boxArea(bar, Ink::First, 0.55));
    const auto c = static_cast<std::size_t>(condition);
    if (shares.size() > 1)
        for (Index subject = 0; subject < shares.size(); ++subject) {
            Point at = axes.at(x, 100 * shares[subject]);
            at.x += shiftOf(shares, subject);
            figure.add(discArea(at, kDotMm, Ink::Text));
            figure.spots.push_back({{at.x - 1.2, at.y - 1.2, 2.4, 2.4},
                                    FUSIFORM_TR("core", "%1, %2: %3 %")
                                        .arg(plot.subjects[static_cast<std::size_t>(subject)])
                                        .arg(plot.conditions[c].english())
                                        .arg(100 * shares[subject])});
        }
    else if (c < plot.intervals.size())
        addInterval(figure, axes, x, plot.intervals[c]);
    figure.add(Label{
        {top.x, axes.box.bottom() + 4.2}, plot.conditions[c], Ink::Text, nameMm, Align::Centre});
    figure.add(Label{{top.x, axes.box.bottom() + 8},
                     plain(fixedNumber(100 * mean, 1) + " %"),
                     Ink::Text,
                     2.7,
                     Align::Centre,
                     true});
    if (c < plot.notes.size())
        figure.add(Label{
            {top.x, axes.box.bottom() + 11.6}, plot.notes[c], Ink::Muted, 2.4, Align::Centre});
}

/// Of the conditions' names, so that they stand beside each other.
double nameSizeOf(const ScorePlot& plot, double roomMm)
{
    std::size_t longest = 1;
    for (const Text& name : plot.conditions)
        longest = std::max(longest, name.english().size());
    constexpr double kLetter = 0.57; // of the size, with some room for translations
    return std::clamp(0.95 * roomMm / (kLetter * static_cast<double>(longest)), 1.9, 2.7);
}

} // namespace

Figure scoreFigure(const ScorePlot& plot, double widthMm)
{
    Figure figure;
    figure.title = plot.title;
    figure.widthMm = widthMm;
    figure.heightMm = kScoreTop + kScoreField + kScoreBottom;
    const auto conditions = static_cast<double>(plot.conditions.size());
    constexpr double kNarrow = 120; // mm: what chance is called stands inside the field
    const double right = widthMm < kNarrow ? 2 : kScoreRight;
    const Axes axes{{kScoreLeft, kScoreTop, widthMm - kScoreLeft - right, kScoreField},
                    {0, std::max(1.0, conditions)},
                    {0, 100}};
    addAxes(figure, axes, plot.title, XLabels::Hidden);
    const double nameMm = nameSizeOf(plot, axes.box.width / axes.x.high);
    for (Index condition = 0; condition < plot.shares.cols(); ++condition)
        addCondition(figure, axes, plot, condition, nameMm);
    figure.add(axes.level(100 * plot.chance, Ink::Warning));
    const double y = axes.at(0, 100 * plot.chance).y;
    const bool isInside = right < kScoreRight;
    figure.add(Label{{axes.box.right() + (isInside ? 0 : 1.5), isInside ? y - 1 : y + 0.8},
                     FUSIFORM_TR("core", "chance %1 %").arg(fixedNumber(100 * plot.chance, 0)),
                     Ink::Warning,
                     2.4,
                     isInside ? Align::Right : Align::Left});
    return figure;
}

} // namespace fusiform::report
