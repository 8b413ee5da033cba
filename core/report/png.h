// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fusiform::report {

/// The bytes of a PNG; grey pictures take a third of the room.
[[nodiscard]] std::vector<std::byte> pngBytes(const image::Picture& picture);
/// "data:image/png;base64,...", for a page that stands alone.
[[nodiscard]] std::string pngDataUrl(const image::Picture& picture);

} // namespace fusiform::report
