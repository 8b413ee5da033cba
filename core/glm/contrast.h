// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fusiform::glm {

/// What the model of the conditions alone (no latents) says of every voxel: enough for any contrast
/// without the scans. Sealed faces and imagery are not among the conditions.
struct ConditionEstimates {
    std::vector<std::string> names; ///< "train_face", "fixation", "F1145.jpg", ...
    Eigen::MatrixXf beta; ///< conditions x voxels, percent signal
    Eigen::MatrixXd inverse; ///< their part of (XᵀX)⁻¹
    std::vector<float> residualMeanSquare; ///< ResMS per voxel
    std::vector<float> explained; ///< R² of the conditions per voxel, nuisance columns taken out
    double degreesOfFreedom = 0;
};

/// Weights of a contrast typed by name: "face - Fix", "0.5 F1145 + 0.5 F1148 - fixation". Names may
/// leave out their ending (.jpg), case does not matter; "face" is train_face, "Fix" is fixation.
/// @throws Error{Usage} naming what was not understood, with the conditions there are.
[[nodiscard]] Eigen::VectorXd contrastNamed(std::string_view expression,
                                            const std::vector<std::string>& names);

struct ContrastMaps {
    std::vector<float> effect; ///< c b per voxel
    std::vector<float> t; ///< c b / sqrt(ResMS c (XᵀX)⁻¹ c); NaN where ResMS is 0
};
[[nodiscard]] ContrastMaps contrastMaps(const ConditionEstimates& estimates,
                                        const Eigen::VectorXd& contrast);

/// One file, conditions.safetensors, in the folder of a fit.
void writeConditionEstimates(const ConditionEstimates& estimates,
                             const std::filesystem::path& folder);
/// Whether a fit's folder has them.
[[nodiscard]] bool hasConditionEstimates(const std::filesystem::path& folder);
/// @throws Error{BadData} if the fit has none (an imported one, or one of an older version).
[[nodiscard]] ConditionEstimates readConditionEstimates(const std::filesystem::path& folder,
                                                        Eigen::Index voxels);

} // namespace fusiform::glm
