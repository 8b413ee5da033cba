// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"
#include "core/report/study_design.h"

namespace fusiform::report {

/// The matrix as a picture: each column in its own scale, grey for 0, white for its largest value;
/// conditions wide and named on the left, nuisance columns narrow on the right, a line between
/// runs. Every column tells its name and variance inflation to the pointer.
[[nodiscard]] Figure designFigure(const StudyDesign& design, double widthMm);
/// Correlations of the conditions, and the variance inflation of each.
[[nodiscard]] Figure correlationFigure(const StudyDesign& design, double widthMm);

} // namespace fusiform::report
