// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/region_actions.h"

#include "core/import/surface_labels.h"
#include "core/io/surface_file.h"
#include "core/roi/flood.h"
#include "core/roi/shapes.h"
#include "core/roi/thirds.h"
#include "core/roi/threshold.h"
#include "core/task/number_list.h"
#include "core/task/region_inputs.h"
#include "core/task/region_results.h"

#include <algorithm>
#include <iterator>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;
using import::AtlasRegion;

/// Those that were asked for, by name (case does not matter) or by number.
std::vector<AtlasRegion> chosen(std::vector<AtlasRegion> regions,
                                const std::vector<std::string>& labels, const fs::path& atlas)
{
    if (labels.empty())
        return regions;
    std::vector<AtlasRegion> result;
    for (const std::string& wanted : labels) {
        const std::size_t before = result.size();
        // Both sides of the cortex may have the same number.
        std::ranges::copy_if(regions, std::back_inserter(result), [&](const AtlasRegion& one) {
            return lowerCase(one.region.name) == lowerCase(wanted)
                   || std::to_string(one.label) == wanted;
        });
        if (result.size() == before)
            throw badData(
                atlas, FUSIFORM_TR("core", "the label %1 inside the mask of the fit").arg(wanted),
                FUSIFORM_TR("core", "%1 others").arg(regions.size()));
    }
    return result;
}

std::vector<AtlasRegion> thirdsOf(const glm::Fit& fit, const RegionOptions& options)
{
    const glm::ModelFit& model = fit.modelNamed(options.model);
    std::vector<roi::Region> thirds;
    if (!model.parts.empty() && !options.occipitalBehind && !options.temporalBelow) {
        thirds = roi::offeredRegions(fit, model);
        thirds.erase(thirds.begin()); // all selected voxels
    } else {
        roi::ThirdsPlanes planes = roi::equalThirds(fit, model);
        planes.occipitalBehind = options.occipitalBehind.value_or(planes.occipitalBehind);
        planes.temporalBelow = options.temporalBelow.value_or(planes.temporalBelow);
        thirds = roi::thirdsAt(fit, model, planes);
    }
    std::vector<AtlasRegion> regions;
    for (roi::Region& region : thirds) {
        const auto label = static_cast<std::int64_t>(regions.size() + 1);
        if (region.voxels.isEmpty())
            throw usage(FUSIFORM_TR("core", "No voxel of %1 lies there: %2.")
                            .arg(region.name)
                            .arg(region.made));
        regions.push_back({label, std::move(region)});
    }
    return regions;
}

std::vector<AtlasRegion> labelsOfImage(const glm::Fit& fit, const RegionOptions& options,
                                       Progress& progress)
{
    const import::Atlas atlas = import::readAtlas(options.atlases.front(), options.names);
    if (atlas.names.empty())
        progress.warn(FUSIFORM_TR("core", "%1 has no names for its labels here (--names): regions "
                                          "are called by their numbers.")
                          .arg(options.atlases.front().filename().string()));
    return import::atlasRegions(atlas, fit, progress);
}

std::vector<AtlasRegion> labelsOfSurfaces(const glm::Fit& fit, const RegionOptions& options,
                                          Progress& progress)
{
    const std::size_t sides = options.atlases.size();
    const bool areGiven = options.surfaces.size() == sides;
    const bool isComplete = options.pials.empty() ? areGiven || options.surfaces.empty()
                                                  : areGiven && options.pials.size() == sides;
    if (!isComplete)
        throw usage(FUSIFORM_TR("core", "Give --surface, and --pial, once for each --atlas, in the "
                                        "same order."));
    if (options.depthFrom > options.depthTo)
        throw usage(FUSIFORM_TR("core", "--depth-from lies above --depth-to."));
    std::vector<import::LabelledSurfaceFiles> files;
    for (std::size_t side = 0; side < sides; ++side)
        files.push_back(
            areGiven ? import::LabelledSurfaceFiles{options.atlases[side], options.surfaces[side],
                                                    options.pials.empty() ? fs::path()
                                                                          : options.pials[side]}
                     : import::findSurfaces(options.atlases[side]));
    return import::surfaceRegions(files, fit, {options.depthFrom, options.depthTo}, progress);
}

