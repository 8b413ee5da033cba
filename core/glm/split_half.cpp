// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/split_half.h"

#include "core/math/correlation.h"
#include "core/util/error.h"

#include <algorithm>
#include <limits>

namespace fusiform::glm {

namespace {

using Eigen::Index;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kFewest = 3; // two points always correlate perfectly

/// Latents with a weight in both halves; those that do not vary have none in either.
std::vector<Index> varying(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b)
{
    std::vector<Index> rows;
    for (Index l = 0; l + 1 < a.rows(); ++l)
        if (!a.row(l).isZero(0) && !b.row(l).isZero(0))
            rows.push_back(l);
    return rows;
}

} // namespace

double spearmanBrown(double r) { return r > -1 ? 2 * r / (1 + r) : kNaN; }

SplitHalf splitHalfReliability(const KeptSeries& series, std::span<const Eigen::MatrixXd> codes,
                               std::span<const Index> voxels, Progress& progress)
{
    if (series.runs().size() < 2)
        throw usage(FUSIFORM_TR("core", "Reliability compares two halves of the runs: it needs at "
                                        "least two runs."));
    SplitHalf split;
    for (std::size_t r = 0; r < series.runs().size(); ++r)
        (r % 2 == 0 ? split.odd : split.even).push_back(r);
    progress.begin(FUSIFORM_TR("core", "Comparing odd with even runs"), series.runs().size());
    const SeriesWeights odd = weightsFrom(series, codes, split.odd, progress);
    const SeriesWeights even = weightsFrom(series, codes, split.even, progress);
    const SeriesWeights& weaker = odd.columns - odd.rank > even.columns - even.rank ? odd : even;
    split.columns = weaker.columns;
    split.rank = weaker.rank;

    const std::vector<Index> chosen(voxels.begin(), voxels.end());
    const std::vector<Index> latents = varying(odd.matrix, even.matrix);
    split.voxels.assign(static_cast<std::size_t>(series.voxels()), kNaN);
    if (latents.size() >= kFewest)
        for (const Index v : chosen)
            split.voxels[static_cast<std::size_t>(v)]
                = math::pearson(odd.matrix(latents, v), even.matrix(latents, v));
    const auto acrossVoxels = [&](Index row) {
        return chosen.size() < kFewest ? kNaN
                                       : math::pearson(odd.matrix(row, chosen).transpose(),
                                                       even.matrix(row, chosen).transpose());
    };
    split.latents.assign(static_cast<std::size_t>(odd.matrix.rows() - 1), kNaN);
    for (const Index l : latents)
        split.latents[static_cast<std::size_t>(l)] = acrossVoxels(l);
    split.bias = acrossVoxels(odd.matrix.rows() - 1);
    return split;
}

} // namespace fusiform::glm
