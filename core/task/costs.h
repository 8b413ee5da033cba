// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/json.h"

#include <nlohmann/json.hpp>

#include <chrono>

namespace fusiform::task {

/// What a task costs, from the making of this object on.
class Costs {
public:
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }
    /// Adds "seconds" and "peak_rss_mb".
    void addTo(Json& json) const;

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace fusiform::task
