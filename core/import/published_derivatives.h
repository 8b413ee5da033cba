// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"

#include <map>

namespace fusiform::import {

struct DerivativesOptions {
    std::filesystem::path folder; ///< of one subject's .mat files
    std::filesystem::path t1; ///< T1 image whose grid the arrays are on; empty: not known
    std::string subject; ///< empty: by the folder's name
    std::map<std::string, std::filesystem::path> modelFiles; ///< by model: "vaegan", "pca"
    double tThreshold = 3.09; ///< where there is no ROI file
    double gainThreshold = 0.008; ///< F(1024, 18,000 to 20,000) has p < .001 there (methods 3.5)
};

/// What was imported, for a report.
struct ImportedModel {
    std::string name;
    Eigen::Index latents = 0;
    Eigen::Index selected = 0; ///< voxels
    Eigen::Index unusable = 0; ///< stored voxels with weights that are not finite
    std::string selection;
    std::string network; ///< "none", "published PCA" or the attached file
};
struct Imported {
    std::string subject;
    Eigen::Index maskVoxels = 0;
    Eigen::Index storedVoxels = 0; ///< the union of the models' selected voxels
    Eigen::Index testPatterns = 0;
    Eigen::Index nanInPatterns = 0; ///< set to 0, as the authors' decoder does
    bool isAffineKnown = false;
    std::vector<std::string> exploration;
    std::string split;
    std::vector<ImportedModel> models;
};

/// Makes a fit of the published derivatives of one subject (VanRullen & Reddy 2019; names, shapes
/// and units: methods 1.8), writing it into `output`, which exists. `provenance` goes into the fit.
/// W is read in portions: memory does not grow with the size of the files.
/// Faces have no names in the files; rows are males, then females, and every second row of each sex
/// is sealed. Training codes are not published: one standard deviation, that of the exploration
/// faces' codes, stands for all latents (unless PCA_coeffs.mat has the variances), so that decoded
/// faces get the contrast of real ones; Eq. 3 does not depend on it.
/// @throws Error{BadData} naming the file, Error{Usage}
[[nodiscard]] Imported importDerivatives(const DerivativesOptions& options, const Json& provenance,
                                         const std::filesystem::path& output, Progress& progress);

} // namespace fusiform::import
