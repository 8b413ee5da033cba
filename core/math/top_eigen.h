// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"

#include <Eigen/Dense>

namespace fusiform::math {

struct TopEigen {
    Eigen::VectorXd values; ///< descending, not negative
    Eigen::MatrixXd vectors; ///< n x count, orthonormal; each vector's largest entry is positive
};

/// The `count` largest eigenvalues of a symmetric positive semidefinite matrix and their vectors,
/// by subspace iteration from a fixed random start with a tenth of the vectors to spare (16 at
/// least; Halko, Martinsson & Tropp 2011), until another step adds less than 1e-6 of their sum: the
/// last vectors may still be mixed with their neighbours of nearly the same size, but they miss
/// next to nothing of what `count` vectors can hold. A full decomposition where `count` is over a
/// third of n. The bits do not depend on the thread count.
[[nodiscard]] TopEigen topEigen(const Eigen::Ref<const Eigen::MatrixXd>& matrix, Eigen::Index count,
                                Progress& progress);

} // namespace fusiform::math
