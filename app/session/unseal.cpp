// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/unseal.h"

#include "core/stats/sealed_faces.h"

namespace fusiform {

std::shared_ptr<const OpenedFit> unsealed(const OpenedFit& opened, const roi::Region& region)
{
    auto result = std::make_shared<OpenedFit>(opened); // W and the volumes are shared, not copied
    const std::vector<glm::FaceSet> confirmation
        = stats::SealOpener::openForAllModels(result->fit, stats::SealedPart::Confirmation, region);
    for (std::size_t model = 0; model < confirmation.size(); ++model)
        result->faces[model] = stats::joined(result->faces[model], confirmation[model]);
    result->isSealOpen = true;
    return result;
}

} // namespace fusiform
