// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace fusiform {

/// The time now, UTC, ISO 8601 to the second: "2026-03-01T12:00:00Z".
[[nodiscard]] std::string utcNow();
/// The time that stands in documents: that of SOURCE_DATE_EPOCH (seconds since 1970) where it is
/// set, so that the same document can be made again byte by byte; else now. Never for what is kept
/// as a record.
[[nodiscard]] std::string documentTime();

} // namespace fusiform
