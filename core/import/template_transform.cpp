// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/template_transform.h"

#include "core/glm/provenance.h"
#include "core/import/anatomy_folders.h"
#include "core/preprocess/subject.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;

/// T1 world to the world of the scans, of scans that Fusiform has preprocessed.
std::optional<Eigen::Matrix4d> scansFromAnatomy(const glm::Fit& fit)
{
    if (!lowerCase(glm::recordedText(fit, "counts", "images_made_by")).starts_with("fusiform"))
        return {};
    const fs::path given = glm::recordedText(fit, "options", "images");
    const fs::path study = glm::recordedText(fit, "options", "study");
    std::error_code ignored;
    for (const fs::path& folder :
         {given, study / "derivatives" / glm::recordedText(fit, "counts", "images")}) {
        const fs::path file = preprocess::subjectFiles(folder, fit.subject).anatomyMap;
        if (!fs::exists(file, ignored))
            continue;
        try {
            const Json rows = readJson(file).at("FunctionalFromAnatomy").at(0);
            Eigen::Matrix4d matrix = Eigen::Matrix4d::Identity();
            for (int row = 0; row < 3; ++row)
                for (int column = 0; column < 4; ++column)
                    matrix(row, column) = rows.at(static_cast<std::size_t>(row))
                                              .at(static_cast<std::size_t>(column))
                                              .get<double>();
            return matrix;
        } catch (const Json::exception& problem) {
            throw badData(file, FUSIFORM_TR("core", "the map of the T1 image onto the scans"),
                          FUSIFORM_TR("core", "%1").arg(problem.what()));
        }
    }
    return {};
}

bool isTransformToMni(const fs::path& file)
{
    const std::string name = file.filename().string();
    return name.find("_from-T1w_to-MNI") != std::string::npos
           && name.ends_with("_mode-image_xfm.h5");
}

} // namespace

std::string spaceOf(const glm::Fit& fit)
{
    return splitText(glm::recordedText(fit, "options", "space"), ':').front();
}

std::vector<fs::path> templateTransforms(const glm::Fit& fit)
{
    std::vector<fs::path> files;
    if (spaceOf(fit) != "T1w" && !scansFromAnatomy(fit))
        return files;
    const AnatomyFolders folders = anatomyFolders(fit);
    for (const fs::path& anat : folders.fmriPrep)
        for (const fs::path& file : entriesOf(anat))
            if (isTransformToMni(file))
                files.push_back(file);
    std::ranges::stable_partition(files, [](const fs::path& file) {
        return file.filename().string().find("_to-MNI152NLin2009cAsym_") != std::string::npos;
    });
    std::error_code ignored;
    for (const fs::path& subject : folders.freeSurfer)
        if (const fs::path file = subject / "mri" / "transforms" / "talairach.xfm";
            fs::exists(file, ignored))
            files.push_back(file);
    return files;
}

preprocess::SpaceTransform readTemplateTransform(const glm::Fit& fit, const fs::path& file)
{
    preprocess::SpaceTransform transform = preprocess::SpaceTransform::read(file);
    if (file.filename().string().find("from-boldref") == std::string::npos)
        if (const auto scans = scansFromAnatomy(fit))
            transform.setOwnFromAnatomy(*scans);
    return transform;
}

} // namespace fusiform::import
