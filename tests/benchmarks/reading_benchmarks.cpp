// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/data.h"

#include "core/io/nifti.h"
#include "core/task/bids_task.h"
#include "core/util/file.h"

#include <zlib.h>

using namespace fusiform;

namespace {

namespace fs = std::filesystem;

fs::path runOfFusiMini()
{
    const fs::path study = test::sharedData("fusi-mini");
    return study.empty() ? study
                         : study / "sub-01/ses-01/func/sub-01_ses-01_task-faces_run-01_bold.nii.gz";
}

/// Baseline: what "gunzip" does, into memory.
void gunzipRun(benchmark::State& state)
{
    const fs::path file = runOfFusiMini();
    FUSIFORM_BENCH_NEEDS(state, file);
    std::int64_t bytes = 0;
    for (auto _ : state) {
        gzFile stream = gzopen(file.c_str(), "rb");
        gzbuffer(stream, 1 << 17);
        std::vector<char> content;
        std::vector<char> part(1 << 20);
        int n = 0;
        while ((n = gzread(stream, part.data(), static_cast<unsigned>(part.size()))) > 0)
            content.insert(content.end(), part.begin(), part.begin() + n);
        gzclose(stream);
        bytes += std::ssize(content);
        benchmark::DoNotOptimize(content.data());
    }
    state.SetBytesProcessed(bytes);
}
BENCHMARK(gunzipRun)->Unit(benchmark::kMillisecond)->UseRealTime();

void readRun(benchmark::State& state)
{
    const fs::path file = runOfFusiMini();
    FUSIFORM_BENCH_NEEDS(state, file);
    std::int64_t bytes = 0;
    for (auto _ : state) {
        const io::NiftiData data(io::readNiftiHeader(file));
        bytes += static_cast<std::int64_t>(data.header().dataBytes());
        benchmark::DoNotOptimize(data.stored(0, 0));
    }
    state.SetBytesProcessed(bytes);
}
BENCHMARK(readRun)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Baseline: the bytes of every text file of the study.
void readTextsOfStudy(benchmark::State& state)
{
    const fs::path study = test::sharedData("ds001761-metadata");
    FUSIFORM_BENCH_NEEDS(state, study);
    for (auto _ : state) {
        std::size_t bytes = 0;
        for (const auto& entry : fs::recursive_directory_iterator(study))
            if (entry.is_regular_file())
                bytes += readTextFile(entry.path()).size();
        benchmark::DoNotOptimize(bytes);
    }
}
BENCHMARK(readTextsOfStudy)->Unit(benchmark::kMillisecond)->UseRealTime();

void indexStudy(benchmark::State& state)
{
    const fs::path study = test::sharedData("ds001761-metadata");
    FUSIFORM_BENCH_NEEDS(state, study);
    for (auto _ : state) {
        Progress silent;
        benchmark::DoNotOptimize(task::runBids({study}, silent).text.size());
    }
}
BENCHMARK(indexStudy)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
