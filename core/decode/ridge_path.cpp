// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/ridge_path.h"

#include "core/math/blas.h"

namespace fusiform::decode {

using Eigen::Index;
using Eigen::MatrixXd;

RidgePath::RidgePath(const Eigen::Ref<const MatrixXd>& gram,
                     const Eigen::Ref<const MatrixXd>& cross)
    : m_mean(gram.trace() / static_cast<double>(gram.rows()))
{
    // An unpenalised unknown may be solved for first: what is left is its Schur complement.
    const Index latents = gram.rows() - 1;
    MatrixXd left = gram.topLeftCorner(latents, latents);
    MatrixXd target = cross.leftCols(latents);
    const double bias = gram(latents, latents);
    if (bias > 0) {
        const Eigen::RowVectorXd row = gram.row(latents).head(latents);
        left -= row.transpose() * row / bias;
        target -= cross.col(latents) * row / bias;
    }
    const Eigen::SelfAdjointEigenSolver<MatrixXd> eigen(left); // reads the lower triangle
    m_values = eigen.eigenvalues().cwiseMax(0);
    m_vectors = eigen.eigenvectors();
    m_cross = math::product(target, m_vectors);
}

MatrixXd RidgePath::codes(double strength) const
{
    const Eigen::VectorXd inverse = (m_values.array() + strength * m_mean).inverse();
    return math::product(m_cross * inverse.asDiagonal(), m_vectors.transpose().eval());
}

} // namespace fusiform::decode
