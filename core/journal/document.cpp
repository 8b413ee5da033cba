// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/document.h"

#include "core/util/hash.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>

namespace fusiform::journal {

namespace {

void addNumber(ContentHash& hash, std::uint64_t number)
{
    hash.add(std::as_bytes(std::span(&number, 1)));
}

/// With its length, so that no two lists of texts run together to the same bytes.
void addText(ContentHash& hash, std::string_view text)
{
    addNumber(hash, text.size());
    hash.add(text);
}

std::string regionHash(const roi::Region& region, const std::vector<std::string>& layers)
{
    ContentHash hash;
    addText(hash, region.name);
    addText(hash, region.made);
    hash.add(std::as_bytes(std::span(region.colour)));
    addNumber(hash, (region.isEditedWhileLooking ? 1U : 0U) + (region.isLocked ? 2U : 0U)
                        + (region.isHidden ? 4U : 0U));
    hash.add(std::as_bytes(std::span(region.voxels.shape())));
    for (const std::string& layer : layers)
        addText(hash, layer);
    return hash.finish();
}

} // namespace

DocumentHasher::Known DocumentHasher::known(const std::shared_ptr<const roi::Region>& region,
                                            std::size_t place) const
{
    const auto found = std::ranges::find(m_last, region, &Known::region);
    if (found != m_last.end())
        return *found;
    Known next{region, {}, {}};
    next.layers = place < m_last.size() ? region->voxels.layerHashes(m_last[place].region->voxels,
                                                                     m_last[place].layers)
                                        : region->voxels.layerHashes({}, {});
    next.hash = regionHash(*region, next.layers);
    return next;
}

std::string DocumentHasher::hashOf(const Document& document)
{
    std::vector<Known> regions;
    ContentHash hash;
    hash.add(std::as_bytes(std::span(document.shape)));
    addNumber(hash, document.active);
    // The numbers, not their bytes: -0 is the plane 0.
    for (const double plane : {document.thirds.occipitalBehind, document.thirds.temporalBelow})
        addNumber(hash, std::bit_cast<std::uint64_t>(plane == 0 ? 0.0 : plane));
    for (const auto& region : document.regions) {
        regions.push_back(known(region, regions.size()));
        addText(hash, regions.back().hash);
    }
    for (const auto& scene : document.scenes)
        addText(hash,
                present::sceneJson(*scene).dump(-1, ' ', false, Json::error_handler_t::replace));
    m_last = std::move(regions);
    return hash.finish();
}

} // namespace fusiform::journal
