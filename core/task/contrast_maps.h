// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/contrast.h"
#include "core/image/volume.h"
#include "core/util/json.h"

#include <span>

namespace fusiform::task {

/// A contrast typed by name, of estimates of some voxels of a grid.
struct NamedContrast {
    const std::string& expression;
    const glm::ConditionEstimates& estimates;
    const image::Grid& grid;
    std::span<const image::Index> voxels;
};

/// Writes t.nii.gz, effect.nii.gz, resms.nii.gz and r2.nii.gz (of all conditions) into a folder.
/// Returns the weights, degrees of freedom and the largest t with its place.
/// @throws Error{Usage} if the expression names what is not a condition.
[[nodiscard]] Json writeContrast(const NamedContrast& contrast,
                                 const std::filesystem::path& folder);
/// Of what writeContrast() returned: "face - Fix: largest t 12.3 with 800 degrees of freedom".
[[nodiscard]] std::string contrastText(const Json& written);

} // namespace fusiform::task
