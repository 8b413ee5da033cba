// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_curve.h"

#include "core/report/axes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fusiform::report {

namespace {

constexpr double kOverXLeft = 14; // mm, room for numbers
constexpr double kOverXRight = 18; // chance
constexpr double kOverXTop = 14;
constexpr double kOverXField = 52;
constexpr double kOverXKeys = 5.4;
constexpr double kOverXBottom = 15;

struct Spread {
    double mean = 0;
    double sd = 0; ///< 0 of a single number
};

Spread spreadOf(const std::vector<double>& values)
{
    Spread spread;
    const auto count = static_cast<double>(values.size());
    spread.mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    for (const double value : values)
        spread.sd += (value - spread.mean) * (value - spread.mean);
    spread.sd = values.size() > 1 ? std::sqrt(spread.sd / (count - 1)) : 0;
    return spread;
}

void addCurve(Figure& figure, const Axes& axes, const Curve& curve, double aside)
{
    Area band{{}, curve.ink, 0.16};
    Polyline line{{}, curve.ink, 0.45, false};
    std::vector<Point> lower;
    for (const CurvePoint& point : curve.points) {
        if (point.values.empty())
            continue;
        const Spread spread = spreadOf(point.values);
        line.points.push_back(axes.at(point.x, spread.mean));
        band.outline.push_back(axes.at(point.x, std::min(axes.y.high, spread.mean + spread.sd)));
        lower.push_back(axes.at(point.x, std::max(axes.y.low, spread.mean - spread.sd)));
    }
    band.outline.insert(band.outline.end(), lower.rbegin(), lower.rend());
    figure.add(std::move(band));
    for (const CurvePoint& point : curve.points)
        for (const double value : point.values) {
            const Point at = axes.at(point.x, value);
            figure.add(discArea({at.x + aside, at.y}, 0.7, curve.ink, 0.45));
        }
    for (const Point& at : line.points)
        figure.add(discArea(at, 1, curve.ink));
    figure.add(std::move(line));
}

} // namespace

Figure curveFigure(const CurvePlot& plot, double widthMm)
{
    Figure figure;
    figure.title = plot.title;
    figure.widthMm = widthMm;
    figure.heightMm = kOverXTop + kOverXField + kOverXBottom;
    Range x{0, 1};
    if (!plot.xTicks.empty()) {
        x = {plot.xTicks.front().first, plot.xTicks.front().first};
        for (const auto& [at, name] : plot.xTicks)
            x = {std::min(x.low, at), std::max(x.high, at)};
        const double margin = std::max(0.1, 0.08 * (x.high - x.low));
        x = {x.low - margin, x.high + margin};
    }
    const Axes axes{{kOverXLeft, kOverXTop, widthMm - kOverXLeft - kOverXRight, kOverXField},
                    x,
                    {plot.low, plot.high},
                    kOverXKeys};
    addAxes(figure, axes, plot.title, XLabels::Hidden);
    figure.add(axes.level(plot.chance, Ink::Warning));
    figure.add(Label{{axes.box.right() + 1.5, axes.at(0, plot.chance).y + 0.8},
                     FUSIFORM_TR("core", "chance %1 %").arg(fixedNumber(plot.chance, 0)),
                     Ink::Warning,
                     2.4});
    for (const auto& [place, name] : plot.marks) {
        const double mm = axes.at(place, 0).x;
        figure.add(Polyline{{{mm, axes.box.top}, {mm, axes.box.bottom()}}, Ink::Muted, 0.3, true});
        figure.add(Label{{mm + 1, axes.box.bottom() - 1.4}, name, Ink::Muted, 2.4});
    }
    constexpr double kAside = 0.9; // dots of two curves stand beside each other
    double aside = -kAside * (static_cast<double>(plot.curves.size()) - 1);
    std::vector<Key> keys;
    for (const Curve& curve : plot.curves) {
        addCurve(figure, axes, curve, aside);
        aside += 2 * kAside;
        keys.push_back({curve.name, curve.ink});
    }
    addKeyRow(figure, {kOverXLeft, kOverXTop - 2.2}, keys);
    for (const auto& [at, name] : plot.xTicks) {
        const double mm = axes.at(at, 0).x;
        figure.add(
            Polyline{{{mm, axes.box.bottom()}, {mm, axes.box.bottom() + 1}}, Ink::Muted, 0.2});
        figure.add(Label{{mm, axes.box.bottom() + 4.4}, name, Ink::Text, 2.5, Align::Centre});
    }
    figure.add(Label{{axes.box.left + axes.box.width / 2, axes.box.bottom() + 9.5},
                     plot.xName,
                     Ink::Muted,
                     2.4,
                     Align::Centre});
    return figure;
}

} // namespace fusiform::report
