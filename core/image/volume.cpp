// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/volume.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusiform::image {

Voxel Grid::nearest(const MmPoint& mm) const
{
    const Eigen::Vector3d v = affine.voxel(mm).at;
    // Half-way points go up, as in std::floor(x + 0.5): the same rule on every axis and every
    // platform.
    return {static_cast<Index>(std::floor(v[0] + 0.5)), static_cast<Index>(std::floor(v[1] + 0.5)),
            static_cast<Index>(std::floor(v[2] + 0.5))};
}

bool isSameGrid(const Grid& a, const Grid& b, double toleranceMm)
{
    if (a.shape != b.shape)
        return false;
    for (int corner = 0; corner < 8; ++corner) {
        const Voxel v = {corner & 1 ? a.shape[0] - 1 : 0, corner & 2 ? a.shape[1] - 1 : 0,
                         corner & 4 ? a.shape[2] - 1 : 0};
        if ((a.mm(v).at - b.mm(v).at).norm() > toleranceMm)
            return false;
    }
    return true;
}

float Volume::sample(const MmPoint& mm) const
{
    const Eigen::Vector3d v = grid.affine.voxel(mm).at;
    std::array<Index, 3> low = {};
    std::array<double, 3> part = {};
    for (int axis = 0; axis < 3; ++axis) {
        const auto last = static_cast<double>(grid.shape[axis] - 1);
        if (!(v[axis] >= -0.5 && v[axis] <= last + 0.5))
            return std::numeric_limits<float>::quiet_NaN();
        const double clamped = std::clamp(v[axis], 0.0, last);
        low[axis] = std::min(static_cast<Index>(clamped), std::max<Index>(0, grid.shape[axis] - 2));
        part[axis] = clamped - static_cast<double>(low[axis]);
    }
    double sum = 0;
    for (int corner = 0; corner < 8; ++corner) {
        double weight = 1;
        Voxel c;
        Index* const places[3] = {&c.i, &c.j, &c.k};
        for (int axis = 0; axis < 3; ++axis) {
            const bool isHigh = corner >> axis & 1;
            weight *= isHigh ? part[axis] : 1 - part[axis];
            *places[axis] = low[axis] + (isHigh ? 1 : 0);
        }
        if (weight > 0)
            sum += weight * at(c);
    }
    return static_cast<float>(sum);
}

} // namespace fusiform::image
