// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/vertex_colors.h"

#include "widgets/scene/brain_surface.h"

#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace fusiform::scene {

namespace {

constexpr Rgb kTissue{222, 212, 202};

Rgb mixed(const Rgb& under, const Rgb& over, double share)
{
    const auto channel = [share](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a + share * (b - a)));
    };
    return {channel(under.r, over.r), channel(under.g, over.g), channel(under.b, over.b)};
}

/// Whether two pictures of regions differ in nothing but the voxels of their regions.
bool haveSameLook(const RegionLabels& a, const RegionLabels& b)
{
    return a.grid == b.grid
           && std::ranges::equal(
               a.regions, b.regions, [](const RegionLabels::Shown& one, const auto& other) {
                   return one.color == other.color && one.isCurrent == other.isCurrent
                          && one.voxels.shape() == other.voxels.shape();
               });
}

} // namespace

VertexColors::VertexColors()
{
    m_colors->SetName("colors");
    m_colors->SetNumberOfComponents(3);
}

VertexColors::~VertexColors() = default;

vtkUnsignedCharArray* VertexColors::array() const { return m_colors; }

void VertexColors::setSurface(std::shared_ptr<const BrainSurface> surface)
{
    m_surface = std::move(surface);
    const std::size_t vertices = m_surface ? m_surface->shade.size() : 0;
    m_colors->SetNumberOfTuples(static_cast<vtkIdType>(vertices));
    m_members.assign(vertices, 0);
    indexVoxels();
    colorAll();
}

void VertexColors::indexVoxels()
{
    m_firstVertex.clear();
    m_vertices.clear();
    if (!m_surface || m_surface->voxelsBelow.empty())
        return;
    const std::vector<std::int32_t>& below = m_surface->voxelsBelow;
    const auto voxels = static_cast<std::size_t>(std::max(0, std::ranges::max(below)) + 1);
    m_firstVertex.assign(voxels + 1, 0);
    for (const std::int32_t voxel : below)
        if (voxel >= 0)
            ++m_firstVertex[static_cast<std::size_t>(voxel) + 1];
    for (std::size_t v = 0; v < voxels; ++v)
        m_firstVertex[v + 1] += m_firstVertex[v];
    m_vertices.resize(m_firstVertex.back());
    std::vector<std::uint32_t> next = m_firstVertex;
    for (std::size_t at = 0; at < below.size(); ++at)
        if (below[at] >= 0)
            m_vertices[next[static_cast<std::size_t>(below[at])]++]
                = static_cast<std::uint32_t>(at / static_cast<std::size_t>(m_surface->depths));
}

void VertexColors::setOverlay(std::optional<Overlay> overlay)
{
    m_overlay = std::move(overlay);
    colorAll();
}

void VertexColors::setRegions(std::shared_ptr<const RegionLabels> regions)
{
    const std::shared_ptr<const RegionLabels> before = std::exchange(m_regions, std::move(regions));
    if (!before || !m_regions || !haveSameLook(*before, *m_regions)) {
        colorAll();
        return;
    }
    for (std::size_t r = 0; r < m_regions->regions.size(); ++r)
        recolor(before->regions[r].voxels, m_regions->regions[r].voxels);
}

void VertexColors::setPreview(std::shared_ptr<const RegionPreview> preview)
{
    const std::shared_ptr<const RegionPreview> before
        = std::exchange(m_preview, std::move(preview));
    // Taken back first: the two may be of different grids.
    if (before)
        recolor(before->voxels, image::VoxelSet(before->voxels.shape()));
    if (m_preview)
        recolor(image::VoxelSet(m_preview->voxels.shape()), m_preview->voxels);
}

void VertexColors::recolor(const image::VoxelSet& before, const image::VoxelSet& after)
{
    bool isChanged = false;
    for (const image::Index voxel : after.difference(before).indices()) {
        const auto v = static_cast<std::size_t>(voxel);
        if (v + 1 >= m_firstVertex.size())
            break; // ascending: no vertex shows any of the rest
        for (std::size_t at = m_firstVertex[v]; at < m_firstVertex[v + 1]; ++at)
            color(m_vertices[at]);
        isChanged = isChanged || m_firstVertex[v] < m_firstVertex[v + 1];
    }
    if (isChanged)
        m_colors->Modified();
}

void VertexColors::colorAll()
{
    const std::size_t vertices = m_surface ? m_surface->shade.size() : 0;
    for (std::size_t v = 0; v < vertices; ++v)
        color(v);
    m_colors->Modified();
}

void VertexColors::color(std::size_t vertex)
{
    const auto depths = static_cast<std::size_t>(m_surface->depths);
    const std::span<const std::int32_t> below(m_surface->voxelsBelow.data() + vertex * depths,
                                              depths);
    float strongest = std::nanf("");
    std::uint32_t members = 0;
    bool isPreviewed = false;
    for (const std::int32_t voxel : below) {
        if (voxel < 0)
            continue;
        if (m_overlay && m_overlay->values) {
            const float value = m_overlay->values->values[static_cast<std::size_t>(voxel)];
            // A tail that is not shown does not hide what is: only painted values compete.
            if (m_overlay->isPainted(value)
                && (std::isnan(strongest)
                    || m_overlay->strength(value) > m_overlay->strength(strongest)))
                strongest = value;
        }
        if (m_regions)
            members |= m_regions->bitsAt(m_regions->grid.voxel(voxel));
        if (m_preview)
            isPreviewed = isPreviewed || m_preview->voxels.contains(m_preview->grid.voxel(voxel));
    }
    m_members[vertex] = members;
    Rgb color = kTissue;
    const bool hasMap = m_overlay && m_overlay->values;
    if (hasMap && m_overlay->isPainted(strongest))
        color = mixed(color, m_overlay->colorOf(strongest), m_overlay->opacity);
    for (std::size_t r = 0; !hasMap && members != 0 && r < m_regions->regions.size(); ++r)
        if (members >> r & 1U)
            color = mixed(color, m_regions->regions[r].color,
                          m_regions->regions[r].isCurrent ? 0.8 : 0.45);
    if (isPreviewed)
        color = mixed(color, m_preview->color, 0.55);
    color = mixed({0, 0, 0}, color, static_cast<double>(m_surface->shade[vertex]));
    m_colors->SetTypedTuple(static_cast<vtkIdType>(vertex),
                            std::array{color.r, color.g, color.b}.data());
}

} // namespace fusiform::scene
