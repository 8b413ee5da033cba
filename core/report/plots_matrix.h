// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <Eigen/Dense>

#include <string>
#include <vector>

namespace fusiform::report {

/// A square of correlations.
struct MatrixPlot {
    Text title;
    Text rowsName; ///< "decoded face"
    Text columnsName; ///< "true face"
    Eigen::MatrixXd values;
    std::vector<std::string> names; ///< of rows and columns alike; shown where there is room
    bool isOwnMarked = false; ///< frames the diagonal, and a dot on the best of each row
};

/// From blue over white to orange, the same below and above 0; NaN is grey. With its scale.
[[nodiscard]] Figure matrixFigure(const MatrixPlot& plot, double widthMm);

} // namespace fusiform::report
