// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

namespace fusiform::face_model {

/// Standardises codes by the mean and (population) deviation of some of them.
struct StandardCodes {
    Eigen::RowVectorXd mean;
    Eigen::RowVectorXd scale; ///< 1 / sd; 0 for a latent that never changes: it says nothing,
                              ///< whatever its value in other pictures

    /// @param codes n x latents
    static StandardCodes of(const Eigen::Ref<const Eigen::MatrixXd>& codes)
    {
        StandardCodes standard;
        standard.mean = codes.colwise().mean();
        const Eigen::RowVectorXd sd = ((codes.rowwise() - standard.mean).colwise().squaredNorm()
                                       / static_cast<double>(codes.rows()))
                                          .cwiseSqrt();
        standard.scale = (sd.array() > 1e-12).select(sd.cwiseInverse(), 0);
        return standard;
    }
    [[nodiscard]] Eigen::MatrixXd operator()(const Eigen::Ref<const Eigen::MatrixXd>& codes) const
    {
        return (codes.rowwise() - mean).array().rowwise() * scale.array();
    }
};

} // namespace fusiform::face_model
