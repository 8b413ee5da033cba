// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/code_statistics.h"

#include "core/util/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fusiform::face_model {

using Eigen::Index;

ValueShares valueShares(const Eigen::Ref<const Eigen::MatrixXd>& codes,
                        const Eigen::VectorXd& units)
{
    ValueShares result;
    if (codes.size() == 0)
        return result;
    constexpr auto kLast = static_cast<double>(ValueShares::kBins - 1);
    for (Index latent = 0; latent < codes.cols(); ++latent) {
        const double unit = units.size() > 0 ? units[latent] : 1;
        for (Index code = 0; code < codes.rows(); ++code) {
            // A latent without variance has no unit: its values are all 0.
            const double value = unit > 0 ? codes(code, latent) / unit : 0;
            const double bin = std::round((value - ValueShares::kLow) / ValueShares::kStep);
            ++result.shares[static_cast<std::size_t>(std::clamp(bin, 0.0, kLast))];
        }
    }
    for (double& share : result.shares)
        share /= static_cast<double>(codes.size());
    return result;
}

CodeStatistics codeStatistics(const Eigen::Ref<const Eigen::MatrixXd>& codes,
                              const Eigen::VectorXd& variances)
{
    if (codes.size() == 0 || !codes.allFinite()
        || (variances.size() > 0 && variances.size() != codes.cols()))
        throw usage(FUSIFORM_TR("core", "Statistics need one or more codes of finite numbers."));
    CodeStatistics result;
    result.codes = codes.rows();
    result.means = codes.colwise().mean().transpose();
    const double degrees = std::max<double>(1, static_cast<double>(codes.rows()) - 1);
    result.deviations.resize(codes.cols());
    for (Index latent = 0; latent < codes.cols(); ++latent)
        result.deviations[latent] = std::sqrt(
            (codes.col(latent).array() - result.means[latent]).square().sum() / degrees);
    result.order.resize(static_cast<std::size_t>(codes.cols()));
    std::iota(result.order.begin(), result.order.end(), Index{0});
    std::ranges::stable_sort(result.order, [&](Index a, Index b) {
        return result.deviations[a] > result.deviations[b];
    });
    result.norms = codes.rowwise().norm();
    result.units = variances.cwiseMax(0).cwiseSqrt();
    result.values = valueShares(codes, result.units);
    result.mean = codes.mean();
    result.deviation = std::sqrt((codes.array() - result.mean).square().mean());
    result.saturated = (codes.array().abs() > kSaturated).cast<double>().mean();
    return result;
}

Index countReaching(double share, const Eigen::VectorXd& descending, double total)
{
    // Rounding must not ask for one more than all.
    const double wanted = share * total * (1 - 1e-12);
    double sum = 0;
    for (Index count = 0; count < descending.size(); ++count) {
        if (sum >= wanted)
            return count;
        sum += descending[count];
    }
    return sum >= wanted ? descending.size() : -1;
}

} // namespace fusiform::face_model
