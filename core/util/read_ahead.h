// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <future>

namespace fusiform {

/// Makes the items 0 ... count - 1 one ahead of their use, on a thread of its own: while the caller
/// works on one, the next is being read. What making an item throws is thrown by its take().
template <class Item>
class ReadAhead {
public:
    using Make = std::function<Item(std::size_t)>;
    ReadAhead(std::size_t count, Make make) : m_count(count), m_make(std::move(make)) { start(); }

    /// The next item, in order; waits for it. At most `count` times.
    [[nodiscard]] Item take()
    {
        Item item = m_coming.get();
        start();
        return item;
    }

private:
    void start()
    {
        if (m_next < m_count)
            m_coming = std::async(std::launch::async, m_make, m_next++);
    }
    std::size_t m_count;
    Make m_make;
    std::size_t m_next = 0;
    std::future<Item> m_coming;
};

} // namespace fusiform
