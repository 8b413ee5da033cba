// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/run_projection.h"

#include "core/glm/centred.h"
#include "core/glm/normal_equations.h"
#include "core/math/blas.h"
#include "core/util/parallel.h"

namespace fusiform::glm {

namespace {

using Eigen::Index;
using math::Transpose;

Eigen::MatrixXd whitened(const Eigen::MatrixXd& whitening, const Eigen::MatrixXd& columns)
{
    return whitening.size() == 0 ? columns : math::product(whitening, columns);
}

} // namespace

RunProjection::RunProjection(const Eigen::MatrixXd& nuisance, const Eigen::MatrixXd& whitening)
    : m_whitening(whitening), m_basis(orthonormalBasis(whitened(whitening, nuisance)))
{
}

Eigen::MatrixXd RunProjection::ofColumns(const Eigen::MatrixXd& columns) const
{
    Eigen::MatrixXd x = whitened(m_whitening, columns);
    x -= math::product(m_basis, math::transposedProduct(m_basis, x));
    return x;
}

ScanValues RunProjection::ofScans(const Eigen::Ref<const ScanValues>& scans,
                                  Progress& progress) const
{
    ScanValues result(scans.rows(), scans.cols());
    parallelBlocks(static_cast<std::size_t>(scans.cols()), kBlockOfVoxels,
                   [&](std::size_t begin, std::size_t end) {
                       progress.checkpoint();
                       const auto first = static_cast<Index>(begin);
                       const auto count = static_cast<Index>(end - begin);
                       Eigen::MatrixXd y = centred(scans.middleCols(first, count));
                       if (m_whitening.size() > 0) {
                           Eigen::MatrixXd white = Eigen::MatrixXd::Zero(y.rows(), count);
                           math::multiplyAdd(m_whitening, Transpose::No, y, Transpose::No, white);
                           y = white;
                       }
                       Eigen::MatrixXd inBasis = Eigen::MatrixXd::Zero(m_basis.cols(), count);
                       math::multiplyAdd(m_basis, Transpose::Yes, y, Transpose::No, inBasis);
                       math::multiplyAdd(-m_basis, Transpose::No, inBasis, Transpose::No, y);
                       result.middleCols(first, count) = y.cast<float>();
                   });
    return result;
}

} // namespace fusiform::glm
