// SPDX-License-Identifier: GPL-3.0-or-later
// From a stroke to the scores at the size of the real study: 1,025 rows x 100,000 voxels, ten
// faces. build/dev/bin/fusiform_live_benchmarks
#include "core/decode/region_decoder.h"
#include "core/math/blas.h"
#include "core/util/random.h"

#include <benchmark/benchmark.h>

#include <numeric>

using namespace fusiform;

namespace {

constexpr Eigen::Index kLatents = 1'024;
constexpr Eigen::Index kFaces = 10;

/// All voxels of a grid in the mask.
glm::Fit madeFit()
{
    glm::Fit fit;
    fit.grid.shape = {50, 50, 40};
    fit.voxels.resize(static_cast<std::size_t>(fit.grid.size()));
    std::iota(fit.voxels.begin(), fit.voxels.end(), Eigen::Index{0});
    glm::ModelFit& model = fit.models.emplace_back();
    model.latentMean = Eigen::VectorXd::Zero(kLatents);
    model.latentSd = Eigen::VectorXd::Ones(kLatents);
    Random random(1);
    Eigen::MatrixXf weights(kLatents + 1, fit.grid.size());
    for (float& value : weights.reshaped())
        value = static_cast<float>(random.uniform() - 0.5);
    model.weights = glm::Weights(std::move(weights));
    model.exploration.names.resize(kFaces);
    model.exploration.codes.resize(kFaces, kLatents);
    for (double& value : model.exploration.codes.reshaped())
        value = random.normal();
    model.exploration.patterns.resize(kFaces, fit.grid.size());
    for (float& value : model.exploration.patterns.reshaped())
        value = static_cast<float>(random.normal());
    return fit;
}

const glm::Fit& fit()
{
    static const glm::Fit made = madeFit();
    return made;
}

/// A slab of whole layers: `count` voxels from `first` on.
image::VoxelSet slab(Eigen::Index first, Eigen::Index count)
{
    std::vector<Eigen::Index> voxels(static_cast<std::size_t>(count));
    std::iota(voxels.begin(), voxels.end(), first);
    return image::VoxelSet::of(fit().grid.shape, voxels);
}

/// A region of 20,000 voxels gains or loses 2,000.
template <class Step>
void strokes(benchmark::State& state, Step step)
{
    const image::VoxelSet without = slab(30'000, 20'000);
    const image::VoxelSet with = without.united(slab(50'000, state.range(0)));
    const glm::ModelFit& model = fit().models.front();
    decode::RegionDecoder decoder(fit(), model, model.exploration);
    Progress silent;
    benchmark::DoNotOptimize(decoder.decode(without, {}, silent));
    bool isAdded = false;
    for (auto _ : state) {
        isAdded = !isAdded;
        step(decoder, isAdded ? with : without, silent);
    }
}

void strokeToScores(benchmark::State& state)
{
    strokes(state, [](auto& decoder, const auto& region, auto& progress) {
        benchmark::DoNotOptimize(decoder.decode(region, {}, progress));
    });
}
BENCHMARK(strokeToScores)
    ->Arg(20)
    ->Arg(200)
    ->Arg(2'000)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

/// What follows when the first face is on screen.
void conditionNumber(benchmark::State& state)
{
    const glm::ModelFit& model = fit().models.front();
    decode::RegionDecoder decoder(fit(), model, model.exploration);
    Progress silent;
    decode::Decoded decoded = decoder.decode(slab(30'000, 20'000), {}, silent);
    for (auto _ : state)
        decoder.addCondition(decoded);
}
BENCHMARK(conditionNumber)->UseRealTime()->Unit(benchmark::kMillisecond);

/// Baseline of a stroke: the products alone, of 2,000 voxels that lie ready in double.
void bareRankUpdate(benchmark::State& state)
{
    const Eigen::MatrixXd columns = Eigen::MatrixXd::Random(kLatents + 1 + kFaces, 2'000);
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(columns.rows(), columns.rows());
    for (auto _ : state)
        math::addRankUpdate(columns, 1, sums);
}
BENCHMARK(bareRankUpdate)->UseRealTime()->Unit(benchmark::kMillisecond);

/// Baseline of the whole: the region summed anew, as without the sums kept.
void decodedAfresh(benchmark::State& state)
{
    const glm::ModelFit& model = fit().models.front();
    const image::VoxelSet region = slab(30'000, state.range(0));
    Progress silent;
    for (auto _ : state) {
        decode::RegionDecoder decoder(fit(), model, model.exploration);
        benchmark::DoNotOptimize(decoder.decode(region, {}, silent));
    }
}
BENCHMARK(decodedAfresh)
    ->Arg(500)
    ->Arg(2'000)
    ->Arg(20'000)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
