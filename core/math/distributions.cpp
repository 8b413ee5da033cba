// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/distributions.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>
#include <limits>

namespace fusiform::math {

namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

template <class Distribution>
double tail(const Distribution& distribution, double x)
{
    return boost::math::cdf(boost::math::complement(distribution, x));
}
} // namespace

double normalTail(double z)
{
    if (std::isnan(z))
        return kNaN;
    return 0.5 * std::erfc(z / std::sqrt(2.0));
}

double studentTail(double t, double df)
{
    if (std::isnan(t) || !(df > 0))
        return kNaN;
    if (std::isinf(t))
        return t > 0 ? 0 : 1;
    return tail(boost::math::students_t(df), t);
}

double fisherTail(double f, double df1, double df2)
{
    if (std::isnan(f) || !(df1 > 0) || !(df2 > 0))
        return kNaN;
    if (f <= 0)
        return 1;
    return std::isinf(f) ? 0 : tail(boost::math::fisher_f(df1, df2), f);
}

double chiSquaredTail(double x, double df)
{
    if (std::isnan(x) || !(df > 0))
        return kNaN;
    return x <= 0 ? 1 : tail(boost::math::chi_squared(df), x);
}

double binomialStrictTail(long k, long n, double p)
{
    if (k < 0)
        return 1;
    if (k >= n)
        return 0;
    return tail(boost::math::binomial(static_cast<double>(n), p), static_cast<double>(k));
}

double binomialTail(long k, long n, double p) { return binomialStrictTail(k - 1, n, p); }

} // namespace fusiform::math
