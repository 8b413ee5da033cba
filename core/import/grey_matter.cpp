// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/grey_matter.h"

#include "core/import/anatomy_folders.h"
#include "core/import/region_file.h"
#include "core/util/error.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;
using Kind = GreyMatterImage::Kind;

bool endsWith(const fs::path& file, const std::string& ending)
{
    const std::string name = file.filename().string();
    return name.ends_with(ending + ".nii.gz") || name.ends_with(ending + ".nii");
}

} // namespace

bool isGreyMatter(std::int64_t label)
{
    // FreeSurferColorLUT.txt: the left side and the right one.
    constexpr std::array<std::int64_t, 24> kWhole
        = {3,  8,  9,  10, 11, 12, 13, 17, 18, 19, 20, 26,
           42, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 58};
    const bool isParcel = (label >= 1000 && label < 1036) || (label >= 2000 && label < 2036);
    const bool isOfA2009s = (label > 11100 && label < 11176) || (label > 12100 && label < 12176);
    return isParcel || isOfA2009s || std::ranges::find(kWhole, label) != kWhole.end();
}

std::optional<GreyMatterImage> greyMatterImage(const glm::Fit& fit)
{
    const AnatomyFolders folders = anatomyFolders(fit);
    std::error_code ignored;
    for (const fs::path& subject : folders.freeSurfer)
        for (const char* const name : {"aparc+aseg.mgz", "aparc.a2009s+aseg.mgz", "aseg.mgz"})
            if (const fs::path file = subject / "mri" / name; fs::exists(file, ignored))
                return GreyMatterImage{Kind::Labels, file};
    for (const auto& [ending, kind] : {std::pair("_desc-aparcaseg_dseg", Kind::Labels),
                                       std::pair("_desc-aseg_dseg", Kind::Labels),
                                       std::pair("_label-GM_probseg", Kind::Probability)})
        for (const fs::path& anat : folders.fmriPrep)
            for (const fs::path& file : nativeFiles(anat))
                if (endsWith(file, ending))
                    return GreyMatterImage{kind, file};
    return {};
}

image::VoxelSet greyMatter(const GreyMatterImage& image, const glm::Fit& fit, Progress& progress)
{
    const image::Volume volume = readPlacedVolume(image.file);
    const auto isGrey = [&](float value) {
        return image.kind == Kind::Probability
                   ? value >= 0.5F
                   : std::isfinite(value) && isGreyMatter(std::llround(value));
    };
    std::vector<image::Index> members;
    for (image::Index index = 0; index < volume.grid.size(); ++index)
        if (isGrey(volume.values[static_cast<std::size_t>(index)]))
            members.push_back(index);
    const roi::PlacedSet grey = {image::VoxelSet::of(volume.grid.shape, members), volume.grid};
    const image::VoxelSet found
        = roi::resampled(grey, fit.grid, {roi::Resampling::Share, kGreyShare}, progress)
              .intersected(roi::brainMask(fit));
    if (found.isEmpty())
        throw badData(image.file, FUSIFORM_TR("core", "grey matter within the brain of the fit"),
                      FUSIFORM_TR("core", "none"));
    return found;
}

} // namespace fusiform::import
