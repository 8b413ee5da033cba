// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/pipeline_permutation.h"

#include "core/util/random.h"

#include <algorithm>
#include <numeric>

namespace fusiform::evaluate {

namespace {

/// Scores are ratios of small counts: equal ones may differ in the last bit.
double shareAtLeast(const std::vector<double>& chance, double score)
{
    constexpr double kRounding = 1e-12;
    const auto atLeast
        = std::ranges::count_if(chance, [&](double one) { return one >= score - kRounding; });
    return static_cast<double>(1 + atLeast) / static_cast<double>(1 + chance.size());
}

/// The same stimuli with each other's codes.
glm::TrainingCodes exchanged(const glm::TrainingCodes& codes, Random& random)
{
    std::vector<Eigen::Index> order(codes.stimuli.size());
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    for (std::size_t last = order.size() - 1; last > 0; --last)
        std::swap(order[last], order[random.below(last + 1)]);
    return {codes.stimuli, codes.codes(order, Eigen::all)};
}

} // namespace

double PipelinePermutation::pairwiseP() const { return shareAtLeast(pairwiseByChance, pairwise); }
double PipelinePermutation::fullP() const { return shareAtLeast(fullByChance, full); }

std::vector<PipelinePermutation> permutePipeline(const Refit& refit,
                                                 std::span<const roi::Region> regions,
                                                 const PipelineOptions& options, Progress& progress)
{
    const auto readWith = [&](const glm::TrainingCodes& codes) {
        return refit.readTrainedOn(codes, regions, options.decoding, progress);
    };
    const std::string& model = refit.open().model->model.name;
    progress.begin(FUSIFORM_TR("core", "Permuting the training of %1").arg(model),
                   refit.series().runs().size()
                       * static_cast<std::size_t>(options.permutations + 1));
    std::vector<PipelinePermutation> results;
    for (const decode::Decoded& decoded : readWith(refit.codes()))
        results.push_back({model,
                           regions[results.size()].name,
                           decoded.pairwise,
                           decoded.fullRecognition,
                           {},
                           {}});
    Random random(options.seed);
    for (int p = 0; p < options.permutations; ++p) {
        const auto decoded = readWith(exchanged(refit.codes(), random));
        for (std::size_t r = 0; r < results.size(); ++r) {
            results[r].pairwiseByChance.push_back(decoded[r].pairwise);
            results[r].fullByChance.push_back(decoded[r].fullRecognition);
        }
    }
    return results;
}

} // namespace fusiform::evaluate