std::vector<AtlasRegion> labelsOf(const glm::Fit& fit, const RegionOptions& options,
                                  Progress& progress)
{
    const bool areSurfaces = std::ranges::all_of(options.atlases, io::isVertexLabels);
    if (!areSurfaces && options.atlases.size() > 1)
        throw usage(FUSIFORM_TR("core", "Only labels of surfaces take more than one --atlas."));
    if (!areSurfaces && !(options.surfaces.empty() && options.pials.empty()))
        throw usage(FUSIFORM_TR("core", "--surface and --pial belong to labels of surfaces."));
    if (areSurfaces && !options.names.empty())
        throw usage(FUSIFORM_TR("core", "--names belongs to label images: labels of surfaces have "
                                        "their own."));
    const fs::path& first = options.atlases.front();
    const std::vector<AtlasRegion> regions
        = chosen(areSurfaces ? labelsOfSurfaces(fit, options, progress)
                             : labelsOfImage(fit, options, progress),
                 options.labels, first);
    if (regions.empty())
        throw badData(first, FUSIFORM_TR("core", "labels inside the mask of the fit"),
                      FUSIFORM_TR("core", "none: it may lie in another space"));
    return regions;
}

std::string placeText(const Eigen::Vector3d& at)
{
    return numberText(at[0]) + ", " + numberText(at[1]) + ", " + numberText(at[2]);
}

roi::Region sphereOf(const glm::Fit& fit, const RegionOptions& options)
{
    if (!options.radius)
        throw usage(FUSIFORM_TR("core", "--sphere needs --radius."));
    const std::vector<double> at = numbersIn(options.sphere, "sphere", 3, 3);
    const image::MmPoint centre{{at[0], at[1], at[2]}};
    roi::Region region = roi::sphere(fit, centre, *options.radius);
    region.made += " round " + placeText(centre.at) + " mm";
    return region;
}

roi::Region boxOf(const glm::Fit& fit, const RegionOptions& options)
{
    const std::vector<double> at = numbersIn(options.box, "box", 6, 6);
    const image::MmPoint corner{{at[0], at[1], at[2]}};
    const image::MmPoint opposite{{at[3], at[4], at[5]}};
    const image::VoxelSet mask = roi::brainMask(fit);
    return {"box", roi::kOrange, roi::box(fit.grid, corner, opposite, &mask),
            "box from " + placeText(corner.at) + " to " + placeText(opposite.at) + " mm", false};
}

roi::Region criterionOf(const glm::Fit& fit, const RegionOptions& options)
{
    const std::vector<double> at = numbersIn(options.criterion, "criterion", 2, 2);
    return roi::aboveCriterion(fit, fit.modelNamed(options.model), at[0], at[1]);
}

roi::ValueRange rangeOf(const RegionOptions& options)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    return roi::between(options.above.value_or(-kInfinity), options.below.value_or(kInfinity));
}

/// --above 3 --below -2 cannot mean what lies between: the tails beyond both are meant.
bool areTails(const RegionOptions& options)
{
    return options.above && options.below && *options.below < *options.above;
}

std::string rangeText(const RegionOptions& options)
{
    std::string text;
    if (options.above)
        text += " above " + numberText(*options.above);
    if (options.below)
        text += (text.empty()        ? " below "
                 : areTails(options) ? " or below "
                                     : " and below ")
                + numberText(*options.below);
    return text;
}

roi::Region thresholdOf(const glm::Fit& fit, const RegionOptions& options, Progress& progress)
{
    if (!options.above && !options.below)
        throw usage(FUSIFORM_TR("core", "--map needs --above or --below, or both."));
    const NamedMap map = mapOf(fit, options, progress);
    const image::VoxelSet mask = roi::brainMask(fit);
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const image::VoxelSet voxels
        = areTails(options)
              ? roi::withValues(map.values, roi::between(*options.above, kInfinity), mask)
                    .united(
                        roi::withValues(map.values, roi::between(-kInfinity, *options.below), mask))
              : roi::withValues(map.values, rangeOf(options), mask);
    return {"threshold", roi::kBlue, voxels, map.name + rangeText(options), false};
}

