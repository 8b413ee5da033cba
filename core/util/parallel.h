// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace fusiform {

/// Threads used by parallelFor in the whole process; 0 means as many as the machine has.
void setThreadCount(unsigned count);
[[nodiscard]] unsigned threadCount();

/// Calls body(0) ... body(count - 1), each exactly once, on all threads; returns when all are done.
/// The items are handed out one by one, so results must not depend on which thread does what: write
/// each item's result to its own place and add afterwards in index order. That is how one thread
/// and eight give identical bits. The first exception stops the hand-out and is thrown here. Nested
/// calls run on the calling thread.
void parallelFor(std::size_t count, const std::function<void(std::size_t)>& body);

/// parallelFor over the ranges [begin, end) of `blockSize` items that cover 0 ... count - 1.
void parallelBlocks(std::size_t count, std::size_t blockSize,
                    const std::function<void(std::size_t begin, std::size_t end)>& body);

} // namespace fusiform
