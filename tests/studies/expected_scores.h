// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/studies/planted_study.h"

#include <span>

namespace fusiform::studies {

/// A score over draws of noise.
struct Expected {
    double mean = 0;
    double sd = 0;
};
struct ExpectedScores {
    Expected pairwise;
    Expected full;
};

/// What a region should score, by drawing the errors of all estimates from their covariance, σ²
/// (XᵀX)⁻¹, and reading the faces with a ridge: by plain linear algebra, without scans.
/// @param positions of the region's voxels
[[nodiscard]] ExpectedScores expectedScores(const PlantedSubject& subject,
                                            std::span<const Eigen::Index> positions, double ridge,
                                            int draws, std::uint64_t seed);

} // namespace fusiform::studies
