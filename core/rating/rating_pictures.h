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

/// A trial to learn the task with: both pictures are one model's, made of true codes, one of the
/// face above and one of another face. Nothing that is rated is shown, and neither is any
/// difference between models.
struct PracticeTrial {
    Pair pair;
    image::SharedPicture original;
    image::SharedPicture own;
    image::SharedPicture other;
    Side ownSide = Side::Left;

    [[nodiscard]] const image::SharedPicture& at(Side side) const
    {
        return side == ownSide ? own : other;
    }
};
/// Models take turns, and so do the sides of the own face. Fewer where there are fewer faces.
[[nodiscard]] std::vector<PracticeTrial> practiceTrials(const evaluate::Evaluation& evaluation,
                                                        const std::array<std::string, 2>& models,
                                                        std::uint64_t seed, std::size_t count = 4);

} // namespace fusiform::rating
