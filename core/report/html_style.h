// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace fusiform::report {

/// A page's head with its style sheet, up to and with <body>. @param title plain text.
[[nodiscard]] std::string htmlHead(const std::string& title);

/// A heading that links may point at.
[[nodiscard]] std::string htmlHeading(const std::string& id, const std::string& text);

} // namespace fusiform::report
