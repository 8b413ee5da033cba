// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <vector>

namespace fusiform::report {

/// One field of a StripPlot: numbers of two kinds, side by side.
struct Strip {
    Text name; ///< below: "temporal"
    Text note; ///< below the name: "AUC 0.71"
    std::vector<double> values;
    std::vector<int> sides; ///< of each value: 1 on the right, -1 on the left, 0 in grey between
    std::vector<Text> tips; ///< of each value
};
/// A dashed line through all strips.
struct StripLevel {
    double value = 0;
    Text name;
};

/// Single numbers as dots, those with and without a label beside each other, and the mean of each
/// (paper, Fig. 6a).
struct StripPlot {
    Text title;
    Text axis; ///< what the numbers are
    Text note = {}; ///< a line below that
    Text left; ///< names of the sides
    Text right;
    std::vector<Strip> strips;
    std::vector<StripLevel> levels;
};

[[nodiscard]] Figure stripFigure(const StripPlot& plot, double widthMm);

} // namespace fusiform::report
