// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

namespace fusiform::decode {

/// The codes of X = C (G + λ D)⁻¹ for any λ from one eigendecomposition; the bias (the last row of
/// G) is not penalised.
class RidgePath {
public:
    /// @param gram  rows x rows, the lower triangle is read
    /// @param cross faces x rows
    RidgePath(const Eigen::Ref<const Eigen::MatrixXd>& gram,
              const Eigen::Ref<const Eigen::MatrixXd>& cross);

    /// Faces x latents. @param strength relative to trace(G) / rows, above 0
    [[nodiscard]] Eigen::MatrixXd codes(double strength) const;

private:
    Eigen::VectorXd m_values; ///< of G with the bias projected out
    Eigen::MatrixXd m_vectors;
    Eigen::MatrixXd m_cross; ///< faces x latents, in the eigenvectors' coordinates
    double m_mean = 0; ///< trace(G) / rows
};

} // namespace fusiform::decode
