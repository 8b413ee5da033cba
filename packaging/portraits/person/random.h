// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/vec3.h"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <span>

namespace portraits {

/// Random numbers that are the same on every platform: the standard fixes the engine but not its
/// distributions.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_engine(seed) { }

    [[nodiscard]] float uniform()
    {
        return static_cast<float>(m_engine() >> 40U) * 0x1p-24F;
    } ///< [0, 1)
    [[nodiscard]] float uniform(float low, float high) { return low + (high - low) * uniform(); }
    [[nodiscard]] bool chance(float probability) { return uniform() < probability; }

    /// A normal number with mean 0, never further out than 2.2 standard deviations: plausible faces
    /// only.
    [[nodiscard]] float normal(float sd)
    {
        for (;;) {
            const float radius = std::sqrt(-2 * std::log(1 - uniform()));
            const float z = radius * std::cos(6.2831853F * uniform());
            if (std::abs(z) < 2.2F)
                return z * sd;
        }
    }

    /// An index, drawn in proportion to the weights.
    [[nodiscard]] std::size_t pick(std::initializer_list<float> weights)
    {
        return pick(std::span<const float>(weights.begin(), weights.size()));
    }
    [[nodiscard]] std::size_t pick(std::span<const float> weights)
    {
        float total = 0;
        for (const float w : weights)
            total += w;
        float left = uniform() * total;
        for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
            if (left < weights[i])
                return i;
            left -= weights[i];
        }
        return weights.size() - 1;
    }

    [[nodiscard]] std::size_t index(std::size_t count)
    {
        return static_cast<std::size_t>(uniform() * static_cast<float>(count));
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace portraits
