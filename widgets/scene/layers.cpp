// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/layers.h"

#include <algorithm>
#include <cmath>

namespace fusiform::scene {

Background backgroundOf(std::shared_ptr<const image::Volume> volume)
{
    Background result;
    std::vector<float> sample;
    // 200,000 values give percentiles to a fraction of a percent, and sorting all takes too long.
    const std::size_t step = std::max<std::size_t>(1, volume->values.size() / 200000);
    for (std::size_t i = 0; i < volume->values.size(); i += step)
        if (std::isfinite(volume->values[i]) && volume->values[i] != 0)
            sample.push_back(volume->values[i]);
    result.volume = std::move(volume);
    if (sample.empty())
        return result;
    const auto percentile = [&](double share) {
        const auto rank
            = static_cast<std::ptrdiff_t>(share * static_cast<double>(sample.size() - 1));
        std::nth_element(sample.begin(), sample.begin() + rank, sample.end());
        return sample[static_cast<std::size_t>(rank)];
    };
    result.black = std::min(percentile(0.01), 0.6F * percentile(0.5));
    result.white = percentile(0.995);
    if (!(result.white > result.black))
        result.white = result.black + 1;
    return result;
}

double Overlay::strength(float value) const
{
    return static_cast<double>(isTwoSided ? std::abs(value) : value);
}

bool Overlay::isPainted(float value) const
{
    const auto exact = static_cast<double>(value);
    return isTwoSided && exact < 0 ? -exact >= negativeThreshold : exact >= threshold;
}

Rgb Overlay::colorOf(float value) const
{
    const double span = maximum - minimum;
    return colorMap(map).at(span > 0 ? (value - minimum) / span : 1);
}

std::shared_ptr<const RegionLabels> labelsOf(const image::Grid& grid,
                                             std::vector<RegionLabels::Shown> regions)
{
    auto labels = std::make_shared<RegionLabels>();
    labels->grid = grid;
    if (regions.size() > 31)
        regions.resize(31);
    labels->regions = std::move(regions);
    return labels;
}

} // namespace fusiform::scene
