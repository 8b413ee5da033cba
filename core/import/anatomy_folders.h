// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"

#include <filesystem>
#include <vector>

namespace fusiform::import {

/// Where other programs may have put the anatomy of a fit's subject.
struct AnatomyFolders {
    std::vector<std::filesystem::path> freeSurfer; ///< of the subject: holds mri and surf
    std::vector<std::filesystem::path> fmriPrep; ///< "anat", with and without a session
};

/// The subject's folders below the study that was fitted: sourcedata/freesurfer, and of every
/// folder of derivatives itself and its own sourcedata/freesurfer. Only folders that are there;
/// none if the fit does not say its study or subject.
[[nodiscard]] AnatomyFolders anatomyFolders(const glm::Fit& fit);

/// The entries of a folder, sorted; none of one that cannot be read.
[[nodiscard]] std::vector<std::filesystem::path> entriesOf(const std::filesystem::path& folder);
/// Of fMRIPrep's files those in the subject's own space, which have no "space" in their names.
[[nodiscard]] std::vector<std::filesystem::path> nativeFiles(const std::filesystem::path& anat);

} // namespace fusiform::import
