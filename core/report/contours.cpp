// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/contours.h"

#include <array>
#include <cmath>
#include <map>

namespace fusiform::report {

namespace {

/// Sides of a square between four centres: above, right, below, left.
enum class Side { Above, Right, Below, Left };
using SideTurn = std::pair<Side, Side>; ///< a line from one side to another, inside on one hand

/// By which corners are inside: above left 8, above right 4, below right 2, below left 1.
std::vector<SideTurn> turnsOf(int corners, bool isCentreInside)
{
    using enum Side;
    switch (corners) {
    case 8: return {{Above, Left}};
    case 4: return {{Right, Above}};
    case 2: return {{Below, Right}};
    case 1: return {{Left, Below}};
    case 7: return {{Left, Above}};
    case 11: return {{Above, Right}};
    case 13: return {{Right, Below}};
    case 14: return {{Below, Left}};
    case 12: return {{Right, Left}};
    case 6: return {{Below, Above}};
    case 3: return {{Left, Right}};
    case 9: return {{Above, Below}};
    case 10:
        return isCentreInside ? std::vector<SideTurn>{{Above, Right}, {Below, Left}}
                              : std::vector<SideTurn>{{Above, Left}, {Below, Right}};
    case 5:
        return isCentreInside ? std::vector<SideTurn>{{Left, Above}, {Right, Below}}
                              : std::vector<SideTurn>{{Right, Above}, {Left, Below}};
    default: return {};
    }
}

/// The plane with a border of what is below, and where lines cross the sides of its squares.
class LevelSquares {
public:
    LevelSquares(std::span<const float> values, int width, double level)
        : m_values(values),
          m_width(width),
          m_height(static_cast<int>(values.size()) / width),
          m_level(level)
    {
    }
    /// Where each line goes on: from a side's number to the next one's.
    [[nodiscard]] std::map<long, long> ways() const
    {
        std::map<long, long> next;
        for (int y = -1; y < m_height; ++y)
            for (int x = -1; x < m_width; ++x) {
                const std::array<double, 4> corner
                    = {at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)};
                int inside = 0;
                double sum = 0;
                for (const double value : corner) {
                    inside = 2 * inside + (value >= m_level ? 1 : 0);
                    sum += value;
                }
                for (const auto& [from, to] : turnsOf(inside, sum / 4 >= m_level))
                    next[numberOf(x, y, from)] = numberOf(x, y, to);
            }
        return next;
    }
    [[nodiscard]] Point crossing(long number) const
    {
        const bool isUpright = number % 2 != 0;
        const long place = number / 2;
        const int x = static_cast<int>(place % (m_width + 2)) - 1;
        const int y = static_cast<int>(place / (m_width + 2)) - 1;
        const double first = at(x, y);
        const double second = isUpright ? at(x, y + 1) : at(x + 1, y);
        const double share = (m_level - first) / (second - first);
        return {x + 0.5 + (isUpright ? 0 : share), y + 0.5 + (isUpright ? share : 0)};
    }

private:
    [[nodiscard]] double at(int x, int y) const
    {
        const double below = m_level - 1;
        if (x < 0 || y < 0 || x >= m_width || y >= m_height)
            return below;
        const auto value = static_cast<double>(m_values[static_cast<std::size_t>(y * m_width + x)]);
        return std::isfinite(value) ? value : below;
    }
    /// The line between two centres: side by side even, one below the other odd.
    [[nodiscard]] long numberOf(int x, int y, Side side) const
    {
        const auto place = [&](int column, int row) {
            return static_cast<long>(row + 1) * (m_width + 2) + column + 1;
        };
        switch (side) {
        case Side::Above: return 2 * place(x, y);
        case Side::Below: return 2 * place(x, y + 1);
        case Side::Left: return 2 * place(x, y) + 1;
        case Side::Right: return 2 * place(x + 1, y) + 1;
        }
        return 0;
    }

    std::span<const float> m_values;
    int m_width;
    int m_height;
    double m_level;
};

} // namespace

std::vector<std::vector<Point>> contours(std::span<const float> values, int width, double level)
{
    std::vector<std::vector<Point>> lines;
    if (width < 1)
        return lines;
    const LevelSquares squares(values, width, level);
    std::map<long, long> ways = squares.ways();
    while (!ways.empty()) {
        std::vector<Point> line;
        auto way = ways.begin();
        while (way != ways.end()) {
            line.push_back(squares.crossing(way->first));
            const long next = way->second;
            ways.erase(way);
            way = ways.find(next);
        }
        line.push_back(line.front());
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace fusiform::report
