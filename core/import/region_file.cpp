// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/region_file.h"

#include "core/import/surface_labels.h"
#include "core/io/freesurfer.h"
#include "core/io/mgh.h"
#include "core/io/nifti.h"
#include "core/io/surface_file.h"
#include "core/util/error.h"
#include "core/util/joined.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;
using image::Index;

bool isMgh(const fs::path& file) { return io::isMgh(std::array<std::byte, 4>{}, file); }

io::NiftiHeader placedHeader(const fs::path& file)
{
    io::NiftiHeader header = io::readNiftiHeader(file);
    if (header.affineSource == "none")
        throw badData(file, FUSIFORM_TR("core", "a volume that says where it lies"),
                      FUSIFORM_TR("core", "no orientation"));
    return header;
}

/// The name of a file without what tells its format.
std::string regionNameOf(const fs::path& file)
{
    fs::path name = file.filename();
    for (const char* end : {".gz", ".nii", ".gii", ".label", ".annot", ".mgz", ".mgh"})
        if (lowerCase(name.extension().string()) == end)
            name.replace_extension();
    return name.string();
}

/// Whole numbers, as stored scaling may have touched them.
bool isWhole(float value) { return std::abs(value - std::round(value)) < 1e-4F; }

void checkValues(const image::Volume& mask, const fs::path& file, Progress& progress)
{
    const auto isNaN = [](float value) { return !std::isfinite(value); };
    if (const auto count = std::ranges::count_if(mask.values, isNaN); count > 0)
        throw badData(file,
                      FUSIFORM_TR("core", "a number in every voxel of a mask, or a threshold that "
                                          "voxels have to reach (--threshold)"),
                      FUSIFORM_TR("core", "%1 voxels without a number").arg(count));
    if (const auto part = std::ranges::find_if_not(mask.values, isWhole); part != mask.values.end())
        throw badData(file,
                      FUSIFORM_TR("core", "0 and 1, as masks have, or a threshold that voxels have "
                                          "to reach (--threshold)"),
                      FUSIFORM_TR("core", "%1").arg(static_cast<double>(*part)));
    std::set<float> others;
    for (const float value : mask.values)
        if (std::round(value) != 0 && others.size() < 2)
            others.insert(std::round(value));
    if (others.size() > 1)
        progress.warn(FUSIFORM_TR("core", "%1 has several values, as a label image: every voxel "
                                          "that is not 0 is taken. region make --atlas takes its "
                                          "labels apart.")
                          .arg(file.filename().string()));
}

/// The voxels of the brain mask that hold a point.
image::VoxelSet voxelsOf(const io::FreeSurferLabel& label, const Eigen::Affine3d& scannerFromPoints,
                         const glm::Fit& fit)
{
    image::VoxelSet voxels(fit.grid.shape);
    for (const io::FreeSurferLabel::Point& point : label.points) {
        const Eigen::Vector3d at(point.at[0], point.at[1], point.at[2]);
        const image::Voxel voxel = fit.grid.nearest({scannerFromPoints * at});
        if (fit.grid.contains(voxel) && fit.positionOf(fit.grid.index(voxel)) >= 0)
            voxels.insert(voxel);
    }
    return voxels;
}

/// How the points of a label lie to the scanner.
Eigen::Affine3d placeOf(const io::FreeSurferLabel& label, const fs::path& file,
                        const RegionFileOptions& options)
{
    if (lowerCase(label.comment).find("vox2ras=scanner") != std::string::npos)
        return Eigen::Affine3d::Identity();
    if (!options.surface.empty())
        if (const auto volume = io::readFreeSurferSurface(options.surface).volume)
            return io::scannerFromSurfaceRas(*volume);
    throw badData(file,
                  FUSIFORM_TR("core", "points in scanner coordinates (vox2ras=scanner), or a "
                                      "surface of the subject that tells its volume (--surface)"),
                  FUSIFORM_TR("core", "points in the coordinates of FreeSurfer's surfaces"));
}

roi::Region regionOfPoints(const io::FreeSurferLabel& label, const fs::path& file,
                           const glm::Fit& fit, const RegionFileOptions& options)
{
    if (label.points.size() != label.declared)
        throw badData(file,
                      FUSIFORM_TR("core", "%1 vertices, as its second line says")
                          .arg(static_cast<unsigned long>(label.declared)),
                      FUSIFORM_TR("core", "%1").arg(label.points.size()));
    roi::Region region;
    region.voxels = voxelsOf(label, placeOf(label, file, options), fit);
    region.made = "points of " + file.filename().string();
    if (region.voxels.isEmpty())
        throw badData(file, FUSIFORM_TR("core", "points inside the mask of the fit"),
                      FUSIFORM_TR("core", "none: it may lie in another space"));
    return region;
}

