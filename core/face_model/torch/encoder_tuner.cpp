// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/torch/encoder_tuner.h"

#include <algorithm>

namespace fusiform::face_model {

namespace {

/// Gradients of a batch add up over portions: a layer of this many pictures takes less time than a
/// cancellation may, and nothing is normalised over a batch any more.
constexpr std::int64_t kPortion = 8;

bool isOfEncoder(const std::string& name) { return name.rfind("encoder", 0) == 0; }

std::vector<Tensor> encoderParameters(const Codec& codec)
{
    std::vector<Tensor> parameters;
    for (const auto& item : codec.named_parameters())
        if (isOfEncoder(item.key()))
            parameters.push_back(item.value());
    return parameters;
}

/// From "nobody knows": the first steps then move codes little.
Tensor blankParameter(at::IntArrayRef shape) { return torch::zeros(shape).set_requires_grad(true); }

} // namespace

EncoderTuner::EncoderTuner(const NetShape& shape, std::shared_ptr<Codec> codec,
                           std::shared_ptr<Codec> before, const Tensor& deviations,
                           const Tensor& weights)
    : m_shape(shape),
      m_codec(std::move(codec)),
      m_before(std::move(before)),
      m_deviations(deviations),
      m_weights(weights),
      m_head(blankParameter({weights.size(0), shape.latentSize})),
      m_headBias(blankParameter({weights.size(0)})),
      m_adam(encoderParameters(*m_codec), 0.9, 0.999),
      m_headAdam({m_head, m_headBias}, 0.9, 0.999)
{
    TORCH_CHECK(shape.architecture == NetArchitecture::Compact, "only compact encoders are tuned");
}

TuningLosses EncoderTuner::step(const Batch& batch, const TuningStep& settings, const Watch& watch)
{
    TuningLosses losses = {};
    const std::int64_t count = batch.pictures.size(0);
    for (std::int64_t first = 0; first < count; first += kPortion) {
        const std::int64_t end = std::min(first + kPortion, count);
        const double share = static_cast<double>(end - first) / static_cast<double>(count);
        const Tensor pictures = batch.pictures.slice(0, first, end);
        const Tensor wanted = batch.wanted.defined() ? batch.wanted.slice(0, first, end)
                                                     : codesBefore(pictures, watch);
        const Tensor codes = m_codec->encode(pictures, watch).mean;
        const Tensor drift = ((codes - wanted) / m_deviations).square().mean();
        const Tensor attribute = attributeLoss(codes, batch.labels.slice(0, first, end));
        (share * (settings.hold * drift + attribute)).backward();
        watch.check();
        losses.drift += share * drift.item<double>();
        losses.attribute += share * attribute.item<double>();
    }
    m_adam.step(settings.learningRate);
    m_headAdam.step(settings.headRate);
    return losses;
}

Tensor EncoderTuner::codesBefore(const Tensor& pictures, const Watch& watch) const
{
    const torch::NoGradGuard noGradient;
    return m_before->encode(pictures, watch).mean;
}

Tensor EncoderTuner::attributeLoss(const Tensor& codes, const Tensor& labels) const
{
    const Tensor scores = torch::linear(codes / m_deviations, m_head, m_headBias);
    return (labels.abs() * m_weights * torch::softplus(-labels * scores)).sum(1).mean();
}

void EncoderTuner::eachEncoderArray(
    const std::function<void(const std::string&, Tensor)>& take) const
{
    eachFolded(*m_codec, [&](const std::string& name, const Tensor& tensor) {
        if (isOfEncoder(name))
            take(name, tensor);
    });
}

} // namespace fusiform::face_model
