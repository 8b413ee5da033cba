// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/decode_region.h"
#include "core/evaluate/open_subject.h"

#include <cstdint>

namespace fusiform::evaluate {

/// Scores of voxels drawn at random.
struct DrawnVoxels {
    enum class From {
        Region, ///< as many of a region as the smallest region has
        LeftOut, ///< as many of the mask's voxels that were not selected as the selection has
        Control, ///< the same of a region that should know nothing, such as white matter
    };
    std::string model;
    From from = From::Region;
    std::string region; ///< whose voxels; of LeftOut the selection that they are held against
    Eigen::Index voxels = 0; ///< in each draw
    std::vector<double> pairwise; ///< one a draw
    std::vector<double> full;
};

struct DrawOptions {
    decode::DecodeOptions decoding;
    int draws = 10;
    std::uint64_t seed = 1;
    /// Negative controls; voxels of theirs that were selected are left out.
    std::vector<roi::Region> controls = {};
};

/// Whether one region is better than another only because it is larger, and whether voxels outside
/// the selection know the faces too. A region that is no larger than the smallest is read whole,
/// once.
/// @throws Error{Cancelled}
[[nodiscard]] std::vector<DrawnVoxels> controlRegions(const OpenSubject& subject,
                                                      const OpenModel& open,
                                                      const DrawOptions& options,
                                                      Progress& progress);

} // namespace fusiform::evaluate
