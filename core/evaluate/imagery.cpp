// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/imagery.h"

#include "core/math/correlation.h"
#include "core/stats/rank_sum_null.h"
#include "core/util/error.h"

#include <algorithm>
#include <numeric>

namespace fusiform::evaluate {

using Eigen::Index;

double Imagery::pairwise() const
{
    return std::accumulate(won.begin(), won.end(), 0.0)
           / (static_cast<double>(won.size()) * static_cast<double>(candidates - 1));
}

Imagery imagery(const glm::Fit& fit, const glm::ModelFit& model, const roi::Region& region,
                const glm::FaceSet& patterns, const decode::DecodeOptions& options,
                Progress& progress)
{
    const glm::FaceSet& candidates = model.imageryCandidates;
    if (patterns.count() == 0 || candidates.count() < 2)
        throw usage(FUSIFORM_TR("core", "The study has no imagery trials."));
    const auto own = std::ranges::find(candidates.names, patterns.names.front());
    if (own == candidates.names.end())
        throw usage(FUSIFORM_TR("core", "The imagined face %1 is none of the candidates.")
                        .arg(patterns.names.front()));
    const Index at = own - candidates.names.begin();
    decode::Decoded decoded
        = decode::decodeRegion(fit, model, region.voxels, patterns, options, progress);
    const Eigen::MatrixXd unit
        = options.scoreInSd
              ? Eigen::MatrixXd(glm::inverseOfSd(model.latentMean, model.latentSd).asDiagonal())
              : Eigen::MatrixXd(
                  Eigen::MatrixXd::Identity(model.latentSd.size(), model.latentSd.size()));
    const Eigen::MatrixXd r
        = math::rowCorrelations(decoded.latents * unit, candidates.codes * unit);
    Imagery result;
    result.region = region.name;
    result.model = model.model.name;
    result.imagined = patterns.names.front();
    result.candidates = candidates.count();
    for (Index trial = 0; trial < r.rows(); ++trial) {
        const auto row = r.row(trial).array();
        const double mine = r(trial, at);
        result.won.push_back(static_cast<double>((row < mine).count())
                             + (static_cast<double>((row == mine).count()) - 1) / 2);
    }
    if (result.won.size() == 1)
        result.tails = stats::RankSumNull(1, static_cast<int>(candidates.count() - 1))
                           .tails(result.won.front());
    result.decoded = std::move(decoded);
    return result;
}

} // namespace fusiform::evaluate
