// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/roi/region.h"

#include <memory>
#include <vector>

namespace fusiform {

/// A fit as it was opened, with what every view of it needs. Never changes.
struct OpenedFit {
    glm::Fit fit;
    std::shared_ptr<const image::Volume> background; ///< anatomy, or the mean functional image
    std::shared_ptr<const image::Volume> tMap; ///< t of faces - fixation
    image::VoxelSet inMask;
};

/// Takes a fit and reads its background. @throws Error{BadData}
[[nodiscard]] std::shared_ptr<const OpenedFit> opened(glm::Fit fit);

/// What can be undone: regions and which of them is decoded. A change makes a new document that
/// shares the regions it keeps.
struct Document {
    std::shared_ptr<const OpenedFit> opened; ///< null: nothing is open
    std::vector<std::shared_ptr<const roi::Region>> regions;
    std::size_t active = 0;

    /// Null if there is none.
    [[nodiscard]] std::shared_ptr<const roi::Region> activeRegion() const
    {
        return active < regions.size() ? regions[active] : nullptr;
    }
};

} // namespace fusiform
