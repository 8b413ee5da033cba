// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/region_gram.h"

namespace fusiform::decode {

/// Which faces drive a voxel or a region: a direction of the latent space, in units of the training
/// sd of each latent, of length 1. An encoding weight is not a tuning proof: correlated latents and
/// what is not in the model share it.
struct Preference {
    Eigen::VectorXd direction; ///< latents; zero if nothing is preferred
    /// Percent signal for one step along it: the length of the voxel's latent weights; of a region
    /// the root mean square of its voxels' weights along it.
    double strength = 0;
    Eigen::Index voxels = 0; ///< usable
};

/// What one voxel prefers: its latent weights. Latents that do not vary count for nothing. No
/// voxels if its weights are not finite.
/// @param position in the fit
[[nodiscard]] Preference preferenceOf(const glm::ModelFit& model, Eigen::Index position);

enum class RegionPreference {
    Mean, ///< the mean of its voxels' weights
    FirstComponent, ///< the direction along which its voxels' weights are largest (not centred);
                    ///< pointing to where their mean lies
};
/// What a region prefers. @throws Error{Cancelled}
[[nodiscard]] Preference preferenceOf(const glm::ModelFit& model,
                                      std::span<const Eigen::Index> positions,
                                      RegionPreference kind, Progress& progress);

/// The faces at both ends: the mean training face minus and plus `deviations` steps along the
/// direction. 2 x latents, model units.
[[nodiscard]] Eigen::MatrixXd endsOf(const glm::ModelFit& model, const Preference& preference,
                                     double deviations);

} // namespace fusiform::decode
