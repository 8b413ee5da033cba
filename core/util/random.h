// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace fusiform {

/// A seeded generator with the same numbers on every platform (the standard fixes mt19937_64 but
/// not its distributions, so those are ours).
class Random {
public:
    /// Generators with different streams of one seed are independent.
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

    [[nodiscard]] std::uint64_t bits() { return m_engine(); }
    /// In [0, 1), 53 bits.
    [[nodiscard]] double uniform() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }
    [[nodiscard]] double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// In 0 ... count - 1, without modulo bias.
    [[nodiscard]] std::uint64_t below(std::uint64_t count);
    /// Standard normal (polar method).
    [[nodiscard]] double normal();
    [[nodiscard]] double normal(double mean, double sd) { return mean + sd * normal(); }

    template <class T>
    void shuffle(std::vector<T>& items)
    {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[below(i)]);
    }

private:
    std::mt19937_64 m_engine;
    double m_spare = 0;
    bool m_hasSpare = false;
};

} // namespace fusiform
