// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <vector>

namespace fusiform::face_model {

/// 1 - mean SSIM of grey pictures (11 x 11 Gaussian, sd 1.5) at every fourth window.
class SsimLoss {
public:
    SsimLoss(std::int64_t imageSize, torch::Device device);
    torch::Tensor operator()(const torch::Tensor& a, const torch::Tensor& b) const;

private:
    torch::Tensor m_blur; ///< windows x pixels: the Gaussian of each window along one axis
};

struct PixelLosses {
    torch::Tensor rgb; ///< mean squared error
    torch::Tensor chroma; ///< mean squared error of Cb and Cr
};
PixelLosses pixelLosses(const torch::Tensor& picture, const torch::Tensor& wanted);

/// KL divergence of the posterior from N(0, I), mean over latents and pictures.
torch::Tensor klLoss(const torch::Tensor& mean, const torch::Tensor& logSigma);

/// Mean squared distance of values from 0..1.
torch::Tensor boundLoss(const torch::Tensor& pictures);

/// Mean absolute difference of discriminator features, per layer relative to their mean size.
torch::Tensor featureLoss(const std::vector<torch::Tensor>& real,
                          const std::vector<torch::Tensor>& fake, std::int64_t count);

/// Tells attributes of pictures from their codes by a linear map, in training only: what it is
/// asked for, the codes come to hold.
class AttributeHead {
public:
    /// @param attributes 0: there is nothing to tell
    AttributeHead(std::int64_t latents, std::int64_t attributes, torch::Device device);
    /// Mean logistic loss over the attributes that are known; 0 if none is.
    /// @param labels pictures x attributes: 1, -1, or 0 where it is not known; may be undefined
    [[nodiscard]] torch::Tensor loss(const torch::Tensor& codes, const torch::Tensor& labels) const;
    /// Weight and bias; none without attributes.
    [[nodiscard]] const std::vector<torch::Tensor>& parameters() const { return m_parameters; }
    [[nodiscard]] std::int64_t attributes() const
    {
        return m_parameters.empty() ? 0 : m_parameters.front().size(0);
    }

private:
    std::vector<torch::Tensor> m_parameters;
};

} // namespace fusiform::face_model
