// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/study.h"

#include <Eigen/Dense>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace fusiform::report {

/// The model of a subject's face runs without its latent columns: those need a face model.
struct StudyDesign {
    Eigen::MatrixXd matrix; ///< scans of all runs x (conditions, then each run's nuisance)
    std::vector<std::string> names; ///< of the columns
    Eigen::Index conditions = 0; ///< how many of the columns are conditions
    std::vector<std::string> runs;
    std::vector<Eigen::Index> runStarts; ///< first scan of each run
    Eigen::MatrixXd correlations; ///< as conditionCorrelations() gives them
    Eigen::VectorXd inflation; ///< as varianceInflation() gives it
};

/// As a fit takes them by default. Runs need an image (preprocessed or raw, for the number of
/// scans) and events; others are left out, and so are those in `dropped`.
/// @param derivatives folder with the preprocessed images and the movements.
[[nodiscard]] StudyDesign designOf(const bids::Subject& subject,
                                   const std::filesystem::path& derivatives,
                                   const std::set<std::string>& dropped, Progress& progress);

/// Pearson correlations of the condition columns, run means taken out: conditions x conditions;
/// NaN for a constant column.
[[nodiscard]] Eigen::MatrixXd conditionCorrelations(const StudyDesign& design);
/// Variance inflation of each condition by all other columns: 1 / (1 - R^2); infinite for one that
/// the others explain, NaN for a constant one.
[[nodiscard]] Eigen::VectorXd varianceInflation(const StudyDesign& design);

} // namespace fusiform::report
