// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/region_task.h"

#include "core/import/surface_labels.h"
#include "core/io/nifti.h"
#include "core/io/surface_file.h"
#include "core/roi/thirds.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <set>

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

void writeMask(const fs::path& file, const roi::Region& region, const image::Grid& grid)
{
    image::Volume mask{grid, std::vector<float>(static_cast<std::size_t>(grid.size()), 0.0F)};
    for (const image::Index index : region.voxels.indices())
        mask.values[static_cast<std::size_t>(index)] = 1;
    io::NiftiWriteOptions asBytes;
    asBytes.storage = io::NiftiStorage::UInt8;
    io::writeVolume(file, mask, asBytes);
}

std::string hexOf(const std::array<std::uint8_t, 3>& colour)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "#";
    for (const std::uint8_t part : colour)
        (text += kDigits[part >> 4U]) += kDigits[part & 15U];
    return text;
}

Json describe(const AtlasRegion& one, const glm::Fit& fit, const std::string& file)
{
    const roi::RegionMeasures measures = roi::measure(one.region.voxels, fit.grid);
    // The peak is that of t(face - fixation).
    const auto positions = fit.positionsOf(one.region.voxels);
    const auto peak = std::ranges::max_element(
        positions, {}, [&](Eigen::Index p) { return fit.tFace[static_cast<std::size_t>(p)]; });
    const auto list = [](const image::MmPoint& mm) {
        return std::array{mm.at[0], mm.at[1], mm.at[2]};
    };
    return {{"name", one.region.name},
            {"label", one.label},
            {"voxels", measures.voxels},
            {"volume_mm3", measures.volumeMm3},
            {"centre_mm", list(measures.centre)},
            {"peak_mm", list(fit.grid.mm(fit.voxels[static_cast<std::size_t>(*peak)]))},
            {"hash", one.region.voxels.hash()},
            {"made", one.region.made},
            {"color", hexOf(one.region.colour)},
            {"file", file}};
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

void describe(RegionOptions& options, Fields& fields)
{
    fields
        .add("action", &options.action,
             FUSIFORM_TR("core", "make: regions from the labels of an atlas, or by --thirds."))
        .oneOf({"make"})
        .positional();
    fields.add("fit", &options.fit, FUSIFORM_TR("core", "The folder of the fit.")).positional();
    fields.add("atlas", &options.atlases,
               FUSIFORM_TR("core", "A label image in the subject's scanner space (NIfTI, .mgz), or "
                                   "labels of the cortical surface (.annot, .label, .label.gii), "
                                   "then once for each side."));
    fields.add("surface", &options.surfaces,
               FUSIFORM_TR("core",
                           "The white surface of labels, or the only one, for each --atlas; "
                           "default: looked for in ../surf and beside the labels."));
    fields.add("pial", &options.pials,
               FUSIFORM_TR("core", "The pial surface, for each --surface."));
    fields
        .add("depth-from", &options.depthFrom,
             FUSIFORM_TR("core", "Where the cortex begins that is taken: 0 is the white surface, 1 "
                                 "the pial one."))
        .between(0, 1);
    fields.add("depth-to", &options.depthTo, FUSIFORM_TR("core", "Where it ends.")).between(0, 1);
    fields.add("names", &options.names,
               FUSIFORM_TR("core", "Names of its labels: lookup table, .tsv, .csv, .json, FSL's "
                                   ".xml, ...; default: the file beside it."));
    fields.add("label", &options.labels,
               FUSIFORM_TR("core", "Only this label, by name or number; may be given more than "
                                   "once."));
    fields.add("thirds", &options.thirds,
               FUSIFORM_TR("core", "The selected voxels, cut into occipital, temporal and "
                                   "frontoparietal; without planes into equal thirds, or as an "
                                   "imported fit came."));
    fields
        .add("occipital-behind", &options.occipitalBehind,
             FUSIFORM_TR("core", "Of the thirds: occipital is what lies behind this y."))
        .in("mm");
    fields
        .add("temporal-below", &options.temporalBelow,
             FUSIFORM_TR("core", "Of the thirds: of the rest, temporal is what lies below this z."))
        .in("mm");
    fields.add(
        "model", &options.model,
        FUSIFORM_TR("core", "Face model whose selected voxels are cut; default: the first."));
    fields.add("out", &options.out, FUSIFORM_TR("core", "The folder of masks to write."))
        .required();
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing folder."));
}

namespace {

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

} // namespace

Outcome runRegion(const RegionOptions& options, Progress& progress)
{
    if (options.thirds != options.atlases.empty())
        throw usage(FUSIFORM_TR("core", "Either --atlas or --thirds says what regions to make."));
    if (!options.thirds && (options.occipitalBehind || options.temporalBelow))
        throw usage(
            FUSIFORM_TR("core", "--occipital-behind and --temporal-below are of --thirds."));
    const glm::Fit fit = glm::readFit(options.fit);
    const std::vector<AtlasRegion> regions
        = options.thirds ? thirdsOf(fit, options) : labelsOf(fit, options, progress);
    AtomicFolder output(options.out, AtomicFolder::existing(options.overwrite));
    Json list = Json::array();
    std::set<std::string> taken;
    image::Index voxels = 0;
    for (const AtlasRegion& one : regions) {
        const std::string file = fileNameFor(one, taken);
        writeMask(output.path() / file, one.region, fit.grid);
        list.push_back(describe(one, fit, file));
        voxels += one.region.voxels.count();
    }
    writeTable(output.path() / "regions.tsv", list);
    output.commit();
    const std::string text = std::to_string(regions.size()) + " regions with "
                             + std::to_string(voxels) + " voxels in " + options.out.string() + "\n";
    return {{{"regions", std::move(list)}, {"voxels", voxels}, {"out", options.out.string()}},
            text};
}

} // namespace fusiform::task
