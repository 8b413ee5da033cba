// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/study.h"
#include "core/preprocess/subject.h"
#include "core/report/quality_report.h"
#include "core/task/task.h"

namespace fusiform::task {

/// `preprocess`: slice timing, realignment, mask and quality of a subject (methods 2.8, 2.9).
struct PreprocessOptions {
    std::filesystem::path study;
    std::filesystem::path output; ///< derivatives folder; empty: derivatives/fusiform of the study
    std::string participant;
    std::string sliceOrder = "auto";
};
void describe(PreprocessOptions& options, Fields& fields);
[[nodiscard]] Outcome runPreprocess(const PreprocessOptions& options, Progress& progress);

/// The runs of a subject that have an image, session by session, face runs before localizers.
/// @param sliceOrder "auto": the sidecar's SliceTiming, else odd then even with a warning; or a
/// name of preprocess::sliceOrderNamed().
[[nodiscard]] preprocess::SubjectInput
preprocessInput(const bids::Subject& subject, const std::string& sliceOrder, Progress& progress);

/// What derivatives there are of a subject, with its design, for the report and the window.
[[nodiscard]] report::QualityReport qualityReportOf(const bids::Study& study,
                                                    const bids::Subject& subject,
                                                    const std::filesystem::path& derivatives,
                                                    Progress& progress);
/// Writes sub-XX.html beside the derivatives and returns where.
std::filesystem::path writeQualityReport(const bids::Study& study, const bids::Subject& subject,
                                         const std::filesystem::path& derivatives,
                                         Progress& progress);

} // namespace fusiform::task
