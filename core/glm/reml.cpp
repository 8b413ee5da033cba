// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/reml.h"

#include "core/glm/normal_equations.h"
#include "core/math/blas.h"
#include "core/util/error.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace fusiform::glm {

namespace {

using Eigen::Index;

constexpr int kIterations = 32;
constexpr double kSmallGain = 0.1; // in log evidence
constexpr double kPruningGain = 2; // in log evidence
constexpr double kPrecision = 3.3546262790251185e-4; // e^-8, of the hyperpriors

/// Gradient and expected curvature of the log evidence.
struct Slope {
    Eigen::VectorXd gradient;
    Eigen::MatrixXd precision; ///< minus the curvature: positive definite
};

/// The components inside the complement, and what was observed there. Letters are spm_reml's.
class Problem {
public:
    Problem(const Eigen::MatrixXd& restricted, const Eigen::MatrixXd& complement,
            const std::vector<Eigen::MatrixXd>& components, Progress& progress)
        : m_restricted(restricted), m_components(components.size()), m_progress(progress)
    {
        parallelFor(components.size(), [&](std::size_t i) {
            const Index r = complement.cols();
            Eigen::MatrixXd right = Eigen::MatrixXd::Zero(complement.rows(), r);
            math::multiplyAdd(components[i], math::Transpose::No, complement, math::Transpose::No,
                              right);
            m_components[i] = Eigen::MatrixXd::Zero(r, r);
            math::multiplyAdd(complement, math::Transpose::Yes, right, math::Transpose::No,
                              m_components[i]);
        });
    }

    [[nodiscard]] Slope slope(const std::vector<std::size_t>& used, const Eigen::VectorXd& h,
                              double precision) const
    {
        m_progress.checkpoint();
        const Index r = m_restricted.rows();
        const auto m = static_cast<Index>(used.size());
        Eigen::MatrixXd c = Eigen::MatrixXd::Zero(r, r);
        for (Index i = 0; i < m; ++i)
            c += h[i] * m_components[used[static_cast<std::size_t>(i)]];
        // C may be indefinite on the way: LU, not Cholesky.
        const Eigen::MatrixXd p = c.partialPivLu().inverse();
        const Eigen::MatrixXd u = Eigen::MatrixXd::Identity(r, r) - math::product(p, m_restricted);

        // Each column is one P Q as a vector, so that all traces are two products.
        Eigen::MatrixXd pq(r * r, m);
        Eigen::MatrixXd transposed(r * r, m);
        parallelFor(used.size(), [&](std::size_t i) {
            const auto column = static_cast<Index>(i);
            Eigen::MatrixXd one = Eigen::MatrixXd::Zero(r, r);
            math::multiplyAdd(p, math::Transpose::No, m_components[used[i]], math::Transpose::No,
                              one);
            pq.col(column) = one.reshaped();
            transposed.col(column) = one.transpose().reshaped();
        });
        Slope slope;
        slope.gradient = -0.5 * transposed.transpose() * u.reshaped() - precision * h;
        slope.precision = 0.5 * transposed.transpose() * pq;
        slope.precision = (0.5 * (slope.precision + slope.precision.transpose())).eval();
        slope.precision.diagonal().array() += precision;
        return slope;
    }

private:
    const Eigen::MatrixXd& m_restricted;
    std::vector<Eigen::MatrixXd> m_components;
    Progress& m_progress;
};

/// Where one ascent of the log evidence ended.
struct Ascent {
    Eigen::VectorXd h;
    Slope slope;
    int iterations = 0;
    bool hasDiverged = false;
};

/// A step up the evidence, held back by the curvature: the solution after a time exp(t), relative
/// to the curvature's own scale, of dh/dt = gradient - precision h (spm_dx).
Eigen::VectorXd regularisedStep(const Slope& slope, double t)
{
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(slope.precision);
    const Eigen::ArrayXd values = eigen.eigenvalues().array().max(1e-300);
    const double time = std::exp(t - values.log().mean());
    const Eigen::ArrayXd gains
        = -(-time * values).unaryExpr([](double x) { return std::expm1(x); }) / values;
    return eigen.eigenvectors()
           * (gains * (eigen.eigenvectors().transpose() * slope.gradient).array()).matrix();
}

bool isPositiveDefinite(const Eigen::MatrixXd& matrix)
{
    return matrix.allFinite() && matrix.llt().info() == Eigen::Success;
}

/// Bayesian model reduction: takes out, one by one, hyperparameters without which the evidence is
/// higher. For Gaussians the gain from h = 0 is ln q(0) - ln p(0), posterior over prior density
/// (Savage-Dickey), which is what spm_log_evidence_reduce computes.
std::vector<std::size_t> kept(const std::vector<std::size_t>& used, const Ascent& ascent,
                              double precision)
{
    Eigen::VectorXd mean = ascent.h;
    Eigen::MatrixXd covariance = ascent.slope.precision.inverse();
    std::vector<std::size_t> result;
    for (Index i = 0; i < mean.size(); ++i) {
        const double variance = covariance(i, i);
        const double gain = 0.5 * (-std::log(precision * variance) - mean[i] * mean[i] / variance);
        if (!(gain > kPruningGain)) {
            result.push_back(used[static_cast<std::size_t>(i)]);
            continue;
        }
        const Eigen::VectorXd regression = covariance.col(i) / variance;
        mean -= regression * mean[i];
        covariance -= variance * regression * regression.transpose();
    }
    return result;
}

/// SPM starts from the first component of each scan's variance: 1, then 0 for those that share it.
Eigen::VectorXd startOf(const std::vector<Eigen::MatrixXd>& components,
                        const std::vector<std::size_t>& used)
{
    Eigen::VectorXd h(static_cast<Index>(used.size()));
    Eigen::Array<bool, Eigen::Dynamic, 1> covered
        = Eigen::Array<bool, Eigen::Dynamic, 1>::Constant(components.front().rows(), false);
    for (std::size_t i = 0; i < used.size(); ++i) {
        const Eigen::Array<bool, Eigen::Dynamic, 1> here
            = components[used[i]].diagonal().array() != 0;
        h[static_cast<Index>(i)] = (here && !covered).any() ? 1 : 0;
        covered = covered || here;
    }
    return h;
}

double conditionOf(const Eigen::MatrixXd& matrix)
{
    const auto norm1
        = [](const Eigen::MatrixXd& m) { return m.cwiseAbs().colwise().sum().maxCoeff(); };
    return norm1(matrix) * norm1(matrix.inverse());
}

/// @param t regularisation, carried on from one ascent to the next as in SPM.
Ascent ascend(const Problem& problem, const std::vector<std::size_t>& used, Eigen::VectorXd start,
              double precision, double& t)
{
    Ascent ascent;
    ascent.h = std::move(start);
    double gain = std::numeric_limits<double>::infinity();
    while (ascent.iterations < kIterations && !ascent.hasDiverged && gain >= kSmallGain) {
        ++ascent.iterations;
        ascent.slope = problem.slope(used, ascent.h, precision);
        const Eigen::VectorXd step = regularisedStep(ascent.slope, t);
        ascent.h += step;
        const double predicted = ascent.slope.gradient.dot(step);
        t = predicted > gain ? std::max(t - 1, -8.0) : std::min(t + 0.25, 8.0);
        ascent.hasDiverged = !std::isfinite(predicted) || !(step.cwiseAbs().maxCoeff() <= 1e6);
        gain = predicted;
    }
    return ascent;
}

CovarianceEstimate estimateOf(const Ascent& ascent, const std::vector<std::size_t>& used,
                              const std::vector<Eigen::MatrixXd>& components)
{
    const Index scans = components.front().rows();
    CovarianceEstimate estimate;
    estimate.iterations = ascent.iterations;
    estimate.hyperparameters = Eigen::VectorXd::Zero(static_cast<Index>(components.size()));
    estimate.covariance = Eigen::MatrixXd::Zero(scans, scans);
    for (std::size_t i = 0; i < used.size(); ++i) {
        const double h = ascent.h[static_cast<Index>(i)];
        estimate.hyperparameters[static_cast<Index>(used[i])] = h;
        estimate.covariance += h * components[used[i]];
    }
    return estimate;
}

} // namespace

