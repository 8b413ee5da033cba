// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/group.h"
#include "core/rating/rating_plan.h"

namespace fusiform::rating {

/// What a rater sees of one pair: a face, and the same face as each model of the plan read it.
struct PairPictures {
    Pair pair;
    image::SharedPicture original;
    std::array<image::SharedPicture, 2> reconstructions; ///< as Plan::models
};

/// Everything there is to rate of one region.
struct Comparison {
    std::string region;
    std::array<std::string, 2> models;
    std::vector<PairPictures> pairs; ///< subject by subject, faces in the order of the fit
    std::string hash; ///< SHA-256 of names and of the pictures as they are shown, 8 bits a channel

    [[nodiscard]] std::vector<Pair> names() const;
};

/// The face models that have originals and pictures of the same faces in every subject, in the
/// order of the first.
[[nodiscard]] std::vector<std::string> comparableModels(const evaluate::Evaluation& evaluation);
/// The regions that both models were read from in every subject, the selected voxels first.
[[nodiscard]] std::vector<std::string> comparableRegions(const evaluate::Evaluation& evaluation,
                                                         const std::array<std::string, 2>& models);
/// @throws Error{Usage} for a model or region that is not among these
[[nodiscard]] Comparison comparisonOf(const evaluate::Evaluation& evaluation,
                                      const std::string& region,
                                      const std::array<std::string, 2>& models);

} // namespace fusiform::rating
