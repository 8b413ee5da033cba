// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/imagery.h"
#include "core/evaluate/recognition.h"
#include "core/stats/friedman.h"
#include "core/stats/post_hoc.h"

#include <span>

namespace fusiform::evaluate {

/// What was found in one subject.
struct SubjectEvaluation {
    std::string subject;
    std::string faces; ///< "explore" or "all"
    std::vector<Recognition> recognitions; ///< of each face model its regions
    std::vector<Imagery> imagery; ///< likewise; empty: no imagery, or it stays sealed

    [[nodiscard]] const Recognition* find(const std::string& model,
                                          const std::string& region) const;
};

/// A score of several subjects under several conditions, and whether these differ.
struct GroupTest {
    std::string score; ///< "pairwise" or "full"
    std::string of; ///< what the conditions share: "selected", "portraits-vaegan"
    std::vector<std::string> subjects;
    std::vector<std::string> conditions;
    Eigen::MatrixXd table; ///< subjects x conditions, shares
    stats::Friedman friedman;
    stats::PostHoc postHoc; ///< of more than two conditions
};

/// Face models compared on the first region that all have ("VAE-GAN against PCA"), and regions
/// compared within each face model, those after the first (paper, Fig. 4c and 5). Empty with fewer
/// than two subjects.
[[nodiscard]] std::vector<GroupTest> groupTests(std::span<const SubjectEvaluation> subjects);

/// The imagined faces of several subjects, one pattern each, against the exact null of their sum.
struct GroupImagery {
    std::string model;
    std::string region;
    std::vector<double> won; ///< one a subject
    Eigen::Index candidates = 0;
    stats::Tails tails;
};
/// Of each face model and region that all subjects have with one pattern and as many candidates.
[[nodiscard]] std::vector<GroupImagery> groupImagery(std::span<const SubjectEvaluation> subjects);

} // namespace fusiform::evaluate
