// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/network_layers.h"
#include "core/report/figure.h"

namespace fusiform::report {

/// A face and what the network makes of it, for the two ends of the diagram. Either may be null.
struct NetworkPictures {
    image::SharedPicture original;
    image::SharedPicture generated;
};

/// The network in the manner of the paper's Fig. 1a: maps as blocks from the picture through the
/// latents to the picture, the discriminator below. Heights are pixels, widths are channels, and
/// vectors stand upright: each in one scale for the whole figure. Every layer tells its kind and
/// size to the pointer.
[[nodiscard]] Figure networkFigure(const face_model::NetworkLayers& layers,
                                   const NetworkPictures& pictures, double widthMm);

/// The layers with kernel, stride, output and number of parameters, and the sums (Supplementary
/// Table 1): three tables side by side, or one above the other in less than 190 mm.
[[nodiscard]] Figure layerTableFigure(const face_model::NetworkLayers& layers, double widthMm);

} // namespace fusiform::report
