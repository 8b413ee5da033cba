// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fusiform {

/// Largest resident size of this process so far, MB (10^6 bytes), as the kernel counts it.
[[nodiscard]] double peakMemoryMb();

}  // namespace fusiform
