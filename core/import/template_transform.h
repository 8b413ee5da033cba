// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/preprocess/space_transform.h"

#include <optional>

namespace fusiform::import {

/// Transforms of a fit's subject to templates that other programs left below its study: fMRIPrep's
/// (MNI152NLin2009cAsym first), then FreeSurfer's mri/transforms/talairach.xfm. Empty where they
/// would not be about the world of the fit: only scans in the space T1w and those that Fusiform has
/// preprocessed say where the anatomy lies. Nothing is read but names.
[[nodiscard]] std::vector<std::filesystem::path> templateTransforms(const glm::Fit& fit);

/// Reads one, found or given. Of a fit of scans that Fusiform has preprocessed it goes on from the
/// T1 image to the scans by the coregistration that lies beside them, unless the file's name says
/// that it is about the scans themselves ("from-boldref").
/// @throws Error{BadData}
[[nodiscard]] preprocess::SpaceTransform readTemplateTransform(const glm::Fit& fit,
                                                               const std::filesystem::path& file);

/// The scans' space that the fit was made in: "T1w", "MNI152NLin2009cAsym", "native"; without its
/// resolution. Empty: the fit does not say.
[[nodiscard]] std::string spaceOf(const glm::Fit& fit);

} // namespace fusiform::import
