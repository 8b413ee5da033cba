// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_latents.h"

#include "core/report/axes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace fusiform::report {

namespace {

using Eigen::Index;
using face_model::CodeStatistics;
using face_model::ValueShares;

constexpr double kCodesLeft = 12; // mm, room for numbers
constexpr double kCodesRight = 4;
constexpr double kNameLine = 4; // base line of the name
constexpr double kUnderName = 8.2; // of what stands below it
constexpr double kFieldHeight = 42;

/// A field below its name and `headMm` of other things.
Axes codeField(double widthMm, double headMm, const Range& x, const Range& y)
{
    const Box box{kCodesLeft, kNameLine + 1.6 + headMm, widthMm - kCodesLeft - kCodesRight,
                  kFieldHeight};
    return {box, x, y, headMm};
}

Figure codeFigure(double widthMm, const Axes& axes, Text title)
{
    Figure figure;
    figure.widthMm = widthMm;
    figure.heightMm = axes.box.bottom() + 9;
    figure.title = std::move(title);
    return figure;
}

void addXName(Figure& figure, const Axes& axes, Text name)
{
    figure.add(Label{{axes.box.right(), axes.box.bottom() + 7.4},
                     std::move(name),
                     Ink::Muted,
                     2.4,
                     Align::Right});
}

std::string percent(double share) { return shortNumber(100 * share); }
/// For means, which may be next to nothing beside the deviations.
std::string hundredths(double value) { return numberText(std::round(100 * value) / 100 + 0.0); }

/// What the standard normal puts into a bin.
double normalShare(std::size_t bin)
{
    const double low = ValueShares::centre(bin) - ValueShares::kStep / 2;
    const auto below = [](double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); };
    return below(low + ValueShares::kStep) - below(low);
}

Polyline normalCurve(const Axes& axes)
{
    Polyline line{{}, Ink::Second, 0.45, false};
    for (std::size_t bin = 0; bin < ValueShares::kBins; ++bin)
        line.points.push_back(axes.at(ValueShares::centre(bin), 100 * normalShare(bin)));
    return line;
}

/// The outline of the current code's own histogram, as far as it has values.
Polyline outlineOf(const Axes& axes, const ValueShares& values)
{
    const auto isThere = [](double share) { return share > 0; };
    const auto first = std::ranges::find_if(values.shares, isThere);
    const auto end = std::find_if(values.shares.rbegin(), values.shares.rend(), isThere).base();
    const double half = ValueShares::kStep / 2;
    Polyline line{{}, Ink::Third, 0.4, false};
    for (auto share = first; share < end; ++share) {
        const double centre
            = ValueShares::centre(static_cast<std::size_t>(share - values.shares.begin()));
        if (share == first)
            line.points.push_back(axes.at(centre - half, 0));
        for (const double edge : {-half, half})
            line.points.push_back(axes.at(centre + edge, 100 * *share));
        if (share + 1 == end)
            line.points.push_back(axes.at(centre + half, 0));
    }
    return line;
}

/// Bins are a tenth wide around their centres, so those from 1 on hold what is saturated.
bool isSaturated(std::size_t bin) { return std::abs(ValueShares::centre(bin)) > 0.99; }

void addValueBars(Figure& figure, const Axes& axes, const CodeStatistics& statistics,
                  const CodeView& view)
{
    for (std::size_t bin = 0; bin < ValueShares::kBins; ++bin) {
        const double share = statistics.values.shares[bin];
        const double centre = ValueShares::centre(bin);
        const Point top = axes.at(centre - ValueShares::kStep / 2, 100 * share);
        const double width = axes.at(centre + ValueShares::kStep / 2, 0).x - top.x;
        const bool isMarked = view.head == CodeHead::Tanh && isSaturated(bin);
        if (share > 0)
            figure.add(boxArea({top.x, top.y, width, axes.box.bottom() - top.y},
                               isMarked ? Ink::Warning : Ink::First, 0.65));
        figure.spots.push_back(
            {{top.x, axes.box.top, width, axes.box.height},
             FUSIFORM_TR("core", "About %1: %2 % of the values; standard normal: %3 %")
                 .arg(shortNumber(centre))
                 .arg(percent(share))
                 .arg(percent(normalShare(bin)))});
    }
}

