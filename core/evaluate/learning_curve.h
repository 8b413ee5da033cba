// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/refit.h"

#include <cstdint>

namespace fusiform::evaluate {

/// Scores with W from a part of the training runs.
struct LearningPoint {
    double share = 1; ///< of the runs
    double trials = 0; ///< training faces shown in such a part, mean
    std::vector<double> pairwise; ///< one a part
    std::vector<double> full;
};

/// How recognition grows with training (paper, Supplementary Fig. 3).
struct LearningCurve {
    std::string model;
    std::string region;
    Eigen::Index runs = 0;
    std::vector<LearningPoint> points; ///< the smallest part first; the last is everything
};

struct LearningOptions {
    decode::DecodeOptions decoding; ///< decoders that need more than W are replaced by ridge
    int partitions = 2; ///< ways to deal the runs out
    std::uint64_t seed = 1;
};

/// Deals the runs out into eighths (quarters, halves: as many as there are runs for), those of a
/// session in turn, so that every part has some of each; puts eighths together to quarters and
/// halves; and estimates W from every part. Whole runs are left out, so that the noise model keeps
/// holding; the voxels stay those selected with all of them, and the test patterns too.
/// @return empty with fewer than two runs. @throws Error{BadData}, Error{Cancelled}
[[nodiscard]] std::optional<LearningCurve> learningCurve(const Refit& refit,
                                                         const roi::Region& region,
                                                         const LearningOptions& options,
                                                         Progress& progress);

} // namespace fusiform::evaluate
