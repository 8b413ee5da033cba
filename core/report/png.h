// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"

#include <string>

namespace fusiform::report {

/// "data:image/png;base64,...", for a page that stands alone.
[[nodiscard]] std::string pngDataUrl(const image::Picture& picture);
/// The same as JPEG.
[[nodiscard]] std::string jpegDataUrl(const image::Picture& picture);

} // namespace fusiform::report
