// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fusiform::image {

/// A set of voxels of a grid: bits in bricks of 8 x 8 x 8. Copies share bricks, and an edit copies
/// only the bricks it touches, so a thousand versions of a region cost little more than one.
class VoxelSet {
public:
    VoxelSet() = default;
    explicit VoxelSet(std::array<Index, 3> shape);
    /// @param indices linear indices of the grid (i fastest), any order, within the shape.
    static VoxelSet of(std::array<Index, 3> shape, std::span<const Index> indices);

    [[nodiscard]] const std::array<Index, 3>& shape() const { return m_shape; }
    [[nodiscard]] Index count() const { return m_count; }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] bool contains(const Voxel& v) const;
    /// Returns whether the set changed. Voxels outside the shape change nothing.
    bool insert(const Voxel& v);
    bool erase(const Voxel& v);

    /// Linear indices in ascending order.
    [[nodiscard]] std::vector<Index> indices() const;
    /// SHA-256 over shape and members: equal sets have equal hashes.
    [[nodiscard]] std::string hash() const;
    /// SHA-256 of each k-layer of bricks, of their bits and not of every index; empty texts for
    /// layers without voxels. Equal sets have equal ones. @param ofKnown those of `known`, which
    /// are taken where the two share a layer
    [[nodiscard]] std::vector<std::string>
    layerHashes(const VoxelSet& known, const std::vector<std::string>& ofKnown) const;

    [[nodiscard]] VoxelSet united(const VoxelSet& other) const;
    [[nodiscard]] VoxelSet intersected(const VoxelSet& other) const;
    [[nodiscard]] VoxelSet minus(const VoxelSet& other) const;
    /// Members of exactly one of the two, without looking into bricks that both share.
    [[nodiscard]] VoxelSet difference(const VoxelSet& other) const;

    friend bool operator==(const VoxelSet& a, const VoxelSet& b);

private:
    struct Brick {
        std::array<std::uint64_t, 8> slices = {}; ///< one 8 x 8 slice of k each; bit i + 8 j
    };
    using BrickPointer = std::shared_ptr<const Brick>;
    /// Bricks of one k-layer: the second level of the table, so that an edit copies one layer's
    /// pointers.
    using Layer = std::vector<BrickPointer>;

    template <class Combine>
    [[nodiscard]] VoxelSet combined(const VoxelSet& other, Combine combine) const;
    bool set(const Voxel& v, bool isMember);
    [[nodiscard]] std::string layerHash(std::size_t layer) const;
    [[nodiscard]] const Brick* brick(Index bi, Index bj, Index bk) const;
    [[nodiscard]] std::array<Index, 3> brickShape() const;

    std::array<Index, 3> m_shape = {0, 0, 0};
    std::vector<std::shared_ptr<const Layer>> m_layers;
    Index m_count = 0;
};

} // namespace fusiform::image