Text valuesNote(const CodeStatistics& statistics, const CodeView& view)
{
    if (statistics.units.size() > 0)
        return FUSIFORM_TR("core", "%1 codes, each latent in its deviations over the training")
            .arg(groupedNumber(statistics.codes));
    if (view.head == CodeHead::Tanh)
        return FUSIFORM_TR("core", "mean %1, deviation %2, beyond ±%3 (saturated): %4 %")
            .arg(hundredths(statistics.mean))
            .arg(shortNumber(statistics.deviation))
            .arg(face_model::kSaturated)
            .arg(percent(statistics.saturated));
    return FUSIFORM_TR("core", "mean %1, deviation %2")
        .arg(hundredths(statistics.mean))
        .arg(shortNumber(statistics.deviation));
}

Text valuesTip(const CodeStatistics& statistics, const CodeView& view)
{
    if (view.head == CodeHead::Tanh)
        return FUSIFORM_TR("core",
                           "%1 codes of %2 latents: mean %3, standard deviation %4; %5 % of "
                           "the values lie beyond ±%6, where tanh bends")
            .arg(groupedNumber(statistics.codes))
            .arg(groupedNumber(statistics.latents()))
            .arg(hundredths(statistics.mean))
            .arg(shortNumber(statistics.deviation))
            .arg(percent(statistics.saturated))
            .arg(face_model::kSaturated);
    return FUSIFORM_TR("core", "%1 codes of %2 latents: mean %3, standard deviation %4")
        .arg(groupedNumber(statistics.codes))
        .arg(groupedNumber(statistics.latents()))
        .arg(hundredths(statistics.mean))
        .arg(shortNumber(statistics.deviation));
}

/// Variances of the latents in the order of their deviations.
Eigen::VectorXd orderedVariances(const CodeStatistics& statistics)
{
    Eigen::VectorXd variances(statistics.latents());
    for (Index rank = 0; rank < variances.size(); ++rank) {
        const double deviation
            = statistics.deviations[statistics.order[static_cast<std::size_t>(rank)]];
        variances[rank] = deviation * deviation;
    }
    return variances;
}

std::vector<Mark> varianceMarks(const Eigen::VectorXd& variances)
{
    std::vector<Mark> marks;
    for (const int share : {50, 90, 99}) {
        const Index count = face_model::countReaching(share / 100.0, variances, variances.sum());
        if (count <= 0)
            continue;
        marks.push_back(
            {static_cast<double>(count),
             FUSIFORM_TR("core", "%1 %: %2 latents").arg(share).arg(groupedNumber(count)),
             Ink::Muted,
             FUSIFORM_TR("core", "%1 of %2 latents carry %3 % of the variance of the codes")
                 .arg(groupedNumber(count))
                 .arg(groupedNumber(variances.size()))
                 .arg(share)});
    }
    return marks;
}

Text latentTip(const CodeStatistics& statistics, const CodeView& view, Index rank, double share)
{
    const Index latent = statistics.order[static_cast<std::size_t>(rank)];
    Text tip = view.current.size() == statistics.latents()
                   ? FUSIFORM_TR("core", "Latent %1: mean %2, standard deviation %3, %4 % of the "
                                         "variance; in the code shown: %5")
                   : FUSIFORM_TR("core", "Latent %1: mean %2, standard deviation %3, %4 % of the "
                                         "variance");
    tip = tip.arg(latent + 1)
              .arg(hundredths(statistics.means[latent]))
              .arg(shortNumber(statistics.deviations[latent]))
              .arg(percent(share));
    return view.current.size() == statistics.latents() ? tip.arg(shortNumber(view.current[latent]))
                                                       : tip;
}

/// x is the rank, from 1.
void addSpread(Figure& figure, const Axes& axes, const CodeStatistics& statistics,
               const CodeView& view)
{
    constexpr double kDot = 0.5; // mm
    Polyline deviations{{}, Ink::First, 0.5, false};
    Polyline trained{{}, Ink::Third, 0.35, true};
    const Eigen::VectorXd variances = orderedVariances(statistics);
    const double total = std::max(variances.sum(), 1e-300);
    const double step = axes.box.width / (axes.x.high - axes.x.low);
    for (Index rank = 0; rank < statistics.latents(); ++rank) {
        const Index latent = statistics.order[static_cast<std::size_t>(rank)];
        const auto x = static_cast<double>(rank + 1);
        const Point mean = axes.at(x, statistics.means[latent]);
        figure.add(boxArea({mean.x - kDot / 2, mean.y - kDot / 2, kDot, kDot}, Ink::Second, 0.8));
        deviations.points.push_back(axes.at(x, statistics.deviations[latent]));
        if (statistics.units.size() > 0)
            trained.points.push_back(axes.at(x, statistics.units[latent]));
        figure.spots.push_back({{mean.x - step / 2, axes.box.top, step, axes.box.height},
                                latentTip(statistics, view, rank, variances[rank] / total)});
    }
    if (!trained.points.empty())
        figure.add(trained);
    figure.add(deviations);
}

