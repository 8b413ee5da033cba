// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/time.h"

#include <ctime>

namespace fusiform {

std::string utcNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm utc = {};
    gmtime_r(&now, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

} // namespace fusiform
