// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/open_subject.h"
#include "core/util/progress.h"

#include <array>
#include <cstdint>

namespace fusiform::evaluate {

/// Which of the selected voxels answer to an attribute (paper, Supplementary Fig. 5).
struct AttributeMap {
    /// The largest correlation in one direction.
    struct Peak {
        double r = 0;
        image::MmPoint at;
    };
    std::string attribute;
    std::vector<double> r; ///< per voxel of AttributeMaps::voxels; NaN: weights not usable
    Peak highest;
    Peak lowest;
    double p = 1; ///< of the largest |r|, over all voxels (maximum statistic)
    Eigen::Index above = 0; ///< voxels with r > threshold
    Eigen::Index below = 0; ///< voxels with r < -threshold
    std::vector<Eigen::Index> beyondOfPart; ///< above and below, of each part
};

/// The attributes of one face model.
struct AttributeMaps {
    std::string model;
    image::Volume mean; ///< functional image; 0 outside the mask
    std::vector<image::Index> voxels; ///< selected ones, linear indices of the grid, ascending
    std::vector<std::string> parts; ///< of the selected voxels: "occipital"
    std::vector<AttributeMap> maps; ///< gender is first
    double threshold = 0; ///< of |r|: exceeded anywhere by one in twenty random directions
    std::int64_t directions = 0; ///< random ones
    bool isCorrelated = false; ///< they vary as training codes do; else latents by themselves
    Eigen::Index latents = 0; ///< that vary: the n of every correlation
    Text whyNone = {}; ///< why there are no maps; empty: there are
};

struct AttributeMapOptions {
    std::int64_t directions = 1000;
    double level = 0.05; ///< of any voxel beyond the threshold by chance
    std::uint64_t seed = 1;
};

/// Correlates, across latents, each selected voxel's weights with the axis of every attribute (mean
/// difference), both per training sd. The threshold takes the largest |r| over the voxels of random
/// directions that are distributed as training codes are: the difference between the mean codes
/// of two groups that labels dealt out at random would make has this distribution, but for its
/// length, which a correlation does not see.
[[nodiscard]] AttributeMaps attributeMaps(const OpenSubject& subject, const OpenModel& open,
                                          const AttributeMapOptions& options, Progress& progress);

} // namespace fusiform::evaluate
