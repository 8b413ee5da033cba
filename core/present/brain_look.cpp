// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/present/brain_look.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace fusiform::present {

namespace {

/// Takes a field over if it is there and of its kind.
template <class T>
void take(const Json& json, const char* name, T& value)
try {
    if (json.is_object() && json.contains(name))
        value = json.at(name).get<T>();
} catch (const Json::exception&) {
    return; // the default stays
}

/// A finite number, no larger than it may be.
void takeNumber(const Json& json, const char* name, double lowest, double highest, double& value)
{
    double read = value;
    take(json, name, read);
    if (std::isfinite(read))
        value = std::clamp(read, lowest, highest);
}

constexpr double kFar = 1e4; // mm; farther away there is no brain

PaintedMap mapFrom(const Json& json)
{
    PaintedMap map;
    take(json, "kind", map.kind);
    take(json, "face", map.face);
    take(json, "over", map.over);
    take(json, "attribute", map.attribute);
    take(json, "positive_shown", map.isPositiveShown);
    take(json, "negative_shown", map.isNegativeShown);
    take(json, "tails_linked", map.areTailsLinked);
    if (json.is_object() && json.contains("thresholds")) {
        PaintedMap::Thresholds thresholds;
        const Json& from = json.at("thresholds");
        takeNumber(from, "positive", 0, 1e9, thresholds.positive);
        takeNumber(from, "negative", 0, 1e9, thresholds.negative);
        takeNumber(from, "maximum", 0, 1e9, thresholds.maximum);
        map.thresholds = thresholds;
    }
    return map;
}

} // namespace

Json lookJson(const BrainLook& look)
{
    Json map = {{"kind", look.map.kind},
                {"face", look.map.face},
                {"over", look.map.over},
                {"attribute", look.map.attribute},
                {"positive_shown", look.map.isPositiveShown},
                {"negative_shown", look.map.isNegativeShown},
                {"tails_linked", look.map.areTailsLinked}};
    if (const auto& thresholds = look.map.thresholds)
        map["thresholds"] = {{"positive", thresholds->positive},
                             {"negative", thresholds->negative},
                             {"maximum", thresholds->maximum}};
    Json json = {{"azimuth_degrees", look.azimuth},
                 {"elevation_degrees", look.elevation},
                 {"zoom", look.zoom},
                 {"shift_mm", look.shift},
                 {"glass", look.isGlass},
                 {"cuts", look.cuts},
                 {"map", map}};
    if (look.cursor)
        json["cursor_mm"] = *look.cursor;
    return json;
}

BrainLook lookFrom(const Json& json)
{
    BrainLook look;
    takeNumber(json, "azimuth_degrees", -1e6, 1e6, look.azimuth);
    takeNumber(json, "elevation_degrees", -90, 90, look.elevation);
    takeNumber(json, "zoom", 0.05, 100, look.zoom);
    const auto isNear = [](double mm) { return std::isfinite(mm) && std::abs(mm) < kFar; };
    std::array<double, 2> shift = look.shift;
    take(json, "shift_mm", shift);
    if (std::ranges::all_of(shift, isNear))
        look.shift = shift;
    take(json, "glass", look.isGlass);
    take(json, "cuts", look.cuts);
    if (json.is_object() && json.contains("cursor_mm")) {
        std::array<double, 3> cursor = {kFar, 0, 0};
        take(json, "cursor_mm", cursor);
        if (std::ranges::all_of(cursor, isNear))
            look.cursor = cursor;
    }
    if (json.is_object() && json.contains("map"))
        look.map = mapFrom(json.at("map"));
    return look;
}

} // namespace fusiform::present