Eigen::MatrixXd complementBasis(const Eigen::MatrixXd& columns)
{
    const Eigen::MatrixXd basis = orthonormalBasis(columns);
    const Index n = basis.rows();
    const Eigen::MatrixXd whole
        = basis.householderQr().householderQ() * Eigen::MatrixXd::Identity(n, n);
    return whole.rightCols(n - basis.cols());
}

CovarianceEstimate restrictedMaximumLikelihood(const Eigen::MatrixXd& restricted,
                                               const Eigen::MatrixXd& complement,
                                               const std::vector<Eigen::MatrixXd>& components,
                                               Progress& progress)
{
    const Problem problem(restricted, complement, components, progress);
    std::vector<std::size_t> used(components.size());
    std::iota(used.begin(), used.end(), std::size_t{0});
    double precision = kPrecision;
    double t = 4; // light, SPM's default
    // SPM recurses without a limit; after forty doublings the hyperpriors are as firm as can be.
    for (int round = 0; round < 40; ++round, precision *= 2) {
        const Ascent ascent = ascend(problem, used, startOf(components, used), precision, t);
        if (ascent.hasDiverged)
            continue;
        CovarianceEstimate estimate = estimateOf(ascent, used, components);
        const bool isIdentified = std::log(conditionOf(ascent.slope.precision)) <= 16;
        const bool isDefinite = isPositiveDefinite(estimate.covariance);
        if (isDefinite && (isIdentified || t <= -4))
            return estimate;
        // Without a component that has a diagonal there is nowhere to start from.
        const std::vector<std::size_t> fewer = kept(used, ascent, precision);
        if (startOf(components, fewer).any())
            used = fewer;
    }
    throw failure(FUSIFORM_TR("core", "The serial correlations of a run could not be estimated; "
                                      "fit with --noise none."));
}

} // namespace fusiform::glm
