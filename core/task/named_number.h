// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/tsv.h"

#include <optional>
#include <string>

namespace fusiform::task {

struct NamedNumber {
    std::string name;
    double value;
};

/// Of "NAME=NUMBER"; nothing if that is not what it is.
[[nodiscard]] inline std::optional<NamedNumber> namedNumber(const std::string& word)
{
    const std::size_t sign = word.rfind('=');
    if (sign == std::string::npos || sign == 0)
        return std::nullopt;
    const std::optional<double> value = numberFrom(word.substr(sign + 1));
    if (!value)
        return std::nullopt;
    return NamedNumber{word.substr(0, sign), *value};
}

} // namespace fusiform::task
