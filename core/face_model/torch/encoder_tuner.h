// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/torch/trainer.h"

namespace fusiform::face_model {

/// The encoder of a finished codec, learning to tell attributes while its codes stay about where
/// they were: the generator, which stays as it is, then still makes the same pictures of them.
class EncoderTuner {
public:
    /// @param codec, before two codecs with the same folded weights
    /// @param deviations latents: of the codes of before
    /// @param weights attributes
    EncoderTuner(const NetShape& shape, std::shared_ptr<Codec> codec, std::shared_ptr<Codec> before,
                 const Tensor& deviations, const Tensor& weights);

    struct Batch {
        Tensor pictures; ///< n x 3 x size x size
        Tensor labels; ///< n x attributes: 1, -1, or 0 where it is not known
        Tensor wanted; ///< n x latents, codes of before; undefined: the encoder as it was is asked
    };
    TuningLosses step(const Batch& batch, const TuningStep& settings, const Watch& watch);
    void eachEncoderArray(const std::function<void(const std::string&, Tensor)>& take) const;
    [[nodiscard]] const NetShape& shape() const { return m_shape; }
    [[nodiscard]] std::int64_t attributes() const { return m_weights.size(0); }

private:
    [[nodiscard]] Tensor codesBefore(const Tensor& pictures, const Watch& watch) const;
    [[nodiscard]] Tensor attributeLoss(const Tensor& codes, const Tensor& labels) const;

    NetShape m_shape;
    std::shared_ptr<Codec> m_codec, m_before;
    Tensor m_deviations, m_weights;
    Tensor m_head, m_headBias;
    Adam m_adam, m_headAdam;
};

} // namespace fusiform::face_model
