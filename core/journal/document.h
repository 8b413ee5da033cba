// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/present/scene.h"
#include "core/roi/thirds.h"

#include <memory>
#include <string>
#include <vector>

namespace fusiform::journal {

/// What can be undone: regions, which of them is decoded, and slides. A change makes a new document
/// that shares the regions it keeps. The fit is not part of it: no undo closes an opened seal.
struct Document {
    std::array<image::Index, 3> shape = {0, 0, 0}; ///< of the grid that all regions are on
    std::vector<std::shared_ptr<const roi::Region>> regions;
    std::size_t active = 0;
    roi::ThirdsPlanes thirds; ///< where the selection is cut into thirds
    std::vector<std::shared_ptr<const present::Scene>> scenes; ///< slides of a talk, in order

    /// Null if there is none.
    [[nodiscard]] std::shared_ptr<const roi::Region> activeRegion() const
    {
        return active < regions.size() ? regions[active] : nullptr;
    }
};

/// SHA-256 of documents: equal documents have equal hashes, whatever they share in memory. What the
/// last document had as well, regions and layers of them, is not looked at again.
class DocumentHasher {
public:
    [[nodiscard]] std::string hashOf(const Document& document);

private:
    struct Known {
        std::shared_ptr<const roi::Region> region;
        std::vector<std::string> layers; ///< of its voxels
        std::string hash;
    };
    /// @param place in the list of regions
    [[nodiscard]] Known known(const std::shared_ptr<const roi::Region>& region,
                              std::size_t place) const;
    std::vector<Known> m_last; ///< regions of the last document
};

} // namespace fusiform::journal
