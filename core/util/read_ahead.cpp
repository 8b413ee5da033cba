// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/read_ahead.h"

#include <mutex>
#include <vector>

namespace fusiform {

void waitInBackground(std::function<void()> wait)
{
    static std::mutex mutex;
    static std::vector<std::future<void>> waiting;
    const std::lock_guard lock(mutex);
    std::erase_if(waiting, [](const std::future<void>& ended) {
        return ended.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    });
    waiting.push_back(std::async(std::launch::async, std::move(wait)));
}

} // namespace fusiform
