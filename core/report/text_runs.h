// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fusiform::report {

/// A piece of a line that is drawn in one size.
struct TextRun {
    std::string text;
    bool isRaised = false;
    friend bool operator==(const TextRun&, const TextRun&) = default;
};

inline constexpr double kRaisedSize = 0.66; ///< of a raised piece, by that of the line
inline constexpr double kRaisedBy = 0.36; ///< its base line above that of the line, likewise

/// The font of figures has raised digits and no raised T (ᵀ), which transposed matrices have: it is
/// drawn as a small T. @return at least one run; none is empty unless the text is
[[nodiscard]] std::vector<TextRun> textRuns(std::string_view text);

} // namespace fusiform::report
