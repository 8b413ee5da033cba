// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/region_results.h"

#include "core/roi/region_files.h"
#include "core/task/overwrite.h"
#include "core/util/atomic_file.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;
using import::AtlasRegion;

/// A name that every system takes as that of a file, each once.
std::string fileNameFor(const AtlasRegion& one, std::set<std::string>& taken)
{
    std::string name = one.region.name;
    for (char& letter : name)
        if (std::isalnum(static_cast<unsigned char>(letter)) == 0
            && std::string_view("-_.+").find(letter) == std::string_view::npos)
            letter = '_';
    if (name.starts_with('.') || !taken.insert(lowerCase(name)).second)
        name = "label-" + std::to_string(one.label) + "_" + name;
    return name + ".nii.gz";
}

std::string hexOf(const std::array<std::uint8_t, 3>& colour)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "#";
    for (const std::uint8_t part : colour)
        (text += kDigits[part >> 4U]) += kDigits[part & 15U];
    return text;
}

/// Null for what has no place.
Json placeOf(const image::MmPoint& mm)
{
    if (!mm.at.allFinite())
        return nullptr;
    return {mm.at[0], mm.at[1], mm.at[2]};
}

/// The table that BIDS puts beside a label image, with the sizes here.
void writeTable(const fs::path& file, const Json& regions)
{
    Tsv table;
    table.columns = {"index", "name", "color", "voxels", "file"};
    for (const Json& one : regions)
        table.rows.push_back({std::to_string(one["label"].get<std::int64_t>()), one["name"],
                              one["color"], std::to_string(one["voxels"].get<std::int64_t>()),
                              one["file"]});
    writeFileAtomically(file, tsvText(table));
}

} // namespace

Json describeRegion(const roi::Region& region, const image::Grid& grid,
                    const std::optional<image::Volume>& map)
{
    const roi::RegionMeasures measures
        = map ? roi::measure(region.voxels, *map) : roi::measure(region.voxels, grid);
    Json json = {{"name", region.name},
                 {"voxels", measures.voxels},
                 {"volume_mm3", measures.volumeMm3},
                 {"centre_mm", placeOf(measures.centre)},
                 {"box_mm", nullptr},
                 {"peak_mm", nullptr},
                 {"peak_value", nullptr},
                 {"hash", region.voxels.hash()},
                 {"made", region.made},
                 {"color", hexOf(region.colour)}};
    if (measures.voxels > 0)
        json["box_mm"] = {placeOf(measures.box[0]), placeOf(measures.box[1])};
    if (measures.peak) {
        json["peak_mm"] = placeOf(measures.peak->at);
        json["peak_value"] = measures.peak->value;
    }
    return json;
}

bool isMaskName(const fs::path& file)
{
    const std::string name = lowerCase(file.filename().string());
    return name.ends_with(".nii") || name.ends_with(".nii.gz");
}

void requireMaskName(const fs::path& file)
{
    if (!isMaskName(file))
        throw usage(FUSIFORM_TR("core", "--out %1: the name of a mask ends in .nii or .nii.gz.")
                        .arg(file.string()));
}

Outcome writeRegion(const roi::Region& region, const image::Volume& map, const fs::path& file,
                    bool overwrite)
{
    requireMaskName(file);
    refuseExisting(file, overwrite);
    if (region.voxels.isEmpty())
        throw usage(FUSIFORM_TR("core", "No voxel of the fit's mask is in this region: %1.")
                        .arg(region.made));
    roi::writeMask(file, {region.voxels, map.grid});
    Outcome outcome;
    outcome.json = describeRegion(region, map.grid, map);
    outcome.text = regionText(outcome.json) + ", in " + file.string() + "\n";
    outcome.json["out"] = file.string();
    return outcome;
}

Outcome writeRegions(const std::vector<AtlasRegion>& regions, const image::Volume& map,
                     const fs::path& folder, bool overwrite)
{
    AtomicFolder output(folder, AtomicFolder::existing(overwrite));
    Json list = Json::array();
    std::set<std::string> taken;
    image::Index voxels = 0;
    for (const AtlasRegion& one : regions) {
        const std::string file = fileNameFor(one, taken);
        roi::writeMask(output.path() / file, {one.region.voxels, map.grid});
        Json described = describeRegion(one.region, map.grid, map);
        described["label"] = one.label;
        described["file"] = file;
        list.push_back(std::move(described));
        voxels += one.region.voxels.count();
    }
    writeTable(output.path() / "regions.tsv", list);
    output.commit();
    const std::string text = std::to_string(regions.size()) + " regions with "
                             + std::to_string(voxels) + " voxels in " + folder.string() + "\n";
    return {{{"regions", std::move(list)}, {"voxels", voxels}, {"out", folder.string()}}, text};
}

std::string regionText(const Json& described)
{
    std::string text = described["name"].get<std::string>() + ": "
                       + std::to_string(described["voxels"].get<std::int64_t>()) + " voxels ("
                       + numberText(described["volume_mm3"].get<double>()) + " mm³)";
    const Json& centre = described["centre_mm"];
    if (centre.is_null())
        return text;
    const auto part = [&](std::size_t axis) {
        return numberText(std::round(10 * centre[axis].get<double>()) / 10);
    };
    return text + " round " + part(0) + ", " + part(1) + ", " + part(2) + " mm";
}

} // namespace fusiform::task
