// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <array>
#include <vector>

namespace fusiform::face_model {

/// Shares of values in bins of a tenth around -3.5, -3.4, ... 3.5. A bin has its value in the
/// middle: what tanh drives to 1 falls into the bin of 1, which begins at kSaturated. The bins at
/// the ends hold what lies beyond, too.
struct ValueShares {
    static constexpr double kLow = -3.5;
    static constexpr double kStep = 0.1;
    static constexpr std::size_t kBins = 71;
    std::array<double, kBins> shares = {}; ///< their sum is 1, or 0 without values

    [[nodiscard]] static double centre(std::size_t bin)
    {
        return kLow + kStep * static_cast<double>(bin);
    }
};

/// Beyond this a value of tanh says little but its sign.
inline constexpr double kSaturated = 0.95;

/// What the codes of many faces are like, latent by latent and code by code.
struct CodeStatistics {
    Eigen::Index codes = 0;
    Eigen::VectorXd means; ///< of each latent
    Eigen::VectorXd deviations; ///< of each latent, with n - 1; 0 for a single code
    std::vector<Eigen::Index> order; ///< latents, the largest deviation first
    Eigen::VectorXd norms; ///< of each code, around 0
    Eigen::VectorXd units; ///< what each latent was divided by for `values`; empty: nothing
    ValueShares values; ///< of all values of all codes
    double mean = 0; ///< of all values, undivided
    double deviation = 0; ///< of all values, undivided, around `mean`, with n
    double saturated = 0; ///< share of undivided values beyond kSaturated

    [[nodiscard]] Eigen::Index latents() const { return means.size(); }
};

/// @param codes n x latents, finite.
/// @param variances of a PCA's latents over its training pictures: values are then counted in their
/// standard deviations, for the first would drown all others. Empty for a VAE-GAN.
/// @throws Error{Usage} if there is no code, a value is not finite or the sizes differ.
[[nodiscard]] CodeStatistics codeStatistics(const Eigen::Ref<const Eigen::MatrixXd>& codes,
                                            const Eigen::VectorXd& variances = {});
/// The same bins for one code or many, each latent divided by its unit.
[[nodiscard]] ValueShares valueShares(const Eigen::Ref<const Eigen::MatrixXd>& codes,
                                      const Eigen::VectorXd& units = {});
/// How many of the largest variances make up this share of their sum: the fewest, and 0 if they are
/// all 0. @param descending variances, @param total of which the share is; at least their sum.
/// @return the count, or -1 if all together do not reach it.
[[nodiscard]] Eigen::Index countReaching(double share, const Eigen::VectorXd& descending,
                                         double total);

} // namespace fusiform::face_model
