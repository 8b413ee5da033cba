// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <cstdint>
#include <vector>

namespace fusiform::face_model {

/// How usual a code is among the codes of pictures.
struct CodePlace {
    double distance = 0; ///< from the mean: root mean square over latents, in standard deviations
    Eigen::Index outside = 0; ///< latents below the least or above the largest of any picture
    bool isUnusual = false; ///< farther from the mean than every picture, or more than 2 % outside
};

struct Neighbour {
    Eigen::Index picture = 0; ///< row of the codes
    double distance = 0; ///< root mean square over latents, in standard deviations
};

/// Where in latent space the pictures of a set lie, in the model's units. A latent that never
/// changes counts for nothing.
class LatentSpace {
public:
    /// @param codes n x latents, n at least 2
    explicit LatentSpace(Eigen::MatrixXd codes);

    [[nodiscard]] const Eigen::MatrixXd& codes() const { return m_codes; }
    [[nodiscard]] const Eigen::VectorXd& mean() const { return m_mean; }
    /// Population standard deviations.
    [[nodiscard]] const Eigen::VectorXd& sd() const { return m_sd; }
    [[nodiscard]] const Eigen::VectorXd& low() const { return m_low; }
    [[nodiscard]] const Eigen::VectorXd& high() const { return m_high; }
    /// Of all pictures: root mean square of the standardised code.
    [[nodiscard]] double largestDistance() const { return m_largestDistance; }

    [[nodiscard]] CodePlace placeOf(const Eigen::VectorXd& code) const;
    /// The nearest pictures, nearest first; of equals the earlier.
    [[nodiscard]] std::vector<Neighbour> nearest(const Eigen::VectorXd& code,
                                                 std::size_t count) const;
    /// Codes from a Gaussian with the pictures' mean and covariance, kept within their range.
    /// @return count x latents
    [[nodiscard]] Eigen::MatrixXd drawn(Eigen::Index count, std::uint64_t seed) const;

private:
    [[nodiscard]] double distanceBetween(const Eigen::VectorXd& a, const Eigen::VectorXd& b) const;

    Eigen::MatrixXd m_codes;
    Eigen::VectorXd m_mean, m_sd, m_low, m_high;
    Eigen::VectorXd m_weight; ///< 1 / sd, 0 for a latent that never changes
    Eigen::MatrixXd m_root; ///< of the covariance, lower triangle
    double m_largestDistance = 0;
};

} // namespace fusiform::face_model
