// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/text_runs.h"

namespace fusiform::report {

std::vector<TextRun> textRuns(std::string_view text)
{
    constexpr std::string_view kRaisedT = "ᵀ";
    std::vector<TextRun> runs;
    while (!text.empty()) {
        const std::size_t at = text.find(kRaisedT);
        if (at > 0)
            runs.push_back({std::string(text.substr(0, at)), false});
        if (at == std::string_view::npos)
            return runs;
        runs.push_back({"T", true});
        text.remove_prefix(at + kRaisedT.size());
    }
    if (runs.empty())
        runs.emplace_back();
    return runs;
}

} // namespace fusiform::report
