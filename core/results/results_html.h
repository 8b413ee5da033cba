// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/section.h"

#include <span>

namespace fusiform::results {

/// What the page says beside the sections.
struct ReportFacts {
    std::vector<std::string> subjects;
    std::string faces; ///< which were looked at, one sentence
    std::vector<std::pair<std::string, std::string>> provenance; ///< name, value
    std::string command; ///< that makes it again
    std::string created; ///< UTC, ISO 8601
};

/// One page that stands alone: what was found of each subject and over subjects, every p value with
/// its effect, interval and chance level, the figures, what is missing in red, and how it was made.
[[nodiscard]] std::string resultsHtml(const ReportFacts& facts, std::span<const Section> sections);

} // namespace fusiform::results
