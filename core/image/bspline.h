// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"

#include <array>
#include <span>

namespace fusiform::image {

/// A volume as the spline through its voxels (Unser 1999; spm_bsplinc, spm_bsplins): mirrored at
/// the borders, degree 2, 3 or 4.
class BSpline {
public:
    /// @param values one a voxel, i fastest, finite.
    BSpline(std::span<const float> values, const std::array<Index, 3>& shape, int degree);

    [[nodiscard]] int degree() const { return m_degree; }
    [[nodiscard]] const std::array<Index, 3>& shape() const { return m_shape; }
    /// Whether a point (voxel coordinates) lies between the outer voxels' centres, with a
    /// twentieth of a voxel to spare.
    [[nodiscard]] bool contains(const Eigen::Vector3d& at) const
    {
        constexpr double kSlack = 0.05;
        for (int axis = 0; axis < 3; ++axis)
            if (!(at[axis] >= -kSlack)
                || !(at[axis]
                     <= static_cast<double>(m_shape[static_cast<std::size_t>(axis)] - 1) + kSlack))
                return false;
        return true;
    }
    /// Value at a point that contains() accepts.
    [[nodiscard]] float at(const Eigen::Vector3d& point) const;
    /// Value and its derivatives along the three voxel axes.
    [[nodiscard]] float at(const Eigen::Vector3d& point, Eigen::Vector3d& gradient) const;

private:
    int m_degree;
    std::array<Index, 3> m_shape;
    std::array<Index, 3> m_padded; ///< shape with kPad mirrored voxels at either side
    std::vector<float> m_coefficients;
};

} // namespace fusiform::image
