// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/refit.h"

#include <cstdint>

namespace fusiform::evaluate {

/// What a region scores when training learnt nothing true.
struct PipelinePermutation {
    std::string model;
    std::string region;
    double pairwise = 0; ///< with the true codes, by the same way
    double full = 0;
    std::vector<double> pairwiseByChance; ///< one a permutation
    std::vector<double> fullByChance;

    /// (1 + permutations that score at least as much) / (1 + permutations).
    [[nodiscard]] double pairwiseP() const;
    [[nodiscard]] double fullP() const;
};

struct PipelineOptions {
    decode::DecodeOptions decoding; ///< decoders that need more than W are replaced by ridge
    int permutations = 100;
    std::uint64_t seed = 1;
};

/// Exchanges the codes of the training pictures, estimates W again from all runs and reads the
/// same test faces with it: everything after the scans but the selection of voxels, which also
/// looked at the true codes (where the criterion has a gain).
/// @param regions of Refit::open(); @return one a region
/// @throws Error{BadData}, Error{Cancelled}
[[nodiscard]] std::vector<PipelinePermutation> permutePipeline(const Refit& refit,
                                                               std::span<const roi::Region> regions,
                                                               const PipelineOptions& options,
                                                               Progress& progress);

} // namespace fusiform::evaluate
