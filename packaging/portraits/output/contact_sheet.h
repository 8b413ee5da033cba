// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/picture.h"

#include <filesystem>
#include <span>

namespace portraits {

/// All pictures side by side, `columns` in a row; they must be of one size.
[[nodiscard]] Picture contactSheet(std::span<const Picture> pictures, int columns);

void writePng(const std::filesystem::path& path, const Picture& picture);

} // namespace portraits
