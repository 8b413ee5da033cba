// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/commonality.h"

#include "core/util/error.h"

#include <limits>
#include <vector>

namespace fusiform::stats {

namespace {

/// @param gram of centred predictors; @param products of them with the centred observed
double explained(const Eigen::Matrix3d& gram, const Eigen::Vector3d& products, double total,
                 const std::vector<Eigen::Index>& used)
{
    const Eigen::MatrixXd part = gram(used, used);
    const Eigen::VectorXd right = products(used);
    // Predictors that say the same share what they explain.
    const Eigen::VectorXd weights = part.completeOrthogonalDecomposition().solve(right);
    return right.dot(weights) / total;
}

} // namespace

Commonality commonality(const RegionsExplained& r)
{
    return {r.abc - r.bc,
            r.abc - r.ac,
            r.abc - r.ab,
            r.ac + r.bc - r.c - r.abc,
            r.ab + r.bc - r.b - r.abc,
            r.ab + r.ac - r.a - r.abc,
            r.a + r.b + r.c - r.ab - r.ac - r.bc + r.abc};
}

RegionsExplained explainedBy(const Eigen::Ref<const Eigen::MatrixX3d>& predictors,
                             const Eigen::Ref<const Eigen::VectorXd>& observed)
{
    constexpr Eigen::Index kFewest = 5; // an intercept, three slopes and something to explain
    if (predictors.rows() != observed.size() || observed.size() < kFewest || !predictors.allFinite()
        || !observed.allFinite())
        throw usage(FUSIFORM_TR("core",
                                "What three regions explain needs at least %1 observations, "
                                "each with four numbers; there are %2.")
                        .arg(kFewest)
                        .arg(observed.size()));
    // Centred first: sums of products of numbers far from 0 would lose their differences.
    const Eigen::MatrixX3d x = predictors.rowwise() - predictors.colwise().mean();
    const Eigen::VectorXd y = observed.array() - observed.mean();
    if (y.squaredNorm() <= 0)
        throw usage(
            FUSIFORM_TR("core", "There is nothing to explain: all observations are equal."));
    return explainedBy(regionMoments(x, y));
}

RegionMoments regionMoments(const Eigen::Ref<const Eigen::MatrixX3d>& predictors,
                            const Eigen::Ref<const Eigen::VectorXd>& observed)
{
    Eigen::Matrix<double, Eigen::Dynamic, 5> all(observed.size(), 5);
    all << Eigen::VectorXd::Ones(observed.size()), predictors, observed;
    return all.transpose() * all;
}

RegionsExplained explainedBy(const RegionMoments& moments)
{
    const double count = moments(0, 0);
    const Eigen::Vector4d sums = moments.block<4, 1>(1, 0);
    const Eigen::Matrix4d centred
        = moments.bottomRightCorner<4, 4>() - sums * sums.transpose() / count;
    const Eigen::Matrix3d gram = centred.topLeftCorner<3, 3>();
    const Eigen::Vector3d products = centred.topRightCorner<3, 1>();
    const double total
        = centred(3, 3) > 0 ? centred(3, 3) : std::numeric_limits<double>::quiet_NaN();
    const auto by
        = [&](std::vector<Eigen::Index> used) { return explained(gram, products, total, used); };
    return {by({0}), by({1}), by({2}), by({0, 1}), by({0, 2}), by({1, 2}), by({0, 1, 2})};
}

} // namespace fusiform::stats
