// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_signed_map.h"

#include "core/report/axes.h"
#include "core/report/mosaic.h"
#include "core/report/plots_quality.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fusiform::report {

namespace {

constexpr float kPale = 0.55F; // how much of the colour shows below the threshold
constexpr int kSignedSteps = 257; // of the scale: 0 has one

/// Blue, white, orange: told apart by colour-blind readers. @param share -1 ... 1
Color signedColor(double share)
{
    constexpr Color kBlue = {0.00F, 0.42F, 0.74F};
    constexpr Color kOrange = {0.90F, 0.42F, 0.00F};
    const Color& end = share < 0 ? kBlue : kOrange;
    const auto amount = static_cast<float>(std::clamp(std::abs(share), 0.0, 1.0));
    Color color = {};
    for (std::size_t c = 0; c < 3; ++c)
        color[c] = 0.97F + amount * (end[c] - 0.97F);
    return color;
}

Color mixed(const Color& front, const Color& behind, float share)
{
    Color color = {};
    for (std::size_t c = 0; c < 3; ++c)
        color[c] = share * front[c] + (1 - share) * behind[c];
    return color;
}

/// A round number that no value exceeds.
double roundLargest(std::span<const double> values)
{
    double most = 0;
    for (const double value : values)
        if (std::isfinite(value))
            most = std::max(most, std::abs(value));
    return most > 0 ? std::ceil(20 * most) / 20 : 1;
}

/// The map on the grid; NaN elsewhere.
image::Volume onWholeGrid(const SignedMapPlot& plot)
{
    image::Volume map{plot.mean->grid, std::vector<float>(plot.mean->values.size(), std::nanf(""))};
    for (std::size_t v = 0; v < plot.voxels.size(); ++v)
        map.values[static_cast<std::size_t>(plot.voxels[v])] = static_cast<float>(plot.values[v]);
    return map;
}

image::SharedPicture slicesOf(const SignedMapPlot& plot, double most, const MosaicOptions& options)
{
    const image::Volume map = onWholeGrid(plot);
    const double bright = upperValue(plot.mean->values, 0.995);
    const auto colorOf = [&](const image::Voxel& v) -> Color {
        const auto level = static_cast<double>(plot.mean->at(v));
        if (!(level > 0))
            return {0.04F, 0.04F, 0.05F};
        const auto grey = static_cast<float>(std::clamp(0.45 * level / bright, 0.0, 1.0));
        const Color behind = {grey, grey, grey};
        const auto value = static_cast<double>(map.at(v));
        if (std::isnan(value))
            return behind;
        return mixed(signedColor(value / most), behind,
                     std::abs(value) > plot.threshold ? 1.F : kPale);
    };
    return image::shared(mosaic(*plot.mean, colorOf, options));
}

/// The colours as they are on the map: pale between the thresholds.
void addSignedScale(Figure& figure, const Box& bar, double most, const SignedMapPlot& plot)
{
    image::Picture picture{kSignedSteps, 1, {}};
    constexpr Color kGrey = {0.25F, 0.25F, 0.25F}; // about the brain's
    for (int step = 0; step < kSignedSteps; ++step) {
        const double share = 2.0 * step / (kSignedSteps - 1) - 1;
        const Color color = mixed(signedColor(share), kGrey,
                                  std::abs(share * most) > plot.threshold ? 1.F : kPale);
        picture.rgb.insert(picture.rgb.end(), color.begin(), color.end());
    }
    figure.add(Raster{bar, image::shared(std::move(picture))});
    const Axes axes{bar, {-most, most}, {0, 1}};
    std::vector<double> ticks = {-most, 0, most};
    // The thresholds are named where they do not run into the ends.
    if (plot.threshold > 0.15 * most && plot.threshold < 0.85 * most)
        ticks.insert(ticks.end(), {-plot.threshold, plot.threshold});
    for (const double tick : ticks) {
        const double x = axes.at(tick, 0).x;
        figure.add(Polyline{{{x, bar.bottom()}, {x, bar.bottom() + 0.9}}, Ink::Muted, 0.2});
        figure.add(Label{
            {x, bar.bottom() + 3.4}, plain(shortNumber(tick, 2)), Ink::Muted, 2.2, Align::Centre});
    }
    figure.add(Label{{bar.left - 2, bar.top + 2.3}, plot.low, Ink::Muted, 2.4, Align::Right});
    figure.add(Label{{bar.right() + 2, bar.top + 2.3}, plot.high, Ink::Muted, 2.4});
    figure.add(Label{
        {bar.left + bar.width / 2, bar.bottom() + 7}, plot.scale, Ink::Muted, 2.4, Align::Centre});
}

} // namespace

Figure signedMapFigure(const SignedMapPlot& plot, double widthMm)
{
    const double bar = std::min(70.0, widthMm / 3); // names stand on both sides of it
    const int scale
        = std::max(1, static_cast<int>(120 / std::max<image::Index>(1, plot.mean->grid.shape[0])));
    const MosaicOptions options{7, 14, scale};
    const double most = roundLargest(plot.values);
    Figure figure = mosaicFigure(slicesOf(plot, most, options), plot.title, widthMm);
    const double bottom = figure.heightMm;
    addSignedScale(figure, {(widthMm - bar) / 2, bottom - 1, bar, 3}, most, plot);
    double base = bottom + 12;
    const auto addLine = [&](const Text& line) {
        figure.add(Label{{0, base}, line, Ink::Muted, 2.3});
        base += 3.6;
    };
    if (const std::vector<double> heights = sliceHeightsMm(*plot.mean, options); !heights.empty())
        addLine(FUSIFORM_TR("core", "%1 axial slices, z = %2 to %3 mm, row by row; left is left")
                    .arg(heights.size())
                    .arg(std::lround(heights.front()))
                    .arg(std::lround(heights.back())));
    for (const Text& note : plot.notes)
        addLine(note);
    figure.heightMm = base - 1;
    return figure;
}

} // namespace fusiform::report
