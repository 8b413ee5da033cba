// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/torch/networks.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/autocast_mode.h>

#include <algorithm>
#include <cmath>

namespace fusiform::face_model {

namespace {

/// Heads and linear skips are a hundredth of the work and set the precision of the codes: they
/// stay in float32 whatever the convolutions use.
constexpr Precision kHeads = Precision::Float32;

/// Halvings from the picture to a 4 x 4 map.
std::int64_t depthOf(const NetShape& shape)
{
    std::int64_t depth = 0;
    for (std::int64_t side = shape.imageSize; side > 4; side /= 2)
        ++depth;
    return depth;
}

Tensor flat(const Tensor& maps) { return maps.contiguous().flatten(1); }

/// `factor` times as many pixels a side, linear in between: equal ones would show as small blocks
/// and broken lines at eyes and mouth once a discriminator asks for detail.
Tensor enlarged(const Tensor& maps, std::int64_t factor)
{
    const Autocast full(kHeads); // there are no quick kernels for bfloat16
    return torch::upsample_bilinear2d(maps.to(torch::kFloat32),
                                      {factor * maps.size(2), factor * maps.size(3)}, false)
        .to(maps.scalar_type());
}

/// Log standard deviations between `low` and 0, through tanh as the published net bounds its own.
Tensor boundedLogSigma(const Tensor& raw, double low) { return 0.5 * low * (1 - torch::tanh(raw)); }

// Every sigma falls to the floor in the end. A higher one blurs reconstructions, a lower one
// leaves random codes without a face.
const double kLowestLogSigma = std::log(0.1);

/// Trained on two CPU cores: stride-2 convolutions, upsampling with residual blocks, and a linear
/// path beside both that starts as a principal component analysis.
class CompactCodec final : public Codec {
public:
    CompactCodec(const NetShape& shape, Norm norm, const at::Generator& random);
    Posterior encode(const Tensor& pictures, const Watch& watch) override;
    Tensor generate(const Tensor& latents, const Watch& watch) override;

