// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/torch/networks.h"

namespace fusiform::face_model {

/// Sets the linear skips so that the codec starts as a principal component analysis of the pooled
/// pictures: codes are tanh of whitened scores, and the generator's skip is the ridge regression of
/// the pooled pictures on these codes.
/// @param pooled n x (3 s s), channels first.
void startFromComponents(const LinearSkips& skips, const Tensor& pooled, std::uint64_t seed,
                         const Watch& watch);

} // namespace fusiform::face_model
