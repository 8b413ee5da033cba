// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <span>

namespace fusiform::report {

/// From `low` to `high`.
struct Range {
    double low = 0;
    double high = 1;
};

/// The smallest range that holds 0, every value and `least`, widened by a twentieth.
[[nodiscard]] Range rangeOf(std::span<const double> values, Range least);
/// Round numbers within the range, about `count` of them.
[[nodiscard]] std::vector<double> roundTicks(const Range& range, int count);

/// A field with a horizontal and a vertical scale.
struct Axes {
    Box box;
    Range x;
    Range y;
    double headMm = 0; ///< room between the field and its name, for keys and marks

    [[nodiscard]] Point at(double xValue, double yValue) const;
    /// The values from the `first` on, value i at x = i.
    [[nodiscard]] Polyline curve(std::span<const double> values, Ink ink,
                                 std::size_t first = 0) const;
    /// A horizontal line.
    [[nodiscard]] Polyline level(double value, Ink ink) const;
};

enum class XLabels { Shown, Hidden };
/// Frame, grid lines and numbers; the name of the field stands above it on the left.
void addAxes(Figure& figure, const Axes& axes, const Text& name, XLabels xLabels);
/// Names of curves in their colours, from right to left above the field.
struct Key {
    Text name;
    Ink ink;
};
void addKeys(Figure& figure, const Axes& axes, std::span<const Key> keys);
/// The same from left to right, with the base line at `at`: for names that need a line of their
/// own.
void addKeyRow(Figure& figure, const Point& at, std::span<const Key> keys);

/// A value of x that is named.
struct Mark {
    double x;
    Text name;
    Ink ink;
    Text tip;
};
inline constexpr double kMarkLineMm = 3.4;
/// Vertical lines, named above the field: names of close marks stand one above the other, on as
/// many lines of kMarkLineMm as there are marks.
void addMarks(Figure& figure, const Axes& axes, std::span<const Mark> marks);

} // namespace fusiform::report
