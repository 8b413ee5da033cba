// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/noise_model.h"

#include <cmath>

namespace fusiform::glm {

namespace {

using Eigen::Index;

constexpr double kExpansion = 0.2; // the AR coefficient that SPM expands around
constexpr double kKernelCut = 1e-4; // spm_Q drops smaller terms of the kernel
constexpr int kTimeConstants = 6; // of FAST
constexpr int kPowers = 3; // of FAST: T^0, T^1, T^2

Eigen::MatrixXd toeplitz(const Eigen::VectorXd& firstRow)
{
    const Index n = firstRow.size();
    Eigen::MatrixXd matrix(n, n);
    for (Index column = 0; column < n; ++column)
        for (Index row = 0; row < n; ++row)
            matrix(row, column) = firstRow[std::abs(row - column)];
    return matrix;
}

/// Autocorrelation of an AR(1) process by lag: a^k.
Eigen::VectorXd arCorrelation(double a, Index scans)
{
    Eigen::VectorXd row(scans);
    double power = 1;
    for (Index lag = 0; lag < scans; ++lag, power *= a)
        row[lag] = std::abs(power) > kKernelCut ? power : 0;
    return row;
}

std::vector<Eigen::MatrixXd> arComponents(Index scans)
{
    // spm_diff takes the derivative as a forward difference with this step. The exact one differs
    // in the fifth digit; SPM's own is used so that the components are SPM's.
    const double step = std::exp(-8.0);
    const Eigen::VectorXd row = arCorrelation(kExpansion, scans);
    const Eigen::VectorXd slope = (arCorrelation(kExpansion + step, scans) - row) / step;
    return {toeplitz(row - kExpansion * slope), toeplitz(row + kExpansion * slope)};
}

std::vector<Eigen::MatrixXd> fastComponents(Index scans, double repetitionTime)
{
    const Eigen::ArrayXd time
        = repetitionTime * Eigen::ArrayXd::LinSpaced(scans, 0, static_cast<double>(scans - 1));
    const double shortest = std::floor(std::log2(repetitionTime / 4));
    std::vector<Eigen::MatrixXd> components;
    for (int i = 0; i < kTimeConstants && shortest + i <= 6; ++i) // none above 2^6 = 64 s
        for (int power = 0; power < kPowers; ++power)
            components.push_back(
                toeplitz(time.pow(power) * (-time / std::exp2(shortest + i)).exp()));
    return components;
}

} // namespace

std::vector<Eigen::MatrixXd> covarianceComponents(NoiseModel model, Index scans,
                                                  double repetitionTime)
{
    switch (model) {
    case NoiseModel::Ar1: return arComponents(scans);
    case NoiseModel::Fast: return fastComponents(scans, repetitionTime);
    case NoiseModel::None: break;
    }
    return {};
}

Eigen::MatrixXd whitening(const Eigen::MatrixXd& covariance)
{
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(covariance);
    const double floor = 1e-8 * eigen.eigenvalues().maxCoeff();
    const Eigen::VectorXd roots = eigen.eigenvalues().cwiseMax(floor).cwiseSqrt().cwiseInverse();
    return eigen.eigenvectors() * roots.asDiagonal() * eigen.eigenvectors().transpose();
}

} // namespace fusiform::glm
