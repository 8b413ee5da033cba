// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>

namespace fusiform {

/// Calls `wait` on a thread of its own that the end of the program waits for.
void waitInBackground(std::function<void()> wait);

/// Makes the items 0 ... count - 1 ahead of their use, on threads of their own: while the caller
/// works on one, the next two are being read. Two, because a caller who has to wait leaves at least
/// one core idle. What making an item throws is thrown by its take().
///
/// A caller who stops early does not wait for the items on their way: they end in the background
/// and are dropped. So `make` must own what it uses.
template <class Item>
class ReadAhead {
public:
    using Make = std::function<Item(std::size_t)>;
    ReadAhead(std::size_t count, Make make) : m_count(count), m_make(std::move(make))
    {
        while (m_coming.size() < kAhead && m_next < m_count)
            start();
    }
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;
    ~ReadAhead()
    {
        if (!m_coming.empty())
            waitInBackground([coming = std::make_shared<Coming>(std::move(m_coming))] {
                coming->clear(); // each waits for its thread
            });
    }

    /// The next item, in order; waits for it. At most `count` times.
    /// @throws Error{Cancelled} when the user has stopped the job.
    [[nodiscard]] Item take(const Progress& progress)
    {
        using namespace std::chrono_literals;
        while (m_coming.front().wait_for(20ms) != std::future_status::ready)
            progress.checkpoint();
        Item item = m_coming.front().get();
        m_coming.pop_front();
        if (m_next < m_count)
            start();
        return item;
    }

private:
    using Coming = std::deque<std::future<Item>>;
    static constexpr std::size_t kAhead = 2;

    void start() { m_coming.push_back(std::async(std::launch::async, m_make, m_next++)); }

    std::size_t m_count;
    Make m_make;
    std::size_t m_next = 0;
    Coming m_coming; ///< in the items' order
};

} // namespace fusiform
