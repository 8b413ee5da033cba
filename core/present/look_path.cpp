// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/present/look_path.h"

#include <algorithm>
#include <cmath>

namespace fusiform::present {

namespace {

/// Of a turn by so many degrees the shorter one to the same place, -180 ... 180.
double shorter(double degrees) { return std::remainder(degrees, 360.0); }

} // namespace

BrainLook between(const BrainLook& from, const BrainLook& to, double way)
{
    if (way >= 1)
        return to;
    const double t = std::max(way, 0.0);
    const double eased = t * t * (3 - 2 * t);
    BrainLook look = to;
    look.azimuth = from.azimuth + eased * shorter(to.azimuth - from.azimuth);
    look.elevation = std::lerp(from.elevation, to.elevation, eased);
    look.zoom = from.zoom * std::pow(to.zoom / from.zoom, eased);
    for (std::size_t axis = 0; axis < look.shift.size(); ++axis)
        look.shift[axis] = std::lerp(from.shift[axis], to.shift[axis], eased);
    return look;
}

double secondsBetween(const BrainLook& from, const BrainLook& to)
{
    constexpr double kDegreesPerSecond = 90;
    constexpr double kMmPerSecond = 60;
    constexpr double kLeast = 0.6; // below, a move looks like a mistake
    constexpr double kMost = 2.5; // beyond, an audience waits
    const double turn
        = std::hypot(shorter(to.azimuth - from.azimuth), to.elevation - from.elevation)
          / kDegreesPerSecond;
    const double zoom = std::abs(std::log2(to.zoom / from.zoom));
    const double shift
        = std::hypot(to.shift[0] - from.shift[0], to.shift[1] - from.shift[1]) / kMmPerSecond;
    const double longest = std::max({turn, zoom, shift});
    return longest < 1e-6 ? 0 : std::clamp(longest, kLeast, kMost);
}

BrainLook turned(const BrainLook& look, double way)
{
    BrainLook next = look;
    next.azimuth = look.azimuth + 360 * way;
    return next;
}

} // namespace fusiform::present
