// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preprocess/coregister.h"
#include "core/preprocess/derivatives.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fusiform::preprocess {

struct SubjectInput {
    std::string subject; ///< "sub-01"
    std::vector<RawRun> runs; ///< session by session, in the order of scanning
    std::filesystem::path anatomy; ///< T1 image, or empty
    RealignOptions realign;
};

struct SubjectReport {
    std::vector<RunReport> runs; ///< in the order of the input
    std::size_t runsSkipped = 0; ///< finished before with the same input
    image::Index maskVoxels = 0; ///< inside the mask of every face run
    std::optional<Coregistration> anatomy;
};

/// The subject's files below a folder of derivatives.
struct SubjectFiles {
    std::filesystem::path mask; ///< inside the mask of every face run
    std::filesystem::path mean; ///< mean of the realigned face runs
    std::filesystem::path
        anatomy; ///< the T1 image, its header moved to where the head is in the scans
    std::filesystem::path anatomyMap; ///< JSON: T1 world to functional world, and how good it is
};
[[nodiscard]] SubjectFiles subjectFiles(const std::filesystem::path& folder,
                                        const std::string& subject);

/// Slice timing, then realignment in two passes (spm_realign, "register to mean"): within each
/// session to its first image, then to the session's mean; sessions by their means; everything is
/// told and resliced (B-spline of degree 4) relative to the first image of the first run. The T1
/// image is coregistered with the mean of the realigned face runs; only its header changes.
///
/// Writes BIDS derivatives below `folder`. A step whose input has not changed, by content, is not
/// done again, so that a run that was killed goes on where it was.
/// @throws Error{BadData} if the runs of the subject have different grids.
[[nodiscard]] SubjectReport preprocessSubject(const SubjectInput& input,
                                              const std::filesystem::path& folder,
                                              Progress& progress);

} // namespace fusiform::preprocess
