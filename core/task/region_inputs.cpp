// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/region_inputs.h"

#include "core/roi/threshold.h"
#include "core/util/error.h"
#include "core/util/joined.h"
#include "core/util/tsv.h"

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;

/// What `localizer` wrote beside its maps.
struct LocalizerNote {
    std::string contrast;
    std::string subject;
};
LocalizerNote noteIn(const fs::path& folder)
{
    const fs::path file = folder / "localizer.json";
    if (!fs::exists(file))
        return {};
    const Json json = readJson(file);
    const auto text = [&](const char* key) {
        const auto result = json.find("result");
        return result != json.end() && result->is_object() && result->contains(key)
                       && (*result)[key].is_string()
                   ? (*result)[key].get<std::string>()
                   : std::string();
    };
    return {text("contrast"), text("subject")};
}

NamedMap mapInFolder(const fs::path& folder, const glm::Fit& fit, Progress& progress)
{
    const fs::path file = folder / "t.nii.gz";
    if (!fs::exists(file))
        throw badData(folder, FUSIFORM_TR("core", "t.nii.gz, as localizer and contrast write it"),
                      FUSIFORM_TR("core", "none"));
    const LocalizerNote note = noteIn(folder);
    if (!note.subject.empty() && note.subject != fit.subject)
        progress.warn(FUSIFORM_TR("core", "%1 is a localizer of %2; the fit is of %3.")
                          .arg(folder.string())
                          .arg(note.subject)
                          .arg(fit.subject));
    const std::string name
        = note.contrast.empty() ? file.filename().string() : "localizer " + note.contrast;
    return {name, roi::mapOnGrid(import::readPlacedVolume(file), fit.grid, name, progress)};
}

} // namespace

import::RegionFileOptions fileOptions(const RegionOptions& options){
    import::RegionFileOptions result;
result.otherGrid
    = options.otherGrid == "refuse" ? import::OtherGrid::Refuse : import::OtherGrid::Resample;
result.resampling
    = {options.resampling == "nearest" ? roi::Resampling::Nearest : roi::Resampling::Share,
       options.share};
result.threshold = options.threshold;
// For export the surface is what is written, not what is read.
if (options.action == "export")
    return result;
if (options.surfaces.size() > 1 || options.pials.size() > options.surfaces.size())
    throw usage(FUSIFORM_TR("core", "Give --surface once, and --pial only with it."));
if (!options.surfaces.empty())
    result.surface = options.surfaces.front();
if (!options.pials.empty())
    result.pial = options.pials.front();
return result;
} // namespace fusiform::task

roi::Neighbours neighboursOf(const RegionOptions& options)
{
    return options.neighbours == "26"   ? roi::Neighbours::Corners
           : options.neighbours == "18" ? roi::Neighbours::Edges
                                        : roi::Neighbours::Faces;
}

roi::Region regionCalled(const std::string& name, const glm::Fit& fit, const RegionOptions& options,
                         Progress& progress)
{
    std::vector<std::string> names;
    for (roi::Region& region : roi::offeredRegions(fit, fit.modelNamed(options.model))) {
        if (lowerCase(region.name) == lowerCase(name))
            return std::move(region);
        names.push_back(region.name);
    }
    if (!fs::exists(name))
        throw usage(
            FUSIFORM_TR("core",
                        "There is no region called %1 and no file of that name; the fit has %2.")
                .arg(name)
                .arg(joined(names)));
    return import::readRegion(name, fit, fileOptions(options), progress);
}

NamedMap mapOf(const glm::Fit& fit, const RegionOptions& options, Progress& progress)
{
    const std::string& map = options.map;
    if (map.empty() || map == "t")
        return {"t", fit.volumeOf(fit.tFace)};
    if (map == "gain")
        return {map, fit.volumeOf(fit.modelNamed(options.model).gain)};
    if (fs::is_directory(map))
        return mapInFolder(map, fit, progress);
    if (!fs::exists(map))
        throw usage(FUSIFORM_TR("core", "--map %1: there is no such file; t and gain are maps of "
                                        "the fit.")
                        .arg(map));
    const std::string name = fs::path(map).filename().string();
    return {name, roi::mapOnGrid(import::readPlacedVolume(map), fit.grid, name, progress)};
}

fs::path likeImage(const glm::Fit& fit, const RegionOptions& options)
{
    if (options.like != "t1")
        return options.like;
    if (fit.anatomy.empty())
        throw usage(FUSIFORM_TR("core", "--like t1: the fit has no T1 image; name an image."));
    return fit.anatomy;
}

} // namespace fusiform::task
