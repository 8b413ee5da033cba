// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/command_json.h"

#include "core/util/error.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace fusiform::journal {

namespace {

using image::Index;

// More than any scanner's: half a millimetre for the whole head.
constexpr std::int64_t kMostAlongAxis = 2048;
constexpr std::int64_t kMostVoxels = std::int64_t{1} << 27;
constexpr std::int64_t kMostRegions = 1'000'000;

Json runsJson(const Runs& runs)
{
    Json list = Json::array();
    Index end = 0;
    for (const Run& run : runs) {
        list.push_back(run.first - end);
        list.push_back(run.count);
        end = run.first + run.count;
    }
    return list;
}

Runs runsFrom(const Json& list, Index size)
{
    if (!list.is_array() || list.size() % 2 != 0)
        throw badData({}, FUSIFORM_TR("core", "pairs of voxels skipped and taken"),
                      FUSIFORM_TR("core", "something else"));
    Runs runs;
    runs.reserve(list.size() / 2);
    Index end = 0;
    for (std::size_t at = 0; at < list.size(); at += 2) {
        const Index first = end + wholeNumber(list[at], size - end);
        runs.push_back({first, wholeNumber(list[at + 1], size - first)});
        end = first + runs.back().count;
    }
    return runs;
}

std::size_t placeFrom(const Json& json)
{
    return static_cast<std::size_t>(wholeNumber(json.at("region"), kMostRegions));
}

std::size_t slideFrom(const Json& json, const char* field = "slide")
{
    return static_cast<std::size_t>(wholeNumber(json.at(field), kMostRegions));
}

std::array<std::uint8_t, 3> colourFrom(const Json& json)
{
    std::array<std::uint8_t, 3> colour = {};
    for (std::size_t part = 0; part < colour.size(); ++part)
        colour[part] = static_cast<std::uint8_t>(wholeNumber(json.at("colour").at(part), 255));
    return colour;
}

/// All of a region but its voxels.
Json attributesJson(const roi::Region& region)
{
    return {{"name", region.name},       {"colour", region.colour},
            {"made", region.made},       {"edited_while_looking", region.isEditedWhileLooking},
            {"locked", region.isLocked}, {"hidden", region.isHidden}};
}

roi::Region attributesFrom(const Json& json)
{
    roi::Region region;
    region.name = json.at("name").get<std::string>();
    region.colour = colourFrom(json);
    region.made = json.at("made").get<std::string>();
    region.isEditedWhileLooking = json.at("edited_while_looking").get<bool>();
    region.isLocked = json.at("locked").get<bool>();
    region.isHidden = json.at("hidden").get<bool>();
    return region;
}

Json regionJson(const roi::Region& region)
{
    Json json = attributesJson(region);
    json["voxels"] = runsJson(runsOf(region.voxels));
    return json;
}

/// Reads the parts of a document or a command on a grid.
struct OnGrid {
    std::array<Index, 3> shape;

    [[nodiscard]] Index size() const { return image::Grid{shape, {}}.size(); }
    [[nodiscard]] roi::Region region(const Json& json) const
    {
        roi::Region region = attributesFrom(json);
        region.voxels = voxelsOf(shape, runsFrom(json.at("voxels"), size()));
        return region;
    }
    [[nodiscard]] std::vector<roi::Region> regions(const Json& list) const
    {
        std::vector<roi::Region> all;
        for (const Json& one : list)
            all.push_back(region(one));
        return all;
    }
    [[nodiscard]] VoxelEdit edit(const Json& json) const
    {
        return {runsFrom(json.at("added"), size()), runsFrom(json.at("removed"), size())};
    }
    [[nodiscard]] ReplaceRegion replacement(const Json& json) const
    {
        return {placeFrom(json), attributesFrom(json.at("by")), edit(json)};
    }
};

Json regionsJson(const std::vector<roi::Region>& regions)
{
    Json list = Json::array();
    for (const roi::Region& region : regions)
        list.push_back(regionJson(region));
    return list;
}

Json planesJson(const roi::ThirdsPlanes& planes)
{
    return {{"occipital_behind", planes.occipitalBehind}, {"temporal_below", planes.temporalBelow}};
}

roi::ThirdsPlanes planesFrom(const Json& json)
{
    const roi::ThirdsPlanes planes{json.at("occipital_behind").get<double>(),
                                   json.at("temporal_below").get<double>()};
    if (!std::isfinite(planes.occipitalBehind) || !std::isfinite(planes.temporalBelow))
        throw badData({}, FUSIFORM_TR("core", "two planes in mm"),
                      FUSIFORM_TR("core", "numbers beyond all bounds"));
    return planes;
}

struct ToJson {
    Json operator()(const PaintVoxels& command) const
    {
        return {{"kind", "paint"},
                {"region", command.region},
                {"added", runsJson(command.voxels.added)},
                {"removed", runsJson(command.voxels.removed)},
                {"made", command.made},
                {"edited_while_looking", command.isEditedWhileLooking}};
    }
    Json operator()(const ReplaceRegion& command) const
    {
        return {{"kind", "replace"},
                {"region", command.region},
                {"by", attributesJson(command.by)},
                {"added", runsJson(command.voxels.added)},
                {"removed", runsJson(command.voxels.removed)}};
    }
    Json operator()(const AddRegions& command) const
    {
        return {{"kind", "add"}, {"regions", regionsJson(command.regions)}};
    }
    Json operator()(const MoveThirds& command) const
    {
        Json moved = Json::array();
        for (const ReplaceRegion& third : command.moved)
            moved.push_back((*this)(third));
        return {{"kind", "thirds"},
                {"planes", planesJson(command.planes)},
                {"moved", std::move(moved)},
                {"regions", regionsJson(command.added)}};
    }
    Json operator()(const SelectRegion& command) const
    {
        return {{"kind", "select"}, {"region", command.region}};
    }
    Json operator()(const RenameRegion& command) const
    {
        return {{"kind", "rename"}, {"region", command.region}, {"to", command.name}};
    }
    Json operator()(const LockRegion& command) const
    {
        return {{"kind", "lock"}, {"region", command.region}, {"locked", command.isLocked}};
    }
    Json operator()(const HideRegion& command) const
    {
        return {{"kind", "hide"}, {"region", command.region}, {"hidden", command.isHidden}};
    }
    Json operator()(const ColourRegion& command) const
    {
        return {{"kind", "colour"}, {"region", command.region}, {"colour", command.colour}};
    }
    Json operator()(const RemoveRegion& command) const
    {
        return {{"kind", "remove"}, {"region", command.region}};
    }
    Json operator()(const AddScene& command) const
    {
        return {{"kind", "add_slide"},
                {"slide", command.place},
                {"scene", present::sceneJson(command.scene)}};
    }
    Json operator()(const ReplaceScene& command) const
    {
        return {{"kind", "replace_slide"},
                {"slide", command.place},
                {"scene", present::sceneJson(command.by)}};
    }
    Json operator()(const RemoveScene& command) const
    {
        return {{"kind", "remove_slide"}, {"slide", command.place}};
    }
    Json operator()(const MoveScene& command) const
    {
        return {{"kind", "move_slide"}, {"slide", command.place}, {"to", command.to}};
    }
};

} // namespace

