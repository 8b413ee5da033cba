// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/glm/kept_series.h"

#include <span>

namespace fusiform::task {

/// Writes one value per voxel of a series as an image on the grid of the fit; NaN elsewhere.
void writeSeriesMap(const std::filesystem::path& file, const glm::Fit& fit,
                    const glm::KeptSeries& series, std::span<const double> values,
                    const std::string& description);

/// Positions in the series of the members of a set, ascending.
[[nodiscard]] std::vector<Eigen::Index> positionsIn(const glm::KeptSeries& series,
                                                    const image::VoxelSet& voxels);

/// Number, median and quartiles of the values that are finite; null where there are none.
[[nodiscard]] Json quartiles(std::span<const double> values);

/// Quartiles of a map in every region that the fit offers for a model: an array of objects with
/// `region` and the keys of quartiles().
[[nodiscard]] Json quartilesByRegion(const glm::Fit& fit, const glm::ModelFit& model,
                                     const glm::KeptSeries& series, std::span<const double> values);

} // namespace fusiform::task
