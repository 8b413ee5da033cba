// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/time.h"

#include "core/util/tsv.h"

#include <cstdlib>
#include <ctime>

namespace fusiform {

namespace {

std::string utcText(std::time_t time)
{
    std::tm utc = {};
    gmtime_r(&time, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

} // namespace

std::string utcNow() { return utcText(std::time(nullptr)); }

std::string documentTime()
{
    const char* const fixed = std::getenv("SOURCE_DATE_EPOCH");
    const auto seconds = fixed ? numberFrom(fixed) : std::nullopt;
    constexpr double kYear9999 = 253402300799.0;
    if (seconds && *seconds >= 0 && *seconds <= kYear9999)
        return utcText(static_cast<std::time_t>(*seconds));
    return utcNow();
}

} // namespace fusiform
