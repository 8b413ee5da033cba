// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/surface_labels.h"

#include "core/io/surface_file.h"
#include "core/util/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;

/// A label of one side that becomes a region.
struct Parcel {
    std::int64_t label = 0;
    std::string name;
    std::array<std::uint8_t, 3> colour = {};
    std::string made;
};

/// "FreeSurfer_Defined_Medial_Wall", "Medial wall", "???": no part of the cortex.
bool isNoCortex(std::int64_t label, const std::string& name)
{
    std::string letters;
    for (const char letter : lowerCase(name))
        if (std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '?')
            letters += letter;
    return letters == "unknown" || letters == "???" || letters == "background"
           || letters.find("medialwall") != std::string::npos || (label == 0 && name.empty());
}

/// "FFA" of lh.FFA.label.
std::string nameOfLabelFile(const fs::path& file)
{
    const std::string name = file.stem().string();
    const bool hasSide = name.size() > 3 && (name.starts_with("lh.") || name.starts_with("rh."));
    return hasSide ? name.substr(3) : name;
}

std::string madeText(const LabelledSurfaceFiles& files, std::int64_t label,
                     const CortexDepths& depths)
{
    const std::string text
        = "surface labels " + files.labels.filename().string() + ", label " + std::to_string(label);
    const std::string surface = files.surface.filename().string();
    if (files.pial.empty())
        return text + ", on " + surface;
    return text + ", depth " + numberText(depths.from) + " to " + numberText(depths.to) + " from "
           + surface + " to " + files.pial.filename().string();
}

image::Surface placedSurface(const fs::path& file, Progress& progress)
{
    io::SurfaceFile read = io::readSurface(file);
    if (!read.isPlaced)
        progress.warn(FUSIFORM_TR("core", "%1 does not say how its coordinates lie to the "
                                          "scanner's: they are taken as the scanner's.")
                          .arg(file.filename().string()));
    return std::move(read.surface);
}

Cortex cortexOf(const LabelledSurfaceFiles& files, Progress& progress)
{
    Cortex side;
    side.file = files.surface;
    side.inner = placedSurface(files.surface, progress);
    if (files.pial.empty()) {
        progress.note(FUSIFORM_TR("core", "%1 is the only surface: voxels that it passes through "
                                          "are taken, whatever the depths.")
                          .arg(files.surface.filename().string()));
        return side;
    }
    side.outer = placedSurface(files.pial, progress).points;
    if (side.outer.cols() != side.inner.points.cols())
        throw badData(files.pial,
                      FUSIFORM_TR("core", "the %1 vertices of %2")
                          .arg(side.inner.points.cols())
                          .arg(files.surface.filename().string()),
                      FUSIFORM_TR("core", "%1").arg(side.outer.cols()));
    return side;
}

/// Adds the parcels of one side to `parcels` and tells those of its vertices.
std::vector<std::int32_t> parcelsOf(const io::VertexLabels& labels,
                                    const LabelledSurfaceFiles& files, const CortexDepths& depths,
                                    std::vector<Parcel>& parcels)
{
    const std::string side = sideOf(files.labels);
    std::map<std::int64_t, std::int32_t> parcelOf = {{io::kNoLabel, kNoParcel}};
    for (const std::int64_t label : labels.labels)
        parcelOf.emplace(label, 0);
    for (auto& [label, parcel] : parcelOf) {
        const auto known = labels.names.find(label);
        const io::LabelName name = known == labels.names.end() ? io::LabelName() : known->second;
        if (label == io::kNoLabel || isNoCortex(label, name.name)) {
            parcel = kNoParcel;
            continue;
        }
        parcel = static_cast<std::int32_t>(parcels.size());
        const std::string own = name.name.empty() ? "label " + std::to_string(label) : name.name;
        parcels.push_back({label, side.empty() ? own : side + " " + own,
                           name.colour.value_or(colourOfLabel(label)),
                           madeText(files, label, depths)});
    }
    std::vector<std::int32_t> result;
    result.reserve(labels.labels.size());
    for (const std::int64_t label : labels.labels)
        result.push_back(parcelOf.at(label));
    return result;
}

} // namespace

std::vector<AtlasRegion> surfaceRegions(std::span<const LabelledSurfaceFiles> sides,
                                        const glm::Fit& fit, const CortexDepths& depths,
                                        Progress& progress)
{
    std::vector<Parcel> parcels;
    std::vector<Cortex> cortices;
    for (const LabelledSurfaceFiles& files : sides) {
        Cortex& side = cortices.emplace_back(cortexOf(files, progress));
        const io::VertexLabels labels
            = io::readVertexLabels(files.labels, static_cast<std::size_t>(side.inner.points.cols()),
                                   nameOfLabelFile(files.labels));
        side.parcels = parcelsOf(labels, files, depths, parcels);
    }
    const std::vector<std::int32_t> found
        = parcelsOfVoxels(cortices, fit.grid, fit.voxels, depths, progress);
    std::vector<std::vector<image::Index>> members(parcels.size());
    for (std::size_t v = 0; v < found.size(); ++v)
        if (found[v] != kNoParcel)
            members[static_cast<std::size_t>(found[v])].push_back(fit.voxels[v]);
    std::vector<AtlasRegion> regions;
    for (std::size_t p = 0; p < parcels.size(); ++p) {
        if (members[p].empty())
            continue;
        roi::Region region;
        region.name = parcels[p].name;
        region.colour = parcels[p].colour;
        region.voxels = image::VoxelSet::of(fit.grid.shape, members[p]);
        region.made = parcels[p].made;
        regions.push_back({parcels[p].label, std::move(region)});
    }
    return regions;
}

} // namespace fusiform::import
