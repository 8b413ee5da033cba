// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/recognition.h"

#include "core/scores/recognition.h"
#include "core/stats/bootstrap.h"
#include "core/stats/rank_sum_null.h"
#include "core/util/error.h"

#include <algorithm>
#include <vector>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;

/// The share of comparisons that each decoded face wins, ties half.
std::vector<double> sharesWon(const Eigen::MatrixXd& similarity)
{
    std::vector<double> shares;
    for (Index f = 0; f < similarity.rows(); ++f) {
        double won = 0;
        for (Index g = 0; g < similarity.cols(); ++g)
            if (g != f)
                won += similarity(f, f) > similarity(f, g)    ? 1.0
                       : similarity(f, f) == similarity(f, g) ? 0.5
                                                              : 0.0;
        shares.push_back(won / static_cast<double>(similarity.cols() - 1));
    }
    return shares;
}

} // namespace

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
    const std::vector<double> shares = sharesWon(similarity);
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
