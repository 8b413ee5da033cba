// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/decode_region.h"
#include "core/roi/region.h"
#include "core/stats/tails.h"

#include <optional>

namespace fusiform::evaluate {

/// One imagined face, read from a region and held against the others (paper, Fig. 7; methods 5.3).
struct Imagery {
    std::string region;
    std::string model;
    std::string imagined; ///< name of the face
    Eigen::Index candidates = 0; ///< the imagined face among them
    std::vector<double> won; ///< comparisons with the other candidates, ties half; one a pattern
    /// Of a single pattern: 0 ... candidates - 1 comparisons are equally likely by chance.
    std::optional<stats::Tails> tails;
    decode::Decoded decoded; ///< its codes; no scores of test faces

    /// Mean share of comparisons won.
    [[nodiscard]] double pairwise() const;
};

/// @param patterns of imagery: one, or one a trial
/// @throws Error{Usage} if the imagined face is none of the candidates, Error{Cancelled}
[[nodiscard]] Imagery imagery(const glm::Fit& fit, const glm::ModelFit& model,
                              const roi::Region& region, const glm::FaceSet& patterns,
                              const decode::DecodeOptions& options, Progress& progress);

} // namespace fusiform::evaluate
