// SPDX-License-Identifier: GPL-3.0-or-later
// The GLM at the size of the real study. FUSIFORM_SCALE_STUDY names a study written by
// `fusiform-cli simulate --scale paper`, FUSIFORM_SCALE_MODEL a face model of 1,024 latents for it,
// FUSIFORM_SCALE_FIT the fit.
#include "core/bids/study.h"
#include "core/glm/fit.h"
#include "core/glm/normal_equations.h"
#include "core/io/nifti.h"
#include "core/math/blas.h"
#include "core/task/fit_task.h"
#include "core/util/buffer_pool.h"
#include "core/util/error.h"
#include "core/util/memory.h"
#include "core/util/parallel.h"
#include "core/util/random.h"
#include "tests/support/test_data.h"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

using namespace fusiform;

namespace {

namespace fs = std::filesystem;
using Eigen::Index;

constexpr Index kColumns = 1050; // 1,024 latents and the conditions
constexpr Index kRunScans = 200;

fs::path fromEnvironment(const char* name)
{
    const char* const value = std::getenv(name);
    return value != nullptr ? fs::path(value) : fs::path();
}

std::vector<fs::path> faceRuns(const fs::path& study)
{
    std::vector<fs::path> files;
    const bids::Study opened = bids::openStudy(study);
    for (const bids::Run& run : bids::chosenSubject(opened, {}).faceRuns)
        if (run.boldState == bids::FileState::Present && !run.events.empty())
            files.push_back(run.bold);
    return files;
}

Eigen::MatrixXf noise(Index rows, Index columns)
{
    Random random(1);
    Eigen::MatrixXf matrix(rows, columns);
    for (float& value : matrix.reshaped())
        value = static_cast<float>(random.normal());
    return matrix;
}

/// (a) of the sum: every scan decompressed once, one run a core.
void decompress(benchmark::State& state)
{
    const fs::path study = fromEnvironment("FUSIFORM_SCALE_STUDY");
    if (study.empty()) {
        state.SkipWithError("FUSIFORM_SCALE_STUDY is not set");
        return;
    }
    const std::vector<fs::path> files = faceRuns(study);
    BufferPool buffers;
    for (auto _ : state)
        parallelFor(files.size(), [&](std::size_t r) {
            io::NiftiData run(io::readNiftiHeader(files[r]), buffers.take());
            benchmark::DoNotOptimize(run.stored(0, 0));
            buffers.give(std::move(run).release());
        });
    state.counters["runs"] = static_cast<double>(files.size());
}
BENCHMARK(decompress)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

/// (b): the bare products XᵀY of `scans` x kColumns and `scans` x `voxels`, run by run.
void bareProduct(benchmark::State& state)
{
    const Index runs = state.range(0) / kRunScans;
    const Index voxels = state.range(1);
    const Eigen::MatrixXd x = noise(kRunScans, kColumns).cast<double>();
    const Eigen::MatrixXd y = noise(kRunScans, voxels).cast<double>();
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(kColumns, voxels);
    for (auto _ : state)
        for (Index r = 0; r < runs; ++r)
            parallelBlocks(
                static_cast<std::size_t>(voxels), 512, [&](std::size_t begin, std::size_t end) {
                    const auto first = static_cast<Index>(begin);
                    const auto count = static_cast<Index>(end - begin);
                    math::multiplyAdd(x, math::Transpose::Yes, y.middleCols(first, count),
                                      math::Transpose::No, sum.middleCols(first, count));
                });
    benchmark::DoNotOptimize(sum.data());
}
BENCHMARK(bareProduct)
    ->Args({21357, 50297})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1);

/// Of a fit of the study with the face model into `output`; nothing if they are not known.
std::optional<task::FitOptions> fitOptions(const fs::path& output)
{
    task::FitOptions options;
    options.study = fromEnvironment("FUSIFORM_SCALE_STUDY");
    const fs::path model = fromEnvironment("FUSIFORM_SCALE_MODEL");
    if (options.study.empty() || model.empty())
        return std::nullopt;
    options.output = output;
    options.images = "raw";
    options.models = {model.string()};
    options.noise = "none";
    options.series = "none"; // keeping it is another reading
    options.overwrite = true;
    keepFreedMemory();
    return options;
}

