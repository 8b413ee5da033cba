// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/random.h"

#include <Eigen/Dense>

namespace fusiform::math {

/// Standard normal numbers, drawn column after column.
[[nodiscard]] inline Eigen::MatrixXd standardNormals(Eigen::Index rows, Eigen::Index columns,
                                                     Random& random)
{
    Eigen::MatrixXd numbers(rows, columns);
    for (double& number : numbers.reshaped())
        number = random.normal();
    return numbers;
}

} // namespace fusiform::math
