// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/serial_orthogonalisation.h"

namespace fusiform::glm {

Eigen::MatrixXd serialOrthogonalisation(Eigen::MatrixXd gram)
{
    using Eigen::Index;
    constexpr double kDependent = 1e-10; // of a column's own square
    const Index count = gram.rows();
    const Eigen::VectorXd squares = gram.diagonal();
    Eigen::MatrixXd t = Eigen::MatrixXd::Identity(count, count);
    // The Cholesky factors without square roots: gram = Tᵀ D T.
    for (Index k = 0; k < count; ++k) {
        const Index rest = count - k - 1;
        const double square = gram(k, k);
        if (square <= kDependent * squares[k])
            continue;
        t.row(k).tail(rest) = gram.row(k).tail(rest) / square;
        for (Index j = k + 1; j < count; ++j)
            gram.col(j).segment(k + 1, j - k)
                -= t(k, j) * gram.row(k).segment(k + 1, j - k).transpose();
    }
    return t;
}

} // namespace fusiform::glm
