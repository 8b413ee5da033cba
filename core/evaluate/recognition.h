// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/decode_region.h"
#include "core/roi/region.h"
#include "core/stats/binomial_test.h"
#include "core/stats/label_permutation.h"

#include <cstdint>

namespace fusiform::evaluate {

struct RecognitionOptions {
    decode::DecodeOptions decoding;
    std::int64_t permutations = 10'000; ///< of the faces' labels
    std::int64_t draws = 10'000; ///< of the bootstrap over faces
    double level = 0.95; ///< of intervals
    std::uint64_t seed = 1;
};

/// How well the faces read from one region are recognised (paper, Fig. 4 and 5; methods 5.1, 5.2).
struct Recognition {
    std::string region;
    std::string model;
    decode::Decoded decoded;
    std::vector<int> ranks; ///< of the own face, per face; 1 is best
    double won = 0; ///< comparisons, ties half
    double wonStrictly = 0; ///< with ties lost
    stats::Tails pairwise; ///< of `won` in the exact null of independent rows
    stats::LabelPermutation permuted; ///< the same score where rows depend on each other
    stats::Interval pairwiseInterval; ///< of the share won: bootstrap over faces
    stats::BinomialTest full; ///< faces that resemble their own most, against 1 in n

    [[nodiscard]] double comparisons() const
    {
        const auto n = static_cast<double>(ranks.size());
        return n * (n - 1);
    }
};

/// Decodes the faces from a region and tests how well they are recognised.
/// @param faces those that may be looked at
/// @throws Error{Usage} with fewer than 2 faces, without true codes, or without a usable voxel;
/// Error{Cancelled}
[[nodiscard]] Recognition recognition(const glm::Fit& fit, const glm::ModelFit& model,
                                      const roi::Region& region, const glm::FaceSet& faces,
                                      const RecognitionOptions& options, Progress& progress);

} // namespace fusiform::evaluate
