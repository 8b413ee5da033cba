// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/random.h"

#include <cmath>

namespace fusiform {

namespace {
// One round of SplitMix64: neighbouring seeds and streams give unrelated states.
std::uint64_t mix(std::uint64_t x)
{
    x += 0x9E3779B97F4A7C15U;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31);
}
} // namespace

Random::Random(std::uint64_t seed, std::uint64_t stream) : m_engine(mix(seed ^ mix(stream))) { }

std::uint64_t Random::below(std::uint64_t count)
{
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % count;
    std::uint64_t value = bits();
    while (value >= limit)
        value = bits();
    return value % count;
}

double Random::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spare;
    }
    double u = 0;
    double v = 0;
    double s = 0;
    do {
        u = uniform(-1, 1);
        v = uniform(-1, 1);
        s = u * u + v * v;
    } while (s >= 1 || s == 0);
    const double factor = std::sqrt(-2 * std::log(s) / s);
    m_spare = v * factor;
    m_hasSpare = true;
    return u * factor;
}

} // namespace fusiform
