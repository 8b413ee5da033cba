// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/top_k.h"

#include "core/util/error.h"

#include <boost/math/distributions/hypergeometric.hpp>

#include <algorithm>
#include <limits>

namespace fusiform::stats {

double topK(long beating, long distractors, long ways, long best)
{
    if (beating < 0 || beating > distractors || ways < 2 || ways > distractors + 1 || best < 1)
        throw usage(FUSIFORM_TR("core",
                                "%1 of %2 distractors beat the target: top %3 of %4 cannot be "
                                "asked of that.")
                        .arg(beating)
                        .arg(distractors)
                        .arg(best)
                        .arg(ways));
    const long drawn = ways - 1;
    // Boost counts what is drawn of the "defective" ones: those that beat the target.
    const long most = std::min({best - 1, beating, drawn});
    const long least = std::max(0L, drawn - (distractors - beating));
    if (most < least)
        return 0;
    if (most >= std::min(beating, drawn))
        return 1;
    const boost::math::hypergeometric_distribution<> draw(static_cast<unsigned>(beating),
                                                          static_cast<unsigned>(drawn),
                                                          static_cast<unsigned>(distractors));
    return cdf(draw, static_cast<unsigned>(most));
}

double meanTopK(std::span<const long> beating, long distractors, long ways, long best)
{
    if (beating.empty())
        return std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    for (const long one : beating)
        sum += topK(one, distractors, ways, best);
    return sum / static_cast<double>(beating.size());
}

} // namespace fusiform::stats
