// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"

#include <Eigen/Dense>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fusiform::face_model {

/// A direction in latent space along which an attribute changes, and how well it tells the
/// attribute of pictures it has not seen.
struct AxisReadout {
    /// latents, model units. Added to the code of a face, it moves it as far as the means of the
    /// faces without and with the attribute lie apart along it.
    Eigen::VectorXd direction;
    double accuracy = 0; ///< held out: share of pictures on the right side
    double balancedAccuracy = 0; ///< mean of the shares among those with and those without
};

/// Both ways to an attribute's axis.
struct AttributeAxis {
    std::string name; ///< "Smiling"
    Eigen::Index with = 0; ///< pictures that have it
    Eigen::Index without = 0;
    AxisReadout meanDifference; ///< mean code with less mean code without (paper, Fig. 1b and 6)
    AxisReadout logistic; ///< of a logistic regression
};

struct AttributeAxes {
    std::string modelHash; ///< of the model whose codes these were
    std::string pictures; ///< what they were, one line
    std::vector<AttributeAxis> axes;
};

/// The axes of attributes in codes. Accuracies are those of folds: an axis and its threshold come
/// from four fifths of the pictures and are tested on the rest.
/// The mean difference is cut half-way between the means. The logistic regression has a penalty of
/// 1 on the squared weights of standardised codes, not on the intercept; its maximum is found by
/// the fixed bound on the Hessian of Böhning & Lindsay (1988), so that one factorisation serves all
/// attributes.
/// @param codes n x latents. @param labels n x attributes: 1 with, -1 without, 0 not known
/// @param names one an attribute. Attributes with fewer than ten pictures on a side are left out,
/// with a warning.
/// @throws Error{Usage} if the numbers of rows and names do not agree.
[[nodiscard]] std::vector<AttributeAxis> attributeAxes(const Eigen::MatrixXd& codes,
                                                       const Eigen::MatrixXi& labels,
                                                       const std::vector<std::string>& names,
                                                       std::uint64_t seed, Progress& progress);

/// Beside the model: faces.safetensors has faces.axes.safetensors.
[[nodiscard]] std::filesystem::path axesFileOf(const std::filesystem::path& modelFile);
void writeAxes(const std::filesystem::path& file, const AttributeAxes& axes);
/// @throws Error{BadData}
[[nodiscard]] AttributeAxes readAxes(const std::filesystem::path& file);

} // namespace fusiform::face_model
