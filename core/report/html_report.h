// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/quality_report.h"

namespace fusiform::report {

/// One page that stands alone: where it comes from, the table of runs, every figure. What could not
/// be shown is named in red instead of being left out.
[[nodiscard]] std::string qualityHtml(const QualityReport& report, Progress& progress);

/// sub-XX.html in the folder of derivatives.
[[nodiscard]] std::filesystem::path reportFile(const std::filesystem::path& derivatives,
                                               const std::string& subject);

} // namespace fusiform::report