roi::Region floodOf(const glm::Fit& fit, const RegionOptions& options, Progress& progress)
{
    const bool hasRange = options.above || options.below;
    if (hasRange == options.tolerance.has_value())
        throw usage(FUSIFORM_TR("core", "--flood needs either --above or --below, or "
                                        "--tolerance."));
    const std::vector<double> at = numbersIn(options.flood, "flood", 3, 3);
    const image::MmPoint place{{at[0], at[1], at[2]}};
    const image::Voxel seed = fit.grid.nearest(place);
    if (!fit.grid.contains(seed) || fit.positionOf(fit.grid.index(seed)) < 0)
        throw usage(
            FUSIFORM_TR("core", "--flood %1 lies outside the mask of the fit.").arg(options.flood));
    const NamedMap map = mapOf(fit, options, progress);
    const roi::ValueRange range = options.tolerance
                                      ? roi::valuesAround(map.values, seed, *options.tolerance)
                                      : rangeOf(options);
    const std::string how = options.tolerance
                                ? " within " + numberText(*options.tolerance) + " of its value"
                                : rangeText(options);
    roi::Region region{
        "flood", roi::kBlue,
        roi::flood(map.values, seed, {range, neighboursOf(options)}, roi::brainMask(fit)),
        "flood of " + map.name + " from " + placeText(place.at) + " mm" + how, false};
    if (region.voxels.isEmpty())
        throw usage(FUSIFORM_TR("core", "--flood %1 fills nothing: the value of %2 there is %3.")
                        .arg(options.flood)
                        .arg(map.name)
                        .arg(static_cast<double>(map.values.at(seed))));
    return region;
}

/// A way to make regions, and whether it was asked for.
void checkWays(const RegionOptions& options)
{
    const bool isFlood = !options.flood.empty();
    const int ways = int{!options.atlases.empty()} + int{options.thirds}
                     + int{!options.sphere.empty()} + int{!options.box.empty()}
                     + int{!options.criterion.empty()} + int{isFlood || !options.map.empty()};
    if (ways != 1)
        throw usage(FUSIFORM_TR("core", "Say what regions to make by one of --atlas, --thirds, "
                                        "--sphere, --box, --criterion, --map and --flood."));
    if (!options.thirds && (options.occipitalBehind || options.temporalBelow))
        throw usage(
            FUSIFORM_TR("core", "--occipital-behind and --temporal-below are of --thirds."));
    if (options.sphere.empty() && options.radius)
        throw usage(FUSIFORM_TR("core", "--radius is of --sphere."));
    if (!isFlood && options.tolerance)
        throw usage(FUSIFORM_TR("core", "--tolerance is of --flood."));
    if (!isFlood && options.map.empty() && (options.above || options.below))
        throw usage(FUSIFORM_TR("core", "--above and --below are of --map and --flood."));
    const bool isNothing = options.above && options.below && !(*options.above < *options.below);
    if (isNothing && (isFlood || !areTails(options)))
        throw usage(FUSIFORM_TR("core", "No value is greater than --above %1 and less than --below "
                                        "%2.")
                        .arg(*options.above)
                        .arg(*options.below));
}

std::vector<AtlasRegion> regionsOf(const glm::Fit& fit, const RegionOptions& options,
                                   Progress& progress)
{
    if (!options.atlases.empty())
        return labelsOf(fit, options, progress);
    if (options.thirds)
        return thirdsOf(fit, options);
    roi::Region region = !options.sphere.empty()      ? sphereOf(fit, options)
                         : !options.box.empty()       ? boxOf(fit, options)
                         : !options.criterion.empty() ? criterionOf(fit, options)
                         : !options.flood.empty()     ? floodOf(fit, options, progress)
                                                      : thresholdOf(fit, options, progress);
    if (region.voxels.isEmpty())
        throw usage(FUSIFORM_TR("core", "No voxel of the fit's mask is in this region: %1.")
                        .arg(region.made));
    return {{1, std::move(region)}};
}

} // namespace

Outcome makeRegions(const RegionOptions& options, Progress& progress)
{
    checkWays(options);
    const glm::Fit fit = glm::readFit(options.fit);
    std::vector<AtlasRegion> regions = regionsOf(fit, options, progress);
    const bool isOne = regions.size() == 1;
    if (!isOne && !options.name.empty())
        throw usage(
            FUSIFORM_TR("core", "--name is that of one region; there are %1.").arg(regions.size()));
    if (!options.name.empty())
        regions.front().region.name = options.name;
    const image::Volume t = fit.volumeOf(fit.tFace);
    if (!isMaskName(options.out)) {
        Outcome outcome = writeRegions(regions, t, options.out, options.overwrite);
        // One region has its keys at hand too.
        const Json first = outcome.json["regions"].front();
        for (const auto& [key, value] : first.items())
            if (isOne && !outcome.json.contains(key))
                outcome.json[key] = value;
        return outcome;
    }
    if (!isOne)
        throw usage(FUSIFORM_TR("core", "--out %1 is the name of one mask, and there are %2 "
                                        "regions: give the name of a folder.")
                        .arg(options.out.string())
                        .arg(regions.size()));
    return writeRegion(regions.front().region, t, options.out, options.overwrite);
}

} // namespace fusiform::task
