// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/study.h"
#include "core/glm/fit.h"
#include "core/glm/series_sums.h"

#include <array>

namespace fusiform::studies {

/// What is planted in a subject whose events are those of a real one.
struct PlantedOptions {
    Eigen::Index voxels = 3000; ///< selected; thirds of equal size
    Eigen::Index latents = 1024;
    /// Standard deviation over faces of a voxel's answer to codes, in that of the noise of a scan,
    /// for occipital, temporal and frontoparietal voxels.
    std::array<double, 3> signal = {0.1, 0.1, 0.1};
    double imagery = 0.5; ///< strength of the imagined face's answer, of a seen one's
    std::uint64_t seed = 1;
};

/// A fit on disk with its kept series, and the truth.
struct PlantedSubject {
    glm::Fit fit;
    Eigen::MatrixXd weights; ///< planted W: (latents + 1) x voxels, per training sd; bias last
    Eigen::MatrixXd patterns; ///< planted answers of the test faces: faces x voxels
    Eigen::MatrixXd codes; ///< of the test faces, model units
    glm::SeriesSums sums; ///< of the whole series
    std::vector<Eigen::Index> faceColumns; ///< of the test faces among the conditions
    Eigen::Index trainColumn = 0;
    Eigen::Index scans = 0;
    Eigen::Index trainingTrials = 0;
};

/// Makes the series of the selected voxels from the subject's events (white noise, sd 1), fits it
/// as the program fits, and writes the fit.
[[nodiscard]] PlantedSubject plantSubject(const bids::Study& study, const std::string& label,
                                          const PlantedOptions& options,
                                          const std::filesystem::path& folder);

} // namespace fusiform::studies
