// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/network_layers.h"
#include "core/util/text.h"

namespace fusiform::report {

/// "64²×32"; of a vector "1024".
[[nodiscard]] std::string sizeText(const face_model::MapSize& size);
/// What follows the weights, in the names that all languages use: "BN, ReLU, ×2"; "–" for nothing.
[[nodiscard]] std::string afterText(const face_model::NetLayer& layer);
/// "3×3 / 2": kernel and stride; empty for a linear map.
[[nodiscard]] std::string kernelText(const face_model::NetLayer& layer);
/// A few letters for a table.
[[nodiscard]] Text kindText(const face_model::NetLayer& layer);
/// A sentence with everything.
[[nodiscard]] Text layerTip(const face_model::NetLayer& layer);
/// "9.5": millions, for a caption.
[[nodiscard]] std::string millions(std::int64_t number);

} // namespace fusiform::report
