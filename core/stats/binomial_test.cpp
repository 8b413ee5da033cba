// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/binomial_test.h"

#include "core/math/distributions.h"
#include "core/util/error.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>

#include <algorithm>

namespace fusiform::stats {

namespace {

Interval clopperPearson(long k, long n, double level)
{
    const double outside = (1 - level) / 2;
    const auto successes = static_cast<double>(k);
    const auto failures = static_cast<double>(n - k);
    return {k == 0 ? 0.0
                   : quantile(boost::math::beta_distribution<>(successes, failures + 1), outside),
            k == n ? 1.0
                   : quantile(complement(boost::math::beta_distribution<>(successes + 1, failures),
                                         outside))};
}

/// The sum over outcomes that are at most as likely as k; those as likely up to rounding count.
double asUnlikely(long k, long n, double chance)
{
    const boost::math::binomial_distribution<> null(static_cast<double>(n), chance);
    constexpr double kRounding = 1 + 1e-9;
    const double observed = pdf(null, static_cast<double>(k)) * kRounding;
    double sum = 0;
    for (long outcome = 0; outcome <= n; ++outcome)
        if (const double p = pdf(null, static_cast<double>(outcome)); p <= observed)
            sum += p;
    return std::min(1.0, sum);
}

} // namespace

BinomialTest binomialTest(long k, long n, double chance, double level)
{
    if (n < 1 || k < 0 || k > n || !(chance > 0 && chance < 1) || !(level > 0 && level < 1))
        throw usage(FUSIFORM_TR("core", "%1 of %2 at a chance of %3 is no binomial count.")
                        .arg(k)
                        .arg(n)
                        .arg(chance));
    BinomialTest test;
    test.tails = {math::binomialTail(k, n, chance), math::binomialStrictTail(k, n, chance)};
    test.twoSided = asUnlikely(k, n, chance);
    test.share = static_cast<double>(k) / static_cast<double>(n);
    test.interval = clopperPearson(k, n, level);
    return test;
}

} // namespace fusiform::stats
