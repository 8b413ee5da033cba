// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"

#include <optional>

namespace fusiform::evaluate {

/// How much of a region's patterns repeats from showing to showing, as the fit has worked it out
/// from the exploration faces (glm/noise_ceiling.h): what no decoder can go beyond.
struct RegionCeiling {
    std::string model;
    std::string region;
    double voxels = 0;
    double pooled = 0; ///< share of the variance of mean patterns, of all voxels together
    double median = 0; ///< of single voxels
    double quartile1 = 0;
    double quartile3 = 0;
    double signalToNoise = 0; ///< ncsnr, median of voxels
};
struct CeilingFacts {
    double faces = 0;
    double repetitions = 0;
    std::vector<RegionCeiling> regions;
};

/// Empty where the fit has none: too few showings, or no kept series.
/// @throws Error{BadData} if the fit's file is not what it should be
[[nodiscard]] std::optional<CeilingFacts> ceilingFacts(const glm::Fit& fit);

} // namespace fusiform::evaluate
