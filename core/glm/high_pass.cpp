// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/high_pass.h"

#include <cmath>
#include <numbers>

namespace fusiform::glm {

Eigen::Index highPassCount(Eigen::Index scans, double repetitionTime, double cutoff)
{
    return static_cast<Eigen::Index>(2 * static_cast<double>(scans) * repetitionTime / cutoff + 1)
           - 1;
}

Eigen::MatrixXd highPassCosines(Eigen::Index scans, Eigen::Index count)
{
    const auto k = static_cast<double>(scans);
    Eigen::MatrixXd cosines(scans, count);
    for (Eigen::Index q = 1; q <= count; ++q)
        for (Eigen::Index i = 0; i < scans; ++i)
            cosines(i, q - 1) = std::sqrt(2 / k)
                                * std::cos(std::numbers::pi * (2 * static_cast<double>(i) + 1)
                                           * static_cast<double>(q) / (2 * k));
    return cosines;
}

} // namespace fusiform::glm
