// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_selection.h"

#include "core/report/axes.h"
#include "core/report/mosaic.h"
#include "core/report/plots_quality.h"

#include <algorithm>
#include <cmath>

namespace fusiform::report {

namespace {

constexpr int kBinsAcross = 150;
constexpr int kBinsUp = 90;
constexpr double kPlaneTop = 12; // mm
constexpr double kPlaneLeft = 16;
constexpr double kPlaneHeight = 66;
constexpr double kPlaneBottom = 12;

using Counts = std::vector<int>;

Range rangeOfMost(std::span<const float> values)
{
    std::vector<float> finite;
    for (const float value : values)
        if (std::isfinite(value))
            finite.push_back(value);
    if (finite.empty())
        return {0, 1};
    std::ranges::sort(finite);
    const auto at = [&](double share) {
        return static_cast<double>(
            finite[static_cast<std::size_t>(share * static_cast<double>(finite.size() - 1))]);
    };
    Range range{std::min(0.0, at(0.001)), at(0.999)};
    if (!(range.high > range.low))
        range.high = range.low + 1;
    return range;
}

Counts countsOf(const SelectionPlot& plot, const Range& x, const Range& y, bool isSelected)
{
    Counts counts(static_cast<std::size_t>(kBinsAcross) * kBinsUp, 0);
    const auto bin = [](double value, const Range& range, int bins) {
        const double share = (value - range.low) / (range.high - range.low);
        return std::clamp(static_cast<int>(share * bins), 0, bins - 1);
    };
    for (std::size_t v = 0; v < plot.t.size(); ++v) {
        if ((*plot.isSelected)[v] != isSelected || !std::isfinite(plot.t[v])
            || !std::isfinite(plot.gain[v]))
            continue;
        const int column = bin(static_cast<double>(plot.t[v]), x, kBinsAcross);
        const int row = kBinsUp - 1 - bin(static_cast<double>(plot.gain[v]), y, kBinsUp);
        ++counts[static_cast<std::size_t>(row * kBinsAcross + column)];
    }
    return counts;
}

/// Logarithms: a few voxels are seen beside thousands.
image::SharedPicture densityPicture(const Counts& rest, const Counts& selected)
{
    constexpr Color kRest = {0.32F, 0.38F, 0.44F};
    constexpr Color kSelected = {0.835F, 0.369F, 0.0F};
    const auto most
        = static_cast<double>(std::max(std::ranges::max(rest), std::ranges::max(selected)));
    auto picture = std::make_shared<image::Picture>();
    picture->width = kBinsAcross;
    picture->height = kBinsUp;
    picture->rgb.reserve(3 * rest.size());
    for (std::size_t b = 0; b < rest.size(); ++b) {
        const int count = rest[b] + selected[b];
        const double amount
            = count == 0 ? 0 : 0.25 + 0.75 * std::log1p(count) / std::log1p(std::max(1.0, most));
        const double share = count == 0 ? 0 : static_cast<double>(selected[b]) / count;
        for (std::size_t c = 0; c < 3; ++c) {
            const double ink = share * static_cast<double>(kSelected[c])
                               + (1 - share) * static_cast<double>(kRest[c]);
            picture->rgb.push_back(static_cast<float>(1 + amount * (ink - 1)));
        }
    }
    return picture;
}

constexpr MosaicOptions kPartSlices = {7, 14, 3};
constexpr double kBorderMm = 0.15; // of the lines

/// The grey of the lines is one of the figure's own: it lies on dark slices in every theme.
void addBorder(Figure& figure, const image::Volume& partOf, const PartBorder& border)
{
    figure.colors.push_back({Ink::Third, "#c4c8cc"});
    const Raster slices = figure.all<Raster>().front();
    const double mmAVoxel = slices.box.width * kPartSlices.scale / slices.picture->width;
    for (std::vector<Point>& line : mosaicContours(partOf, *border.volume, 0.5, kPartSlices)) {
        for (Point& point : line)
            point = {slices.box.left + mmAVoxel * point.x, slices.box.top + mmAVoxel * point.y};
        figure.add(Polyline{std::move(line), Ink::Third, kBorderMm});
    }
}

/// What each colour is, in as many columns as the texts have room.
void addLegend(Figure& figure, std::span<const PartName> parts, const PartBorder* border)
{
    constexpr double kColumnMm = 44;
    constexpr double kRowMm = 5;
    constexpr double kTextMm = 2.5;
    const auto columns = std::max(1, static_cast<int>(figure.widthMm / kColumnMm));
    const double columnMm = figure.widthMm / columns;
    int place = 0;
    double bottom = figure.heightMm;
    const auto nextPlace = [&] {
        const Point at{columnMm * (place % columns), figure.heightMm + kRowMm * (place / columns)};
        ++place;
        bottom = at.y + kRowMm + 1;
        return at;
    };
    const auto addName = [&](const Point& at, const Text& name) {
        figure.add(Label{{at.x + 4.5, at.y + 2.5},
                         name,
                         Ink::Text,
                         sizeThatFits(name, kTextMm, columnMm - 5.5)});
    };
    for (const PartName& part : parts) {
        const Point at = nextPlace();
        image::Picture square{1, 1, {}};
        for (const std::uint8_t channel : part.colour)
            square.rgb.push_back(static_cast<float>(channel) / 255.F);
        figure.add(Raster{{at.x, at.y, 3, 3}, image::shared(std::move(square))});
        addName(at, part.name);
    }
    if (border) {
        const Point at = nextPlace();
        image::Picture dark{1, 1, {0.15F, 0.15F, 0.16F}};
        figure.add(Raster{{at.x, at.y, 3, 3}, image::shared(std::move(dark))});
        figure.add(
            Polyline{{{at.x, at.y + 1.5}, {at.x + 3, at.y + 1.5}}, Ink::Third, 2 * kBorderMm});
        addName(at, border->name);
    }
    figure.heightMm = bottom;
}

} // namespace

Figure selectionFigure(const SelectionPlot& plot, double widthMm)
{
    Figure figure;
    figure.title = plot.title;
    figure.widthMm = widthMm;
    figure.heightMm = kPlaneTop + kPlaneHeight + kPlaneBottom;
    const Range x = rangeOfMost(plot.t);
    const Range y = rangeOfMost(plot.gain);
    const Axes axes{
        {kPlaneLeft, kPlaneTop, std::min(widthMm - kPlaneLeft - 34, 130.0), kPlaneHeight}, x, y};
    figure.add(
        Raster{axes.box, densityPicture(countsOf(plot, x, y, false), countsOf(plot, x, y, true))});
    addAxes(figure, axes, plot.title, XLabels::Shown);
    figure.add(Label{{axes.box.left + axes.box.width / 2, axes.box.bottom() + 8},
                     FUSIFORM_TR("core", "t of faces against fixation"),
                     Ink::Muted,
                     2.5,
                     Align::Centre});
    figure.add(Label{{3.4, axes.box.top + axes.box.height / 2},
                     FUSIFORM_TR("core", "gain in explained variance by the latents"),
                     Ink::Muted,
                     2.5,
                     Align::Centre,
                     false,
                     true});
    const double keys = axes.box.right() + 4;
    if (keys + 30 < widthMm) {
        figure.add(boxArea({keys, axes.box.top + 1, 3, 3}, Ink::Second));
        figure.add(
            Label{{keys + 4.5, axes.box.top + 3.5}, FUSIFORM_TR("core", "selected"), Ink::Text});
        figure.add(boxArea({keys, axes.box.top + 7, 3, 3}, Ink::Muted));
        figure.add(Label{
            {keys + 4.5, axes.box.top + 9.5}, FUSIFORM_TR("core", "not selected"), Ink::Text});
    }
    return figure;
}

Figure partsFigure(const image::Volume& mean, const image::Volume& partOf,
                   std::span<const PartName> parts, const Text& title, double widthMm,
                   const PartBorder* border)
{
    const double high = upperValue(mean.values, 0.995);
    const auto colorOf = [&](const image::Voxel& v) -> Color {
        const float part = partOf.at(v);
        if (part == 0)
            return {0.04F, 0.04F, 0.05F};
        const auto grey = static_cast<float>(
            std::clamp(0.75 * static_cast<double>(mean.at(v)) / high, 0.0, 1.0));
        if (part < 2)
            return {grey, grey, grey};
        const auto& colour = parts[static_cast<std::size_t>(part) - 2].colour;
        Color mixed = {};
        for (std::size_t c = 0; c < 3; ++c)
            mixed[c] = 0.8F * static_cast<float>(colour[c]) / 255.F + 0.2F * grey;
        return mixed;
    };
    Figure figure
        = mosaicFigure(image::shared(mosaic(partOf, colorOf, kPartSlices)), title, widthMm);
    if (border)
        addBorder(figure, partOf, *border);
    addLegend(figure, parts, border);
    return figure;
}

} // namespace fusiform::report
