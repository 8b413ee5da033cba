// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/face_alignment.h"

#include <filesystem>
#include <map>
#include <string>

namespace fusiform::io {

/// Where the eyes of pictures are, in pixels of the pictures as they are shown: EXIF orientations
/// are applied first.
struct EyePositions {
    std::filesystem::path file; ///< where they come from, for messages
    std::map<std::string, image::Eyes> eyes; ///< by base name of the picture
};

/// Reads a list of CelebA's form with the columns lefteye_x, lefteye_y, righteye_x, righteye_y
/// (others are passed over), or a .tsv with the columns picture, left_x, left_y, right_x, right_y.
/// A picture whose places are empty or n/a is as one that is not listed.
/// @throws Error{BadData} naming file and picture where a place is no number
[[nodiscard]] EyePositions readEyePositions(const std::filesystem::path& file);

} // namespace fusiform::io
