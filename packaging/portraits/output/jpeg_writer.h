// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/picture.h"

#include <filesystem>

namespace portraits {

/// @param quality  1..100; colour is stored at full resolution from 90 on
/// @throws std::runtime_error if the file cannot be written
void writeJpeg(const std::filesystem::path& path, const Picture& picture, int quality);

} // namespace portraits