struct NormBins {
    double low = 0;
    double step = 1;
    std::vector<double> counts;

    [[nodiscard]] double edge(std::size_t bin) const
    {
        return low + step * static_cast<double>(bin);
    }
};

/// About as many bins as fit the number of codes (its square root), of round width.
NormBins normBins(const Eigen::VectorXd& norms)
{
    const double low = norms.minCoeff();
    const double high = norms.maxCoeff();
    const double wanted = std::clamp(std::sqrt(static_cast<double>(norms.size())), 5.0, 40.0);
    const double least = std::max(1e-9, 0.002 * high);
    NormBins bins;
    const std::vector<double> ticks
        = roundTicks({low, std::max(high, low + least * wanted)}, static_cast<int>(wanted));
    bins.step = ticks.size() > 1 ? ticks[1] - ticks[0] : least;
    bins.low = bins.step * std::floor(low / bins.step);
    bins.counts.resize(static_cast<std::size_t>((high - bins.low) / bins.step) + 1);
    for (const double norm : norms)
        ++bins.counts[static_cast<std::size_t>((norm - bins.low) / bins.step)];
    return bins;
}

/// The root of the expected squared length.
double expectedNorm(const CodeStatistics& statistics)
{
    return statistics.units.size() > 0 ? statistics.units.norm()
                                       : std::sqrt(static_cast<double>(statistics.latents()));
}

std::vector<Mark> normMarks(const CodeStatistics& statistics, const CodeView& view)
{
    const std::string expected = shortNumber(expectedNorm(statistics), 4);
    const bool isOfPca = statistics.units.size() > 0;
    std::vector<Mark> marks = {
        {expectedNorm(statistics),
         isOfPca ? FUSIFORM_TR("core", "training variances: %1").arg(expected)
                 : FUSIFORM_TR("core", "standard normal: %1").arg(expected),
         Ink::Second,
         isOfPca ? FUSIFORM_TR("core", "Length expected of the training pictures: %1").arg(expected)
                 : FUSIFORM_TR("core", "Length expected of %1 independent standard normal latents: "
                                       "%2")
                       .arg(groupedNumber(statistics.latents()))
                       .arg(expected)}};
    if (view.current.size() == 0)
        return marks;
    const double norm = view.current.norm();
    const double below = (statistics.norms.array() < norm).cast<double>().mean();
    marks.push_back({norm, FUSIFORM_TR("core", "code shown: %1").arg(shortNumber(norm, 4)),
                     Ink::Third,
                     FUSIFORM_TR("core", "Length of the code shown: %1; %2 % of the codes are "
                                         "shorter")
                         .arg(shortNumber(norm, 4))
                         .arg(percent(below))});
    return marks;
}

void addNormBars(Figure& figure, const Axes& axes, const NormBins& bins)
{
    for (std::size_t bin = 0; bin < bins.counts.size(); ++bin) {
        const Point top = axes.at(bins.edge(bin), bins.counts[bin]);
        const double width = axes.at(bins.edge(bin + 1), 0).x - top.x;
        if (bins.counts[bin] > 0)
            figure.add(
                boxArea({top.x, top.y, width * 0.92, axes.box.bottom() - top.y}, Ink::First, 0.65));
        figure.spots.push_back({{top.x, axes.box.top, width, axes.box.height},
                                FUSIFORM_TR("core", "From %1 to %2: %3 codes")
                                    .arg(shortNumber(bins.edge(bin), 4))
                                    .arg(shortNumber(bins.edge(bin + 1), 4))
                                    .arg(groupedNumber(std::llround(bins.counts[bin])))});
    }
}

} // namespace

