// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <array>
#include <cstdint>
#include <vector>

namespace fusiform::image {

/// A mesh of triangles, such as one side of the cortical sheet.
struct Surface {
    Eigen::Matrix3Xd points; ///< 3 x vertices, scanner RAS mm
    std::vector<std::array<std::int32_t, 3>> triangles; ///< vertices counted from 0
};

} // namespace fusiform::image
