// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/decoder_inputs.h"

#include "core/glm/noise_ceiling.h"
#include "core/glm/series_weights.h"
#include "core/io/safetensors.h"
#include "core/util/error.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <limits>
#include <numeric>

namespace fusiform::decode {

namespace {

namespace fs = std::filesystem;
using Eigen::Index;

constexpr const char* kInputsFile = "decoder_inputs.safetensors";
constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

/// As it is made and kept: of the voxels of the series.
struct SeriesInputs {
    std::vector<image::Index> voxels;
    NoiseCovariance noise;
    std::vector<float> ceiling; ///< per voxel, 0 to 1; empty: not known
    CodePrior prior;
};

fs::path inputsFileOf(const fs::path& folder, const glm::ModelFit& model)
{
    return folder / "models" / model.model.name / kInputsFile;
}

SeriesInputs make(const glm::KeptSeries& series, const glm::ModelFit& model, Progress& progress)
{
    const std::vector<Eigen::MatrixXd> codes = glm::scaledTrialCodes(
        series, series.codes(model.model.name), model.latentMean, model.latentSd);
    std::vector<std::size_t> runs(series.runs().size());
    std::iota(runs.begin(), runs.end(), std::size_t(0));
    progress.begin(FUSIFORM_TR("core", "Reading the kept scans"), runs.size());
    const glm::SeriesSums sums = glm::sumsOf(series, codes, runs, progress);
    const glm::SeriesEstimates estimates = glm::estimate(sums);
    SeriesInputs inputs;
    inputs.voxels = series.index().voxels;
    inputs.noise = noiseCovariance(series, sums, estimates, progress);
    inputs.prior = codePrior(series, sums, estimates, codes);
    const glm::NoiseCeiling ceiling
        = glm::noiseCeiling(glm::explorationResponses(series, progress),
                            glm::explorationFaces(series), glm::explorationRuns(series));
    for (const double percent : ceiling.percent())
        inputs.ceiling.push_back(static_cast<float>(std::clamp(percent / 100, 0.0, 1.0)));
    return inputs;
}

template <class Number>
io::Tensor tensorOf(io::TensorType type, std::vector<std::int64_t> shape, const Number* numbers,
                    std::size_t count)
{
    return {type, std::move(shape), std::as_bytes(std::span(numbers, count))};
}

void write(const fs::path& file, const SeriesInputs& inputs)
{
    const auto voxels = static_cast<std::int64_t>(inputs.voxels.size());
    const std::vector<std::int64_t> indices(inputs.voxels.begin(), inputs.voxels.end());
    const Eigen::MatrixXf& factors = inputs.noise.factors;
    const Eigen::MatrixXd& precision = inputs.prior.precision;
    const std::array scales = {inputs.prior.patternNoise, inputs.prior.weightNoise};
    // Column-major here is the transposed array there: voxel after voxel.
    std::map<std::string, io::Tensor> tensors
        = {{"voxels", tensorOf(io::TensorType::Int64, {voxels}, indices.data(), indices.size())},
           {"own", tensorOf(io::TensorType::Float32, {voxels}, inputs.noise.own.data(),
                            static_cast<std::size_t>(inputs.noise.own.size()))},
           {"factors", tensorOf(io::TensorType::Float32, {voxels, factors.rows()}, factors.data(),
                                static_cast<std::size_t>(factors.size()))},
           {"precision", tensorOf(io::TensorType::Float64, {precision.rows(), precision.cols()},
                                  precision.data(), static_cast<std::size_t>(precision.size()))},
           {"noise_scale", tensorOf(io::TensorType::Float64, {2}, scales.data(), scales.size())}};
    if (!inputs.ceiling.empty())
        tensors["ceiling"] = tensorOf(io::TensorType::Float32, {voxels}, inputs.ceiling.data(),
                                      inputs.ceiling.size());
    io::writeSafetensors(file, tensors, {{"content", "what decoders know of noise and codes"}});
}

template <class Number>
std::vector<Number> numbersOf(const io::Tensor& tensor, io::TensorType type, const fs::path& file)
{
    if (tensor.type != type)
        throw badData(file, FUSIFORM_TR("core", "numbers of the type %1").arg(io::typeName(type)),
                      FUSIFORM_TR("core", "%1").arg(io::typeName(tensor.type)));
    std::vector<Number> numbers(static_cast<std::size_t>(tensor.count()));
    std::memcpy(numbers.data(), tensor.bytes.data(), tensor.bytes.size());
    return numbers;
}

const io::Tensor& tensorIn(const io::Safetensors& file, const std::string& name)
{
    const auto found = file.tensors().find(name);
    if (found == file.tensors().end())
        throw badData(file.file(), FUSIFORM_TR("core", "an array called %1").arg(name),
                      FUSIFORM_TR("core", "none"));
    return found->second;
}

SeriesInputs read(const fs::path& file, const glm::ModelFit& model)
{
    const io::Safetensors content(file);
    SeriesInputs inputs;
    const auto voxels
        = numbersOf<std::int64_t>(tensorIn(content, "voxels"), io::TensorType::Int64, file);
    inputs.voxels.assign(voxels.begin(), voxels.end());
    const auto count = static_cast<std::int64_t>(voxels.size());
    const std::array<std::int64_t, 1> perVoxel = {count};
    const auto own
        = numbersOf<float>(content.tensor("own", perVoxel), io::TensorType::Float32, file);
    inputs.noise.own = Eigen::Map<const Eigen::VectorXf>(own.data(), count);
    const io::Tensor& factors = tensorIn(content, "factors");
    const Index factorCount = factors.shape.size() == 2 ? factors.shape[1] : 0;
    const std::array<std::int64_t, 2> factorShape = {count, factorCount};
    const auto loadings
        = numbersOf<float>(content.tensor("factors", factorShape), io::TensorType::Float32, file);
    inputs.noise.factors = Eigen::Map<const Eigen::MatrixXf>(loadings.data(), factorCount, count);
    const Index latents = model.weights.latentSize();
    const std::array<std::int64_t, 2> square = {latents, latents};
    const auto precision
        = numbersOf<double>(content.tensor("precision", square), io::TensorType::Float64, file);
    inputs.prior.precision = Eigen::Map<const Eigen::MatrixXd>(precision.data(), latents, latents);
    const std::array<std::int64_t, 1> two = {2};
    const auto scales
        = numbersOf<double>(content.tensor("noise_scale", two), io::TensorType::Float64, file);
    inputs.prior.patternNoise = scales[0];
    inputs.prior.weightNoise = scales[1];
    if (content.tensors().contains("ceiling"))
        inputs.ceiling
            = numbersOf<float>(content.tensor("ceiling", perVoxel), io::TensorType::Float32, file);
    return inputs;
}

/// The same of the voxels of the fit, as decoders take it.
DecoderInputs placed(const glm::Fit& fit, SeriesInputs series)
{
    const auto voxels = static_cast<Index>(fit.voxels.size());
    DecoderInputs inputs;
    inputs.prior = std::move(series.prior);
    inputs.noise.weights = Eigen::VectorXf::Constant(voxels, kNone);
    inputs.noise.factorColumns.assign(fit.voxels.size(), -1);
    if (!series.ceiling.empty())
        inputs.ceiling.weights = Eigen::VectorXf::Constant(voxels, kNone);
    for (std::size_t v = 0; v < series.voxels.size(); ++v) {
        const Index position = fit.positionOf(series.voxels[v]);
        if (position < 0)
            continue;
        const auto column = static_cast<Index>(v);
        const float own = series.noise.own[column];
        inputs.noise.weights[position] = own > 0 ? 1 / own : kNone;
        inputs.noise.factorColumns[static_cast<std::size_t>(position)] = column;
        if (!series.ceiling.empty())
            inputs.ceiling.weights[position]
                = series.ceiling[v] / (own + series.noise.factors.col(column).squaredNorm());
    }
    inputs.noise.factors = std::make_shared<const Eigen::MatrixXf>(std::move(series.noise.factors));
    return inputs;
}

} // namespace

bool canHaveDecoderInputs(const glm::Fit& fit, const glm::ModelFit& model)
{
    return fs::exists(inputsFileOf(fit.folder, model)) || glm::isKeptSeries(fit.folder / "series");
}

DecoderInputs decoderInputs(const glm::Fit& fit, const glm::ModelFit& model, Progress& progress)
{
    const fs::path file = inputsFileOf(fit.folder, model);
    if (fs::exists(file))
        return placed(fit, read(file, model));
    if (!glm::isKeptSeries(fit.folder / "series"))
        throw usage(FUSIFORM_TR("core", "This decoder needs the noise of the scans, and the fit "
                                        "kept no series of them: fit again with --series keep."));
    return placed(fit, make(glm::KeptSeries::read(fit.folder / "series"), model, progress));
}

void writeDecoderInputs(const glm::Fit& fit, const fs::path& folder, Progress& progress)
{
    const glm::KeptSeries series = glm::KeptSeries::read(folder / "series");
    for (const glm::ModelFit& model : fit.models)
        write(inputsFileOf(folder, model), make(series, model, progress));
}

} // namespace fusiform::decode
