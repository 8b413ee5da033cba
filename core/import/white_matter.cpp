// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/white_matter.h"

#include "core/import/anatomy_folders.h"
#include "core/import/region_file.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;
using White = WhiteMatterImage::Kind;

bool isImageCalled(const fs::path& file, const std::string& ending)
{
    const std::string name = file.filename().string();
    return name.ends_with(ending + ".nii.gz") || name.ends_with(ending + ".nii");
}

std::optional<WhiteMatterImage> inTemplate(const AnatomyFolders& folders, const std::string& space)
{
    for (const fs::path& anat : folders.fmriPrep)
        for (const fs::path& file : entriesOf(anat))
            if (file.filename().string().find("_space-" + space + "_") != std::string::npos
                && isImageCalled(file, "_label-WM_probseg"))
                return WhiteMatterImage{White::Probability, file};
    return {};
}

} // namespace

std::optional<WhiteMatterImage> whiteMatterImage(const glm::Fit& fit, const std::string& space)
{
    const AnatomyFolders folders = anatomyFolders(fit);
    if (!space.empty())
        return inTemplate(folders, space);
    std::error_code ignored;
    for (const fs::path& subject : folders.freeSurfer)
        for (const char* const name : {"aparc+aseg.mgz", "aseg.mgz"})
            if (const fs::path file = subject / "mri" / name; fs::exists(file, ignored))
                return WhiteMatterImage{White::Labels, file};
    for (const auto& [ending, kind] : {std::pair("_desc-aparcaseg_dseg", White::Labels),
                                       std::pair("_desc-aseg_dseg", White::Labels),
                                       std::pair("_label-WM_probseg", White::Probability)})
        for (const fs::path& anat : folders.fmriPrep)
            for (const fs::path& file : nativeFiles(anat))
                if (isImageCalled(file, ending))
                    return WhiteMatterImage{kind, file};
    return {};
}

bool isWithinCortex(std::int64_t label)
{
    // FreeSurferColorLUT.txt: white matter, lateral ventricles and their horns, thalamus, caudate,
    // putamen, pallidum, third ventricle, accumbens, ventral diencephalon, vessel, choroid plexus;
    // the left side and the right one; hypointensities and the corpus callosum.
    constexpr std::array<std::int64_t, 36> kInside
        = {2,  4,  5,  9,  10, 11, 12, 13, 14, 26, 28, 30, 31, 41,  43,  44,  48,  49,
           50, 51, 52, 58, 60, 62, 63, 77, 78, 79, 80, 81, 82, 251, 252, 253, 254, 255};
    return std::ranges::find(kInside, label) != kInside.end();
}

image::Volume readWhiteMatter(const WhiteMatterImage& image)
{
    image::Volume volume = readPlacedVolume(image.file);
    for (float& value : volume.values) {
        if (!std::isfinite(value))
            value = 0;
        else if (image.kind == White::Labels)
            value = isWithinCortex(std::llround(value)) ? 1.F : 0.F;
    }
    return volume;
}

} // namespace fusiform::import
