// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/open_subject.h"
#include "core/evaluate/recognition.h"
#include "core/stats/bootstrap.h"

#include <span>

namespace fusiform::evaluate {

struct SubjectEvaluation;

/// Whether the codes read from a region are alike where the true codes are alike
/// (representational similarity; Kriegeskorte, Mur & Bandettini 2008).
struct RegionSimilarity {
    std::string region;
    Eigen::MatrixXd dissimilarity; ///< faces x faces, 1 - r of decoded codes; 0 on the diagonal
    double rho = 0; ///< Spearman, with the true codes' over pairs of faces; NaN: cannot be told
    double p = 1; ///< as high if the faces' labels are exchanged; one-sided
    std::int64_t orders = 0; ///< of labels that were looked at
    bool isExact = false; ///< every order once
    stats::Interval interval; ///< bootstrap over faces
};

/// Of one face model.
struct SimilarityStructure {
    std::string model;
    std::vector<std::string> faces;
    Eigen::MatrixXd truth; ///< faces x faces, 1 - r of the true codes; 0 on the diagonal
    Eigen::Index pairs = 0; ///< of faces
    std::vector<RegionSimilarity> regions; ///< in the order of the fit
};

struct SimilarityOptions {
    std::int64_t permutations = 10'000;
    stats::BootstrapOptions bootstrap;
};

/// Codes count in training standard deviations from the training mean: a mean that all faces share
/// would make them all alike. Where a face is drawn more than once, its pairs with itself are left
/// out: they are alike in any region. Empty with fewer than four faces.
/// @param regions recognitions with this face model of the faces that are shown
[[nodiscard]] std::optional<SimilarityStructure>
similarityStructure(const OpenModel& open, std::span<const Recognition* const> regions,
                    const SimilarityOptions& options, Progress& progress);

/// Spearman correlation of the pairs above the diagonals. @param a, b of the same faces
[[nodiscard]] double matrixCorrelation(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b);

/// The correlations of several subjects.
struct GroupSimilarity {
    std::string model;
    std::string region;
    std::vector<std::string> subjects;
    std::vector<double> rho; ///< one a subject
    stats::Bootstrapped mean; ///< over subjects
    long above = 0; ///< subjects with a correlation above 0
    stats::Tails sign; ///< of `above`: exact sign test
};
/// Of each face model and region that all subjects have; empty with fewer than two subjects.
[[nodiscard]] std::vector<GroupSimilarity>
groupSimilarity(std::span<const SubjectEvaluation> subjects, double level);

} // namespace fusiform::evaluate
