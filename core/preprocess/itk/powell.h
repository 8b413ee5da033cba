// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <functional>

namespace fusiform::preprocess {

/// The least value of a function that has no derivatives, by Powell's directions and Brent's line
/// search (ITK). @param tolerances accuracy wanted of each parameter. @param firstStep of the line
/// searches, in tolerances. Exceptions of `cost` come through.
[[nodiscard]] Eigen::VectorXd
minimisePowell(const std::function<double(const Eigen::VectorXd&)>& cost,
               const Eigen::VectorXd& start, const Eigen::VectorXd& tolerances, double firstStep);

} // namespace fusiform::preprocess
