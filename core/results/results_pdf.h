// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/results_html.h"

namespace fusiform::results {

/// The report as A4 pages: what resultsHtml() says, with real text in the program's own font.
/// @throws Error{Failure}
[[nodiscard]] std::string resultsPdf(const ReportFacts& facts, std::span<const Section> sections);

} // namespace fusiform::results
