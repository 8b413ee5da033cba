// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/training_observer.h"
#include "core/report/figure.h"

#include <span>

namespace fusiform::report {

/// Losses over steps, means of neighbouring steps where there are many: squared error of pixels,
/// 1 - SSIM, KL divergence of the codes, and in stage 2 what generator and discriminator pay. A
/// field reaches up to what 95 of 100 points stay below, so that the first steps do not flatten the
/// rest.
[[nodiscard]] Figure lossesFigure(std::span<const face_model::TrainingMoment> moments,
                                  double widthMm);

} // namespace fusiform::report
