// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/util/progress.h"

#include <span>
#include <vector>

namespace fusiform::decode {

/// How much each voxel's weights look like a direction of the latent space: Pearson r, across the
/// latents that vary, of the voxel's latent weights with `direction` (VanRullen & Reddy 2019, Supp.
/// Fig. 5: column-wise correlation of W). Both are per training sd, so that latents of different
/// spread count alike.
/// @param direction latents, in units of the training sd
/// @return one r per voxel of the fit; NaN where weights are not finite or all equal
/// @throws Error{Usage} if fewer than 4 latents vary; Error{Cancelled}
[[nodiscard]] std::vector<double> weightCorrelations(const glm::ModelFit& model,
                                                     const Eigen::VectorXd& direction,
                                                     Progress& progress);

/// Of many directions at some voxels, on the calling thread.
/// @param positions in the fit; @param directions latents x n, in units of the training sd
/// @return positions x n; NaN where weights are not finite or all equal
/// @throws Error{Usage} if fewer than 4 latents vary
[[nodiscard]] Eigen::MatrixXd
weightCorrelations(const glm::ModelFit& model, std::span<const Eigen::Index> positions,
                   const Eigen::Ref<const Eigen::MatrixXd>& directions);

/// That of the axis of an attribute: which voxels answer to smiling faces, say.
/// @param axis latents, model units, as face_model::AxisReadout
[[nodiscard]] std::vector<double> attributeMap(const glm::ModelFit& model,
                                               const Eigen::VectorXd& axis, Progress& progress);

/// That of a face: the voxels that prefer faces like this one.
/// @param code latents, model units; its deviation from the mean training face counts
[[nodiscard]] std::vector<double> similarityMap(const glm::ModelFit& model,
                                                const Eigen::VectorXd& code, Progress& progress);

/// Latents that vary: the n of those correlations.
[[nodiscard]] Eigen::Index varyingLatents(const glm::ModelFit& model);

/// Two-sided p of each correlation over n pairs: t = r sqrt((n - 2) / (1 - r²)) with n - 2 degrees
/// of freedom; NaN for NaN. It takes the latents for independent. The estimation errors of a
/// voxel's weights are correlated where the training codes are, so these p are somewhat too small:
/// what they leave of a map is a guide, not a proof.
[[nodiscard]] std::vector<double> correlationP(std::span<const double> r, Eigen::Index n);

} // namespace fusiform::decode
