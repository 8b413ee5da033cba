// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/training_score.h"

#include "core/decode/code_similarity.h"
#include "core/decode/ridge_path.h"
#include "core/math/correlation.h"
#include "core/roi/thirds.h"
#include "core/scores/recognition.h"
#include "core/util/error.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace fusiform::decode {

namespace {

using Eigen::Index;

/// The same metric for the voxels of another fit of the same grid.
VoxelMetric moved(const VoxelMetric& metric, const glm::Fit& from, const glm::Fit& to)
{
    if (metric.weights.size() == 0)
        return {};
    const auto voxels = static_cast<Index>(to.voxels.size());
    VoxelMetric result;
    result.factors = metric.factors;
    result.weights = Eigen::VectorXf::Constant(voxels, std::numeric_limits<float>::quiet_NaN());
    if (metric.factors)
        result.factorColumns.assign(to.voxels.size(), -1);
    for (Index v = 0; v < voxels; ++v) {
        const Index position = from.positionOf(to.voxels[static_cast<std::size_t>(v)]);
        if (position < 0)
            continue;
        result.weights[v] = metric.weights[position];
        if (metric.factors)
            result.factorColumns[static_cast<std::size_t>(v)]
                = metric.factorColumns[static_cast<std::size_t>(position)];
    }
    return result;
}

std::size_t bestOf(const std::vector<double>& curve)
{
    std::size_t best = 0;
    for (std::size_t s = 1; s < curve.size(); ++s)
        if (curve[s] >= curve[best])
            best = s;
    return best;
}

void finish(TrainingScore& score)
{
    const auto count = static_cast<double>(score.folds.size());
    score.pairwise = std::accumulate(score.folds.begin(), score.folds.end(), 0.0) / count;
    double squares = 0;
    for (const double fold : score.folds)
        squares += (fold - score.pairwise) * (fold - score.pairwise);
    score.standardError = std::sqrt(squares / (count - 1) / count);
}

} // namespace

VoxelChoice choiceOf(const roi::Region& region)
{
    const bool isByCriterion
        = region.made.starts_with("published criterion") || roi::thirdOf(region).has_value();
    return isByCriterion ? VoxelChoice::ByCriterion : VoxelChoice::AsGiven;
}

std::vector<double> ridgeStrengths()
{
    std::vector<double> strengths;
    constexpr int kADecade = 3;
    for (int step = -3 * kADecade; step <= kADecade; ++step)
        strengths.push_back(std::pow(10.0, static_cast<double>(step) / kADecade));
    return strengths;
}

TrainingScorer::TrainingScorer(const TrainingFolds& folds, const glm::Fit& fit,
                               const std::shared_ptr<const DecoderInputs>& inputs)
    : m_folds(folds)
{
    std::shared_ptr<DecoderInputs> own;
    if (inputs) {
        own = std::make_shared<DecoderInputs>();
        own->noise = moved(inputs->noise, fit, folds.fit);
        own->ceiling = moved(inputs->ceiling, fit, folds.fit);
        own->prior = inputs->prior;
        own->prior.patternNoise = folds.trialNoise;
    }
    for (const TrainingFold& fold : folds.folds) {
        m_outer.emplace_back(folds.fit, fold.outer.model, fold.outer.trials);
        const bool canChoose = fold.inner.trials.count() > 0;
        if (canChoose)
            m_inner.emplace_back(folds.fit, fold.inner.model, fold.inner.trials);
        if (own)
            m_outer.back().setInputs(own);
        if (own && canChoose)
            m_inner.back().setInputs(own);
    }
}

image::VoxelSet TrainingScorer::voxelsOf(const TrainingFold& fold, const image::VoxelSet& region,
                                         VoxelChoice choice) const
{
    return choice == VoxelChoice::ByCriterion && fold.selected.shape() == region.shape()
               ? region.intersected(fold.selected)
               : region;
}

TrainingScore TrainingScorer::score(const image::VoxelSet& region, VoxelChoice choice,
                                    const DecodeOptions& options, Progress& progress)
{
    TrainingScore score;
    const bool hasRidge = decoderNamed(options.decoder).pull == Decoder::Pull::Ridge;
    for (std::size_t f = 0; f < m_outer.size(); ++f) {
        const TrainingFold& fold = m_folds.folds[f];
        const Decoded decoded
            = m_outer[f].decode(voxelsOf(fold, region, choice), options, progress);
        score.folds.push_back(decoded.pairwise);
        score.voxels.push_back(decoded.voxels);
        score.ridge.push_back(hasRidge ? options.ridge : 0);
        score.trials += fold.outer.trials.count();
    }
    finish(score);
    return score;
}

/// Pairwise recognition of the trials at each of ridgeStrengths().
std::vector<double> TrainingScorer::curve(RegionDecoder& decoder, const glm::FaceSet& trials,
                                          const image::VoxelSet& voxels,
                                          const DecodeOptions& options, Progress& progress) const
{
    const RidgePath path = decoder.ridgePath(voxels, options, progress);
    const glm::ModelFit& model = m_folds.folds.front().outer.model;
    std::vector<double> shares;
    for (const double strength : ridgeStrengths()) {
        progress.checkpoint();
        const ComparedCodes codes
            = comparedCodes(path.codes(strength), trials.codes, model, options.scoreInSd);
        shares.push_back(scores::pairwise(math::rowCorrelations(codes.decoded, codes.truth)));
    }
    return shares;
}

TrainingScore TrainingScorer::scoreWithChosenRidge(const image::VoxelSet& region,
                                                   VoxelChoice choice, DecodeOptions options,
                                                   Progress& progress)
{
    if (decoderNamed(options.decoder).pull != Decoder::Pull::Ridge)
        return score(region, choice, options, progress);
    if (m_inner.size() < m_outer.size())
        throw usage(FUSIFORM_TR("core", "Choosing the ridge inside each fold needs the scans, and "
                                        "this fit came without them."));
    TrainingScore score;
    for (std::size_t f = 0; f < m_outer.size(); ++f) {
        const TrainingFold& fold = m_folds.folds[f];
        const image::VoxelSet voxels = voxelsOf(fold, region, choice);
        options.ridge = ridgeStrengths()[bestOf(
            curve(m_inner[f], fold.inner.trials, voxels, options, progress))];
        const Decoded decoded = m_outer[f].decode(voxels, options, progress);
        score.folds.push_back(decoded.pairwise);
        score.voxels.push_back(decoded.voxels);
        score.ridge.push_back(options.ridge);
        score.trials += fold.outer.trials.count();
    }
    finish(score);
    return score;
}

double TrainingScorer::chooseRidge(const image::VoxelSet& region, VoxelChoice choice,
                                   const DecodeOptions& options, Progress& progress)
{
    std::vector<double> mean(ridgeStrengths().size(), 0.0);
    for (std::size_t f = 0; f < m_outer.size(); ++f) {
        const TrainingFold& fold = m_folds.folds[f];
        const std::vector<double> one = curve(m_outer[f], fold.outer.trials,
                                              voxelsOf(fold, region, choice), options, progress);
        for (std::size_t s = 0; s < mean.size(); ++s)
            mean[s] += one[s];
    }
    return ridgeStrengths()[bestOf(mean)];
}

} // namespace fusiform::decode
