// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/layers.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include <vtkNew.h>

class vtkUnsignedCharArray;

namespace fusiform::scene {

struct BrainSurface;

/// The colour of every vertex of a surface: tissue, the map, regions, and what a brush would
/// change. Where a map is painted regions do not cover it: their outlines show them. A region that
/// was painted on costs what was painted.
class VertexColors {
public:
    VertexColors();
    ~VertexColors();
    VertexColors(const VertexColors&) = delete;
    VertexColors& operator=(const VertexColors&) = delete;

    void setSurface(std::shared_ptr<const BrainSurface> surface);
    void setOverlay(std::optional<Overlay> overlay);
    void setRegions(std::shared_ptr<const RegionLabels> regions);
    void setPreview(std::shared_ptr<const RegionPreview> preview);

    /// Three bytes a vertex.
    [[nodiscard]] vtkUnsignedCharArray* array() const;
    /// Of every vertex the regions that it shows, as RegionLabels::bitsAt.
    [[nodiscard]] const std::vector<std::uint32_t>& members() const { return m_members; }

private:
    void colorAll();
    void color(std::size_t vertex);
    /// Vertices that show one of the voxels that are in only one of the two sets.
    void recolor(const image::VoxelSet& before, const image::VoxelSet& after);
    void indexVoxels();

    vtkNew<vtkUnsignedCharArray> m_colors;
    std::vector<std::uint32_t> m_members;
    std::shared_ptr<const BrainSurface> m_surface;
    std::optional<Overlay> m_overlay;
    std::shared_ptr<const RegionLabels> m_regions;
    std::shared_ptr<const RegionPreview> m_preview;
    // The vertices of voxel v: m_vertices from m_firstVertex[v] to m_firstVertex[v + 1].
    std::vector<std::uint32_t> m_firstVertex;
    std::vector<std::uint32_t> m_vertices;
};

} // namespace fusiform::scene
