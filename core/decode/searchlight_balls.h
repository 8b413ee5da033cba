// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/util/progress.h"

#include <functional>
#include <vector>

namespace fusiform::decode {

/// The usable voxels of a fit around each of its voxels. The fit has to live as long.
class Balls {
public:
    /// @param isUsable by position in the fit
    /// @throws Error{Cancelled}
    Balls(const glm::Fit& fit, double radiusMm, const std::function<bool(Eigen::Index)>& isUsable,
          Progress& progress);
    /// Positions in the fit, ascending.
    [[nodiscard]] std::vector<Eigen::Index> around(Eigen::Index position) const;

private:
    const glm::Fit& m_fit;
    std::vector<image::Voxel> m_steps; ///< from a centre to the voxels of its ball
    std::vector<std::int32_t> m_positions; ///< by grid index; -1: outside the mask, or unusable
};

/// Counts centres; whether the job was not stopped.
[[nodiscard]] bool goesOn(Progress& progress, std::size_t centres);

} // namespace fusiform::decode
