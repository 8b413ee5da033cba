// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"

namespace fusiform::evaluate {

/// Codes in training standard deviations from the training mean: a mean that all faces share makes
/// nothing alike. @param codes n x latents. @return n x the latents that vary
[[nodiscard]] inline Eigen::MatrixXd standardisedCodes(const Eigen::MatrixXd& codes,
                                                       const glm::ModelFit& model)
{
    const Eigen::VectorXd perSd = glm::inverseOfSd(model.latentMean, model.latentSd);
    std::vector<Eigen::Index> live;
    for (Eigen::Index l = 0; l < perSd.size(); ++l)
        if (perSd[l] > 0)
            live.push_back(l);
    const Eigen::MatrixXd scaled
        = (codes.rowwise() - model.latentMean.transpose()) * perSd.asDiagonal();
    return scaled(Eigen::all, live);
}

} // namespace fusiform::evaluate
