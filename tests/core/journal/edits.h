// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/command.h"
#include "core/util/random.h"

#include <algorithm>
#include <set>
#include <string>

namespace fusiform::test {

constexpr std::array<image::Index, 3> kEditShape = {21, 18, 13};
constexpr image::Index kEditSize = 21 * 18 * 13;

inline roi::Region editRegion(const std::string& name, const std::vector<image::Index>& members)
{
    roi::Region region;
    region.name = name;
    region.made = "test";
    region.voxels = image::VoxelSet::of(kEditShape, members);
    return region;
}

inline journal::Document editStart()
{
    journal::Document document;
    document.shape = kEditShape;
    document.thirds = {-12.5, 3};
    std::vector<image::Index> all;
    for (image::Index index = 100; index < 2100; ++index)
        all.push_back(index);
    document.regions = {std::make_shared<const roi::Region>(editRegion("selected", all)),
                        std::make_shared<const roi::Region>(editRegion("part", {5, 6, 7, 900}))};
    return document;
}

/// A ball-like stroke of the grid's order: some runs near one another.
inline std::vector<image::Index> strokeVoxels(Random& random)
{
    std::vector<image::Index> members;
    auto at = static_cast<image::Index>(random.below(kEditSize));
    for (int row = 0; row < 6; ++row, at += 19)
        for (image::Index step = 0; step < 8 && at + step < kEditSize; ++step)
            members.push_back(at + step);
    return members;
}

/// Some command that can be done, of every kind.
inline journal::Command anyCommand(const journal::Document& document, Random& random)
{
    using namespace journal;
    const std::size_t place = random.below(document.regions.size());
    const roi::Region& region = *document.regions[place];
    const image::VoxelSet stroke = image::VoxelSet::of(kEditShape, strokeVoxels(random));
    const std::string number = std::to_string(random.below(100000));
    const auto grown = [&] {
        roi::Region by = editRegion("by " + number, {});
        by.voxels = region.voxels.united(stroke);
        return replacement(place, region, by);
    };
    present::Scene scene;
    scene.title = "slide " + number;
    scene.look.azimuth = random.uniform();
    scene.faces = {static_cast<int>(random.below(9))};
    const std::size_t scenes = document.scenes.size();
    switch (random.below(18)) {
    case 14: return AddScene{random.below(scenes + 1), scene};
    case 15:
        if (scenes > 0)
            return ReplaceScene{random.below(scenes), scene};
        return AddScene{0, scene};
    case 16:
        if (scenes > 0)
            return MoveScene{random.below(scenes), random.below(scenes)};
        return SelectRegion{place};
    case 17:
        if (scenes > 0)
            return RemoveScene{random.below(scenes)};
        return SelectRegion{place};
    case 0: return grown();
    case 1: return AddRegions{{editRegion("a " + number, {1, 2, 3}), editRegion("b", {8})}};
    case 2: return MoveThirds{{random.uniform(), -1.5}, {grown()}, {editRegion("third", {4})}};
    case 3: return SelectRegion{place};
    case 4: return RenameRegion{place, "é " + number};
    case 5: return LockRegion{place, !region.isLocked};
    case 6: return HideRegion{place, !region.isHidden};
    case 7: return ColourRegion{place, {static_cast<std::uint8_t>(random.below(256)), 2, 3}};
    case 8:
        if (document.regions.size() > 1)
            return RemoveRegion{place};
        return SelectRegion{place};
    case 9:
    case 10:
        return PaintVoxels{place, VoxelEdit::between(region.voxels, region.voxels.minus(stroke)),
                           "brush", true};
    default:
        return PaintVoxels{place, VoxelEdit::between(region.voxels, region.voxels.united(stroke)),
                           "brush on " + region.made.substr(0, 10), true};
    }
}

} // namespace fusiform::test