/// The whole `fit`, with its stages.
void fit(benchmark::State& state)
{
    const test::TemporaryFolder scratch;
    std::optional<task::FitOptions> known = fitOptions(scratch.path() / "fit");
    if (!known) {
        state.SkipWithError("FUSIFORM_SCALE_STUDY and FUSIFORM_SCALE_MODEL are not both set");
        return;
    }
    task::FitOptions& options = *known;
    options.noise = state.range(0) == 0 ? "none" : "ar1";
    Json result;
    for (auto _ : state) {
        Progress silent;
        result = task::runFit(options, silent).json;
    }
    for (const Json& stage : result.at("stages"))
        state.counters[stage.at("stage").get<std::string>() + "_s"]
            += stage.at("seconds").get<double>();
    state.counters["peak_MB"] = peakMemoryMb();
}
BENCHMARK(fit)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

/// How long `fit` takes to stop: cancelled at times spread over its length.
void cancelFit(benchmark::State& state)
{
    using Clock = std::chrono::steady_clock;
    const test::TemporaryFolder scratch;
    const std::optional<task::FitOptions> options = fitOptions(scratch.path() / "fit");
    if (!options) {
        state.SkipWithError("FUSIFORM_SCALE_STUDY and FUSIFORM_SCALE_MODEL are not both set");
        return;
    }
    const auto seconds
        = [](Clock::duration time) { return std::chrono::duration<double>(time).count(); };
    const Clock::time_point start = Clock::now();
    Progress silent;
    (void)task::runFit(*options, silent);
    const double whole = seconds(Clock::now() - start);

    constexpr int kStops = 30;
    std::vector<double> waits;
    std::string slowest;
    for (auto _ : state)
        for (int s = 0; s < kStops; ++s) {
            std::stop_source source;
            std::string stage;
            Progress progress(source.get_token(),
                              [&](const ProgressState& now) { stage = now.stage.english(); });
            Clock::time_point stopped;
            {
                const std::jthread timer([&] {
                    std::this_thread::sleep_for(
                        std::chrono::duration<double>(whole * (s + 0.5) / kStops));
                    stopped = Clock::now();
                    source.request_stop();
                });
                try {
                    (void)task::runFit(*options, progress);
                    continue; // it had ended before
                } catch (const Error&) {
                    waits.push_back(seconds(Clock::now() - stopped));
                }
            }
            if (waits.back() == *std::ranges::max_element(waits))
                slowest = stage;
        }
    if (waits.empty())
        return;
    std::ranges::sort(waits);
    state.counters["stops"] = static_cast<double>(waits.size());
    state.counters["median_ms"] = 1000 * waits[waits.size() / 2];
    state.counters["worst_ms"] = 1000 * waits.back();
    state.SetLabel("worst while " + slowest);
}
BENCHMARK(cancelFit)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

/// A fit of that size: W stays on disk, mapped.
void openFit(benchmark::State& state)
{
    const fs::path folder = fromEnvironment("FUSIFORM_SCALE_FIT");
    if (folder.empty()) {
        state.SkipWithError("FUSIFORM_SCALE_FIT is not set");
        return;
    }
    for (auto _ : state)
        benchmark::DoNotOptimize(glm::readFit(folder).voxels.size());
}
BENCHMARK(openFit)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The cost of the sums for scans x voxels.
void normalEquations(benchmark::State& state)
{
    const Index runs = state.range(0) / kRunScans;
    const Index voxels = state.range(1);
    const Eigen::MatrixXd x = noise(kRunScans, kColumns).cast<double>();
    const Eigen::MatrixXd nuisance = noise(kRunScans, 13).cast<double>();
    const glm::ScanValues y = noise(kRunScans, voxels);
    for (auto _ : state) {
        Progress silent;
        glm::NormalEquations sums(kColumns, voxels);
        for (Index r = 0; r < runs; ++r)
            sums.add(x, nuisance, y, silent);
        sums.finish(silent);
        benchmark::DoNotOptimize(sums.yty().data());
    }
}
BENCHMARK(normalEquations)
    ->ArgsProduct({{5000, 10000, 20000}, {12500, 25000, 50000}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1);

} // namespace
