// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <string>

namespace fusiform::simulate {

/// printf into a string, for names and short lines (at most 199 characters).
template <class... Arguments>
[[nodiscard]] std::string formatted(const char* pattern, Arguments... arguments)
{
    char text[200];
    std::snprintf(text, sizeof text, pattern, arguments...);
    return text;
}

} // namespace fusiform::simulate
