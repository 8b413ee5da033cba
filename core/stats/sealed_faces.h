// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/events.h"
#include "core/glm/fit.h"
#include "core/roi/region.h"

#include <map>
#include <string>
#include <vector>

namespace fusiform::stats {

/// Which test faces may be looked at while regions are chosen, and which stay sealed.
struct FaceSplit {
    std::vector<std::string> exploration;
    std::vector<std::string> confirmation;
    std::string rule; ///< how they were split, for a person
};

/// Splits test faces in two halves: by the study's own groups where it has them (in ds001761 a face
/// is only ever shown from stimulus folders of odd, or of even, number), else alternating within
/// each sex (the first letter of the name) in the order of the names.
[[nodiscard]] FaceSplit splitTestFaces(const std::vector<std::vector<bids::Event>>& runs);

enum class SealedPart { Confirmation, Imagery };

/// The only way to sealed faces: the opening is first written to the fit's ledger on disk, then
/// they are given.
class SealOpener {
public:
    /// @throws Error{Failure} if the ledger cannot be written; then nothing is opened.
    [[nodiscard]] static glm::FaceSet open(glm::Fit& fit, const glm::ModelFit& model,
                                           SealedPart part, const roi::Region& region);
    /// The same for every face model of the fit, in their order: one act, one entry.
    [[nodiscard]] static std::vector<glm::FaceSet> openForAllModels(glm::Fit& fit, SealedPart part,
                                                                    const roi::Region& region);

private:
    static void record(glm::Fit& fit, SealedPart part, const roi::Region& region);
    [[nodiscard]] static const glm::FaceSet& inside(const glm::ModelFit& model, SealedPart part);
};

/// Exploration faces, then confirmation faces, in the order of their names.
[[nodiscard]] glm::FaceSet joined(const glm::FaceSet& a, const glm::FaceSet& b);

} // namespace fusiform::stats
