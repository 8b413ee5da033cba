// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/file_name.h"

#include "core/util/tsv.h"

#include <algorithm>

namespace fusiform::bids {

FileName fileNameOf(std::string_view name)
{
    FileName result;
    const std::size_t dot = std::min(name.find('.'), name.size());
    result.extension = name.substr(dot);
    for (const std::string& part : splitText(name.substr(0, dot), '_')) {
        const std::size_t dash = part.find('-');
        if (dash == std::string::npos)
            result.suffix = part;
        else
            result.entities[part.substr(0, dash)] = part.substr(dash + 1);
    }
    return result;
}

bool isSameValue(std::string_view entity, const std::string& a, const std::string& b)
{
    if (entity == "run" || entity == "echo")
        if (const auto first = numberFrom(a), second = numberFrom(b); first && second)
            return *first == *second;
    return a == b;
}

} // namespace fusiform::bids
