// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <vector>

namespace fusiform::report {

/// One place on a curve: several numbers at one x.
struct CurvePoint {
    double x = 0;
    std::vector<double> values;
};
struct Curve {
    Text name;
    Ink ink = Ink::First;
    std::vector<CurvePoint> points;
};

/// Means over x with every single number as a dot, and a band of one standard deviation.
struct CurvePlot {
    Text title;
    Text xName;
    std::vector<Curve> curves;
    std::vector<std::pair<double, Text>> xTicks; ///< places and their names
    std::vector<std::pair<double, Text>> marks; ///< places that are named: vertical lines
    double low = 0;
    double high = 100;
    double chance = 50;
};

[[nodiscard]] Figure curveFigure(const CurvePlot& plot, double widthMm);

} // namespace fusiform::report
