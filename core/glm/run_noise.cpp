// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/run_noise.h"

#include "core/glm/normal_equations.h"
#include "core/glm/reml.h"
#include "core/math/blas.h"
#include "core/math/distributions.h"
#include "core/util/error.h"
#include "core/util/parallel.h"

namespace fusiform::glm {

namespace {

using Eigen::Index;
using math::Transpose;

constexpr double kResponsiveP = 0.001; // SPM's stats.fmri.ufp
constexpr std::size_t kFewVoxels = 100; // fewer make V noisy: better all voxels than these

/// The F that is exceeded by chance with probability p.
double fisherThreshold(double p, double df1, double df2)
{
    double low = 0;
    double high = 1e6;
    for (int step = 0; step < 60; ++step) {
        const double middle = 0.5 * (low + high);
        (math::fisherTail(middle, df1, df2) > p ? low : high) = middle;
    }
    return high;
}

Eigen::MatrixXd beside(const Eigen::MatrixXd& left, const Eigen::MatrixXd& right)
{
    Eigen::MatrixXd both(left.rows(), left.cols() + right.cols());
    both << left, right;
    return both;
}

/// Scans of some voxels without their means, which the fixed effects contain anyway.
Eigen::MatrixXd centred(const Eigen::Ref<const ScanValues>& values, std::span<const Index> voxels)
{
    Eigen::MatrixXd y(values.rows(), static_cast<Index>(voxels.size()));
    for (std::size_t v = 0; v < voxels.size(); ++v)
        y.col(static_cast<Index>(v)) = values.col(voxels[v]).cast<double>();
    y.rowwise() -= y.colwise().mean().eval();
    return y;
}

/// Voxels whose conditions explain more than chance does, by ordinary least squares.
/// @param basis orthonormal, of nuisance columns and then `effects` columns of the conditions
std::vector<Index> responsive(const Eigen::MatrixXd& basis, Index effects,
                              const Eigen::Ref<const ScanValues>& values,
                              std::span<const Index> usable, Progress& progress)
{
    if (effects == 0)
        return {};
    const auto df1 = static_cast<double>(effects);
    const auto df2 = static_cast<double>(basis.rows() - basis.cols());
    const double limit = fisherThreshold(kResponsiveP, df1, df2);
    std::vector<unsigned char> isResponsive(usable.size());
    parallelBlocks(usable.size(), kBlockOfVoxels, [&](std::size_t begin, std::size_t end) {
        progress.checkpoint();
        const Eigen::MatrixXd y = centred(values, usable.subspan(begin, end - begin));
        Eigen::MatrixXd c = Eigen::MatrixXd::Zero(basis.cols(), y.cols());
        math::multiplyAdd(basis, Transpose::Yes, y, Transpose::No, c);
        for (Index v = 0; v < y.cols(); ++v) {
            const double explained = c.col(v).tail(effects).squaredNorm();
            const double residual = y.col(v).squaredNorm() - c.col(v).squaredNorm();
            isResponsive[begin + static_cast<std::size_t>(v)]
                = explained / df1 > limit * residual / df2;
        }
    });
    std::vector<Index> voxels;
    for (std::size_t v = 0; v < usable.size(); ++v)
        if (isResponsive[v] != 0)
            voxels.push_back(usable[v]);
    return voxels;
}

/// Mean over voxels of z zᵀ, z being what the fixed effects leave of a voxel's scans, of unit
/// variance: r x r.
Eigen::MatrixXd pooledMoments(const Eigen::MatrixXd& complement,
                              const Eigen::Ref<const ScanValues>& values,
                              std::span<const Index> voxels, Progress& progress)
{
    const Index r = complement.cols();
    Eigen::MatrixXd rows = Eigen::MatrixXd::Zero(static_cast<Index>(voxels.size()), r);
    parallelBlocks(voxels.size(), kBlockOfVoxels, [&](std::size_t begin, std::size_t end) {
        progress.checkpoint();
        const Eigen::MatrixXd y = centred(values, voxels.subspan(begin, end - begin));
        auto z = rows.middleRows(static_cast<Index>(begin), y.cols());
        math::multiplyAdd(y, Transpose::Yes, complement, Transpose::No, z);
        for (Index v = 0; v < z.rows(); ++v)
            z.row(v)
                *= std::sqrt(static_cast<double>(r) / std::max(z.row(v).squaredNorm(), 1e-300));
    });
    return math::transposedProduct(rows, rows) / static_cast<double>(voxels.size());
}

} // namespace

RunNoise estimateRunNoise(const std::vector<Eigen::MatrixXd>& components, const RunDesign& design,
                          const Eigen::Ref<const ScanValues>& values, std::span<const Index> usable,
                          Progress& progress)
{
    const Eigen::MatrixXd basis = orthonormalBasis(beside(design.nuisance, design.conditions));
    if (basis.cols() == basis.rows())
        throw failure(FUSIFORM_TR("core", "A run of %1 scans has as many regressors as scans: its "
                                          "serial correlations cannot be estimated.")
                          .arg(values.rows()));
    const Eigen::MatrixXd complement = complementBasis(basis);
    const Index effects = basis.cols() - orthonormalBasis(design.nuisance).cols();
    std::vector<Index> voxels = responsive(basis, effects, values, usable, progress);
    if (voxels.size() < kFewVoxels)
        voxels.assign(usable.begin(), usable.end());

    RunNoise noise;
    noise.pooledVoxels = static_cast<Index>(voxels.size());
    noise.covariance
        = restrictedMaximumLikelihood(pooledMoments(complement, values, voxels, progress),
                                      complement, components, progress)
              .covariance;
    noise.covariance *= static_cast<double>(values.rows()) / noise.covariance.trace();
    return noise;
}

} // namespace fusiform::glm
