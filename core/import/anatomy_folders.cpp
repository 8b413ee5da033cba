// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/anatomy_folders.h"

#include "core/glm/provenance.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;

/// The folder of the study that was fitted; empty if the fit does not say.
fs::path studyOf(const glm::Fit& fit) { return glm::recordedText(fit, "options", "study"); }

void addIfThere(const fs::path& folder, std::vector<fs::path>& folders)
{
    std::error_code ignored;
    if (fs::is_directory(folder, ignored))
        folders.push_back(folder);
}

} // namespace

std::vector<fs::path> entriesOf(const fs::path& folder)
{
    std::vector<fs::path> entries;
    std::error_code ignored;
    for (auto entry = fs::directory_iterator(folder, ignored); entry != fs::directory_iterator();
         entry.increment(ignored))
        entries.push_back(entry->path());
    std::ranges::sort(entries);
    return entries;
}

std::vector<fs::path> nativeFiles(const fs::path& anat)
{
    std::vector<fs::path> files = entriesOf(anat);
    std::erase_if(files, [](const fs::path& file) {
        return file.filename().string().find("_space-") != std::string::npos;
    });
    return files;
}

AnatomyFolders anatomyFolders(const glm::Fit& fit)
{
    AnatomyFolders folders;
    const fs::path study = studyOf(fit);
    if (study.empty() || fit.subject.empty())
        return folders;
    addIfThere(study / "sourcedata" / "freesurfer" / fit.subject, folders.freeSurfer);
    for (const fs::path& derivative : entriesOf(study / "derivatives")) {
        addIfThere(derivative / fit.subject, folders.freeSurfer);
        addIfThere(derivative / "sourcedata" / "freesurfer" / fit.subject, folders.freeSurfer);
        addIfThere(derivative / fit.subject / "anat", folders.fmriPrep);
        for (const fs::path& session : entriesOf(derivative / fit.subject))
            if (session.filename().string().starts_with("ses-"))
                addIfThere(session / "anat", folders.fmriPrep);
    }
    return folders;
}

} // namespace fusiform::import
