// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fusiform {

/// Milliseconds since the process was started.
[[nodiscard]] double millisecondsSinceStart();
/// With FUSIFORM_TIMING set, prints once per name how long after the start of the process it came.
void markTime(const char* name);

} // namespace fusiform
