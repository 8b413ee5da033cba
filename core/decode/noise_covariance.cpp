// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/noise_covariance.h"

#include "core/math/blas.h"
#include "core/util/parallel.h"
#include "core/util/random.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusiform::decode {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// Subspace iteration (Halko, Martinsson & Tropp 2011): noise spectra fall fast, and a factor that
// is still mixed with its neighbour of equal size loses nothing.
constexpr int kSteps = 6;
constexpr Index kSpare = 16;
// What no factor explains is never less than this share of a voxel's variance: a voxel that is a
// sum of others must not count without limit.
constexpr double kLeastOwn = 0.02;

/// The correlations of the residuals times `vectors`, without the residuals: RᵀR = YᵀY - Bᵀ XᵀY.
MatrixXd timesCorrelations(const glm::KeptSeries& series, const glm::SeriesSums& sums,
                           const glm::SeriesEstimates& estimates, const VectorXd& perSd,
                           const MatrixXd& vectors, Progress& progress)
{
    const MatrixXd scaled = perSd.asDiagonal() * vectors;
    MatrixXd result = MatrixXd::Zero(vectors.rows(), vectors.cols());
    const auto voxels = static_cast<std::size_t>(series.voxels());
    constexpr std::size_t kBlock = 256;
    for (std::size_t r = 0; r < series.runs().size(); ++r) {
        progress.checkpoint();
        const auto values = series.values(r);
        // Scans x vectors: each block of scans by itself, so that no sum depends on the threads.
        MatrixXd projected = MatrixXd::Zero(values.rows(), vectors.cols());
        parallelBlocks(static_cast<std::size_t>(values.rows()), 32,
                       [&](std::size_t begin, std::size_t end) {
                           const auto first = static_cast<Index>(begin);
                           const auto count = static_cast<Index>(end - begin);
                           const MatrixXd y = values.middleRows(first, count).cast<double>();
                           math::multiplyAdd(y, math::Transpose::No, scaled, math::Transpose::No,
                                             projected.middleRows(first, count));
                       });
        parallelBlocks(voxels, kBlock, [&](std::size_t begin, std::size_t end) {
            const auto first = static_cast<Index>(begin);
            const auto count = static_cast<Index>(end - begin);
            const MatrixXd y = values.middleCols(first, count).cast<double>();
            math::multiplyAdd(y, math::Transpose::Yes, projected, math::Transpose::No,
                              result.middleRows(first, count));
        });
    }
    const MatrixXd modelled = math::product(sums.xty, scaled);
    result -= math::transposedProduct(estimates.beta, modelled);
    return perSd.asDiagonal() * result / static_cast<double>(estimates.freedom);
}

/// The largest eigenvalues that are more than noise, shrunk, in their order. What is not theirs is
/// spread evenly over the other directions: the level that noise alone is measured against.
std::vector<double> keptSpikes(const VectorXd& descending, double voxels, double freedom)
{
    const double aspect = voxels / freedom;
    double level = 1;
    std::vector<double> kept;
    constexpr int kMostRounds = 20; // more spikes lower the level, which lets more spikes in
    for (int round = 0; round < kMostRounds; ++round) {
        kept.clear();
        double inSpikes = 0;
        for (Index e = 0; e < std::min(descending.size(), kMostNoiseFactors); ++e) {
            const double spike = level * shrunkSpike(descending[e] / level, aspect);
            if (!(spike > 0))
                break;
            kept.push_back(spike);
            inSpikes += descending[e];
        }
        const double others = voxels - static_cast<double>(kept.size());
        const double next = others > 0 ? std::max(kLeastOwn, (voxels - inSpikes) / others) : level;
        if (std::abs(next - level) < 1e-9)
            break;
        level = next;
    }
    return kept;
}

MatrixXd orthonormal(const MatrixXd& matrix)
{
    const Eigen::HouseholderQR<MatrixXd> qr(matrix);
    return qr.householderQ() * MatrixXd::Identity(matrix.rows(), matrix.cols());
}

} // namespace

double shrunkSpike(double value, double aspect)
{
    const double edge = (1 + std::sqrt(aspect)) * (1 + std::sqrt(aspect));
    if (!(value > edge))
        return 0;
    // The spike of the population that gives this sample eigenvalue, and how much of its direction
    // the sample's eigenvector holds.
    const double sum = value + 1 - aspect;
    const double spike = (sum + std::sqrt(sum * sum - 4 * value)) / 2;
    const double above = spike - 1;
    const double direction = (1 - aspect / (above * above)) / (1 + aspect / above);
    return above * std::clamp(direction, 0.0, 1.0);
}

NoiseCovariance noiseCovariance(const glm::KeptSeries& series, const glm::SeriesSums& sums,
                                const glm::SeriesEstimates& estimates, Progress& progress)
{
    const Index voxels = series.voxels();
    const auto freedom = static_cast<double>(std::max<Index>(1, estimates.freedom));
    const VectorXd variance = estimates.residualSquares(sums) / freedom;
    VectorXd perSd = VectorXd::Zero(voxels);
    for (Index v = 0; v < voxels; ++v)
        if (variance[v] > 0)
            perSd[v] = 1 / std::sqrt(variance[v]);

    const Index width = std::min(voxels, kMostNoiseFactors + kSpare);
    Random random(1);
    MatrixXd basis(voxels, width);
    for (double& number : basis.reshaped())
        number = random.normal();
    basis = orthonormal(basis);
    progress.begin(FUSIFORM_TR("core", "Estimating the noise between voxels"), kSteps + 1);
    MatrixXd image;
    for (int step = 0; step <= kSteps; ++step) {
        image = timesCorrelations(series, sums, estimates, perSd, basis, progress);
        if (step < kSteps)
            basis = orthonormal(image);
        progress.step();
    }
    const MatrixXd small = math::transposedProduct(basis, image);
    const Eigen::SelfAdjointEigenSolver<MatrixXd> eigen((small + small.transpose()) / 2);

    const auto varying = static_cast<double>((perSd.array() > 0).count());
    const std::vector<double> kept
        = keptSpikes(eigen.eigenvalues().reverse().cwiseMax(0), varying, freedom);
    const auto count = static_cast<Index>(kept.size());
    MatrixXd loadings = math::product(basis, eigen.eigenvectors().rightCols(count));
    NoiseCovariance noise = {Eigen::MatrixXf(count, voxels), Eigen::VectorXf(voxels)};
    for (Index k = 0; k < count; ++k) // the solver's eigenvalues ascend: the last is the largest
        loadings.col(k) *= std::sqrt(kept[static_cast<std::size_t>(count - 1 - k)]);
    for (Index v = 0; v < voxels; ++v) {
        // Factors that explain more than the voxel's variance allows are scaled down together.
        const double explained = loadings.row(v).squaredNorm();
        const double scale = explained > 1 - kLeastOwn ? std::sqrt((1 - kLeastOwn) / explained) : 1;
        const double sd = std::sqrt(variance[v]);
        noise.factors.col(v) = (scale * sd * loadings.row(v).reverse()).transpose().cast<float>();
        noise.own[v] = perSd[v] > 0
                           ? static_cast<float>(variance[v] * (1 - scale * scale * explained))
                           : std::numeric_limits<float>::quiet_NaN();
    }
    return noise;
}

} // namespace fusiform::decode
