// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/region_actions.h"

#include "core/io/surface_file.h"
#include "core/roi/region_files.h"
#include "core/task/overwrite.h"
#include "core/task/region_inputs.h"
#include "core/task/region_results.h"

namespace fusiform::task {

namespace {

Json sizeOf(const roi::PlacedSet& set)
{
    return {{"voxels", set.voxels.count()},
            {"volume_mm3", static_cast<double>(set.voxels.count()) * set.grid.affine.voxelVolume()},
            {"shape", set.grid.shape}};
}

} // namespace

Outcome resampleMask(const RegionOptions& options, Progress& progress)
{
    requireMaskName(options.out);
    refuseExisting(options.out, options.overwrite);
    const glm::Fit fit = glm::readFit(options.fit);
    const std::filesystem::path file = options.region;
    // A mask is taken on its own grid; what else is a region is one of the fit's grid.
    const bool isMask = std::filesystem::exists(file) && !io::isVertexLabels(file);
    roi::Region region;
    if (!isMask)
        region = regionCalled(options.region, fit, options, progress);
    const roi::PlacedSet before = isMask ? import::readMask(file, options.threshold, progress)
                                         : roi::PlacedSet{region.voxels, fit.grid};
    const image::Grid grid
        = options.like.empty() ? fit.grid : import::gridOf(likeImage(fit, options));
    region.name = !options.name.empty() ? options.name
                  : isMask              ? file.filename().string()
                                        : region.name;
    region.voxels = import::broughtTo(grid, before, file, fileOptions(options), progress);
    if (isMask)
        region.made = "mask file " + file.filename().string();
    roi::writeMask(options.out, {region.voxels, grid});
    // Values are known on the grid of the fit alone.
    const bool isOnFit = image::isSameGrid(grid, fit.grid, 0.01);
    Outcome outcome;
    outcome.json = describeRegion(region, grid,
                                  isOnFit ? std::optional(fit.volumeOf(fit.tFace)) : std::nullopt);
    outcome.json["before"] = sizeOf(before);
    outcome.json["shape"] = grid.shape;
    outcome.json["out"] = options.out.string();
    outcome.text = regionText(outcome.json) + ", in " + options.out.string() + "\n";
    return outcome;
}

} // namespace fusiform::task
