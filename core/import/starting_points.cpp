// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/starting_points.h"

#include "core/glm/provenance.h"

#include "core/import/anatomy_folders.h"
#include "core/import/region_file.h"
#include "core/roi/threshold.h"
#include "core/util/error.h"
#include "core/util/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;
using Kind = StartingPoint::Kind;

void addLocalizer(const fs::path& folder, const std::string& subject,
                  std::vector<StartingPoint>& points)
{
    std::error_code ignored;
    const fs::path file = folder / "localizer.json";
    if (!fs::exists(file, ignored) || !fs::exists(folder / "t.nii.gz", ignored))
        return;
    try {
        const Json json = readJson(file);
        const Json& result = json.at("result");
        if (result.value("subject", "") == subject)
            points.push_back({Kind::Localizer, result.at("contrast"), folder});
    } catch (const std::exception&) {
        return; // something else under this name: no offer, and no matter
    }
}

void addFreeSurfer(const fs::path& subject, std::vector<StartingPoint>& points)
{
    std::error_code ignored;
    for (const char* const name : {"aparc+aseg.mgz", "aparc.a2009s+aseg.mgz"})
        if (const fs::path file = subject / "mri" / name; fs::exists(file, ignored))
            points.push_back({Kind::Parcels, fs::path(name).stem().string(), file});
}

void addFmriPrep(const fs::path& anat, std::vector<StartingPoint>& points)
{
    for (const fs::path& file : nativeFiles(anat)) {
        const std::string name = file.filename().string();
        if (name.ends_with("desc-aparcaseg_dseg.nii.gz")
            || name.ends_with("desc-aparcaseg_dseg.nii"))
            points.push_back({Kind::Parcels, "aparc+aseg", file});
    }
}

void addParcels(const glm::Fit& fit, std::vector<StartingPoint>& points)
{
    const AnatomyFolders folders = anatomyFolders(fit);
    for (const fs::path& subject : folders.freeSurfer)
        addFreeSurfer(subject, points);
    for (const fs::path& anat : folders.fmriPrep)
        addFmriPrep(anat, points);
}

void addStandardAtlases(std::vector<StartingPoint>& points)
{
    // Debian's mricron-data.
    const fs::path templates = "/usr/share/mricron/templates";
    constexpr std::array<std::array<const char*, 2>, 3> kAtlases
        = {{{"AAL", "aal.nii.gz"},
            {"Brodmann", "brodmann.nii.gz"},
            {"Harvard-Oxford", "HarvardOxford-cort-maxprob-thr0-1mm.nii.gz"}}};
    std::error_code ignored;
    for (const auto& [name, file] : kAtlases)
        if (fs::exists(templates / file, ignored))
            points.push_back({Kind::StandardAtlas, name, templates / file});
}

roi::Region above(const image::Volume& t, const std::string& name, const std::string& how,
                  const glm::Fit& fit)
{
    roi::Region region;
    region.name = name;
    region.colour = roi::kBlue;
    region.voxels = roi::withValues(
        t, roi::between(kStartingT, std::numeric_limits<double>::infinity()), roi::brainMask(fit));
    region.made = how + " > " + numberText(kStartingT);
    if (region.voxels.isEmpty())
        throw usage(FUSIFORM_TR("core", "No voxel of the brain mask has %1.").arg(region.made));
    return region;
}

} // namespace

bool isInStandardSpace(const glm::Fit& fit)
{
    return glm::recordedText(fit, "options", "space").starts_with("MNI");
}

std::vector<StartingPoint> startingPoints(const glm::Fit& fit)
{
    std::vector<StartingPoint> points
        = {{Kind::Criterion, "selected", {}}, {Kind::FacesAgainstFixation, "face - fixation", {}}};
    addLocalizer(fit.folder, fit.subject, points);
    for (const fs::path& inside : entriesOf(fit.folder))
        addLocalizer(inside, fit.subject, points);
    const fs::path around = fs::absolute(fit.folder).lexically_normal().parent_path();
    for (const fs::path& beside : entriesOf(around))
        addLocalizer(beside, fit.subject, points);
    addParcels(fit, points);
    addStandardAtlases(points);
    return points;
}

roi::Region regionFrom(const StartingPoint& point, const glm::Fit& fit, Progress& progress)
{
    switch (point.kind) {
    case Kind::Criterion: return roi::offeredRegions(fit, fit.models.front()).front();
    case Kind::FacesAgainstFixation:
        return above(fit.volumeOf(fit.tFace), "face - fixation", "t(face - fixation)", fit);
    case Kind::Localizer: {
        const fs::path file = point.file / "t.nii.gz";
        const image::Volume t
            = roi::mapOnGrid(readPlacedVolume(file), fit.grid, file.filename().string(), progress);
        return above(t, "localizer " + point.name, "localizer t(" + point.name + ")", fit);
    }
    case Kind::Parcels:
    case Kind::StandardAtlas: break;
    }
    throw usage(FUSIFORM_TR("core", "%1 holds many regions: choose some of them.").arg(point.name));
}

} // namespace fusiform::import
