// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"
#include "core/stats/binomial_test.h"

#include <limits>
#include <optional>
#include <vector>

namespace fusiform::report {

/// One line of a RowPlot.
struct PlotRow {
    Text name;
    double value = 0; ///< NaN: could not be told
    std::optional<stats::Interval> interval = {};
    std::vector<double> points = {}; ///< single subjects, repetitions: dots
    Text note = {}; ///< at the right end: "p = 0.011"
    Ink ink = Ink::First;
    bool startsGroup = false; ///< with a little room above
};

/// Numbers with their uncertainty, one below the other: names on the left, a bar from `base`, the
/// value and a note on the right.
struct RowPlot {
    Text title;
    Text axis; ///< what the numbers are: "variance explained, per cent"
    std::vector<PlotRow> rows;
    double base = 0; ///< bars start here
    std::optional<double> reference = {}; ///< a dashed line: chance
    Text referenceName = {};
    int decimals = 1; ///< of the values on the right
    /// Least range of the axis; it grows to hold every number.
    double low = 0;
    double high = 0;
};

[[nodiscard]] Figure rowFigure(const RowPlot& plot, double widthMm);

} // namespace fusiform::report
