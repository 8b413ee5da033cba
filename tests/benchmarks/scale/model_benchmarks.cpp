// SPDX-License-Identifier: GPL-3.0-or-later
// Face models at the published size: from a code to its picture, beside the bare convolutions of
// the same sizes. With 1, 2, ... threads (the benchmark's argument).
#include "core/face_model/face_folder.h"
#include "core/face_model/module_trainer.h"
#include "core/face_model/network_layers.h"
#include "core/face_model/vaegan_model.h"
#include "core/io/face_file.h"
#include "core/task/picture_codes.h"
#include "core/util/parallel.h"
#include "core/util/random.h"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>
#include <torch/torch.h>

using namespace fusiform;
using namespace fusiform::face_model;

namespace {

const NetShape kPublished = {NetArchitecture::Published, 128, 1024, 192};
const NetShape kBuiltIn = {NetArchitecture::Compact, 128, 256, 32};

/// With the weights that a training starts from.
std::unique_ptr<VaeganModel> madeUp(const NetShape& shape)
{
    ModuleTrainer trainer(shape, 0, 1, Device::Cpu, nullptr);
    std::map<std::string, HalfArray> arrays;
    trainer.eachCodecArray([&](const DoorArray& array) {
        const std::vector<std::int64_t> sizes(array.shape, array.shape + array.rank);
        const io::Tensor sized{io::TensorType::Float32, sizes, {}};
        arrays[array.name]
            = {sizes, io::toHalf({array.values, static_cast<std::size_t>(sized.count())})};
    });
    const bool isPublished = shape.architecture == NetArchitecture::Published;
    const Json manifest
        = {{"kind", "vaegan"},
           {"latent_size", shape.latentSize},
           {"image_size", shape.imageSize},
           {"architecture",
            {{"name", isPublished ? "published" : "compact"}, {"width", shape.width}}}};
    return std::make_unique<VaeganModel>(manifest, std::move(arrays));
}

Eigen::MatrixXd randomCodes(Eigen::Index count, Eigen::Index latents)
{
    Random random(3);
    Eigen::MatrixXd codes(count, latents);
    for (double& value : codes.reshaped())
        value = random.uniform(-1, 1);
    return codes;
}

void generate(benchmark::State& state, const NetShape& shape)
{
    setThreadCount(static_cast<int>(state.range(0)));
    const auto model = madeUp(shape);
    const Eigen::MatrixXd codes = randomCodes(state.range(1), shape.latentSize);
    for (auto _ : state) {
        Progress progress;
        benchmark::DoNotOptimize(model->generate(codes, progress));
    }
    state.counters["ms_a_face"] = benchmark::Counter(static_cast<double>(state.range(1)) / 1000,
                                                     benchmark::Counter::kIsIterationInvariantRate
                                                         | benchmark::Counter::kInvert);
    setThreadCount(0);
}

void generatePublished(benchmark::State& state) { generate(state, kPublished); }
void generateBuiltIn(benchmark::State& state) { generate(state, kBuiltIn); }
/// 8,000 files: the 4,000 portraits, twice.
std::vector<std::filesystem::path> portraits()
{
    std::vector<std::filesystem::path> files = pictureFiles(FUSIFORM_PORTRAITS);
    const std::vector<std::filesystem::path> once = files;
    files.insert(files.end(), once.begin(), once.end());
    return files;
}

/// Decoding and cropping alone.
void readPortraits(benchmark::State& state)
{
    const auto files = portraits();
    constexpr std::size_t kPortion = 128;
    Progress progress;
    for (auto _ : state)
        for (std::size_t first = 0; first < files.size(); first += kPortion) {
            const auto some
                = std::span(files).subspan(first, std::min(kPortion, files.size() - first));
            benchmark::DoNotOptimize(io::readFaces(some, {kBuiltIn.imageSize}, progress));
        }
}

/// The net alone, as often.
void encodePictures(benchmark::State& state)
{
    const auto files = portraits();
    constexpr std::size_t kKept = 128;
    Progress progress;
    const auto pictures
        = io::readFaces(std::span(files).first(kKept), {kBuiltIn.imageSize}, progress);
    const auto model = madeUp(kBuiltIn);
    for (auto _ : state)
        for (std::size_t done = 0; done < files.size(); done += kKept)
            benchmark::DoNotOptimize(model->encode(pictures, progress));
}

/// Both, as `encode` does it.
void encodeFiles(benchmark::State& state)
{
    const auto files = portraits();
    const auto model = madeUp(kBuiltIn);
    Progress progress;
    for (auto _ : state)
        benchmark::DoNotOptimize(task::codesOfFiles(*model, files, progress));
}
BENCHMARK(readPortraits)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
BENCHMARK(encodePictures)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
BENCHMARK(encodeFiles)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

BENCHMARK(generatePublished)
    ->ArgsProduct({{1, 2}, {1, 20}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(generateBuiltIn)
    ->ArgsProduct({{1, 2}, {1, 20}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// The baseline: each layer's product alone, through oneDNN, on maps of its size.
void bareConvolutions(benchmark::State& state)
{
    at::set_num_threads(static_cast<int>(state.range(0)));
    const c10::InferenceMode inference;
    struct Bare {
        at::Tensor input, weight;
        bool isLinear;
    };
    std::vector<Bare> layers;
    for (const NetLayer& layer : networkLayers(kPublished).generator) {
        const auto& [in, out] = std::tie(layer.input, layer.output);
        if (layer.kind == LayerKind::Linear)
            layers.push_back(
                {at::rand({1, in.elements()}), at::rand({out.elements(), in.elements()}), true});
        else
            layers.push_back({at::rand({1, in.channels, in.side, in.side}),
                              at::rand({in.channels, out.channels, layer.kernel, layer.kernel}),
                              false});
    }
    for (auto _ : state)
        for (const Bare& layer : layers)
            benchmark::DoNotOptimize(
                layer.isLinear ? at::linear(layer.input, layer.weight)
                               : at::conv_transpose2d(layer.input, layer.weight, {}, 2, 1, 1));
}
BENCHMARK(bareConvolutions)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
