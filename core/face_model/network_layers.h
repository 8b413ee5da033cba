// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"
#include "core/face_model/torch/torch_door.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fusiform::face_model {

enum class LayerKind { Convolution, TransposedConvolution, Linear };
enum class Activation { None, Relu, Elu, Tanh };
/// Where a layer stands: in the chain from picture to picture, beside the latents (training alone
/// asks for their log sigma), or on the linear path around a compact net.
enum class LayerPath { Main, LogSigma, Skip };

/// Maps of `channels` numbers a pixel; a vector is one pixel.
struct MapSize {
    std::int64_t side = 1; ///< pixels; maps are square
    std::int64_t channels = 1;

    [[nodiscard]] std::int64_t elements() const { return side * side * channels; }
    friend bool operator==(const MapSize&, const MapSize&) = default;
};

/// A layer with weights, and what happens to its maps before the next one.
struct NetLayer {
    std::string name; ///< of its arrays in a model file, without ".weight": "encoder_0"
    LayerKind kind = LayerKind::Linear;
    LayerPath path = LayerPath::Main;
    MapSize input; ///< of the weights: after `pooling`
    MapSize output; ///< after `upsampling`
    int kernel = 1; ///< its side
    int stride = 1;
    int pooling = 1; ///< side of the squares of pixels that are averaged before
    int upsampling = 1; ///< how many times wider and higher the maps are made after
    Activation activation = Activation::None;
    bool isNormalised = false; ///< over the batch, channel by channel
    bool isResidual = false; ///< its input is added to its output
    std::int64_t weights = 0;
    std::int64_t biases = 0;
    std::int64_t normalisation = 0; ///< a scale and a shift for each channel

    [[nodiscard]] std::int64_t parameters() const { return weights + biases + normalisation; }
};

/// The layers of a VAE-GAN, each part in the order of its work.
struct NetworkLayers {
    NetShape shape;
    std::vector<NetLayer> encoder;
    std::vector<NetLayer> generator;
    std::vector<NetLayer> discriminator; ///< empty: unknown, the net was trained elsewhere
};

/// The layers that the LibTorch module makes for a shape; needs no LibTorch.
///
/// Parameters are what training moves: weights, biases, and scale and shift of normalised channels.
/// The published layers are counted with a bias beside their normalisation, as the released code
/// has (VanRullen & Reddy 2019, Supplementary Table 1); compact ones have none, for the shift does
/// the same. Running means and variances do not count. Files hold less: there normalisation is
/// folded into weight and bias, and log sigma is left out.
/// @throws Error{Usage} for a shape that the module refuses too.
[[nodiscard]] NetworkLayers networkLayers(const NetShape& shape);

/// The layers of the net that a model's manifest describes; none for a PCA and for codes alone.
/// Without a record of training the discriminator is unknown: that of the paper has six layers, and
/// its sizes were not published.
/// @throws Error{Usage}, and Json::exception if the manifest is incomplete
[[nodiscard]] std::optional<NetworkLayers> networkLayersOf(const Json& manifest);
[[nodiscard]] std::optional<NetworkLayers> networkLayersOf(const FaceModel& model);

[[nodiscard]] std::int64_t parametersOf(std::span<const NetLayer> layers);

} // namespace fusiform::face_model
