// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/one_back_effect.h"

#include "core/glm/series_weights.h"
#include "core/scores/recognition.h"
#include "core/stats/bootstrap.h"

#include <limits>
#include <numeric>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;

/// The faces of every region, read one way.
struct OneWay {
    std::vector<decode::Decoded> regions;
    Index trials = 0;
};

OneWay readOneWay(const Refit& refit, std::span<const roi::Region> regions, glm::OneBacks treated,
                  const RecognitionOptions& options, Progress& progress)
{
    const std::vector<glm::SeriesRun> runs = glm::runsWithOneBacks(refit.series(), treated);
    OneWay way;
    for (const glm::SeriesRun& run : runs)
        way.trials += static_cast<Index>(run.training.size());
    std::vector<std::size_t> order(runs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const glm::ModelFit& model = *refit.open().model;
    const glm::SeriesSums sums
        = glm::sumsOf(refit.series(), runs,
                      glm::scaledTrialCodes(runs, refit.codes(), model.latentMean, model.latentSd),
                      order, progress);
    way.regions = refit.readWithPatterns(sums, regions, options.decoding, progress);
    return way;
}

OneBackEffect::Way scoresOf(const decode::Decoded& decoded, const RecognitionOptions& options,
                            Progress& progress)
{
    OneBackEffect::Way way;
    way.pairwise = decoded.pairwise;
    way.full = decoded.fullRecognition;
    way.meanR = decoded.similarity.diagonal().mean();
    way.pairwiseInterval
        = stats::bootstrapMean(scores::pairwiseOfRows(decoded.similarity),
                               {options.draws, options.level, options.seed}, progress)
              .interval;
    return way;
}

stats::SignFlip paired(std::span<const double> counted, std::span<const double> apart,
                       const RecognitionOptions& options, Progress& progress)
{
    std::vector<double> differences;
    for (std::size_t f = 0; f < counted.size(); ++f)
        differences.push_back(counted[f] - apart[f]);
    for (const double difference : differences)
        if (!std::isfinite(difference)) {
            constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
            return {kNone, kNone, 0, false};
        }
    return stats::signFlip(differences, options.permutations, options.seed, progress);
}

std::vector<double> ownR(const decode::Decoded& decoded)
{
    const Eigen::VectorXd own = decoded.similarity.diagonal();
    return {own.begin(), own.end()};
}

} // namespace

std::vector<OneBackEffect> oneBackEffect(const Refit& refit, std::span<const roi::Region> regions,
                                         const RecognitionOptions& options, Progress& progress)
{
    const glm::KeptSeries& series = refit.series();
    const glm::OneBackCounts counts = glm::oneBacksOf(series);
    std::vector<OneBackEffect> effects;
    if (series.index().oneBacks.empty() || counts.training + counts.exploration == 0)
        return effects;
    const OneWay counted = readOneWay(refit, regions, glm::OneBacks::Count, options, progress);
    const OneWay apart = readOneWay(refit, regions, glm::OneBacks::Nuisance, options, progress);
    for (std::size_t r = 0; r < regions.size(); ++r) {
        const decode::Decoded& with = counted.regions[r];
        const decode::Decoded& without = apart.regions[r];
        OneBackEffect& effect = effects.emplace_back();
        effect.model = refit.open().model->model.name;
        effect.region = regions[r].name;
        effect.oneBacks = counts;
        effect.areCountedInFit = series.index().oneBacks == "count";
        effect.faces = with.similarity.rows();
        for (const std::string& name : refit.open().shown.names)
            effect.patternsAnew += series.index().condition(name) >= 0;
        effect.trialsCounted = counted.trials;
        effect.trialsApart = apart.trials;
        effect.counted = scoresOf(with, options, progress);
        effect.apart = scoresOf(without, options, progress);
        effect.pairwise = paired(scores::pairwiseOfRows(with.similarity),
                                 scores::pairwiseOfRows(without.similarity), options, progress);
        effect.r = paired(ownR(with), ownR(without), options, progress);
    }
    return effects;
}

} // namespace fusiform::evaluate
