// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/roi/region.h"

namespace fusiform::evaluate {

enum class Faces {
    Exploration, ///< the half that may always be shown
    All, ///< the sealed half and imagery too: the opening is recorded in the fit
};

/// One face model of a fit with the faces that may be looked at.
struct OpenModel {
    const glm::ModelFit* model = nullptr;
    glm::FaceSet shown;
    glm::FaceSet imagined; ///< empty: none, or sealed
    std::vector<roi::Region> regions; ///< that the fit offers, those without voxels left out
};

/// A fitted subject as analyses take it.
struct OpenSubject {
    const glm::Fit* fit = nullptr; ///< has to live as long
    Faces faces = Faces::Exploration;
    std::vector<OpenModel> models;
};

/// With Faces::All the seal is opened for the selected voxels, once for all models and regions:
/// they were settled before, by criterion.
/// @throws Error{Usage} without a face model, Error{Failure} if an opening cannot be recorded
[[nodiscard]] OpenSubject openSubject(glm::Fit& fit, Faces faces);

} // namespace fusiform::evaluate
