// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"

namespace fusiform::face_model {

/// Scales at which a window of 11 x 11 fits into a picture of this size: at most 5, 0 below 11.
[[nodiscard]] int similarityScales(int width, int height);

/// Multi-scale SSIM of grey pictures (Wang, Simoncelli & Bovik 2003): the contrast and structure of
/// every scale but the coarsest, and the whole SSIM of that, each to the power of its weight
/// (.0448, .2856, .3001, .2363, .1333). From one scale to the next 2 x 2 pixels become their mean;
/// an odd row or column at the end is left out. Where fewer than five scales fit
/// (similarityScales()), the weights of those that do are divided by their sum. A scale on which
/// structure is reversed on the whole counts as 0.
/// @throws Error{Usage} if the sizes differ or are below 11.
[[nodiscard]] double multiScaleSimilarity(const image::Picture& a, const image::Picture& b);

} // namespace fusiform::face_model
