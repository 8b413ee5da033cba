// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/network_layers.h"

#include "core/face_model/vaegan_model.h"
#include "core/util/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace fusiform::face_model {

namespace {

constexpr std::int64_t kColours = 3;
constexpr std::int64_t kSmallestSide = 4; ///< of maps: every net halves its pictures down to it
constexpr int kPooled = 4; ///< pixels of the linear path's averages
using Layers = std::vector<NetLayer>;

/// Halvings from the picture to the smallest maps.
int halvings(const NetShape& shape)
{
    int count = 0;
    for (std::int64_t side = shape.imageSize; side > kSmallestSide; side /= 2)
        ++count;
    return count;
}

std::string numbered(const char* name, std::int64_t number)
{
    return name + std::to_string(number);
}

NetLayer convolution(std::string name, const MapSize& input, std::int64_t channels, int kernel,
                     int stride)
{
    NetLayer layer;
    layer.name = std::move(name);
    layer.kind = LayerKind::Convolution;
    layer.input = input;
    layer.output = {input.side / stride, channels};
    layer.kernel = kernel;
    layer.stride = stride;
    layer.weights = std::int64_t{kernel} * kernel * input.channels * channels;
    layer.biases = channels;
    return layer;
}

/// The adjoint of a convolution: it enlarges by its stride.
NetLayer transposed(std::string name, const MapSize& input, std::int64_t channels, int kernel,
                    int stride)
{
    NetLayer layer = convolution(std::move(name), input, channels, kernel, 1);
    layer.kind = LayerKind::TransposedConvolution;
    layer.stride = stride;
    layer.output.side = input.side * stride;
    return layer;
}

NetLayer linear(std::string name, const MapSize& input, const MapSize& output)
{
    NetLayer layer;
    layer.name = std::move(name);
    layer.input = input;
    layer.output = output;
    layer.weights = input.elements() * output.elements();
    layer.biases = output.elements();
    return layer;
}

NetLayer head(NetLayer layer, LayerPath path)
{
    layer.path = path;
    layer.activation = Activation::Tanh;
    return layer;
}

NetLayer activated(NetLayer layer, Activation activation)
{
    layer.activation = activation;
    return layer;
}

enum class OwnBias { Kept, Dropped };
NetLayer normalised(NetLayer layer, Activation activation, OwnBias bias)
{
    layer.activation = activation;
    layer.isNormalised = true;
    layer.normalisation = 2 * layer.output.channels;
    if (bias == OwnBias::Dropped)
        layer.biases = 0;
    return layer;
}

NetLayer enlarged(NetLayer layer, int factor)
{
    layer.upsampling = factor;
    layer.output.side *= factor;
    return layer;
}

Layers compactEncoder(const NetShape& shape, const std::vector<std::int64_t>& channels)
{
    Layers layers;
    MapSize maps{shape.imageSize, kColours};
    for (std::size_t i = 0; i < channels.size(); ++i) {
        layers.push_back(normalised(convolution(numbered("encoder_", static_cast<std::int64_t>(i)),
                                                maps, channels[i], 4, 2),
                                    Activation::Relu, OwnBias::Dropped));
        maps = layers.back().output;
    }
    const MapSize latents{1, shape.latentSize};
    // The linear path joins the mean before its tanh.
    NetLayer skip = linear("encoder_skip", {shape.imageSize / kPooled, kColours}, latents);
    skip.path = LayerPath::Skip;
    skip.pooling = kPooled;
    layers.push_back(skip);
    layers.push_back(head(linear("encoder_mean", maps, latents), LayerPath::Main));
    layers.push_back(head(linear("encoder_log_sigma", maps, latents), LayerPath::LogSigma));
    return layers;
}

Layers compactGenerator(const NetShape& shape, const std::vector<std::int64_t>& channels)
{
    const MapSize latents{1, shape.latentSize};
    Layers layers
        = {normalised(linear("generator_start", latents, {kSmallestSide, channels.back()}),
                      Activation::Relu, OwnBias::Dropped)};
    for (std::size_t up = 0; up + 1 < channels.size(); ++up) {
        const std::string name = numbered("generator_up", static_cast<std::int64_t>(up));
        const std::int64_t narrower = channels[channels.size() - 2 - up];
        layers.push_back(
            enlarged(normalised(convolution(name + "_narrow", layers.back().output, narrower, 1, 1),
                                Activation::None, OwnBias::Dropped),
                     2));
        layers.push_back(
            normalised(convolution(name + "_residual", layers.back().output, narrower, 3, 1),
                       Activation::Relu, OwnBias::Dropped));
        layers.back().isResidual = true;
    }
    const std::int64_t thin = std::max<std::int64_t>(4, 3 * shape.width / 4);
    layers.push_back(
        enlarged(normalised(convolution("generator_thin", layers.back().output, thin, 3, 1),
                            Activation::Relu, OwnBias::Dropped),
                 2));
    layers.push_back(activated(convolution("generator_fine", layers.back().output, thin, 3, 1),
                               Activation::Relu));
    layers.back().isResidual = true;
    layers.push_back(convolution("generator_last", layers.back().output, kColours, 3, 1));
    NetLayer skip = enlarged(
        linear("generator_skip", latents, {shape.imageSize / kPooled, kColours}), kPooled);
    skip.path = LayerPath::Skip;
    layers.push_back(skip);
    return layers;
}

/// Of a published net of another width: all layers shrink or grow alike.
std::int64_t scaled(const NetShape& shape, std::int64_t channels)
{
    constexpr double kPublishedWidth = 192;
    return std::max<std::int64_t>(
        1, std::lround(shape.width / kPublishedWidth * static_cast<double>(channels)));
}

constexpr std::int64_t kJointSize = 1024; ///< of the published net: linear layers and first maps

Layers publishedEncoder(const NetShape& shape, const std::vector<std::int64_t>& channels)
{
    Layers layers;
    MapSize maps{shape.imageSize, kColours};
    for (std::size_t i = 0; i < channels.size(); ++i) {
        layers.push_back(normalised(convolution(numbered("encoder_", static_cast<std::int64_t>(i)),
                                                maps, channels[i], 3, 2),
                                    Activation::Elu, OwnBias::Kept));
        maps = layers.back().output;
    }
    const MapSize joint{1, scaled(shape, kJointSize)};
    const MapSize latents{1, shape.latentSize};
    layers.push_back(linear("encoder_joint", maps, joint));
    layers.push_back(head(linear("encoder_mean", joint, latents), LayerPath::Main));
    layers.push_back(head(linear("encoder_log_sigma", joint, latents), LayerPath::LogSigma));
    return layers;
}

Layers publishedGenerator(const NetShape& shape, const std::vector<std::int64_t>& channels)
{
    const MapSize start{kSmallestSide, scaled(shape, kJointSize)};
    Layers layers
        = {activated(linear("generator_start", {1, shape.latentSize}, start), Activation::Elu)};
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const bool isLast = i + 1 == channels.size();
        const std::int64_t outputs = isLast ? kColours : channels[channels.size() - 2 - i];
        layers.push_back(normalised(transposed(numbered("generator_", static_cast<std::int64_t>(i)),
                                               layers.back().output, outputs, 3, 2),
                                    Activation::Elu, OwnBias::Kept));
    }
    return layers;
}

