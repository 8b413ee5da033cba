// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/command.h"

#include <algorithm>
#include <cassert>

namespace fusiform::journal {

namespace {

using image::Index;
using image::VoxelSet;

void addTo(Runs& runs, Index index)
{
    if (!runs.empty() && runs.back().first + runs.back().count == index)
        ++runs.back().count;
    else
        runs.push_back({index, 1});
}

template <class Work>
void forEachVoxel(const std::array<Index, 3>& shape, const Runs& runs, Work work)
{
    const image::Grid grid{shape, {}};
    for (const Run& run : runs)
        for (Index index = run.first; index < run.first + run.count; ++index)
            work(grid.voxel(index));
}

VoxelSet edited(VoxelSet voxels, const VoxelEdit& edit)
{
    const std::array<Index, 3> shape = voxels.shape();
    forEachVoxel(shape, edit.removed, [&](const image::Voxel& v) { voxels.erase(v); });
    forEachVoxel(shape, edit.added, [&](const image::Voxel& v) { voxels.insert(v); });
    return voxels;
}

/// A copy of the document in which one region is a changed copy.
template <class Change>
Document withChanged(const Document& document, std::size_t place, Change change)
{
    Document next = document;
    auto region = std::make_shared<roi::Region>(*document.regions[place]);
    change(*region);
    next.regions[place] = std::move(region);
    return next;
}

Document replaced(const Document& document, const ReplaceRegion& command)
{
    return withChanged(document, command.region, [&](roi::Region& region) {
        VoxelSet voxels = edited(std::move(region.voxels), command.voxels);
        region = command.by;
        region.voxels = std::move(voxels);
    });
}

void append(Document& document, const std::vector<roi::Region>& regions)
{
    for (const roi::Region& region : regions)
        document.regions.push_back(std::make_shared<const roi::Region>(region));
}

struct Applied {
    const Document& document;

    Document operator()(const PaintVoxels& command) const
    {
        return withChanged(document, command.region, [&](roi::Region& region) {
            region.voxels = edited(std::move(region.voxels), command.voxels);
            region.made = command.made;
            region.isEditedWhileLooking = command.isEditedWhileLooking;
        });
    }
    Document operator()(const ReplaceRegion& command) const { return replaced(document, command); }
    Document operator()(const AddRegions& command) const
    {
        Document next = document;
        next.active = next.regions.size();
        append(next, command.regions);
        return next;
    }
    Document operator()(const MoveThirds& command) const
    {
        Document next = document;
        next.thirds = command.planes;
        for (const ReplaceRegion& third : command.moved)
            next = replaced(next, third);
        append(next, command.added);
        return next;
    }
    Document operator()(const SelectRegion& command) const
    {
        Document next = document;
        next.active = command.region;
        return next;
    }
    Document operator()(const RenameRegion& command) const
    {
        return withChanged(document, command.region,
                           [&](roi::Region& region) { region.name = command.name; });
    }
    Document operator()(const LockRegion& command) const
    {
        return withChanged(document, command.region,
                           [&](roi::Region& region) { region.isLocked = command.isLocked; });
    }
    Document operator()(const HideRegion& command) const
    {
        return withChanged(document, command.region,
                           [&](roi::Region& region) { region.isHidden = command.isHidden; });
    }
    Document operator()(const ColourRegion& command) const
    {
        return withChanged(document, command.region,
                           [&](roi::Region& region) { region.colour = command.colour; });
    }
    Document operator()(const RemoveRegion& command) const
    {
        Document next = document;
        next.regions.erase(next.regions.begin() + static_cast<std::ptrdiff_t>(command.region));
        if (next.active > 0 && (next.active > command.region || next.active == next.regions.size()))
            --next.active;
        return next;
    }
    Document operator()(const AddScene& command) const
    {
        Document next = document;
        next.scenes.insert(next.scenes.begin() + static_cast<std::ptrdiff_t>(command.place),
                           std::make_shared<const present::Scene>(command.scene));
        return next;
    }
    Document operator()(const ReplaceScene& command) const
    {
        Document next = document;
        next.scenes[command.place] = std::make_shared<const present::Scene>(command.by);
        return next;
    }
    Document operator()(const RemoveScene& command) const
    {
        Document next = document;
        next.scenes.erase(next.scenes.begin() + static_cast<std::ptrdiff_t>(command.place));
        return next;
    }
    Document operator()(const MoveScene& command) const
    {
        Document next = document;
        const auto scene = next.scenes[command.place];
        next.scenes.erase(next.scenes.begin() + static_cast<std::ptrdiff_t>(command.place));
        next.scenes.insert(next.scenes.begin() + static_cast<std::ptrdiff_t>(command.to), scene);
        return next;
    }
};

bool isOutside(const Document& document, const VoxelEdit& edit)
{
    const Index size = image::Grid{document.shape, {}}.size();
    const auto isRunOutside
        = [size](const Run& run) { return run.first < 0 || run.count > size - run.first; };
    return std::ranges::any_of(edit.added, isRunOutside)
           || std::ranges::any_of(edit.removed, isRunOutside);
}

std::optional<Text> problemOfPlace(const Document& document, std::size_t place)
{
    if (place < document.regions.size())
        return std::nullopt;
    return FUSIFORM_TR("core", "region %1 of %2").arg(place + 1).arg(document.regions.size());
}

/// @param count places there are
std::optional<Text> problemOfScene(std::size_t place, std::size_t count)
{
    if (place < count)
        return std::nullopt;
    return FUSIFORM_TR("core", "slide %1 of %2").arg(place + 1).arg(count);
}

std::optional<Text> problemOfEdit(const Document& document, std::size_t place,
                                  const VoxelEdit& edit)
{
    if (isOutside(document, edit))
        return FUSIFORM_TR("core", "voxels outside the grid");
    return problemOfPlace(document, place);
}

std::optional<Text> problemOfAdded(const Document& document,
                                   const std::vector<roi::Region>& regions)
{
    const bool isOnGrid = std::ranges::all_of(regions, [&](const roi::Region& region) {
        return region.voxels.shape() == document.shape;
    });
    if (!isOnGrid)
        return FUSIFORM_TR("core", "a region on another grid");
    return std::nullopt;
}

struct Problem {
    const Document& document;

