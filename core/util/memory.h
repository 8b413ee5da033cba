// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace fusiform {

/// Largest resident size of this process so far, MB (10^6 bytes), as the kernel counts it.
[[nodiscard]] double peakMemoryMb();
/// Resident size of this process now, MB; 0 where the kernel does not say.
[[nodiscard]] double residentMemoryMb();

/// Memory that programs could still take without swapping, MB; 0 where the kernel does not say.
[[nodiscard]] double availableMemoryMb();

/// Lets freed memory stay with the process (up to a few hundred MB): work that takes and frees the
/// same large arrays again and again spends its time in page faults otherwise. For a program's
/// start.
void keepFreedMemory();
/// Asks the kernel for large pages for an array that is about to be written as a whole: far fewer
/// page faults. Does nothing where there are none.
void preferLargePages(void* data, std::size_t bytes);

} // namespace fusiform