roi::Region regionOfVertices(const fs::path& file, const glm::Fit& fit,
                             const RegionFileOptions& options, Progress& progress)
{
    const LabelledSurfaceFiles files
        = options.surface.empty() ? findSurfaces(file)
                                  : LabelledSurfaceFiles{file, options.surface, options.pial};
    std::vector<AtlasRegion> regions = surfaceRegions({&files, 1}, fit, {}, progress);
    if (regions.size() == 1)
        return std::move(regions.front().region);
    std::vector<std::string> names;
    for (const AtlasRegion& one : regions)
        names.push_back(one.region.name);
    if (names.empty())
        throw badData(file, FUSIFORM_TR("core", "labels inside the mask of the fit"),
                      FUSIFORM_TR("core", "none: it may lie in another space"));
    throw badData(file,
                  FUSIFORM_TR("core", "one region; region make --atlas makes masks of several"),
                  FUSIFORM_TR("core", "%1: %2").arg(names.size()).arg(joined(names)));
}

} // namespace

image::Grid gridOf(const fs::path& file)
{
    if (!isMgh(file))
        return placedHeader(file).grid();
    const io::MghHeader header = io::readMghHeader(file);
    if (!header.hasOrientation)
        throw badData(file, FUSIFORM_TR("core", "a volume that says where it lies"),
                      FUSIFORM_TR("core", "no orientation"));
    return {{header.shape[0], header.shape[1], header.shape[2]}, header.affine};
}

image::Volume readPlacedVolume(const fs::path& file)
{
    const auto volumes = isMgh(file) ? static_cast<Index>(io::readMghHeader(file).shape[3])
                                     : placedHeader(file).volumeCount();
    if (volumes != 1)
        throw badData(file, FUSIFORM_TR("core", "an image of one volume"),
                      FUSIFORM_TR("core", "%1").arg(volumes));
    return isMgh(file) ? io::readMghVolume(file) : io::readVolume(file);
}

roi::PlacedSet readMask(const fs::path& file, const std::optional<double>& threshold,
                        Progress& progress)
{
    const image::Volume mask = readPlacedVolume(file);
    if (!threshold)
        checkValues(mask, file, progress);
    std::vector<Index> members;
    for (Index v = 0; v < mask.grid.size(); ++v) {
        const float value = mask.values[static_cast<std::size_t>(v)];
        if (threshold ? static_cast<double>(value) >= *threshold : std::round(value) != 0)
            members.push_back(v);
    }
    if (members.empty())
        throw badData(file, FUSIFORM_TR("core", "a mask with voxels"), FUSIFORM_TR("core", "none"));
    return {image::VoxelSet::of(mask.grid.shape, members), mask.grid};
}

image::VoxelSet broughtTo(const image::Grid& grid, const roi::PlacedSet& set, const fs::path& file,
                          const RegionFileOptions& options, Progress& progress)
{
    if (image::isSameGrid(set.grid, grid, 0.01))
        return set.voxels;
    if (options.otherGrid == OtherGrid::Refuse)
        throw badData(file,
                      FUSIFORM_TR("core", "a mask on the grid of the fit (%1 x %2 x %3)")
                          .arg(grid.shape[0])
                          .arg(grid.shape[1])
                          .arg(grid.shape[2]),
                      FUSIFORM_TR("core", "another grid (%1 x %2 x %3)")
                          .arg(set.grid.shape[0])
                          .arg(set.grid.shape[1])
                          .arg(set.grid.shape[2]));
    image::VoxelSet there = roi::resampled(set, grid, options.resampling, progress);
    const auto volume = [](const image::VoxelSet& voxels, const image::Grid& on) {
        return static_cast<double>(voxels.count()) * on.affine.voxelVolume();
    };
    if (there.isEmpty())
        throw badData(file, FUSIFORM_TR("core", "a mask that fills voxels of the other grid"),
                      FUSIFORM_TR("core", "none of them: it may lie elsewhere or be too small"));
    progress.warn(FUSIFORM_TR("core", "%1 lies on another grid: its %2 voxels (%3 mm³) became %4 "
                                      "(%5 mm³).")
                      .arg(file.filename().string())
                      .arg(set.voxels.count())
                      .arg(volume(set.voxels, set.grid))
                      .arg(there.count())
                      .arg(volume(there, grid)));
    return there;
}

roi::Region readRegion(const fs::path& file, const glm::Fit& fit, const RegionFileOptions& options,
                       Progress& progress)
{
    roi::Region region;
    if (!io::isVertexLabels(file)) {
        const roi::PlacedSet set = readMask(file, options.threshold, progress);
        region.voxels = broughtTo(fit.grid, set, file, options, progress);
        region.made = "mask file " + file.filename().string();
    } else if (lowerCase(file.extension().string()) == ".label") {
        const io::FreeSurferLabel label = io::readFreeSurferLabel(file);
        const bool isOfVertices
            = std::ranges::any_of(label.points, [](const io::FreeSurferLabel::Point& point) {
                  return point.vertex >= 0;
              });
        region = isOfVertices ? regionOfVertices(file, fit, options, progress)
                              : regionOfPoints(label, file, fit, options);
    } else {
        region = regionOfVertices(file, fit, options, progress);
    }
    region.name = regionNameOf(file);
    return region;
}

} // namespace fusiform::import
