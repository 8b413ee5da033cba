// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/data.h"

#include "core/face_model/face_models.h"
#include "core/io/nifti.h"
#include "core/math/symmetric_eigen.h"
#include "core/simulate/write_study.h"
#include "core/task/decode_task.h"
#include "core/task/fit_task.h"
#include "core/util/memory.h"
#include "core/util/resources.h"

#include <Eigen/Eigenvalues>

using namespace fusiform;

namespace {

namespace fs = std::filesystem;

task::FitOptions miniFit(const fs::path& study, const fs::path& output)
{
    task::FitOptions options;
    options.study = study;
    options.output = output;
    options.components = 64;
    options.overwrite = true;
    return options;
}

/// One fit for all that decode.
fs::path fittedMini(const fs::path& study)
{
    static const test::TemporaryFolder folder;
    static const fs::path fit = [&study] {
        Progress silent;
        (void)task::runFit(miniFit(study, folder.path() / "fit"), silent);
        return folder.path() / "fit";
    }();
    return fit;
}

/// Baseline of a fit: every scan decompressed once.
void decompressScans(benchmark::State& state)
{
    const fs::path study = test::sharedData("fusi-mini");
    FUSIFORM_BENCH_NEEDS(state, study);
    for (auto _ : state)
        for (const auto& entry : fs::recursive_directory_iterator(study))
            if (entry.path().string().ends_with("_bold.nii.gz")) {
                const io::NiftiData data(io::readNiftiHeader(entry.path()));
                benchmark::DoNotOptimize(data.stored(0, 0));
            }
}
BENCHMARK(decompressScans)->Unit(benchmark::kMillisecond)->UseRealTime();

void fitMini(benchmark::State& state)
{
    const fs::path study = test::sharedData("fusi-mini");
    FUSIFORM_BENCH_NEEDS(state, study);
    const test::TemporaryFolder scratch;
    for (auto _ : state) {
        Progress silent;
        (void)task::runFit(miniFit(study, scratch.path() / "fit"), silent);
    }
    state.counters["peak_MB"] = peakMemoryMb();
}
BENCHMARK(fitMini)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

/// Baseline of decoding: the pictures alone, from codes.
void generateTwentyFaces(benchmark::State& state)
{
    const fs::path study = test::sharedData("fusi-mini");
    FUSIFORM_BENCH_NEEDS(state, study);
    Progress silent;
    const glm::Fit fit = glm::readFit(fittedMini(study));
    const auto model = face_model::loadFaceModel(fit.models[0].modelFile);
    const Eigen::MatrixXd codes = fit.models[0].latentMean.transpose().replicate(20, 1);
    for (auto _ : state)
        benchmark::DoNotOptimize(model->generate(codes, silent).size());
}
BENCHMARK(generateTwentyFaces)->Unit(benchmark::kMillisecond)->UseRealTime();

/// All of `decode --faces all --out`: reading the fit, decoding 20 faces, writing their pictures.
void decodeTwentyFaces(benchmark::State& state)
{
    const fs::path study = test::sharedData("fusi-mini");
    FUSIFORM_BENCH_NEEDS(state, study);
    const test::TemporaryFolder scratch;
    Progress silent;
    task::DecodeTaskOptions options;
    options.fit = fittedMini(study);
    options.faces = "all";
    options.output = scratch.path() / "faces";
    options.overwrite = true;
    for (auto _ : state)
        benchmark::DoNotOptimize(task::runDecode(options, silent).text.size());
}
BENCHMARK(decodeTwentyFaces)->Unit(benchmark::kMillisecond)->UseRealTime();

/// A small simulated run, megabytes of volumes a second.
void simulateSmallStudy(benchmark::State& state)
{
    const test::TemporaryFolder scratch;
    simulate::StudyOptions options;
    options.sessions = 1;
    options.runs = 2;
    options.extraFaces = 0;
    int n = 0;
    for (auto _ : state) {
        Progress silent;
        const fs::path folder = scratch.path() / std::to_string(n++);
        fs::create_directories(folder);
        benchmark::DoNotOptimize(
            simulate::writeStudy(options, resourceFolder() / "portraits", folder, silent).bytes);
    }
    state.counters["peak_MB"] = peakMemoryMb();
}
BENCHMARK(simulateSmallStudy)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

/// XᵀX of an eighth of a study: 1,025 columns, of which fewer trials make a third.
Eigen::MatrixXd deficientProducts()
{
    const Eigen::MatrixXd half = Eigen::MatrixXd::Random(1025, 340);
    return half * half.transpose();
}

/// Baseline: Eigen's own decomposition.
void decomposeByEigen(benchmark::State& state)
{
    const Eigen::MatrixXd products = deficientProducts();
    for (auto _ : state)
        benchmark::DoNotOptimize(
            Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(products).eigenvalues()[0]);
}
BENCHMARK(decomposeByEigen)->Unit(benchmark::kMillisecond)->UseRealTime();

void decomposeByLapack(benchmark::State& state)
{
    const Eigen::MatrixXd products = deficientProducts();
    for (auto _ : state)
        benchmark::DoNotOptimize(math::symmetricEigen(products).values[0]);
}
BENCHMARK(decomposeByLapack)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