    std::optional<Text> operator()(const PaintVoxels& command) const
    {
        return problemOfEdit(document, command.region, command.voxels);
    }
    std::optional<Text> operator()(const ReplaceRegion& command) const
    {
        return problemOfEdit(document, command.region, command.voxels);
    }
    std::optional<Text> operator()(const AddRegions& command) const
    {
        if (command.regions.empty())
            return FUSIFORM_TR("core", "no region");
        return problemOfAdded(document, command.regions);
    }
    std::optional<Text> operator()(const MoveThirds& command) const
    {
        for (const ReplaceRegion& third : command.moved)
            if (const auto problem = (*this)(third))
                return problem;
        return problemOfAdded(document, command.added);
    }
    std::optional<Text> operator()(const AddScene& command) const
    {
        return problemOfScene(command.place, document.scenes.size() + 1);
    }
    std::optional<Text> operator()(const ReplaceScene& command) const
    {
        return problemOfScene(command.place, document.scenes.size());
    }
    std::optional<Text> operator()(const RemoveScene& command) const
    {
        return problemOfScene(command.place, document.scenes.size());
    }
    std::optional<Text> operator()(const MoveScene& command) const
    {
        return problemOfScene(std::max(command.place, command.to), document.scenes.size());
    }
    std::optional<Text> operator()(const auto& command) const
    {
        return problemOfPlace(document, command.region);
    }
};

/// What is changed, the regions that were there before known.
struct Concerned {
    Effect operator()(const AddRegions&) const { return {}; }
    Effect operator()(const SelectRegion&) const { return {}; }
    Effect operator()(const AddScene&) const { return {}; }
    Effect operator()(const ReplaceScene&) const { return {}; }
    Effect operator()(const RemoveScene&) const { return {}; }
    Effect operator()(const MoveScene&) const { return {}; }
    Effect operator()(const RemoveRegion& command) const { return {{}, command.region}; }
    Effect operator()(const MoveThirds& command) const
    {
        Effect effect;
        for (const ReplaceRegion& third : command.moved)
            effect.changed.push_back(third.region);
        return effect;
    }
    Effect operator()(const auto& command) const { return {{command.region}, {}}; }
};

} // namespace

Runs runsOf(const VoxelSet& voxels)
{
    Runs runs;
    for (const Index index : voxels.indices())
        addTo(runs, index);
    return runs;
}

VoxelSet voxelsOf(std::array<Index, 3> shape, const Runs& runs)
{
    return edited(VoxelSet(shape), {runs, {}});
}

VoxelEdit VoxelEdit::between(const VoxelSet& before, const VoxelSet& after)
{
    const image::Grid grid{after.shape(), {}};
    VoxelEdit edit;
    for (const Index index : after.difference(before).indices())
        addTo(after.contains(grid.voxel(index)) ? edit.added : edit.removed, index);
    return edit;
}

ReplaceRegion replacement(std::size_t place, const roi::Region& before, const roi::Region& by)
{
    ReplaceRegion command{place, by, VoxelEdit::between(before.voxels, by.voxels)};
    command.by.voxels = {};
    return command;
}

std::optional<Text> problemWith(const Document& document, const Command& command)
{
    return std::visit(Problem{document}, command);
}

Document applied(const Document& document, const Command& command)
{
    assert(!problemWith(document, command));
    return std::visit(Applied{document}, command);
}

Effect effectOf(const Document& before, const Command& command)
{
    Effect effect = std::visit(Concerned{}, command);
    effect.regionsBefore = before.regions.size();
    return effect;
}

} // namespace fusiform::journal
