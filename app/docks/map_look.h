// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/map_engine.h"
#include "widgets/scene/layers.h"

#include <QString>

#include <optional>
#include <string>

namespace fusiform {

/// How a map is painted at first, and over which values its threshold can be moved.
struct MapLook {
    scene::Overlay overlay;
    double lowest = 0;
    double highest = 1;
};
/// @param called the threshold of a correction, where there is one; none: nothing passes it, or the
/// map has none
[[nodiscard]] MapLook lookOf(MapKind kind, std::shared_ptr<const image::Volume> values,
                             const std::optional<double>& called);

/// Whether the threshold of an overlay is one that a correction gives, in words; without one of
/// those it is "uncorrected".
/// @param called the least value that passes the correction of the map
[[nodiscard]] QString correctionText(const scene::Overlay& overlay, MapKind kind,
                                     const std::optional<double>& called);
/// The colour bar's words: the quantity, and whether the threshold is corrected.
[[nodiscard]] QString legendText(MapKind kind, const QString& correction);

/// What a map is called in files; a kind that no map has for what none is called.
[[nodiscard]] std::string mapKey(MapKind kind);
[[nodiscard]] std::optional<MapKind> mapOfKey(const std::string& key);
/// The name in the list of maps, and what it shows in one sentence.
[[nodiscard]] QString mapTitle(MapKind kind);
[[nodiscard]] QString mapTip(MapKind kind);
/// Its quantity in the legend: "t", "r".
[[nodiscard]] QString mapQuantity(MapKind kind);

} // namespace fusiform
