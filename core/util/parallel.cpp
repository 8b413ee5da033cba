// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace fusiform {

namespace {
std::atomic<unsigned> g_threadCount{0};
thread_local bool t_isInside = false;

struct InsideMark {
    bool before = std::exchange(t_isInside, true);
    ~InsideMark() { t_isInside = before; }
};
} // namespace

void setThreadCount(unsigned count) { g_threadCount = count; }

unsigned threadCount()
{
    const unsigned wanted = g_threadCount;
    return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

void parallelFor(std::size_t count, const std::function<void(std::size_t)>& body)
{
    const std::size_t helpers = t_isInside ? 0 : std::min<std::size_t>(threadCount(), count);
    if (helpers <= 1) {
        for (std::size_t i = 0; i < count; ++i)
            body(i);
        return;
    }

    std::atomic<std::size_t> next{0};
    std::exception_ptr firstError;
    std::mutex errorMutex;
    const auto work = [&] {
        const InsideMark mark;
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                body(i);
            } catch (...) {
                const std::lock_guard lock(errorMutex);
                if (!firstError)
                    firstError = std::current_exception();
                next = count;
            }
        }
    };
    {
        // Starting a thread costs some 20 microseconds; the loops here last milliseconds and more.
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < helpers; ++i)
            threads.emplace_back(work);
        work();
    }
    if (firstError)
        std::rethrow_exception(firstError);
}

void parallelBlocks(std::size_t count, std::size_t blockSize,
                    const std::function<void(std::size_t, std::size_t)>& body)
{
    const std::size_t blocks = (count + blockSize - 1) / blockSize;
    parallelFor(blocks, [&](std::size_t block) {
        body(block * blockSize, std::min(count, (block + 1) * blockSize));
    });
}

} // namespace fusiform
