// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/series.h"
#include "core/preprocess/realign.h"
#include "core/util/progress.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fusiform::preprocess {

/// A run as it comes from the scanner.
struct RawRun {
    std::string session; ///< "ses-01", or empty
    std::string name; ///< "sub-01_ses-01_task-faces_run-01"
    std::filesystem::path bold;
    double repetitionTime = 2; ///< s
    std::vector<double> sliceTimes; ///< s, one a slice; empty: slices are left as they are
    bool isFaceRun = true;
};

/// The run's volumes, every slice moved to the time of the middle one.
[[nodiscard]] image::Series readAndCorrect(const RawRun& run, Progress& progress);

/// Where the tissue of the reference lies in each volume, world to world.
/// @param starts a first guess for each volume.
[[nodiscard]] std::vector<Eigen::Matrix4d> estimateRun(const image::Series& run,
                                                       const Realigner& realigner,
                                                       const std::vector<Eigen::Matrix4d>& starts,
                                                       Progress& progress);
/// The same without guesses. Each volume begins at what the run's first one gave, so that the
/// volumes are independent of each other.
[[nodiscard]] std::vector<Eigen::Matrix4d>
estimateRun(const image::Series& run, const Realigner& realigner, Progress& progress);

/// Every volume on `target`'s grid, moved back by `maps`; 0 where a volume does not reach.
/// @param degree of the B-spline.
[[nodiscard]] image::Series resliceRun(const image::Series& run,
                                       const std::vector<Eigen::Matrix4d>& maps,
                                       const image::Grid& target, int degree, Progress& progress);

/// Mean over time, voxel by voxel.
[[nodiscard]] image::Volume meanOf(const image::Series& run);

} // namespace fusiform::preprocess
