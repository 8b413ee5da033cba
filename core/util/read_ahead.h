// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <future>

namespace fusiform {

/// Makes the items 0 ... count - 1 ahead of their use, on threads of their own: while the caller
/// works on one, the next two are being read. Two, because a caller who has to wait leaves at least
/// one core idle. What making an item throws is thrown by its take().
template <class Item>
class ReadAhead {
public:
    using Make = std::function<Item(std::size_t)>;
    ReadAhead(std::size_t count, Make make) : m_count(count), m_make(std::move(make))
    {
        while (m_coming.size() < kAhead && m_next < m_count)
            start();
    }

    /// The next item, in order; waits for it. At most `count` times.
    [[nodiscard]] Item take()
    {
        Item item = m_coming.front().get();
        m_coming.pop_front();
        if (m_next < m_count)
            start();
        return item;
    }

private:
    static constexpr std::size_t kAhead = 2;

    void start() { m_coming.push_back(std::async(std::launch::async, m_make, m_next++)); }

    std::size_t m_count;
    Make m_make;
    std::size_t m_next = 0;
    std::deque<std::future<Item>> m_coming; ///< in the items' order
};

} // namespace fusiform
