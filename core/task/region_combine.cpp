// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/region_actions.h"

#include "core/roi/components.h"
#include "core/roi/expression.h"
#include "core/roi/mirror.h"
#include "core/roi/morphology.h"
#include "core/task/overwrite.h"
#include "core/task/region_inputs.h"
#include "core/task/region_results.h"
#include "core/util/tsv.h"

#include <algorithm>

namespace fusiform::task {

namespace {

/// A mask of --mask, inside the brain mask, called by its name there.
roi::Region readNamedMask(const std::string& text, const glm::Fit& fit,
                          const RegionOptions& options, Progress& progress)
{
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos || sign == 0 || sign + 1 == text.size())
        throw usage(FUSIFORM_TR("core", "--mask takes NAME=FILE; found %1.").arg(text));
    const std::filesystem::path file = text.substr(sign + 1);
    roi::Region region = import::readRegion(file, fit, fileOptions(options), progress);
    region.name = text.substr(0, sign);
    const image::VoxelSet inside = region.voxels.intersected(roi::brainMask(fit));
    if (inside.count() < region.voxels.count())
        progress.warn(FUSIFORM_TR("core", "%1: %2 of %3 voxels lie outside the mask of the fit and "
                                          "are left out.")
                          .arg(file.filename().string())
                          .arg(region.voxels.count() - inside.count())
                          .arg(region.voxels.count()));
    region.voxels = inside;
    return region;
}

/// The regions of the fit and the masks, no two of one name.
std::vector<roi::Region> namedRegions(const glm::Fit& fit, const RegionOptions& options,
                                      Progress& progress)
{
    std::vector<roi::Region> regions = roi::offeredRegions(fit, fit.modelNamed(options.model));
    for (const std::string& text : options.masks) {
        roi::Region mask = readNamedMask(text, fit, options, progress);
        const auto name = [](const roi::Region& region) { return lowerCase(region.name); };
        if (std::ranges::find(regions, name(mask), name) != regions.end())
            throw usage(
                FUSIFORM_TR("core", "Two regions are called %1: give the mask another name.")
                    .arg(mask.name));
        regions.push_back(std::move(mask));
    }
    return regions;
}

image::VoxelSet evaluated(const std::string& expression, const std::vector<roi::Region>& regions,
                          const image::VoxelSet& brainMask)
{
    roi::ExpressionNames names;
    for (const roi::Region& region : regions)
        names.known.push_back(region.name);
    names.find = [&](const std::string& name) {
        return std::ranges::find(regions, name, &roi::Region::name)->voxels;
    };
    names.everything = brainMask;
    return roi::setOf(expression, names);
}

/// What is done with the result, in the order of the options, and said in `made`.
void change(roi::Region& region, const glm::Fit& fit, const RegionOptions& options,
            Progress& progress)
{
    const auto step = [&](image::VoxelSet voxels, const std::string& text) {
        region.voxels = std::move(voxels);
        region.made += "; " + text;
    };
    const roi::Neighbours neighbours = neighboursOf(options);
    const image::VoxelSet mask = roi::brainMask(fit);
    if (options.mirror)
        step(roi::mirrored(region.voxels, fit.grid).intersected(mask), "mirrored");
    if (options.shrink)
        step(roi::shrunk(region.voxels, fit.grid, *options.shrink, progress),
             "shrunk by " + numberText(*options.shrink) + " mm");
    if (options.grow)
        step(roi::grown(region.voxels, fit.grid, *options.grow, progress).intersected(mask),
             "grown by " + numberText(*options.grow) + " mm");
    if (options.fill)
        step(roi::withHolesFilled(region.voxels).intersected(mask), "holes filled");
    if (options.dropBelow > 1)
        step(roi::withoutSmallComponents(region.voxels, options.dropBelow, neighbours),
             "pieces of at least " + std::to_string(options.dropBelow) + " voxels");
    if (options.largest)
        step(roi::largestComponent(region.voxels, neighbours), "largest piece");
}

} // namespace

Outcome combineRegions(const RegionOptions& options, Progress& progress)
{
    requireMaskName(options.out);
    refuseExisting(options.out, options.overwrite);
    const glm::Fit fit = glm::readFit(options.fit);
    const std::vector<roi::Region> regions = namedRegions(fit, options, progress);
    roi::Region region;
    region.name = options.name.empty() ? options.region : options.name;
    region.made = options.region;
    // Parts of an imported selection may lie outside the mask.
    const image::VoxelSet mask = roi::brainMask(fit);
    region.voxels = evaluated(options.region, regions, mask).intersected(mask);
    change(region, fit, options, progress);
    return writeRegion(region, fit.volumeOf(fit.tFace), options.out, options.overwrite);
}

} // namespace fusiform::task
