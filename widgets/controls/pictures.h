// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"

#include <QImage>

namespace fusiform {

/// A picture of the core as an 8-bit image; null if it is empty.
[[nodiscard]] QImage imageOf(const image::Picture& picture);

} // namespace fusiform
