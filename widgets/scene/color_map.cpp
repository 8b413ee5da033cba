// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/color_map.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace fusiform::scene {

namespace {

using Lab = std::array<double, 3>;

double linearFromByte(std::uint8_t byte)
{
    const double v = byte / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

std::uint8_t byteFromLinear(double linear)
{
    const double v = std::clamp(linear, 0.0, 1.0);
    const double s = v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(255 * s));
}

Rgb rgbFromOkLab(const Lab& lab)
{
    const double l = std::pow(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2], 3);
    const double m = std::pow(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2], 3);
    const double s = std::pow(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2], 3);
    return {byteFromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            byteFromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            byteFromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)};
}

double distance(const Lab& a, const Lab& b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/// The point at the share `t` of the length of a path.
Lab pointOnPath(const std::vector<Lab>& path, double t)
{
    double total = 0;
    for (std::size_t i = 1; i < path.size(); ++i)
        total += distance(path[i - 1], path[i]);
    double left = t * total;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double length = distance(path[i - 1], path[i]);
        if (left <= length || i + 1 == path.size()) {
            const double f = length > 0 ? std::min(1.0, left / length) : 0;
            Lab lab;
            for (std::size_t c = 0; c < 3; ++c)
                lab[c] = path[i - 1][c] + f * (path[i][c] - path[i - 1][c]);
            return lab;
        }
        left -= length;
    }
    return path.front();
}

ColorMap madeOf(std::initializer_list<Rgb> anchors)
{
    return ColorMap(std::span<const Rgb>(anchors.begin(), anchors.size()));
}

} // namespace

std::array<double, 3> okLab(const Rgb& color)
{
    const double r = linearFromByte(color.r);
    const double g = linearFromByte(color.g);
    const double b = linearFromByte(color.b);
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

ColorMap::ColorMap(std::span<const Rgb> anchors)
{
    std::vector<Lab> path;
    for (const Rgb& anchor : anchors)
        path.push_back(okLab(anchor));
    for (std::size_t i = 0; i < m_colors.size(); ++i)
        m_colors[i] = rgbFromOkLab(pointOnPath(path, static_cast<double>(i) / 255));
}

Rgb ColorMap::at(double position) const
{
    if (!(position > 0))
        return m_colors.front();
    return m_colors[static_cast<std::size_t>(std::lround(255 * std::min(position, 1.0)))];
}

const ColorMap& colorMap(ColorMapName name)
{
    static const ColorMap ember
        = madeOf({{0x6b, 0x1d, 0x6e}, {0xc2, 0x35, 0x4e}, {0xf2, 0x7c, 0x2b}, {0xff, 0xf0, 0xa0}});
    static const ColorMap lagoon
        = madeOf({{0x1d, 0x3f, 0x8a}, {0x1f, 0x83, 0xa0}, {0x3f, 0xc0, 0x9c}, {0xee, 0xfb, 0xb8}});
    static const ColorMap balance = madeOf({{0x1f, 0x5a, 0xa6},
                                            {0x9d, 0xb9, 0xdb},
                                            {0xf0, 0xf0, 0xf0},
                                            {0xe9, 0xb0, 0x84},
                                            {0xb8, 0x4d, 0x0e}});
    switch (name) {
    case ColorMapName::Ember: return ember;
    case ColorMapName::Lagoon: return lagoon;
    case ColorMapName::Balance: break;
    }
    return balance;
}

} // namespace fusiform::scene
