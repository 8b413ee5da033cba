// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/group.h"
#include "core/report/figure.h"

#include <string>
#include <vector>

namespace fusiform::report {

/// Everything that `evaluate` found, and how it was made.
struct Evaluation {
    std::vector<evaluate::SubjectEvaluation> subjects;
    std::vector<evaluate::GroupTest> tests;
    std::vector<evaluate::GroupImagery> imagery;
    std::vector<std::pair<std::string, std::string>> provenance; ///< name, value
    std::string command; ///< that makes it again
    double level = 0.95; ///< of intervals
};

/// A figure and the name of the file it is written to, without ending.
struct NamedFigure {
    std::string name;
    Figure figure;
};
/// Recognition of each subject by region and of the group by face model and region.
[[nodiscard]] std::vector<NamedFigure> evaluationFigures(const Evaluation& evaluation,
                                                         double widthMm);

/// One page that stands alone: scores with every p value, effect size, interval and chance level,
/// the figures, and how it was made.
[[nodiscard]] std::string evaluationHtml(const Evaluation& evaluation);

} // namespace fusiform::report
