// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preprocess/derivatives.h"

#include <Eigen/Dense>

namespace fusiform::preprocess {

struct SubjectReport;

/// One run as it lies in a folder of derivatives.
struct RunResult {
    RunReport report; ///< lostSignal is NaN where the subject's table does not tell it
    RunFiles files;
};
/// The subject's whole runs in the order of their names: session by session, faces first.
[[nodiscard]] std::vector<RunResult> writtenRuns(const std::filesystem::path& folder,
                                                 const std::string& subject);

/// What was measured volume by volume.
struct RunSeries {
    Eigen::MatrixXd motion; ///< scans x 6, mm and rad
    std::vector<double> displacement; ///< framewise, mm; 0 for the first volume
    std::vector<double> dvars; ///< %; 0 for the first volume
    std::vector<double> globalSignal; ///< units of the images
    std::vector<image::Index> outliers;
};
/// @throws Error{BadData} naming file, row and column.
[[nodiscard]] RunSeries readRunSeries(const RunFiles& files);

/// What a subject was preprocessed with: names and values for a person.
using OptionList = std::vector<std::pair<std::string, std::string>>;

/// The numbers of all runs as one table, with what only the comparison of runs tells, and beside it
/// how they were made.
void writeRunTable(const std::filesystem::path& folder, const std::string& subject,
                   const SubjectReport& report, const OptionList& options);
/// The options of the last writeRunTable(); none if there was no such.
[[nodiscard]] OptionList writtenOptions(const std::filesystem::path& folder,
                                        const std::string& subject);

} // namespace fusiform::preprocess
