// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace fusiform {

/// Holds at most one message: a newer one replaces what waits.
template <class Message>
class Mailbox {
public:
    void put(Message message)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_message = std::move(message);
        }
        m_arrived.notify_one();
    }
    [[nodiscard]] bool isWaiting() const
    {
        const std::lock_guard lock(m_mutex);
        return m_message.has_value();
    }
    /// Waits for a message; nothing once a stop was asked for.
    [[nodiscard]] std::optional<Message> take(const std::stop_token& token)
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait(lock, token, [this] { return m_message.has_value(); });
        if (token.stop_requested())
            return {};
        return std::exchange(m_message, std::nullopt);
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::optional<Message> m_message;
};

} // namespace fusiform
