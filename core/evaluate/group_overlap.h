// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/selected_voxels.h"

#include <span>

namespace fusiform::evaluate {

struct SubjectEvaluation;

/// In how many subjects a voxel was selected (paper, Fig. 3): of fits in one space, or brought to a
/// template.
struct GroupOverlap {
    std::string model;
    std::vector<std::string> subjects;
    bool isOneSpace = false; ///< else nothing below is filled
    std::string space; ///< of the template that they were brought to; empty: fitted in one space
    std::vector<std::string> transforms; ///< names of the files, one a subject; or empty
    /// Where the cortex ends inwards: mean share over subjects; no values: not known of every one.
    image::Volume border;
    image::Volume mean; ///< of the subjects' mean images, each divided by its own mean in the mask
    image::Volume count; ///< 0 outside every mask, 1 in a mask, 1 + subjects that selected it
    std::vector<std::int64_t> voxels; ///< selected in exactly 1, 2, ... subjects
    double voxelMm3 = 0;
};

/// Of each face model that all subjects have. Empty with fewer than two subjects. Where all were
/// brought to one template, that counts, else whether their grids agree.
[[nodiscard]] std::vector<GroupOverlap> groupOverlaps(std::span<const SubjectEvaluation> subjects);

} // namespace fusiform::evaluate
