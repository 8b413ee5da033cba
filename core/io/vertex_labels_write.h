// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/surface.h"
#include "core/io/vertex_labels.h"

#include <filesystem>
#include <span>
#include <string>

namespace fusiform::io {

/// Writes some vertices of a surface as FreeSurfer's text of a label: their numbers (from 0) and
/// places, and 0 as the value of each. The first line says that the places are in scanner RAS mm
/// (vox2ras=scanner), as `surface` has them.
/// @throws Error{Failure}
void writeFreeSurferLabel(const std::filesystem::path& file, const image::Surface& surface,
                          std::span<const std::int64_t> vertices);

/// Writes the labels of a surface's vertices and their names as GIFTI. kNoLabel becomes a key of
/// its own, called ???.
/// @param structure "CortexLeft", "CortexRight", ...: AnatomicalStructurePrimary; empty: not said.
/// @throws Error{Failure}
void writeGiftiLabels(const std::filesystem::path& file, const VertexLabels& labels,
                      const std::string& structure = {});

} // namespace fusiform::io
