// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/journal/document.h"

#include <memory>
#include <vector>

namespace fusiform {

/// A fit as it was opened, with what every view of it needs. Never changes.
struct OpenedFit {
    glm::Fit fit;
    std::shared_ptr<const image::Volume> background; ///< anatomy, or the mean functional image
    std::shared_ptr<const image::Volume> tMap; ///< t of faces - fixation
    image::VoxelSet inMask;
    /// Of each face model, the faces that may be shown: the exploration faces, and after unsealed()
    /// the confirmation faces too.
    std::vector<glm::FaceSet> faces;
    bool isSealOpen = false;

    /// Faces that stay sealed.
    [[nodiscard]] Eigen::Index sealedCount() const;
};

/// Takes a fit and reads its background; the seal is closed. @throws Error{BadData}
[[nodiscard]] std::shared_ptr<const OpenedFit> opened(glm::Fit fit);

using journal::Document;

/// The document that a fit is opened with: the regions it offers and equal thirds.
[[nodiscard]] Document startDocument(const OpenedFit& opened);

} // namespace fusiform
