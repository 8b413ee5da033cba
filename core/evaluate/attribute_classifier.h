// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/attribute_reading.h"

namespace fusiform::evaluate {

/// A linear classifier learnt from the decoded codes of the other faces, which the paper suggests
/// beside the axis (Possible applications). Exploratory: a few faces teach little.
struct LearntAttribute {
    std::string attribute;
    std::string region;
    long faces = 0; ///< whose label is known
    long with = 0;
    long right = 0; ///< of faces left out
    double balanced = 0; ///< mean of the shares right with and without
    stats::Interval interval; ///< of `balanced`: bootstrap over faces with and without
    double chance = 0; ///< mean of `balanced` with permuted labels
    double p = 1; ///< (1 + permutations at least as good) / (1 + permutations)
    double adjusted = 1; ///< p for the number of attributes in this region (FDR)
    std::int64_t permutations = 0;
};

/// Of one face model.
struct LearntAttributes {
    std::string model;
    std::vector<LearntAttribute> results;
    bool isLabelled = false; ///< nothing is learnt without given labels
};

struct LearningAttributesOptions {
    std::int64_t permutations = 1000;
    stats::BootstrapOptions bootstrap;
};

/// Learns the first attribute from every region, and the others from the first region: leave one
/// face out, all latents, in training standard deviations. Attributes with fewer than three faces
/// on a side are left out.
/// @param regions recognitions with this face model of the faces that are shown
[[nodiscard]] LearntAttributes learntAttributes(const OpenModel& open,
                                                std::span<const Recognition* const> regions,
                                                const AttributeReadings& readings,
                                                const LearningAttributesOptions& options,
                                                Progress& progress);

/// Decision of a logistic regression for each item from all others, for many ways to label them.
/// Both labels weigh alike, however many bear them: else the label of the item left out, now the
/// rarer one, would be the one that is not guessed. The penalty is one half of the squared weights,
/// for items whose mean squared distance from their mean is made 1; the intercept has none.
/// @param items n x features; @param labels n x ways, 1 or -1; two items or more of each
/// @return n x ways; above 0: with
[[nodiscard]] Eigen::MatrixXd leaveOneOutLogistic(const Eigen::MatrixXd& items,
                                                  const Eigen::MatrixXi& labels,
                                                  const Progress& progress);

} // namespace fusiform::evaluate
