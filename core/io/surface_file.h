// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/surface.h"
#include "core/io/vertex_labels.h"

#include <filesystem>
#include <optional>
#include <string>

namespace fusiform::io {

/// A surface of FreeSurfer (triangles or quadrangles) or of a GIFTI file.
struct SurfaceFile {
    image::Surface surface; ///< at least one vertex; points finite, triangles within them
    /// The file tells how its coordinates lie to the scanner's; else they are taken as the
    /// scanner's.
    bool isPlaced = false;
};
/// @throws Error{BadData}
[[nodiscard]] SurfaceFile readSurface(const std::filesystem::path& file);

/// How many vertices a surface has, from its description alone. @throws Error{BadData}
[[nodiscard]] std::size_t surfaceVertices(const std::filesystem::path& file);

/// One value a vertex, such as curvature or sulcal depth: FreeSurfer's or the first array of a
/// GIFTI file that has one number a vertex. Values may be NaN. @throws Error{BadData}
[[nodiscard]] std::vector<float> readVertexValues(const std::filesystem::path& file);

/// Whether a file holds labels of vertices, by its name: .annot, .label, .gii and .gii.gz.
[[nodiscard]] bool isVertexLabels(const std::filesystem::path& file);
/// How many vertices a file of labels is for; nothing: it does not say (.label).
[[nodiscard]] std::optional<std::size_t> labelledVertices(const std::filesystem::path& file);
/// @param vertices of the surface that they are for.
/// @param name of the one label of a .label file.
/// @throws Error{BadData}, also if the numbers of vertices differ.
[[nodiscard]] VertexLabels readVertexLabels(const std::filesystem::path& file, std::size_t vertices,
                                            const std::string& name);

} // namespace fusiform::io
