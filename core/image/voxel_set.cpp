// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/voxel_set.h"

#include "core/util/hash.h"

#include <bit>
#include <cassert>

namespace fusiform::image {

namespace {
constexpr Index kEdge = 8;

Index bitOf(const Voxel& v) { return v.i % kEdge + kEdge * (v.j % kEdge); }
} // namespace

VoxelSet::VoxelSet(std::array<Index, 3> shape) : m_shape(shape)
{
    m_layers.resize(static_cast<std::size_t>(brickShape()[2]));
}

VoxelSet VoxelSet::of(std::array<Index, 3> shape, std::span<const Index> indices)
{
    const Grid grid{shape, {}};
    VoxelSet set(shape);
    for (const Index index : indices)
        set.insert(grid.voxel(index));
    return set;
}

std::array<Index, 3> VoxelSet::brickShape() const
{
    return {(m_shape[0] + kEdge - 1) / kEdge, (m_shape[1] + kEdge - 1) / kEdge,
            (m_shape[2] + kEdge - 1) / kEdge};
}

const VoxelSet::Brick* VoxelSet::brick(Index bi, Index bj, Index bk) const
{
    const auto& layer = m_layers[static_cast<std::size_t>(bk)];
    return layer ? (*layer)[static_cast<std::size_t>(bi + brickShape()[0] * bj)].get() : nullptr;
}

bool VoxelSet::contains(const Voxel& v) const
{
    if (!Grid{m_shape, {}}.contains(v))
        return false;
    const Brick* const b = brick(v.i / kEdge, v.j / kEdge, v.k / kEdge);
    return b && (b->slices[static_cast<std::size_t>(v.k % kEdge)] >> bitOf(v) & 1U);
}

bool VoxelSet::insert(const Voxel& v) { return set(v, true); }
bool VoxelSet::erase(const Voxel& v) { return set(v, false); }

bool VoxelSet::set(const Voxel& v, bool isMember)
{
    if (!Grid{m_shape, {}}.contains(v) || contains(v) == isMember)
        return false;
    const std::array<Index, 3> bricks = brickShape();
    // A layer or brick that only this set holds is changed in place; a shared one is copied first.
    auto& layerPointer = m_layers[static_cast<std::size_t>(v.k / kEdge)];
    if (!layerPointer)
        layerPointer = std::make_shared<Layer>(static_cast<std::size_t>(bricks[0] * bricks[1]));
    else if (layerPointer.use_count() > 1)
        layerPointer = std::make_shared<Layer>(*layerPointer);
    Layer& layer = const_cast<Layer&>(*layerPointer);
    auto& brickPointer = layer[static_cast<std::size_t>(v.i / kEdge + bricks[0] * (v.j / kEdge))];
    if (!brickPointer)
        brickPointer = std::make_shared<Brick>();
    else if (brickPointer.use_count() > 1)
        brickPointer = std::make_shared<Brick>(*brickPointer);
    std::uint64_t& slice
        = const_cast<Brick&>(*brickPointer).slices[static_cast<std::size_t>(v.k % kEdge)];
    slice ^= std::uint64_t{1} << bitOf(v);
    m_count += isMember ? 1 : -1;
    return true;
}

std::vector<Index> VoxelSet::indices() const
{
    std::vector<Index> result;
    result.reserve(static_cast<std::size_t>(m_count));
    const std::array<Index, 3> bricks = brickShape();
    for (Index k = 0; k < m_shape[2]; ++k) {
        if (!m_layers[static_cast<std::size_t>(k / kEdge)])
            continue;
        for (Index j = 0; j < m_shape[1]; ++j) {
            for (Index bi = 0; bi < bricks[0]; ++bi) {
                const Brick* const b = brick(bi, j / kEdge, k / kEdge);
                if (!b)
                    continue;
                std::uint64_t row
                    = b->slices[static_cast<std::size_t>(k % kEdge)] >> (kEdge * (j % kEdge))
                      & 0xFFU;
                for (; row != 0; row &= row - 1)
                    result.push_back(bi * kEdge + std::countr_zero(row)
                                     + m_shape[0] * (j + m_shape[1] * k));
            }
        }
    }
    return result;
}

std::string VoxelSet::hash() const
{
    const std::vector<Index> members = indices();
    return ContentHash()
        .add(std::as_bytes(std::span(m_shape)))
        .add(std::as_bytes(std::span(members)))
        .finish();
}

std::string VoxelSet::layerHash(std::size_t layer) const
{
    if (!m_layers[layer])
        return {};
    ContentHash hash;
    bool isEmpty = true;
    for (std::size_t at = 0; at < m_layers[layer]->size(); ++at) {
        const BrickPointer& brick = (*m_layers[layer])[at];
        // A brick that lost its last voxel stays: it must not count.
        if (!brick || brick->slices == Brick{}.slices)
            continue;
        isEmpty = false;
        const std::uint64_t place = at;
        hash.add(std::as_bytes(std::span(&place, 1)));
        hash.add(std::as_bytes(std::span(brick->slices)));
    }
    return isEmpty ? std::string() : hash.finish();
}

std::vector<std::string> VoxelSet::layerHashes(const VoxelSet& known,
                                               const std::vector<std::string>& ofKnown) const
{
    const bool isAlike = known.m_shape == m_shape && ofKnown.size() == m_layers.size();
    std::vector<std::string> hashes;
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
        const bool isShared = isAlike && m_layers[layer] == known.m_layers[layer];
        hashes.push_back(isShared ? ofKnown[layer] : layerHash(layer));
    }
    return hashes;
}

