// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"
#include "core/util/progress.h"

#include <vector>

namespace fusiform::preprocess {

/// spm_coreg's settings.
struct CoregisterOptions {
    std::vector<double> separations = {4, 2}; ///< mm; from coarse to fine
    double translationTolerance = 0.02; ///< mm
    double rotationTolerance = 0.001; ///< rad
};

struct Coregistration {
    Eigen::Matrix4d sourceFromReference = Eigen::Matrix4d::Identity(); ///< world (mm) to world
    double similarity = 1; ///< normalised mutual information that was reached; 1: none
    double similarityBefore = 1; ///< with the images where their headers put them
};

/// The rigid movement between two kinds of images of one head, by normalised mutual information
/// (spm_coreg; methods 2.10). @param reference usually the T1 image. @param source the mean
/// functional image.
[[nodiscard]] Coregistration coregister(const image::Volume& reference, const image::Volume& source,
                                        const CoregisterOptions& options, Progress& progress);

} // namespace fusiform::preprocess
