// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/atlas.h"

#include "core/io/mgh.h"
#include "core/io/nifti.h"
#include "core/util/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;
using image::Index;

/// The file's name up to its last extensions: "aparc+aseg" of aparc+aseg.mgz, "aal" of aal.nii.gz.
std::string stemOf(const fs::path& file)
{
    fs::path name = file.filename();
    for (const char* end : {".gz", ".nii", ".mgz", ".mgh", ".img", ".hdr"})
        if (lowerCase(name.extension().string()) == end)
            name.replace_extension();
    return name.string();
}

fs::path namesBeside(const fs::path& file)
{
    std::error_code error;
    for (const char* end : {".nii.txt", ".tsv", ".txt", ".xml", ".csv", ".json", ".label"})
        if (fs::path names = file.parent_path() / (stemOf(file) + end);
            fs::is_regular_file(names, error))
            return names;
    return {};
}

image::Volume readLabels(const fs::path& file)
{
    if (io::isMgh(std::array<std::byte, 4>{}, file)) {
        if (const auto frames = io::readMghHeader(file).shape[3]; frames != 1)
            throw badData(file, FUSIFORM_TR("core", "a label image, which has one volume"),
                          FUSIFORM_TR("core", "%1").arg(static_cast<long long>(frames)));
        return io::readMghVolume(file);
    }
    const io::NiftiHeader header = io::readNiftiHeader(file);
    if (header.volumeCount() != 1)
        throw badData(file, FUSIFORM_TR("core", "a label image, which has one volume"),
                      FUSIFORM_TR("core", "%1").arg(header.volumeCount()));
    if (header.affineSource == "none")
        throw badData(file, FUSIFORM_TR("core", "a volume that says where it lies"),
                      FUSIFORM_TR("core", "no orientation"));
    return io::readVolume(file);
}

/// Points of a lattice along each axis of a voxel, in voxel units from its centre.
std::array<std::vector<double>, 3> latticeOf(const image::Grid& grid, const image::Grid& atlas)
{
    constexpr double kMost = 8;
    const Eigen::Vector3d size = grid.affine.voxelSize();
    const double fine = atlas.affine.voxelSize().minCoeff();
    std::array<std::vector<double>, 3> lattice;
    for (int axis = 0; axis < 3; ++axis) {
        // A hair below a whole number of atlas voxels is that number.
        const double points = std::clamp(std::ceil(size[axis] / fine - 0.01), 1.0, kMost);
        for (double at = 0; at < points; ++at)
            lattice[static_cast<std::size_t>(axis)].push_back((at + 0.5) / points - 0.5);
    }
    return lattice;
}

std::int64_t labelAt(const image::Volume& labels, const image::MmPoint& point)
{
    const image::Voxel voxel = labels.grid.nearest(point);
    return labels.grid.contains(voxel) ? std::lround(labels.at(voxel)) : 0;
}

/// @param found the labels of all points of a voxel, in any order; sorted here.
std::int64_t mostOften(std::vector<std::int64_t>& found, std::int64_t centre)
{
    std::ranges::sort(found);
    std::int64_t best = centre;
    std::ptrdiff_t most = std::ranges::count(found, centre);
    for (auto begin = found.begin(); begin != found.end();) {
        const auto end = std::upper_bound(begin, found.end(), *begin);
        if (end - begin > most) {
            most = end - begin;
            best = *begin;
        }
        begin = end;
    }
    return best;
}

} // namespace

Atlas readAtlas(const fs::path& file, const fs::path& namesFile)
{
    Atlas atlas;
    atlas.name = stemOf(file);
    atlas.labels = readLabels(file);
    for (const float value : atlas.labels.values)
        if (!std::isfinite(value) || value != std::floor(value) || std::abs(value) > 0x1p24F)
            throw badData(file, FUSIFORM_TR("core", "whole numbers, as label images have"),
                          FUSIFORM_TR("core", "%1").arg(static_cast<double>(value)));
    if (const fs::path names = namesFile.empty() ? namesBeside(file) : namesFile; !names.empty())
        atlas.names = io::readLabelNames(names);
    return atlas;
}

std::vector<std::int64_t> labelsOnGrid(const image::Volume& labels, const image::Grid& grid,
                                       std::span<const Index> voxels, Progress& progress)
{
    const auto lattice = latticeOf(grid, labels.grid);
    std::vector<std::int64_t> result;
    std::vector<std::int64_t> found;
    progress.begin(FUSIFORM_TR("core", "Reading the labels of the voxels"), voxels.size());
    for (const Index index : voxels) {
        const image::Voxel v = grid.voxel(index);
        const Eigen::Vector3d centre(static_cast<double>(v.i), static_cast<double>(v.j),
                                     static_cast<double>(v.k));
        found.clear();
        for (const double z : lattice[2])
            for (const double y : lattice[1])
                for (const double x : lattice[0])
                    found.push_back(
                        labelAt(labels, grid.affine.mm({centre + Eigen::Vector3d(x, y, z)})));
        result.push_back(mostOften(found, labelAt(labels, grid.affine.mm({centre}))));
        progress.step();
    }
    return result;
}

std::vector<AtlasRegion> atlasRegions(const Atlas& atlas, const glm::Fit& fit, Progress& progress)
{
    const std::vector<std::int64_t> labels
        = labelsOnGrid(atlas.labels, fit.grid, fit.voxels, progress);
    std::map<std::int64_t, std::vector<Index>> members;
    for (std::size_t v = 0; v < labels.size(); ++v)
        if (labels[v] != 0)
            members[labels[v]].push_back(fit.voxels[v]);
    std::vector<AtlasRegion> regions;
    for (const auto& [label, voxels] : members) {
        const auto known = atlas.names.find(label);
        const bool isNamed = known != atlas.names.end() && !known->second.name.empty();
        roi::Region region;
        region.name = isNamed ? known->second.name : "label " + std::to_string(label);
        region.colour = known != atlas.names.end() && known->second.colour ? *known->second.colour
                                                                           : colourOfLabel(label);
        region.voxels = image::VoxelSet::of(fit.grid.shape, voxels);
        region.made = "atlas " + atlas.name + ", label " + std::to_string(label);
        regions.push_back({label, std::move(region)});
    }
    return regions;
}

std::array<std::uint8_t, 3> colourOfLabel(std::int64_t label)
{
    // Steps of the golden ratio round the circle of hues.
    constexpr double kGolden = 0.61803398875;
    const double hue = 6 * std::fmod(static_cast<double>(label % 100'000) * kGolden + 1e5, 1.0);
    std::array<std::uint8_t, 3> colour = {};
    for (std::size_t part = 0; part < 3; ++part) {
        const double distance
            = std::abs(std::fmod(hue + 6 - 2 * static_cast<double>(part), 6.0) - 3);
        colour[part] = static_cast<std::uint8_t>(70 + 160 * std::clamp(distance - 1, 0.0, 1.0));
    }
    return colour;
}

} // namespace fusiform::import