    torch::nn::Linear encoderSkip{nullptr}, generatorSkip{nullptr};

private:
    struct Up {
        std::shared_ptr<NormedLayer> narrow, residual;
    };
    std::vector<std::shared_ptr<NormedLayer>> m_encoder;
    torch::nn::Linear m_mean{nullptr}, m_logSigma{nullptr};
    std::shared_ptr<NormedLayer> m_start, m_thin;
    std::vector<Up> m_ups;
    torch::nn::Conv2d m_last{nullptr}, m_fine{nullptr};
};

CompactCodec::CompactCodec(const NetShape& shape, Norm norm, const at::Generator& random)
    : Codec(shape, norm, random)
{
    using Kind = NormedLayer::Kind;
    const std::int64_t depth = depthOf(shape);
    const auto channels = [&](std::int64_t level) {
        return std::min<std::int64_t>(std::int64_t{shape.width} << level, 12 * shape.width);
    };
    const std::int64_t top = channels(depth - 1);
    const std::int64_t pooled = 3 * (shape.imageSize / 4) * (shape.imageSize / 4);

    for (std::int64_t i = 0; i < depth; ++i)
        m_encoder.push_back(
            addLayer("encoder." + std::to_string(i),
                     {Kind::Convolution, i == 0 ? 3 : channels(i - 1), channels(i), 4, 2, 1}));
    // The heads start small beside the linear skip, which holds the principal components.
    m_mean = addLinear("encoder.mean", 16 * top, shape.latentSize, 0.05);
    if (norm == Norm::Batch)
        m_logSigma = addLinear("encoder.log_sigma", 16 * top, shape.latentSize, 0.05);
    encoderSkip = addLinear("encoder.skip", pooled, shape.latentSize, 1);

    m_start = addLayer("generator.start", {Kind::Linear, shape.latentSize, top, 4});
    for (std::int64_t i = depth - 1; i > 0; --i) {
        const std::string name = "generator.up" + std::to_string(depth - 1 - i);
        m_ups.push_back(
            {addLayer(name + ".narrow", {Kind::Convolution, channels(i), channels(i - 1)}),
             addLayer(name + ".residual",
                      {Kind::Convolution, channels(i - 1), channels(i - 1), 3, 1, 1})});
    }
    const std::int64_t thin = std::max<std::int64_t>(4, 3 * shape.width / 4);
    m_thin = addLayer("generator.thin", {Kind::Convolution, channels(0), thin, 3, 1, 1});
    m_last = register_module("generator_last",
                             torch::nn::Conv2d(torch::nn::Conv2dOptions(thin, 3, 3).padding(1)));
    const torch::NoGradGuard noGradient;
    m_last->weight.normal_(0, 0.1 / std::sqrt(9.0 * static_cast<double>(thin)), m_random);
    m_last->bias.zero_();
    generatorSkip = addLinear("generator.skip", shape.latentSize, pooled, 1);
    // Detail of single pixels; starts as nothing.
    m_fine = register_module("generator_fine",
                             torch::nn::Conv2d(torch::nn::Conv2dOptions(thin, thin, 3).padding(1)));
    m_fine->weight.zero_();
    m_fine->bias.zero_();
}

Posterior CompactCodec::encode(const Tensor& pictures, const Watch& watch)
{
    Tensor maps = pictures;
    for (const auto& layer : m_encoder)
        maps = watch.watched(torch::relu(layer->forward(maps)));
    const Autocast full(kHeads);
    const Tensor features = flat(maps).to(torch::kFloat32);
    const Tensor linear = encoderSkip->forward(flat(torch::avg_pool2d(pictures, 4)));
    Posterior posterior;
    posterior.mean = torch::tanh(m_mean->forward(features) + linear);
    if (m_logSigma)
        posterior.logSigma = boundedLogSigma(m_logSigma->forward(features), kLowestLogSigma);
    return posterior;
}

Tensor CompactCodec::generate(const Tensor& latents, const Watch& watch)
{
    Tensor maps = torch::relu(m_start->forward(latents));
    for (const Up& up : m_ups) {
        maps = enlarged(up.narrow->forward(maps), 2);
        maps = torch::relu(maps + up.residual->forward(torch::relu(maps)));
        maps = watch.watched(maps);
    }
    maps = watch.watched(enlarged(torch::relu(m_thin->forward(maps)), 2));
    maps = watch.watched(torch::relu(maps + m_fine->forward(maps)));
    maps = m_last->forward(maps);
    const Autocast full(kHeads);
    const std::int64_t side = m_shape.imageSize / 4;
    const Tensor linear = generatorSkip->forward(latents).view({-1, 3, side, side});
    return maps.to(torch::kFloat32) + enlarged(linear, 4);
}

/// The layers of VanRullen & Reddy 2019 (Supplementary Table 1 and the released code).
class PublishedCodec final : public Codec {
public:
    PublishedCodec(const NetShape& shape, Norm norm, const at::Generator& random);
    Posterior encode(const Tensor& pictures, const Watch& watch) override;
    Tensor generate(const Tensor& latents, const Watch& watch) override;

private:
    std::vector<std::shared_ptr<NormedLayer>> m_encoder, m_generator;
    torch::nn::Linear m_joint{nullptr}, m_mean{nullptr}, m_logSigma{nullptr}, m_start{nullptr};
};

PublishedCodec::PublishedCodec(const NetShape& shape, Norm norm, const at::Generator& random)
    : Codec(shape, norm, random)
{
    using Kind = NormedLayer::Kind;
    const std::int64_t depth = depthOf(shape);
    TORCH_CHECK(depth <= 5, "the published net makes pictures of at most 128 x 128");
    const double scale = shape.width / 192.0;
    const auto scaled = [&](std::int64_t channels) {
        return std::max<std::int64_t>(1, std::lround(scale * static_cast<double>(channels)));
    };
    const std::int64_t channels[] = {192, 256, 384, 512, 768};
    for (std::int64_t i = 0; i < depth; ++i)
        m_encoder.push_back(addLayer("encoder." + std::to_string(i),
                                     {Kind::Convolution, i == 0 ? 3 : scaled(channels[i - 1]),
                                      scaled(channels[i]), 3, 2, 0, 1e-6}));
    const std::int64_t top = scaled(channels[depth - 1]);
    m_joint = addLinear("encoder.joint", 16 * top, scaled(1024), 1);
    m_mean = addLinear("encoder.mean", scaled(1024), shape.latentSize, 1);
    if (norm == Norm::Batch)
        m_logSigma = addLinear("encoder.log_sigma", scaled(1024), shape.latentSize, 1);
    m_start = addLinear("generator.start", shape.latentSize, 16 * scaled(1024), 1);
    for (std::int64_t i = depth - 1; i >= 0; --i)
        m_generator.push_back(addLayer("generator." + std::to_string(depth - 1 - i),
                                       {Kind::TransposedConvolution,
                                        i == depth - 1 ? scaled(1024) : scaled(channels[i]),
                                        i == 0 ? 3 : scaled(channels[i - 1]), 3, 2, 0, 1e-6}));
}

Posterior PublishedCodec::encode(const Tensor& pictures, const Watch& watch)
{
    Tensor maps = pictures;
    // TensorFlow's SAME padding at stride 2 adds nothing before and one row and column after.
    for (const auto& layer : m_encoder)
        maps
            = watch.watched(torch::elu(layer->forward(torch::constant_pad_nd(maps, {0, 1, 0, 1}))));
    const Autocast full(kHeads);
    const Tensor joint = m_joint->forward(flat(maps).to(torch::kFloat32));
    Posterior posterior;
    posterior.mean = torch::tanh(m_mean->forward(joint));
    if (m_logSigma)
        posterior.logSigma = 0.5 * torch::tanh(m_logSigma->forward(joint));
    return posterior;
}

Tensor PublishedCodec::generate(const Tensor& latents, const Watch& watch)
{
    Tensor maps = torch::elu(m_start->forward(latents)).view({latents.size(0), -1, 4, 4});
    for (const auto& layer : m_generator) {
        const std::int64_t side = 2 * maps.size(2);
        maps = layer->forward(maps).slice(2, 0, side).slice(3, 0, side);
        maps = watch.watched(torch::elu(maps));
    }
    maps = maps.to(torch::kFloat32);
    // The released code divides by the maximum of the whole batch; of each picture alone, a face
    // does not depend on its neighbours.
    return maps / maps.amax({1, 2, 3}, true).clamp_min(1e-3);
}

} // namespace

Watch::Watch(const DoorWatch* watch) : m_watch(watch)
{
    const int threads = std::max(1, static_cast<int>(watch->threads));
    if (at::get_num_threads() != threads)
        at::set_num_threads(threads);
}

void Watch::check() const
{
    if (m_watch->isStopped && m_watch->isStopped(m_watch->context))
        throw Stopped();
}

Tensor Watch::watched(const Tensor& tensor) const
{
    check();
    if (m_elements)
        *m_elements += tensor.numel();
    if (tensor.requires_grad())
        tensor.register_hook([watch = *this](const Tensor&) { watch.check(); });
    return tensor;
}

Autocast::Autocast(Precision precision) : m_before(at::autocast::is_cpu_enabled())
{
    at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
    at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
    at::autocast::set_cpu_enabled(precision == Precision::BFloat16);
    at::autocast::set_enabled(precision == Precision::BFloat16);
}

Autocast::~Autocast()
{
    at::autocast::set_cpu_enabled(m_before);
    at::autocast::set_enabled(m_before);
    if (!m_before)
        at::autocast::clear_cache();
}

at::Generator generatorOf(std::uint64_t seed)
{
    return at::make_generator<at::CPUGeneratorImpl>(seed);
}

NormedLayer::NormedLayer(const Shape& shape, Norm norm, at::Generator& random) : m_shape(shape)
{
    const auto [kind, inputs, outputs, kernel, stride, padding, epsilon] = shape;
    const std::int64_t area = kernel * kernel;
    std::vector<std::int64_t> sizes{outputs, inputs, kernel, kernel};
    if (kind == Kind::TransposedConvolution)
        std::swap(sizes[0], sizes[1]);
    if (kind == Kind::Linear)
        sizes = {outputs * area, inputs};
    const std::int64_t fanIn = kind == Kind::Convolution ? inputs * area : inputs;
    m_weight = register_parameter(
        "weight",
        torch::empty(sizes).normal_(0, std::sqrt(2.0 / static_cast<double>(fanIn)), random));
    if (norm == Norm::Folded)
        m_bias = register_parameter(
            "bias", torch::zeros({kind == Kind::Linear ? outputs * area : outputs}));
    else
        m_norm = register_module(
            "norm", torch::nn::BatchNorm2d(torch::nn::BatchNorm2dOptions(outputs).eps(epsilon)));
}

Tensor NormedLayer::forward(const Tensor& input)
{
    Tensor output;
    if (m_shape.kind == Kind::Convolution)
        output = torch::conv2d(input, m_weight, m_bias, m_shape.stride, m_shape.padding);
    else if (m_shape.kind == Kind::TransposedConvolution)
        output = torch::conv_transpose2d(input, m_weight, m_bias, m_shape.stride, m_shape.padding);
    else
        output = torch::linear(input, m_weight, m_bias)
                     .view({-1, m_shape.outputs, m_shape.kernel, m_shape.kernel});
    return m_norm ? m_norm->forward(output) : output;
}

std::pair<Tensor, Tensor> NormedLayer::folded() const
{
    if (!m_norm)
        return {m_weight, m_bias};
    const Tensor scale = m_norm->weight / torch::sqrt(m_norm->running_var + m_shape.epsilon);
    const Tensor shift = m_norm->bias - m_norm->running_mean * scale;
    if (m_shape.kind == Kind::TransposedConvolution)
        return {m_weight * scale.view({1, -1, 1, 1}), shift};
    const Tensor weight
        = (m_weight.view({m_shape.outputs, -1}) * scale.unsqueeze(1)).view(m_weight.sizes());
    if (m_shape.kind == Kind::Linear)
        return {weight, shift.repeat_interleave(m_shape.kernel * m_shape.kernel)};
    return {weight, shift};
}

void NormedLayer::average(std::int64_t index)
{
    if (m_norm)
        m_norm->options.momentum(1.0 / static_cast<double>(index + 1));
}

Codec::Codec(const NetShape& shape, Norm norm, at::Generator random)
    : m_shape(shape), m_norm(norm), m_random(std::move(random))
{
}

std::shared_ptr<NormedLayer> Codec::addLayer(const std::string& name,
                                             const NormedLayer::Shape& shape)
{
    std::string key = name;
    std::replace(key.begin(), key.end(), '.', '_'); // torch allows no dots in the names of modules
    return register_module(key, std::make_shared<NormedLayer>(shape, m_norm, m_random));
}

torch::nn::Linear Codec::addLinear(const std::string& name, std::int64_t inputs,
                                   std::int64_t outputs, double scale)
{
    std::string key = name;
    std::replace(key.begin(), key.end(), '.', '_');
    torch::nn::Linear linear = register_module(key, torch::nn::Linear(inputs, outputs));
    const torch::NoGradGuard noGradient;
    linear->weight.normal_(0, scale / std::sqrt(static_cast<double>(inputs)), m_random);
    linear->bias.zero_();
    return linear;
}

std::shared_ptr<Codec> makeCodec(const NetShape& shape, Norm norm, at::Generator random)
{
    const bool isPowerOfTwo = shape.imageSize > 0 && (shape.imageSize & (shape.imageSize - 1)) == 0;
    TORCH_CHECK(isPowerOfTwo && shape.imageSize >= 32 && shape.imageSize <= 256, "pictures of ",
                shape.imageSize, " pixels are not a power of two from 32 to 256");
    TORCH_CHECK(shape.latentSize >= 1 && shape.latentSize <= 8192, "a latent size of ",
                shape.latentSize, " is not between 1 and 8192");
    TORCH_CHECK(shape.width >= 1 && shape.width <= 512, "a width of ", shape.width,
                " is not between 1 and 512");
    if (shape.architecture == NetArchitecture::Published)
        return std::make_shared<PublishedCodec>(shape, norm, random);
    TORCH_CHECK(shape.architecture == NetArchitecture::Compact, "an unknown architecture");
    return std::make_shared<CompactCodec>(shape, norm, random);
}

LinearSkips linearSkips(Codec& codec)
{
    auto* const compact = dynamic_cast<CompactCodec*>(&codec);
    if (!compact)
        return {};
    return {compact->encoderSkip->weight, compact->encoderSkip->bias,
            compact->generatorSkip->weight, compact->generatorSkip->bias};
}

Discriminator::Discriminator(const NetShape& shape, at::Generator random)
{
    // One layer less than the encoder, and no normalisation: with batch normalisation it wins at
    // once and the reconstructions explode into noise.
    const std::int64_t depth = depthOf(shape) - 1;
    const auto channels = [&](std::int64_t level) { return std::int64_t{shape.width} << level; };
    for (std::int64_t i = 0; i <= depth; ++i) {
        const std::int64_t inputs = i == 0 ? 3 : channels(i - 1);
        const std::int64_t outputs = i == depth ? 1 : channels(i);
        auto layer = register_module(
            "layer" + std::to_string(i),
            torch::nn::Conv2d(torch::nn::Conv2dOptions(inputs, outputs, 4).stride(2).padding(1)));
        const torch::NoGradGuard noGradient;
        layer->weight.normal_(0, std::sqrt(2.0 / (16.0 * static_cast<double>(inputs))), random);
        layer->bias.zero_();
        m_layers.push_back(layer);
    }
}

std::vector<Tensor> Discriminator::forward(const Tensor& pictures, const Watch& watch)
{
    std::vector<Tensor> layers;
    Tensor maps = pictures;
    for (std::size_t i = 0; i + 1 < m_layers.size(); ++i) {
        maps = watch.watched(torch::relu(m_layers[i]->forward(maps)));
        if (i > 0)
            layers.push_back(maps.to(torch::kFloat32));
    }
    layers.push_back(m_layers.back()->forward(maps).to(torch::kFloat32).mean({1, 2, 3}));
    return layers;
}

void eachFolded(const Codec& codec, const std::function<void(const std::string&, Tensor)>& take)
{
    for (const auto& item : codec.named_modules()) {
        const std::string prefix = item.key() + ".";
        if (const auto* layer = dynamic_cast<const NormedLayer*>(item.value().get())) {
            const auto [weight, bias] = layer->folded();
            take(prefix + "weight", weight);
            take(prefix + "bias", bias);
            continue;
        }
        const bool isPlain
            = item.value()->as<torch::nn::Linear>() || item.value()->as<torch::nn::Conv2d>();
        if (!isPlain || item.key() == "encoder_log_sigma")
            continue;
        for (const auto& parameter : item.value()->named_parameters(false))
            take(prefix + parameter.key(), parameter.value());
    }
}

void averageNormalisation(Codec& codec, std::int64_t index)
{
    for (const auto& module : codec.modules())
        if (auto* layer = dynamic_cast<NormedLayer*>(module.get()))
            layer->average(index);
}

} // namespace fusiform::face_model
