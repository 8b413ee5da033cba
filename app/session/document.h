// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/roi/thirds.h"

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

/// What can be undone: regions and which of them is decoded. A change makes a new document that
/// shares the regions it keeps. The fit is not part of it: no undo closes an opened seal.
struct Document {
    std::vector<std::shared_ptr<const roi::Region>> regions;
    std::size_t active = 0;
    roi::ThirdsPlanes thirds; ///< where the selection is cut into thirds

    /// Null if there is none.
    [[nodiscard]] std::shared_ptr<const roi::Region> activeRegion() const
    {
        return active < regions.size() ? regions[active] : nullptr;
    }
};

} // namespace fusiform
