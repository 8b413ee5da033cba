// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/scan_values.h"

#include <Eigen/Dense>

namespace fusiform::glm {

/// Series less their means over the scans, one a column: scans x voxels. A run's constant is a
/// nuisance column anyway; taken out before everything else, it costs no digits.
[[nodiscard]] Eigen::MatrixXd centred(const Eigen::Ref<const ScanValues>& values);

} // namespace fusiform::glm
