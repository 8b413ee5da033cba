// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"
#include "core/stats/binomial_test.h"

#include <limits>
#include <vector>

namespace fusiform::report {

/// One line of a BetweenPlot. NaN: could not be told, and is not drawn.
struct BetweenRow {
    Text name;
    Text group = {}; ///< a heading above the row; empty: the row goes on with the group before
    Text groupNote = {}; ///< at the right end of that heading
    double value = 0;
    stats::Interval interval;
    std::vector<double> points = {}; ///< single faces
    double floor = std::numeric_limits<double>::quiet_NaN();
    double chance = std::numeric_limits<double>::quiet_NaN();
    double ceiling = std::numeric_limits<double>::quiet_NaN();
    Text note = {}; ///< at the right end: "p = 0.011"
    Ink ink = Ink::First;
};

/// Numbers between what is had without any data, what chance gives, and what could be reached at
/// most: a disc with its interval, and marks for the others.
struct BetweenPlot {
    Text title;
    Text axis;
    Text floorName = {}; ///< of the marks, for the key; empty: there are none of the kind
    Text chanceName = {};
    Text ceilingName = {};
    std::vector<BetweenRow> rows;
    double low = 0; ///< of the axis, which grows to hold every number
    double high = 1;
};

[[nodiscard]] Figure betweenFigure(const BetweenPlot& plot, double widthMm);

} // namespace fusiform::report
