// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/group.h"
#include "core/results/results_html.h"
#include "core/results/section.h"
#include "core/task/evaluate_task.h"

namespace fusiform::task {

/// What an evaluation found, told: for files, for the command line and for the window.
struct EvaluationRun {
    evaluate::Evaluation evaluation; ///< to tell a section again
    std::vector<results::Section> sections;
    results::ReportFacts facts;
    Json json; ///< "subjects": one object each with the analyses by their keys; "group": the same
               ///< over subjects
    std::string text; ///< one line a score
    std::vector<Text> missing; ///< of all sections, each once
};

/// Reads the fits and runs every analysis. With faces "all" the seals of all fits are opened, which
/// is recorded in each.
/// @throws Error{Usage} if a subject is given twice, Error{BadData}, Error{Cancelled}
[[nodiscard]] EvaluationRun runEvaluation(const EvaluateOptions& options, Progress& progress);

/// Report, tables, figures and evaluate.json into a folder that exists.
void writeEvaluation(const EvaluationRun& run, const std::filesystem::path& folder);

} // namespace fusiform::task
