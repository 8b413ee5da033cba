// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/json.h"

#include <array>
#include <optional>
#include <string>

namespace fusiform::present {

/// Which map the brain is painted with, and how much of it.
struct PaintedMap {
    std::string kind = "faces"; ///< as the window calls its maps in files
    int face = -1; ///< of evidence and similarity, among the exploration faces; -1: that in focus
    int over = -1; ///< of evidence; -1: the mean of the others
    std::string attribute;
    struct Thresholds {
        double positive = 0;
        double negative = 0; ///< a size
        double maximum = 0; ///< the value with the last colour
        bool operator==(const Thresholds&) const = default;
    };
    std::optional<Thresholds> thresholds; ///< none: as the map sets them itself
    bool isPositiveShown = true;
    bool isNegativeShown = true;
    bool areTailsLinked = true;
    bool operator==(const PaintedMap&) const = default;
};

/// How the brain is looked at: what a session is opened with and what a scene of a talk keeps.
struct BrainLook {
    double azimuth = 215; ///< degrees, as scene::Viewpoint
    double elevation = 18;
    double zoom = 1;
    std::array<double, 2> shift = {0, 0}; ///< mm to the right and up
    bool isGlass = false;
    std::array<bool, 3> cuts = {false, false, false}; ///< axial, coronal, sagittal
    std::optional<std::array<double, 3>> cursor; ///< RAS mm
    PaintedMap map;
    bool operator==(const BrainLook&) const = default;
};

[[nodiscard]] Json lookJson(const BrainLook& look);
/// What is missing or impossible stays at its default: a look is no data, and a session must open.
[[nodiscard]] BrainLook lookFrom(const Json& json);

} // namespace fusiform::present
