// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/document.h"
#include "core/util/text.h"

#include <optional>
#include <variant>

namespace fusiform::journal {

/// Voxels that follow one another in the grid's order (linear indices, i fastest).
struct Run {
    image::Index first = 0;
    image::Index count = 0;
    friend bool operator==(const Run&, const Run&) = default;
};
/// Ascending and apart.
using Runs = std::vector<Run>;
[[nodiscard]] Runs runsOf(const image::VoxelSet& voxels);
[[nodiscard]] image::VoxelSet voxelsOf(std::array<image::Index, 3> shape, const Runs& runs);

/// How a voxel set becomes another of the same shape.
struct VoxelEdit {
    Runs added;
    Runs removed;
    [[nodiscard]] static VoxelEdit between(const image::VoxelSet& before,
                                           const image::VoxelSet& after);
};

// Everything that changes a document, as plain data. Regions are named by their place in the list.

/// One stroke.
struct PaintVoxels {
    std::size_t region = 0;
    VoxelEdit voxels;
    std::string made;
    bool isEditedWhileLooking = false;
};
/// Another voxel set, made by a tool or a criterion, in the place of a region.
struct ReplaceRegion {
    std::size_t region = 0;
    roi::Region by; ///< all but its voxels, which stay empty here
    VoxelEdit voxels;
};
/// At the end of the list; the first of them becomes active.
struct AddRegions {
    std::vector<roi::Region> regions;
};
/// The selection cut elsewhere: the regions that are thirds follow, and those that were removed
/// come back at the end of the list.
struct MoveThirds {
    roi::ThirdsPlanes planes;
    std::vector<ReplaceRegion> moved;
    std::vector<roi::Region> added;
};
struct SelectRegion {
    std::size_t region = 0;
};
struct RenameRegion {
    std::size_t region = 0;
    std::string name;
};
struct LockRegion {
    std::size_t region = 0;
    bool isLocked = false;
};
struct HideRegion {
    std::size_t region = 0;
    bool isHidden = false;
};
struct ColourRegion {
    std::size_t region = 0;
    std::array<std::uint8_t, 3> colour = {};
};
struct RemoveRegion {
    std::size_t region = 0;
};
/// A slide before the one at this place, or at the end.
struct AddScene {
    std::size_t place = 0;
    present::Scene scene;
};
struct ReplaceScene {
    std::size_t place = 0;
    present::Scene by;
};
struct RemoveScene {
    std::size_t place = 0;
};
/// Taken from its place, it stands at another one.
struct MoveScene {
    std::size_t place = 0;
    std::size_t to = 0;
};
using Command = std::variant<PaintVoxels, ReplaceRegion, AddRegions, MoveThirds, SelectRegion,
                             RenameRegion, LockRegion, HideRegion, ColourRegion, RemoveRegion,
                             AddScene, ReplaceScene, RemoveScene, MoveScene>;

/// The region `by` in the place of `before`, as a command.
[[nodiscard]] ReplaceRegion replacement(std::size_t place, const roi::Region& before,
                                        const roi::Region& by);

/// Why a command cannot be applied to a document: a region that is not there, voxels outside the
/// grid. None if it can be.
[[nodiscard]] std::optional<Text> problemWith(const Document& document, const Command& command);

/// The document after a command: a new one, which shares all that did not change.
/// problemWith(document, command) must be none.
[[nodiscard]] Document applied(const Document& document, const Command& command);

/// Which regions a command concerns, by their places in the list before it.
struct Effect {
    std::vector<std::size_t> changed;
    std::optional<std::size_t> removed;
    std::size_t regionsBefore = 0; ///< those from this place on are new, if it adds any
};
[[nodiscard]] Effect effectOf(const Document& before, const Command& command);

} // namespace fusiform::journal