template <class Combine>
VoxelSet VoxelSet::combined(const VoxelSet& other, Combine combine) const
{
    assert(m_shape == other.m_shape);
    VoxelSet result(m_shape);
    const std::array<Index, 3> bricks = brickShape();
    const Brick empty;
    for (std::size_t bk = 0; bk < m_layers.size(); ++bk) {
        if (!m_layers[bk] && !other.m_layers[bk])
            continue;
        auto layer = std::make_shared<Layer>(static_cast<std::size_t>(bricks[0] * bricks[1]));
        for (std::size_t at = 0; at < layer->size(); ++at) {
            const BrickPointer a = m_layers[bk] ? (*m_layers[bk])[at] : nullptr;
            const BrickPointer b = other.m_layers[bk] ? (*other.m_layers[bk])[at] : nullptr;
            if (!a && !b)
                continue;
            Brick mixed;
            Index members = 0;
            for (std::size_t s = 0; s < mixed.slices.size(); ++s) {
                mixed.slices[s] = combine((a ? *a : empty).slices[s], (b ? *b : empty).slices[s]);
                members += std::popcount(mixed.slices[s]);
            }
            if (members == 0)
                continue;
            const bool isA = a && a->slices == mixed.slices;
            const bool isB = b && b->slices == mixed.slices;
            (*layer)[at] = isA ? a : isB ? b : std::make_shared<const Brick>(mixed);
            result.m_count += members;
        }
        result.m_layers[bk] = std::move(layer);
    }
    return result;
}

VoxelSet VoxelSet::united(const VoxelSet& other) const
{
    return combined(other, [](std::uint64_t a, std::uint64_t b) { return a | b; });
}

VoxelSet VoxelSet::intersected(const VoxelSet& other) const
{
    return combined(other, [](std::uint64_t a, std::uint64_t b) { return a & b; });
}

VoxelSet VoxelSet::minus(const VoxelSet& other) const
{
    return combined(other, [](std::uint64_t a, std::uint64_t b) { return a & ~b; });
}

VoxelSet VoxelSet::difference(const VoxelSet& other) const
{
    assert(m_shape == other.m_shape);
    VoxelSet result(m_shape);
    const std::array<Index, 3> bricks = brickShape();
    const Brick empty;
    for (std::size_t bk = 0; bk < m_layers.size(); ++bk) {
        if (m_layers[bk] == other.m_layers[bk])
            continue;
        auto layer = std::make_shared<Layer>(static_cast<std::size_t>(bricks[0] * bricks[1]));
        for (std::size_t at = 0; at < layer->size(); ++at) {
            const BrickPointer a = m_layers[bk] ? (*m_layers[bk])[at] : nullptr;
            const BrickPointer b = other.m_layers[bk] ? (*other.m_layers[bk])[at] : nullptr;
            if (a == b)
                continue;
            Brick mixed;
            Index members = 0;
            for (std::size_t s = 0; s < mixed.slices.size(); ++s) {
                mixed.slices[s] = (a ? *a : empty).slices[s] ^ (b ? *b : empty).slices[s];
                members += std::popcount(mixed.slices[s]);
            }
            if (members > 0)
                (*layer)[at] = std::make_shared<const Brick>(mixed);
            result.m_count += members;
        }
        result.m_layers[bk] = std::move(layer);
    }
    return result;
}

bool operator==(const VoxelSet& a, const VoxelSet& b)
{
    return a.m_shape == b.m_shape && a.m_count == b.m_count && a.difference(b).isEmpty();
}

} // namespace fusiform::image
