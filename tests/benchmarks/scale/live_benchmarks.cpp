// SPDX-License-Identifier: GPL-3.0-or-later
// From a stroke to the scores at the size of the real study: 1,025 rows x 100,000 voxels, ten
// faces. build/dev/bin/fusiform_live_benchmarks
#include "core/decode/region_decoder.h"
#include "core/decode/training_score.h"
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

/// Made-up noise of 64 factors that voxels share, and codes that do not go together.
std::shared_ptr<const decode::DecoderInputs> inputs()
{
    auto made = std::make_shared<decode::DecoderInputs>();
    made->noise.weights = Eigen::VectorXf::Ones(fit().grid.size());
    made->noise.factors
        = std::make_shared<const Eigen::MatrixXf>(Eigen::MatrixXf::Random(64, fit().grid.size()));
    made->noise.factorColumns = fit().voxels;
    made->prior.precision = Eigen::MatrixXd::Identity(kLatents, kLatents);
    made->prior.patternNoise = 0.02;
    made->prior.weightNoise = 0.13;
    return made;
}

/// The same stroke of 2,000 voxels by decoders that know the noise.
void strokeWhitened(benchmark::State& state, const char* name)
{
    decode::DecodeOptions options;
    options.decoder = name;
    const image::VoxelSet without = slab(30'000, 20'000);
    const image::VoxelSet with = without.united(slab(50'000, 2'000));
    const glm::ModelFit& model = fit().models.front();
    decode::RegionDecoder decoder(fit(), model, model.exploration);
    decoder.setInputs(inputs());
    Progress silent;
    benchmark::DoNotOptimize(decoder.decode(without, options, silent));
    bool isAdded = false;
    for (auto _ : state) {
        isAdded = !isAdded;
        benchmark::DoNotOptimize(decoder.decode(isAdded ? with : without, options, silent));
    }
}
BENCHMARK_CAPTURE(strokeWhitened, ridge, "ridge")->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(strokeWhitened, gls, "gls")->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(strokeWhitened, bayes, "bayes")->UseRealTime()->Unit(benchmark::kMillisecond);

/// Eight sessions of 125 single trials each, 5,600 voxels of 3 mm: as many as the real study has
/// selected.
decode::TrainingFolds madeFolds()
{
    constexpr Eigen::Index kVoxels = 5'600;
    decode::TrainingFolds made;
    made.fit.grid = fit().grid;
    made.fit.voxels.assign(fit().voxels.begin(), fit().voxels.begin() + kVoxels);
    for (int f = 0; f < 8; ++f) {
        decode::TrainingFold& fold = made.folds.emplace_back();
        for (decode::HeldOut* const part : {&fold.outer, &fold.inner}) {
            part->model.latentMean = Eigen::VectorXd::Zero(kLatents);
            part->model.latentSd = Eigen::VectorXd::Ones(kLatents);
            part->model.weights = glm::Weights(Eigen::MatrixXf::Random(kLatents + 1, kVoxels));
            part->trials.names.resize(125);
            part->trials.patterns = Eigen::MatrixXf::Random(125, kVoxels);
            part->trials.codes = Eigen::MatrixXd::Random(125, kLatents);
        }
    }
    return made;
}

const decode::TrainingFolds& folds()
{
    static const decode::TrainingFolds made = madeFolds();
    return made;
}

/// The cross-validated score of training faces, after a stroke of so many voxels. 5,600: all of
/// it is new.
void trainingFaces(benchmark::State& state)
{
    decode::TrainingScorer scorer(folds(), fit(), nullptr);
    Progress silent;
    const image::VoxelSet without = slab(0, 5'600 - state.range(0));
    const image::VoxelSet with = slab(0, 5'600);
    bool isAdded = false;
    if (state.range(0) < 5'600)
        (void)scorer.score(without, decode::VoxelChoice::AsGiven, {}, silent);
    for (auto _ : state) {
        isAdded = !isAdded || state.range(0) == 5'600;
        if (state.range(0) == 5'600) {
            decode::TrainingScorer fresh(folds(), fit(), nullptr);
            benchmark::DoNotOptimize(fresh.score(with, decode::VoxelChoice::AsGiven, {}, silent));
        } else {
            benchmark::DoNotOptimize(
                scorer.score(isAdded ? with : without, decode::VoxelChoice::AsGiven, {}, silent));
        }
    }
}
BENCHMARK(trainingFaces)->Arg(200)->Arg(5'600)->UseRealTime()->Unit(benchmark::kMillisecond);

/// The ridge chosen on training faces: thirteen strengths in eight folds.
void ridgeOnTrainingFaces(benchmark::State& state)
{
    decode::TrainingScorer scorer(folds(), fit(), nullptr);
    Progress silent;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            scorer.chooseRidge(slab(0, 5'600), decode::VoxelChoice::AsGiven, {}, silent));
}
BENCHMARK(ridgeOnTrainingFaces)->Iterations(1)->UseRealTime()->Unit(benchmark::kMillisecond);

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
