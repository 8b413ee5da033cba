// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace fusiform {

/// "one, two, three", for messages that list what there is.
[[nodiscard]] inline std::string joined(std::span<const std::string> names)
{
    std::string all;
    for (const std::string& name : names)
        (all += all.empty() ? "" : ", ") += name;
    return all;
}

} // namespace fusiform
