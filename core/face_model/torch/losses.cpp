// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/torch/losses.h"

#include <cmath>

namespace fusiform::face_model {

using torch::Tensor;

namespace {

constexpr std::int64_t kWindow = 11;
constexpr std::int64_t kStride
    = 4; // every window would cost sixteen times as much for the same gradient

Tensor greyOf(const Tensor& pictures)
{
    return 0.299 * pictures.select(1, 0) + 0.587 * pictures.select(1, 1)
           + 0.114 * pictures.select(1, 2);
}

Tensor gaussianWindows(std::int64_t pixels)
{
    const std::int64_t windows = (pixels - kWindow) / kStride + 1;
    Tensor blur = torch::zeros({windows, pixels});
    for (std::int64_t w = 0; w < windows; ++w)
        for (std::int64_t k = 0; k < kWindow; ++k) {
            const double distance = static_cast<double>(k - kWindow / 2) / 1.5;
            blur[w][w * kStride + k] = std::exp(-0.5 * distance * distance);
        }
    return blur / blur.sum(1, true);
}

} // namespace

SsimLoss::SsimLoss(std::int64_t imageSize, torch::Device device)
    : m_blur(gaussianWindows(imageSize).to(device))
{
}

Tensor SsimLoss::operator()(const Tensor& a, const Tensor& b) const
{
    constexpr double kC1 = 0.01 * 0.01;
    constexpr double kC2 = 0.03 * 0.03;
    const Tensor x = greyOf(a);
    const Tensor y = greyOf(b);
    // The Gaussian is separable: two matrix products do all windows at once, several times faster
    // than a convolution with one channel.
    const Tensor maps = torch::cat({x, y, x * x, y * y, x * y});
    const std::vector<Tensor> means
        = torch::matmul(torch::matmul(m_blur, maps), m_blur.t()).chunk(5);
    const Tensor xx = means[0] * means[0];
    const Tensor yy = means[1] * means[1];
    const Tensor xy = means[0] * means[1];
    const Tensor ssim = (2 * xy + kC1) * (2 * (means[4] - xy) + kC2)
                        / ((xx + yy + kC1) * (means[2] - xx + means[3] - yy + kC2));
    return 1 - ssim.mean();
}

PixelLosses pixelLosses(const Tensor& picture, const Tensor& wanted)
{
    const Tensor error = picture - wanted;
    const Tensor grey = greyOf(error);
    // Rec. 601: Cb = 0.564 (B - Y), Cr = 0.713 (R - Y).
    const Tensor blue = 0.564 * (error.select(1, 2) - grey);
    const Tensor red = 0.713 * (error.select(1, 0) - grey);
    return {error.square().mean(), blue.square().mean() + red.square().mean()};
}

Tensor klLoss(const Tensor& mean, const Tensor& logSigma)
{
    return 0.5 * (mean.square() + torch::exp(2 * logSigma) - 1 - 2 * logSigma).mean();
}

Tensor boundLoss(const Tensor& pictures)
{
    return (pictures - pictures.clamp(0, 1)).square().mean();
}

Tensor featureLoss(const std::vector<Tensor>& real, const std::vector<Tensor>& fake,
                   std::int64_t count)
{
    Tensor sum;
    for (std::size_t i = 0; i + 1 < real.size(); ++i) {
        const Tensor wanted = real[i].detach();
        const Tensor term
            = (fake[i].slice(0, 0, count) - wanted).abs().mean() / (wanted.abs().mean() + 1e-6);
        sum = sum.defined() ? sum + term : term;
    }
    return sum / static_cast<double>(real.size() - 1);
}

AttributeHead::AttributeHead(std::int64_t latents, std::int64_t attributes, torch::Device device)
{
    // From "nobody knows": the first steps then move codes little.
    if (attributes > 0)
        m_parameters = {torch::zeros({attributes, latents}, device).set_requires_grad(true),
                        torch::zeros({attributes}, device).set_requires_grad(true)};
}

Tensor AttributeHead::loss(const Tensor& codes, const Tensor& labels) const
{
    if (m_parameters.empty() || !labels.defined())
        return torch::zeros({}, codes.options());
    const Tensor scores = torch::linear(codes, m_parameters[0], m_parameters[1]);
    const Tensor known = labels.abs();
    return (known * torch::softplus(-labels * scores)).sum() / known.sum().clamp_min(1);
}

} // namespace fusiform::face_model
