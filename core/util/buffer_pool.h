// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <mutex>
#include <vector>

namespace fusiform {

/// Buffers to be used again: taking a hundred megabytes from the system costs as much as
/// decompressing into them. Any thread.
class BufferPool {
public:
    /// One that was given back, or an empty one.
    [[nodiscard]] std::vector<std::byte> take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_buffers.empty())
            return {};
        std::vector<std::byte> buffer = std::move(m_buffers.back());
        m_buffers.pop_back();
        return buffer;
    }
    void give(std::vector<std::byte> buffer)
    {
        const std::lock_guard lock(m_mutex);
        m_buffers.push_back(std::move(buffer));
    }

private:
    std::mutex m_mutex;
    std::vector<std::vector<std::byte>> m_buffers;
};

} // namespace fusiform
