// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/attribute_group.h"
#include "core/evaluate/group_overlap.h"
#include "core/evaluate/subject.h"
#include "core/stats/friedman.h"
#include "core/stats/post_hoc.h"

#include <span>

namespace fusiform::evaluate {

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

/// The face models of all subjects compared by how near their pictures come to the originals
/// (paper: SSIM of VAE-GAN against PCA): a test a measure that all subjects have with all models.
/// Empty with fewer than two subjects or models.
[[nodiscard]] std::vector<GroupTest> groupQuality(std::span<const SubjectEvaluation> subjects);

/// Everything that was found.
struct Evaluation {
    std::vector<SubjectEvaluation> subjects;
    std::vector<GroupTest> tests;
    std::vector<GroupImagery> imagery;
    std::vector<GroupAttribute> attributes;
    std::vector<GroupSimilarity> similarity;
    std::vector<GroupTest> quality; ///< of pictures
    std::vector<GroupOverlap> overlaps;
    std::vector<std::string> only = {}; ///< analyses that are told; empty: all
    bool hasBorders = true; ///< lines of the cortex on maps
    double level = 0.95; ///< of intervals
};
/// Subjects, and the tests over them.
/// @param level of the subjects' intervals
[[nodiscard]] Evaluation evaluationOf(std::vector<SubjectEvaluation> subjects, double level);

} // namespace fusiform::evaluate
