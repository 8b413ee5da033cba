// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/attribute_reading.h"
#include "core/stats/friedman.h"
#include "core/stats/post_hoc.h"

#include <span>

namespace fusiform::evaluate {

struct SubjectEvaluation;

/// Where a threshold lies.
enum class Threshold { Zero, Middle };

/// Right answers of all subjects together, from one region (paper, Fig. 6b: 56 of 80).
struct PooledReading {
    std::string region;
    long faces = 0;
    long right = 0;
    stats::BinomialTest test; ///< of `right` against one half
    double adjusted = 1; ///< test.tails.atLeast, for the number of attributes (FDR)
};

/// An attribute over subjects, along one axis, with one threshold.
struct GroupAttribute {
    std::string model;
    std::string attribute;
    AxisKind axis = AxisKind::MeanDifference;
    Threshold threshold = Threshold::Zero;
    bool isLabelled = false;
    std::vector<std::string> subjects;
    std::vector<PooledReading> regions; ///< those that all subjects have, in their order
    Eigen::MatrixXd shares; ///< subjects x regions: right answers
    Eigen::VectorXd ceilings; ///< of each subject: right answers of the true codes
    /// Over the regions after the first, which holds them all; no statistic with fewer than two.
    stats::Friedman friedman;
    stats::PostHoc postHoc; ///< of more than two regions
    std::vector<std::string> compared; ///< the regions that Friedman's test compares
};

/// Of each attribute that all subjects have with known labels; empty with fewer than two subjects.
[[nodiscard]] std::vector<GroupAttribute>
groupAttributes(std::span<const SubjectEvaluation> subjects, double level);

} // namespace fusiform::evaluate
