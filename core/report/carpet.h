// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"
#include "core/preprocess/derivatives.h"
#include "core/util/progress.h"

#include <Eigen/Dense>

namespace fusiform::report {

/// A run as a carpet (Power 2017): voxels of the mask in rows, volumes in columns, each row in its
/// own standard deviations. What moves the whole head stands out as a vertical stripe.
struct Carpet {
    Eigen::MatrixXf rows; ///< at most kCarpetRows x volumes
    image::Index voxels = 0; ///< of the mask, of which the rows are a part
};
constexpr image::Index kCarpetRows = 600;

/// Rows are voxels at equal distances in the mask, sorted by how much they follow the mean of all:
/// a stripe then shows how much of the brain it takes in.
[[nodiscard]] Carpet carpetOf(const preprocess::RunFiles& files, Progress& progress);

} // namespace fusiform::report
