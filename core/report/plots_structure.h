// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <Eigen/Dense>

#include <vector>

namespace fusiform::report {

/// One square matrix of a StructurePlot.
struct StructurePanel {
    Text name; ///< above
    Text note; ///< below the name
    Eigen::MatrixXd values; ///< n x n; the diagonal is not drawn; NaN is grey
};

/// Matrices of the same items side by side, in one colour scale.
struct StructurePlot {
    Text title;
    Text scale; ///< what the numbers are
    std::vector<std::string> items; ///< names of the rows and columns
    std::vector<StructurePanel> panels;
};

/// The scale runs from the smallest to the largest number off the diagonals.
[[nodiscard]] Figure structureFigure(const StructurePlot& plot, double widthMm);

} // namespace fusiform::report
