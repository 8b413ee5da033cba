// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/recognition.h"

#include "core/scores/recognition.h"
#include "core/stats/bootstrap.h"
#include "core/stats/rank_sum_null.h"
#include "core/util/error.h"

#include <algorithm>
#include <vector>

namespace fusiform::evaluate {

using Eigen::Index;

Recognition recognition(const glm::Fit& fit, const glm::ModelFit& model, const roi::Region& region,
                        const glm::FaceSet& faces, const RecognitionOptions& options,
                        Progress& progress)
{
    const Index n = faces.count();
    if (n < 2 || !faces.codes.allFinite())
        throw usage(FUSIFORM_TR("core",
                                "Recognition needs at least two faces with known codes; there "
                                "are %1.")
                        .arg(n));
    Recognition result;
    result.region = region.name;
    result.model = model.model.name;
    result.decoded
        = decode::decodeRegion(fit, model, region.voxels, faces, options.decoding, progress);
    const Eigen::MatrixXd& similarity = result.decoded.similarity;
    result.ranks = scores::ranks(similarity);
    const std::vector<double> shares = scores::pairwiseOfRows(similarity);
    result.won = scores::pairwise(similarity) * result.comparisons();
    result.wonStrictly = scores::pairwiseStrict(similarity) * result.comparisons();
    const stats::RankSumNull null(static_cast<int>(n), static_cast<int>(n - 1));
    // Sums of halves, up to the rounding of shares.
    result.pairwise = null.tails(std::round(2 * result.won) / 2);
    result.permuted
        = stats::permuteLabels(similarity, options.permutations, options.seed, progress);
    result.pairwiseInterval
        = stats::bootstrapMean(shares, {options.draws, options.level, options.seed}, progress)
              .interval;
    const auto best = std::ranges::count(result.ranks, 1);
    result.full = stats::binomialTest(best, n, 1 / static_cast<double>(n), options.level);
    return result;
}

} // namespace fusiform::evaluate
