// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/open_subject.h"

#include <array>
#include <cstdint>

namespace fusiform::evaluate {

/// Which voxels everything else was read from, and why these (paper, Fig. 3 and Supplementary
/// Fig. 2).
struct SelectedVoxels {
    struct Part {
        std::string name;
        std::array<std::uint8_t, 3> colour;
        std::int64_t voxels = 0;
        double volumeMm3 = 0;
    };
    std::string model;
    std::string criterion; ///< for a person
    std::vector<float> t; ///< faces - fixation, per voxel of the mask
    std::vector<float> gain; ///< 1 - residual variance with latents / without; likewise
    std::vector<bool> isSelected; ///< likewise
    image::Volume mean; ///< functional image; 0 outside the mask
    image::Volume partOf; ///< 0 outside the mask, 1 not selected, 2 ... the parts
    std::vector<Part> parts; ///< the thirds, or the selected voxels where there are none
};

[[nodiscard]] SelectedVoxels selectedVoxels(const OpenSubject& subject, const OpenModel& open);

} // namespace fusiform::evaluate
