// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/code_statistics.h"
#include "core/report/figure.h"

namespace fusiform::report {

/// What the last layer before the codes does to them.
enum class CodeHead { Linear, Tanh };

/// What codes are looked at with.
struct CodeView {
    CodeHead head = CodeHead::Linear; ///< Tanh: saturated values are counted and shown
    Eigen::VectorXd current; ///< the code being looked at; empty: none
};

/// The values of all codes as a histogram, beside the standard normal that a VAE is trained
/// towards; of a PCA in standard deviations of its training pictures.
[[nodiscard]] Figure codeValuesFigure(const face_model::CodeStatistics& statistics,
                                      const CodeView& view, double widthMm);
/// Mean and standard deviation of each latent, the largest deviation first, and how many latents
/// carry half, nine tenths and 99 % of the variance.
[[nodiscard]] Figure latentSpreadFigure(const face_model::CodeStatistics& statistics,
                                        const CodeView& view, double widthMm);
/// Lengths of the codes as a histogram, with what independent latents of unit variance (of a PCA:
/// of its training variances) would give, and the current code's.
[[nodiscard]] Figure codeNormsFigure(const face_model::CodeStatistics& statistics,
                                     const CodeView& view, double widthMm);

} // namespace fusiform::report
