// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/surface.h"
#include "core/io/freesurfer.h"
#include "core/io/vertex_labels.h"

namespace fusiform::io {

/// The mesh of a surface in scanner RAS mm, if its file tells the volume it was made from; else in
/// surface RAS as it is stored. Quadrangles become two triangles each.
/// @throws Error{BadData} if the file is damaged, or a face has a vertex that is not there.
[[nodiscard]] image::Surface meshOf(const FreeSurferSurface& surface,
                                    const std::filesystem::path& file);

/// One value a vertex: curvature, thickness, ... in the unit of the file.
/// @throws Error{BadData}, also if there are several values a vertex.
[[nodiscard]] std::vector<float> readFreeSurferValues(const std::filesystem::path& file);

/// The labels of an annotation: the index of the entry of its colour table whose colour the vertex
/// has. Without a table each colour is a label, R + 256 G + 65536 B; black is none.
/// @throws Error{BadData} if it is not for `vertices` vertices.
[[nodiscard]] VertexLabels readAnnotationLabels(const std::filesystem::path& file,
                                                std::size_t vertices);

/// The vertices of a .label file have label 1, which is called `name`.
/// @throws Error{BadData} if there is one beyond `vertices`, or the file was cut.
[[nodiscard]] VertexLabels readLabelVertices(const std::filesystem::path& file,
                                             std::size_t vertices, const std::string& name);

} // namespace fusiform::io
