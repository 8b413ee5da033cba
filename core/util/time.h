// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace fusiform {

/// The time now, UTC, ISO 8601 to the second: "2026-03-01T12:00:00Z".
[[nodiscard]] std::string utcNow();

} // namespace fusiform