std::int64_t wholeNumber(const Json& json, std::int64_t most)
{
    const bool isWhole = json.is_number_integer()
                         && (!json.is_number_unsigned()
                             || json.get<std::uint64_t>() <= static_cast<std::uint64_t>(most));
    const std::int64_t number = isWhole ? json.get<std::int64_t>() : -1;
    if (number < 0 || number > most)
        throw badData({}, FUSIFORM_TR("core", "a whole number from 0 to %1").arg(most),
                      FUSIFORM_TR("core", "%1").arg(json.dump().substr(0, 40)));
    return number;
}

Json commandJson(const Command& command) { return std::visit(ToJson{}, command); }

Command commandFrom(const Json& json, const std::array<Index, 3>& shape)
{
    const OnGrid grid{shape};
    const auto kind = json.at("kind").get<std::string>();
    if (kind == "paint")
        return PaintVoxels{placeFrom(json), grid.edit(json), json.at("made").get<std::string>(),
                           json.at("edited_while_looking").get<bool>()};
    if (kind == "replace")
        return grid.replacement(json);
    if (kind == "add")
        return AddRegions{grid.regions(json.at("regions"))};
    if (kind == "thirds") {
        MoveThirds command{planesFrom(json.at("planes")), {}, grid.regions(json.at("regions"))};
        for (const Json& third : json.at("moved"))
            command.moved.push_back(grid.replacement(third));
        return command;
    }
    if (kind == "select")
        return SelectRegion{placeFrom(json)};
    if (kind == "rename")
        return RenameRegion{placeFrom(json), json.at("to").get<std::string>()};
    if (kind == "lock")
        return LockRegion{placeFrom(json), json.at("locked").get<bool>()};
    if (kind == "hide")
        return HideRegion{placeFrom(json), json.at("hidden").get<bool>()};
    if (kind == "colour")
        return ColourRegion{placeFrom(json), colourFrom(json)};
    if (kind == "remove")
        return RemoveRegion{placeFrom(json)};
    if (kind == "add_slide")
        return AddScene{slideFrom(json), present::sceneFrom(json.at("scene"))};
    if (kind == "replace_slide")
        return ReplaceScene{slideFrom(json), present::sceneFrom(json.at("scene"))};
    if (kind == "remove_slide")
        return RemoveScene{slideFrom(json)};
    if (kind == "move_slide")
        return MoveScene{slideFrom(json), slideFrom(json, "to")};
    throw badData({}, FUSIFORM_TR("core", "a command that this version knows"),
                  FUSIFORM_TR("core", "“%1”").arg(kind.substr(0, 40)));
}

Json documentJson(const Document& document)
{
    Json regions = Json::array();
    for (const auto& region : document.regions)
        regions.push_back(regionJson(*region));
    Json json = {{"shape", document.shape},
                 {"active", document.active},
                 {"thirds", planesJson(document.thirds)},
                 {"regions", std::move(regions)}};
    for (const auto& scene : document.scenes)
        json["scenes"].push_back(present::sceneJson(*scene));
    return json;
}

Document documentFrom(const Json& json)
{
    Document document;
    std::int64_t voxels = 1;
    for (std::size_t axis = 0; axis < document.shape.size(); ++axis) {
        document.shape[axis] = wholeNumber(json.at("shape").at(axis), kMostAlongAxis);
        voxels *= document.shape[axis];
    }
    if (voxels > kMostVoxels)
        throw badData({}, FUSIFORM_TR("core", "a grid of at most %1 voxels").arg(kMostVoxels),
                      FUSIFORM_TR("core", "%1").arg(voxels));
    for (roi::Region& region : OnGrid{document.shape}.regions(json.at("regions")))
        document.regions.push_back(std::make_shared<const roi::Region>(std::move(region)));
    document.active = static_cast<std::size_t>(wholeNumber(json.at("active"), kMostRegions));
    document.thirds = planesFrom(json.at("thirds"));
    if (json.contains("scenes"))
        for (const Json& scene : json.at("scenes"))
            document.scenes.push_back(
                std::make_shared<const present::Scene>(present::sceneFrom(scene)));
    return document;
}

} // namespace fusiform::journal