/// The verdict is the mean over the last maps. That of the paper has six layers of unknown sizes;
/// this one trains both architectures.
Layers discriminatorOf(const NetShape& shape)
{
    Layers layers;
    MapSize maps{shape.imageSize, kColours};
    const int last = halvings(shape) - 1;
    for (int i = 0; i <= last; ++i) {
        const std::int64_t outputs = i == last ? 1 : std::int64_t{shape.width} << i;
        layers.push_back(activated(convolution(numbered("layer", i), maps, outputs, 4, 2),
                                   i == last ? Activation::None : Activation::Relu));
        maps = layers.back().output;
    }
    return layers;
}

void checkShape(const NetShape& shape)
{
    const bool isPowerOfTwo = shape.imageSize > 0 && (shape.imageSize & (shape.imageSize - 1)) == 0;
    const int largest = shape.architecture == NetArchitecture::Published ? 128 : 256;
    if (!isPowerOfTwo || shape.imageSize < 32 || shape.imageSize > largest || shape.latentSize < 1
        || shape.latentSize > 8192 || shape.width < 1 || shape.width > 512)
        throw usage(FUSIFORM_TR("core", "There is no network of width %1 for pictures of %2 pixels "
                                        "and %3 latents.")
                        .arg(shape.width)
                        .arg(shape.imageSize)
                        .arg(shape.latentSize));
}

} // namespace

NetworkLayers networkLayers(const NetShape& shape)
{
    checkShape(shape);
    const int depth = halvings(shape);
    std::vector<std::int64_t> channels;
    if (shape.architecture == NetArchitecture::Published) {
        constexpr std::array kPublished = {192, 256, 384, 512, 768};
        for (int i = 0; i < depth; ++i)
            channels.push_back(scaled(shape, kPublished[static_cast<std::size_t>(i)]));
        return {shape, publishedEncoder(shape, channels), publishedGenerator(shape, channels),
                discriminatorOf(shape)};
    }
    for (int i = 0; i < depth; ++i)
        channels.push_back(
            std::min<std::int64_t>(std::int64_t{shape.width} << i, std::int64_t{12} * shape.width));
    return {shape, compactEncoder(shape, channels), compactGenerator(shape, channels),
            discriminatorOf(shape)};
}

std::optional<NetworkLayers> networkLayersOf(const Json& manifest)
{
    if (manifest.value("kind", "") != "vaegan")
        return std::nullopt;
    NetworkLayers layers = networkLayers(netShapeOf(manifest));
    if (!manifest.contains("trained"))
        layers.discriminator.clear();
    return layers;
}

std::optional<NetworkLayers> networkLayersOf(const FaceModel& model)
{
    const auto* const vaegan = dynamic_cast<const VaeganModel*>(&model);
    return vaegan ? networkLayersOf(vaegan->manifest()) : std::nullopt;
}

std::int64_t parametersOf(std::span<const NetLayer> layers)
{
    std::int64_t sum = 0;
    for (const NetLayer& layer : layers)
        sum += layer.parameters();
    return sum;
}

} // namespace fusiform::face_model