Figure codeValuesFigure(const CodeStatistics& statistics, const CodeView& view, double widthMm)
{
    const Text title = FUSIFORM_TR("core", "Values of the latents (%)");
    const bool hasCurrent = view.current.size() > 0;
    const ValueShares current = face_model::valueShares(view.current.transpose(), statistics.units);
    std::vector<double> heights(statistics.values.shares.begin(), statistics.values.shares.end());
    if (hasCurrent)
        heights.insert(heights.end(), current.shares.begin(), current.shares.end());
    for (double& height : heights)
        height *= 100;
    constexpr double kEdge = -ValueShares::kLow + ValueShares::kStep / 2;
    const Axes axes = codeField(widthMm, 9, {-kEdge, kEdge}, rangeOf(heights, {0, 4.2}));
    Figure figure = codeFigure(widthMm, axes, title);
    addAxes(figure, axes, title, XLabels::Shown);
    const Text note = valuesNote(statistics, view);
    figure.add(Label{{kCodesLeft, kUnderName}, note, Ink::Text, 2.4});
    figure.spots.push_back(
        {{kCodesLeft, kUnderName - 3, axes.box.width, 4}, valuesTip(statistics, view)});
    std::vector<Key> keys = {{FUSIFORM_TR("core", "all codes"), Ink::First},
                             {FUSIFORM_TR("core", "standard normal"), Ink::Second}};
    if (hasCurrent)
        keys.push_back({FUSIFORM_TR("core", "code shown"), Ink::Third});
    addKeyRow(figure, {kCodesLeft, kUnderName + 4}, keys);
    addValueBars(figure, axes, statistics, view);
    figure.add(normalCurve(axes));
    if (hasCurrent)
        figure.add(outlineOf(axes, current));
    addXName(figure, axes,
             statistics.units.size() > 0 ? FUSIFORM_TR("core", "standard deviations")
                                         : FUSIFORM_TR("core", "value"));
    return figure;
}

Figure latentSpreadFigure(const CodeStatistics& statistics, const CodeView& view, double widthMm)
{
    const Text title = FUSIFORM_TR("core", "Mean and standard deviation of each latent");
    const std::vector<Mark> marks = varianceMarks(orderedVariances(statistics));
    std::vector<double> values(statistics.means.begin(), statistics.means.end());
    values.insert(values.end(), statistics.deviations.begin(), statistics.deviations.end());
    values.insert(values.end(), statistics.units.begin(), statistics.units.end());
    const double head = 5 + kMarkLineMm * static_cast<double>(marks.size());
    const Axes axes
        = codeField(widthMm, head, {0.5, static_cast<double>(statistics.latents()) + 0.5},
                    rangeOf(values, {-0.05, 0.1}));
    Figure figure = codeFigure(widthMm, axes, title);
    addAxes(figure, axes, title, XLabels::Shown);
    std::vector<Key> keys = {{FUSIFORM_TR("core", "standard deviation"), Ink::First},
                             {FUSIFORM_TR("core", "mean"), Ink::Second}};
    if (statistics.units.size() > 0)
        keys.push_back({FUSIFORM_TR("core", "deviation in training"), Ink::Third});
    addKeyRow(figure, {kCodesLeft, kUnderName}, keys);
    addSpread(figure, axes, statistics, view);
    addMarks(figure, axes, marks);
    addXName(figure, axes, FUSIFORM_TR("core", "rank of the latent by standard deviation"));
    return figure;
}

Figure codeNormsFigure(const CodeStatistics& statistics, const CodeView& view, double widthMm)
{
    const Text title = FUSIFORM_TR("core", "Lengths of the codes");
    const std::vector<Mark> marks = normMarks(statistics, view);
    const NormBins bins = normBins(statistics.norms);
    Range lengths{bins.low, bins.edge(bins.counts.size())};
    for (const Mark& mark : marks)
        lengths = {std::min(lengths.low, mark.x), std::max(lengths.high, mark.x)};
    const double margin = (lengths.high - lengths.low) / 30;
    const double head = 5 + kMarkLineMm * static_cast<double>(marks.size());
    const Axes axes = codeField(widthMm, head, {lengths.low - margin, lengths.high + margin},
                                rangeOf(bins.counts, {0, 1}));
    Figure figure = codeFigure(widthMm, axes, title);
    addAxes(figure, axes, title, XLabels::Shown);
    const double mean = statistics.norms.mean();
    const double deviation = std::sqrt((statistics.norms.array() - mean).square().mean());
    const Text note = FUSIFORM_TR("core", "%1 codes of length %2 ± %3")
                          .arg(groupedNumber(statistics.codes))
                          .arg(shortNumber(mean, 4))
                          .arg(shortNumber(deviation));
    figure.add(Label{{kCodesLeft, kUnderName}, note, Ink::Text, 2.4});
    figure.spots.push_back(
        {{kCodesLeft, kUnderName - 3, axes.box.width, 4},
         FUSIFORM_TR("core", "%1 codes: mean length %2, standard deviation of the lengths %3")
             .arg(groupedNumber(statistics.codes))
             .arg(shortNumber(mean, 4))
             .arg(shortNumber(deviation))});
    addNormBars(figure, axes, bins);
    addMarks(figure, axes, marks);
    addXName(figure, axes, FUSIFORM_TR("core", "length"));
    return figure;
}

} // namespace fusiform::report
