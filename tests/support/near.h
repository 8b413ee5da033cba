// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <cmath>
#include <cstdio>

namespace fusiform::test {

/// Whether two numbers differ by at most `tolerance`; prints both if not.
inline bool near(double actual, double expected, double tolerance)
{
    const bool isNear = std::abs(actual - expected) <= tolerance;
    if (!isNear)
        std::printf("actual %.12g, expected %.12g, tolerance %.3g\n", actual, expected, tolerance);
    return isNear;
}

template <class A, class B>
bool near(const Eigen::MatrixBase<A>& actual, const Eigen::MatrixBase<B>& expected,
          double tolerance)
{
    if (actual.rows() != expected.rows() || actual.cols() != expected.cols()) {
        std::printf("actual %ld x %ld, expected %ld x %ld\n", static_cast<long>(actual.rows()),
                    static_cast<long>(actual.cols()), static_cast<long>(expected.rows()),
                    static_cast<long>(expected.cols()));
        return false;
    }
    const double worst
        = actual.size() == 0 ? 0 : static_cast<double>((actual - expected).cwiseAbs().maxCoeff());
    if (!(worst <= tolerance))
        std::printf("largest difference %.3g, tolerance %.3g\n", worst, tolerance);
    return worst <= tolerance;
}

} // namespace fusiform::test
