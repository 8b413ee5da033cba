// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/searchlight_balls.h"

#include "core/util/error.h"

#include <cmath>

namespace fusiform::decode {

using Eigen::Index;

Balls::Balls(const glm::Fit& fit, double radiusMm, const std::function<bool(Index)>& isUsable,
             Progress& progress)
    : m_fit(fit), m_positions(static_cast<std::size_t>(fit.grid.size()), -1)
{
    const Eigen::Matrix3d mmFromSteps = fit.grid.affine.mmFromVoxel().topLeftCorner<3, 3>();
    // No voxel within the radius is more steps away than this along an axis.
    const Eigen::Vector3d reach = radiusMm * mmFromSteps.inverse().rowwise().norm();
    constexpr double kTouchMm
        = 1e-6; // a centre on the sphere is in, also where rounding has moved it
    const auto last
        = [&](int axis) { return static_cast<Index>(std::floor(reach[axis] + kTouchMm)); };
    for (Index k = -last(2); k <= last(2); ++k)
        for (Index j = -last(1); j <= last(1); ++j)
            for (Index i = -last(0); i <= last(0); ++i) {
                const Eigen::Vector3d step(static_cast<double>(i), static_cast<double>(j),
                                           static_cast<double>(k));
                if ((mmFromSteps * step).norm() <= radiusMm + kTouchMm)
                    m_steps.push_back({i, j, k});
            }
    for (std::size_t v = 0; v < fit.voxels.size(); ++v) {
        if (v % 4096 == 4095)
            progress.checkpoint();
        if (isUsable(static_cast<Index>(v)))
            m_positions[static_cast<std::size_t>(fit.voxels[v])] = static_cast<std::int32_t>(v);
    }
}

std::vector<Index> Balls::around(Index position) const
{
    const image::Voxel centre = m_fit.grid.voxel(m_fit.voxels[static_cast<std::size_t>(position)]);
    std::vector<Index> members;
    members.reserve(m_steps.size());
    for (const image::Voxel& step : m_steps) {
        const image::Voxel voxel{centre.i + step.i, centre.j + step.j, centre.k + step.k};
        if (!m_fit.grid.contains(voxel))
            continue;
        const std::int32_t member = m_positions[static_cast<std::size_t>(m_fit.grid.index(voxel))];
        if (member >= 0)
            members.push_back(member);
    }
    return members;
}

bool goesOn(Progress& progress, std::size_t centres)
{
    try {
        progress.step(centres);
        return true;
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Cancelled)
            throw;
        return false;
    }
}

} // namespace fusiform::decode
