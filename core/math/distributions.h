// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fusiform::math {

// Upper tails P(X > x) of the distributions that the statistics need (Boost.Math); NaN in, NaN out.

[[nodiscard]] double normalTail(double z);
[[nodiscard]] double studentTail(double t, double df);
[[nodiscard]] double fisherTail(double f, double df1, double df2);
[[nodiscard]] double chiSquaredTail(double x, double df);
/// P(X >= k) and P(X > k) of a binomial with n trials of probability p.
[[nodiscard]] double binomialTail(long k, long n, double p);
[[nodiscard]] double binomialStrictTail(long k, long n, double p);

} // namespace fusiform::math
