// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/evidence.h"
#include "core/decode/searchlight_training.h"
#include "core/decode/weight_maps.h"
#include "core/roi/shapes.h"
#include "core/util/random.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

using namespace fusiform;

namespace {

using Eigen::Index;

constexpr Index kLatents = 1024;
constexpr Index kFaces = 10;
constexpr Index kBrainVoxels = 40000;

/// A brain of 40,000 voxels of 3 x 3 x 3.2 mm, the native grid of the published study, with W and
/// patterns of noise.
glm::Fit noiseBrain()
{
    glm::Fit fit;
    fit.grid.shape = {56, 64, 44};
    Eigen::Matrix4d affine = Eigen::Vector4d(3, 3, 3.2, 1).asDiagonal();
    affine.col(3).head<3>() = Eigen::Vector3d(-82.5, -94.5, -68.8);
    fit.grid.affine = image::Affine(affine);
    std::vector<std::pair<double, image::Index>> byDistance;
    for (image::Index v = 0; v < fit.grid.size(); ++v)
        byDistance.emplace_back(fit.grid.mm(v).at.cwiseQuotient(Eigen::Vector3d(70, 85, 60)).norm(),
                                v);
    std::ranges::sort(byDistance);
    for (Index v = 0; v < kBrainVoxels; ++v)
        fit.voxels.push_back(byDistance[static_cast<std::size_t>(v)].second);
    std::ranges::sort(fit.voxels);

    Random random(5);
    const auto noise = [&random](Index rows, Index columns) {
        Eigen::MatrixXf matrix(rows, columns);
        for (float& value : matrix.reshaped())
            value = static_cast<float>(random.uniform(-1, 1));
        return matrix;
    };
    glm::ModelFit model;
    model.weights = glm::Weights(noise(kLatents + 1, kBrainVoxels));
    model.latentMean = Eigen::VectorXd::Zero(kLatents);
    model.latentSd = Eigen::VectorXd::Ones(kLatents);
    model.exploration.names.resize(kFaces, "face");
    model.exploration.patterns = noise(kFaces, kBrainVoxels);
    model.exploration.codes = noise(kFaces, kLatents).cast<double>();
    fit.models.push_back(std::move(model));
    return fit;
}

const glm::Fit& brain()
{
    static const glm::Fit fit = noiseBrain();
    return fit;
}

/// Baseline of the searchlight: every hundredth of its balls, decoded as a region by itself.
void ballsAsRegions(benchmark::State& state)
{
    const glm::Fit& fit = brain();
    const glm::ModelFit& model = fit.models[0];
    Progress silent;
    Index balls = 0;
    for (auto _ : state)
        for (std::size_t v = 0; v < fit.voxels.size(); v += 100, ++balls)
            benchmark::DoNotOptimize(
                decode::decodeRegion(fit, model, roi::ball(fit.grid, fit.grid.mm(fit.voxels[v]), 8),
                                     model.exploration, {}, silent)
                    .pairwise);
    state.counters["a_ball"] = benchmark::Counter(
        static_cast<double>(balls), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(ballsAsRegions)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

/// The whole brain at 8 mm; the argument is the number of permutations.
void wholeBrainSearchlight(benchmark::State& state)
{
    const glm::Fit& fit = brain();
    decode::SearchlightOptions options;
    options.permutations = state.range(0);
    Progress silent;
    Index balls = 0;
    for (auto _ : state)
        balls += decode::searchlight(fit, fit.models[0], fit.models[0].exploration, options, silent)
                     .centres;
    state.counters["a_ball"] = benchmark::Counter(
        static_cast<double>(balls), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(wholeBrainSearchlight)
    ->Arg(0)
    ->Arg(1000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1);

/// The searchlight of 1,000 single training faces in 8 folds, some balls in the middle of the
/// brain; the argument is the number of permutations. All folds have one W: what it costs does not
/// depend on what it holds.
void trainingFacesSearchlight(benchmark::State& state)
{
    const glm::Fit& fit = brain();
    Random random(9);
    decode::TrainingFolds folds;
    folds.fit.grid = fit.grid;
    folds.fit.voxels = fit.voxels;
    for (int f = 0; f < 8; ++f) {
        decode::TrainingFold& fold = folds.folds.emplace_back();
        fold.outer.model = fit.models[0];
        fold.outer.trials.names.resize(125, "face");
        fold.outer.trials.patterns.resize(125, kBrainVoxels);
        fold.outer.trials.codes.resize(125, kLatents);
        for (float& value : fold.outer.trials.patterns.reshaped())
            value = static_cast<float>(random.uniform(-1, 1));
        for (double& value : fold.outer.trials.codes.reshaped())
            value = random.uniform(-1, 1);
    }
    decode::SearchlightOptions options;
    options.permutations = state.range(0);
    Index balls = 0;
    double seconds = 0;
    for (auto _ : state) {
        std::stop_source stop;
        Progress progress(stop.get_token());
        // What the balls share is made before the first of them.
        std::optional<std::chrono::steady_clock::time_point> first;
        Index known = 0;
        const auto map = decode::trainingSearchlight(
            fit, folds, options, progress, [&](std::span<const float> accuracy) {
                const auto now = std::chrono::steady_clock::now();
                const Index count = std::ranges::count_if(
                    accuracy, [](float value) { return std::isfinite(value); });
                if (!first) {
                    first = now;
                    known = count;
                    return;
                }
                seconds = std::chrono::duration<double>(now - *first).count();
                balls = count - known;
                if (balls >= 500)
                    stop.request_stop();
            });
        benchmark::DoNotOptimize(map.centres);
    }
    state.counters["a_ball"] = seconds / static_cast<double>(balls);
    state.counters["whole_brain"] = kBrainVoxels * seconds / static_cast<double>(balls);
}
BENCHMARK(trainingFacesSearchlight)
    ->Arg(0)
    ->Arg(1000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1);

/// The voxels that prefer a face, over the whole brain.
void wholeBrainSimilarity(benchmark::State& state)
{
    const glm::ModelFit& model = brain().models[0];
    const Eigen::VectorXd code = model.exploration.codes.row(3);
    Progress silent;
    for (auto _ : state)
        benchmark::DoNotOptimize(decode::similarityMap(model, code, silent).data());
}
BENCHMARK(wholeBrainSimilarity)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Evidence after a stroke of 2,000 voxels on a region of some 6,000; the baseline decodes the
/// same.
void evidenceAfterStroke(benchmark::State& state)
{
    const glm::Fit& fit = brain();
    const glm::ModelFit& model = fit.models[0];
    const image::VoxelSet whole
        = image::VoxelSet::of(fit.grid.shape, std::span(fit.voxels).subspan(9000, 6000));
    const image::VoxelSet less
        = image::VoxelSet::of(fit.grid.shape, std::span(fit.voxels).subspan(11000, 4000));
    Progress silent;
    decode::EvidenceMapper mapper(fit, model, model.exploration);
    bool isWhole = false;
    for (auto _ : state) {
        isWhole = !isWhole;
        benchmark::DoNotOptimize(
            mapper.of(isWhole ? whole : less, {2, 2, std::nullopt}, {}, silent).decision);
    }
}
BENCHMARK(evidenceAfterStroke)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
