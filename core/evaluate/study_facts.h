// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/open_subject.h"
#include "core/evaluate/recognition.h"
#include "core/image/picture.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace fusiform::evaluate {

/// What a diagram of the method says of a study, for one face model (paper, Fig. 2).
struct StudyFacts {
    std::string model;
    std::optional<std::int64_t> runs; ///< none: the fit does not say (one made by another program)
    std::optional<std::int64_t> scans;
    std::optional<std::int64_t> trainingFaces; ///< shown in training, each time counted
    Eigen::Index voxels = 0; ///< that W has weights of
    Eigen::Index latents = 0; ///< W has one row more
    /// Of the first test face: its code as it was read, in training sd from the training mean, the
    /// latents that vary.
    std::vector<double> firstCode;
    double firstR = 0; ///< of that code with the true one, as scores compare them
    image::SharedPicture brain; ///< brainSlice() of the selected voxels
};

/// @param recognition of the selected voxels with the same model
[[nodiscard]] StudyFacts studyFacts(const OpenSubject& subject, const OpenModel& open,
                                    const Recognition& recognition);

/// The axial slice of the mean functional image with most of `voxels`: the left of the head on the
/// left, the front above; grey inside the brain mask, `voxels` in orange, white outside. 1 mm a
/// pixel. @param voxels on the fit's grid, not empty
[[nodiscard]] image::Picture brainSlice(const glm::Fit& fit, const image::VoxelSet& voxels);

} // namespace fusiform::evaluate
