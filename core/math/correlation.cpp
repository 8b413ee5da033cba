// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/correlation.h"

#include <cmath>
#include <limits>

namespace fusiform::math {

namespace {
/// Rows centred and of unit length; NaN rows where that is impossible.
Eigen::MatrixXd standardisedRows(const Eigen::Ref<const Eigen::MatrixXd>& matrix)
{
    Eigen::MatrixXd rows = matrix.colwise() - matrix.rowwise().mean();
    for (Eigen::Index r = 0; r < rows.rows(); ++r) {
        const double norm = rows.row(r).norm();
        // Rounding leaves a constant row with a tiny norm; it is constant all the same.
        const double noise = 1e-13 * matrix.row(r).norm();
        if (norm > noise && std::isfinite(norm))
            rows.row(r) /= norm;
        else
            rows.row(r).setConstant(std::numeric_limits<double>::quiet_NaN());
    }
    return rows;
}
} // namespace

Eigen::MatrixXd rowCorrelations(const Eigen::Ref<const Eigen::MatrixXd>& a,
                                const Eigen::Ref<const Eigen::MatrixXd>& b)
{
    return standardisedRows(a) * standardisedRows(b).transpose();
}

double pearson(const Eigen::Ref<const Eigen::VectorXd>& a,
               const Eigen::Ref<const Eigen::VectorXd>& b)
{
    return rowCorrelations(a.transpose(), b.transpose())(0, 0);
}

} // namespace fusiform::math
