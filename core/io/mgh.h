// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"
#include "core/util/json.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace fusiform::io {

/// The header of FreeSurfer's volume format (.mgh, .mgz): always big-endian.
struct MghHeader {
    std::array<std::int64_t, 4> shape = {}; ///< width, height, depth, frames
    std::string type; ///< "uint8", "int16", "uint16", "int32", "float32"
    std::array<double, 3> zooms = {}; ///< mm
    /// RAS mm of the scanner from voxel. Files without orientation get FreeSurfer's own assumption,
    /// coronal slices of 1 mm, and `hasOrientation` is false.
    image::Affine affine;
    bool hasOrientation = false;
    std::array<double, 3> cRas = {}; ///< mm, of the centre of the grid
    bool isCompressed = false;
};

[[nodiscard]] bool isMgh(std::span<const std::byte> prefix, const std::filesystem::path& file);
/// @throws Error{BadData} if it is no such header, or the file is shorter than it says (for
/// compressed files that is not looked at).
[[nodiscard]] MghHeader readMghHeader(const std::filesystem::path& file);
/// The values of one frame. @throws Error{BadData}, also if the file has no orientation.
[[nodiscard]] image::Volume readMghVolume(const std::filesystem::path& file,
                                          image::Index frame = 0);
[[nodiscard]] Json describeMgh(const std::filesystem::path& file);

} // namespace fusiform::io
