// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/layer_text.h"

#include "core/report/figure.h"

namespace fusiform::report {

using face_model::Activation;
using face_model::LayerKind;
using face_model::LayerPath;
using face_model::NetLayer;

std::string sizeText(const face_model::MapSize& size)
{
    const std::string channels = std::to_string(size.channels);
    return size.side == 1 ? channels : std::to_string(size.side) + "²×" + channels;
}

std::string afterText(const NetLayer& layer)
{
    std::string text;
    const auto add = [&](const std::string& word) { text += (text.empty() ? "" : ", ") + word; };
    if (layer.isNormalised)
        add("BN");
    if (layer.isResidual)
        add("+");
    switch (layer.activation) {
    case Activation::None: break;
    case Activation::Relu: add("ReLU"); break;
    case Activation::Elu: add("ELU"); break;
    case Activation::Tanh: add("tanh"); break;
    }
    if (layer.upsampling > 1)
        add("×" + std::to_string(layer.upsampling));
    return text.empty() ? "–" : text;
}

std::string kernelText(const NetLayer& layer)
{
    if (layer.kind == LayerKind::Linear)
        return {};
    const std::string side = std::to_string(layer.kernel);
    return side + "×" + side + " / " + std::to_string(layer.stride);
}

Text kindText(const NetLayer& layer)
{
    if (layer.path == LayerPath::Skip)
        return FUSIFORM_TR("core", "linear path");
    if (layer.path == LayerPath::LogSigma)
        return FUSIFORM_TR("core", "linear, log σ");
    switch (layer.kind) {
    case LayerKind::Convolution: return FUSIFORM_TR("core", "conv");
    case LayerKind::TransposedConvolution: return FUSIFORM_TR("core", "transposed conv");
    case LayerKind::Linear: break;
    }
    return layer.activation == Activation::Tanh ? FUSIFORM_TR("core", "linear, mean")
                                                : FUSIFORM_TR("core", "linear");
}

Text layerTip(const NetLayer& layer)
{
    const std::string input = sizeText(layer.input);
    const std::string output = sizeText(layer.output);
    const std::string parameters = groupedNumber(layer.parameters());
    if (layer.kind == LayerKind::Linear)
        return FUSIFORM_TR("core", "%1: linear map from %2 to %3, then %4; %5 parameters")
            .arg(layer.name)
            .arg(input)
            .arg(output)
            .arg(afterText(layer))
            .arg(parameters);
    const Text sentence
        = layer.kind == LayerKind::Convolution
              ? FUSIFORM_TR("core", "%1: convolution %2 (kernel / stride) from %3 to %4, then %5; "
                                    "%6 parameters")
              : FUSIFORM_TR("core", "%1: transposed convolution %2 (kernel / stride) from %3 to "
                                    "%4, then %5; %6 parameters");
    return sentence.arg(layer.name)
        .arg(kernelText(layer))
        .arg(input)
        .arg(output)
        .arg(afterText(layer))
        .arg(parameters);
}

std::string millions(std::int64_t number) { return shortNumber(static_cast<double>(number) / 1e6); }

} // namespace fusiform::report
