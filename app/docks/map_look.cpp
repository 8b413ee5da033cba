// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/map_look.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace fusiform {

namespace {

QString text(const char* source) { return QCoreApplication::translate("fusiform::Maps", source); }

bool isTwoSided(MapKind kind)
{
    return kind == MapKind::Evidence || kind == MapKind::Attribute || kind == MapKind::Similarity;
}

/// The finite values, or their sizes; unordered.
std::vector<float> finiteValues(const image::Volume& volume, bool areSizes)
{
    std::vector<float> finite;
    for (const float value : volume.values)
        if (std::isfinite(value))
            finite.push_back(areSizes ? std::abs(value) : value);
    return finite;
}

double percentileOf(std::vector<float>& values, double share)
{
    if (values.empty())
        return 0;
    const auto rank = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + rank, values.end());
    return static_cast<double>(values[static_cast<std::size_t>(rank)]);
}

constexpr std::array kKeys = {
    std::pair(MapKind::Faces, "faces"),
    std::pair(MapKind::Gain, "gain"),
    std::pair(MapKind::Evidence, "evidence"),
    std::pair(MapKind::Attribute, "attribute"),
    std::pair(MapKind::Similarity, "similarity"),
    std::pair(MapKind::Reliability, "reliability"),
    std::pair(MapKind::NoiseCeiling, "noise_ceiling"),
    std::pair(MapKind::Searchlight, "searchlight"),
};

} // namespace

QString correctionText(const scene::Overlay& overlay, MapKind kind,
                       const std::optional<double>& called)
{
    // The threshold is a double that was made of floats.
    const auto isCalled = [&](double threshold) { return threshold >= *called - 1e-6; };
    const bool areCalled = called && isCalled(overlay.threshold)
                           && (!overlay.isTwoSided || isCalled(overlay.negativeThreshold));
    if (!areCalled)
        //: of the threshold of a map: not corrected for the number of voxels
        return text(QT_TRANSLATE_NOOP("fusiform::Maps", "uncorrected"));
    return kind == MapKind::Searchlight
               //: of the threshold of a map: corrected by the maximum statistic
               ? text(QT_TRANSLATE_NOOP("fusiform::Maps", "corrected p ≤ .05"))
               : text(QT_TRANSLATE_NOOP("fusiform::Maps", "FDR 5 %"));
}

QString legendText(MapKind kind, const QString& correction)
{
    //: of the colour bar: the quantity, and whether the threshold is corrected
    return text(QT_TRANSLATE_NOOP("fusiform::Maps", "%1, %2")).arg(mapQuantity(kind), correction);
}

std::string mapKey(MapKind kind)
{
    return std::ranges::find(kKeys, kind, [](const auto& one) { return one.first; })->second;
}

std::optional<MapKind> mapOfKey(const std::string& key)
{
    const auto found
        = std::ranges::find_if(kKeys, [&](const auto& one) { return key == one.second; });
    return found == kKeys.end() ? std::nullopt : std::optional(found->first);
}

MapLook lookOf(MapKind kind, std::shared_ptr<const image::Volume> values,
               const std::optional<double>& called)
{
    std::vector<float> finite = finiteValues(*values, isTwoSided(kind));
    const double largest = std::max(percentileOf(finite, 1), 1e-6);
    MapLook look;
    look.highest = largest;
    scene::Overlay& overlay = look.overlay;
    overlay.values = std::move(values);
    // A few extreme voxels do not take the colours from all others.
    overlay.maximum = std::max(percentileOf(finite, 0.995), 1e-6);
    overlay.isTwoSided = isTwoSided(kind);
    switch (kind) {
    case MapKind::Faces:
        overlay.threshold = 3.09;
        overlay.maximum = std::max(4.0, 0.8 * largest);
        look.highest = std::max(5.0, std::ceil(largest));
        break;
    case MapKind::Gain:
        overlay.map = scene::ColorMapName::Lagoon;
        overlay.threshold = called.value_or(std::max(0.0, percentileOf(finite, 0.8)));
        break;
    case MapKind::Evidence: overlay.threshold = 0; break;
    case MapKind::Attribute:
    case MapKind::Similarity:
        overlay.threshold = called.value_or(percentileOf(finite, 0.95));
        break;
    case MapKind::Reliability:
        overlay.threshold = 0.1;
        look.highest = 1;
        break;
    case MapKind::NoiseCeiling:
        overlay.map = scene::ColorMapName::Lagoon;
        overlay.threshold = 10;
        look.highest = 100;
        break;
    case MapKind::Searchlight:
        // Of single trials no ball tells 70 % of the pairs apart.
        overlay.threshold
            = called.value_or(largest >= 0.7 ? 0.7 : std::max(0.5, percentileOf(finite, 0.9)));
        overlay.minimum = look.lowest = 0.5;
        overlay.maximum = largest >= 0.7 ? 1 : std::max(largest, 0.55);
        look.highest = 1;
        break;
    }
    overlay.maximum = std::max(overlay.maximum, overlay.threshold);
    if (overlay.isTwoSided) {
        overlay.map = scene::ColorMapName::Balance;
        overlay.minimum = -overlay.maximum;
        overlay.negativeThreshold = overlay.threshold;
    }
    look.highest = std::max(look.highest, overlay.maximum);
    return look;
}

QString mapTitle(MapKind kind)
{
    switch (kind) {
    case MapKind::Faces: return text(QT_TRANSLATE_NOOP("fusiform::Maps", "t (faces − fixation)"));
    case MapKind::Gain:
        return text(QT_TRANSLATE_NOOP("fusiform::Maps", "Gain in explained variance"));
    case MapKind::Evidence: return text(QT_TRANSLATE_NOOP("fusiform::Maps", "Evidence for a face"));
    case MapKind::Attribute: return text(QT_TRANSLATE_NOOP("fusiform::Maps", "Attribute"));
    case MapKind::Similarity:
        return text(QT_TRANSLATE_NOOP("fusiform::Maps", "Prefers such faces"));
    case MapKind::Reliability:
        return text(QT_TRANSLATE_NOOP("fusiform::Maps", "Reliability of the weights"));
    case MapKind::NoiseCeiling: return text(QT_TRANSLATE_NOOP("fusiform::Maps", "Noise ceiling"));
    case MapKind::Searchlight: break;
    }
    return text(QT_TRANSLATE_NOOP("fusiform::Maps", "Searchlight"));
}

QString mapTip(MapKind kind)
{
    switch (kind) {
    case MapKind::Faces:
        return text(QT_TRANSLATE_NOOP("fusiform::Maps",
                                      "t of faces against fixation in every voxel; the threshold "
                                      "is not corrected for the number of voxels."));
    case MapKind::Gain:
        return text(QT_TRANSLATE_NOOP("fusiform::Maps",
                                      "How much of each voxel's variance the latents explain "
                                      "beyond faces as such."));
    case MapKind::Evidence:
        return text(QT_TRANSLATE_NOOP("fusiform::Maps",
                                      "What each voxel of the region adds to telling the decoded "
                                      "face from the other: the values sum to the difference of "
                                      "the two correlations."));
    case MapKind::Attribute:
        return text(QT_TRANSLATE_NOOP("fusiform::Maps",
                                      "Correlation of each voxel's weights with the axis of an "
                                      "attribute. The false discovery rate takes the latents for "
                                      "independent."));
    case MapKind::Similarity:
        return text(QT_TRANSLATE_NOOP("fusiform::Maps",
                                      "Correlation of each voxel's weights with the code of a "
                                      "face. The false discovery rate takes the latents for "
                                      "independent."));
    case MapKind::Reliability:
        return text(QT_TRANSLATE_NOOP("fusiform::Maps",
                                      "Correlation of the weights from odd runs with those from "
                                      "even runs."));
    case MapKind::NoiseCeiling:
        return text(QT_TRANSLATE_NOOP("fusiform::Maps",
                                      "Largest share of the variance between exploration faces "
                                      "that any model can explain, in per cent."));
    case MapKind::Searchlight: break;
    }
    return text(QT_TRANSLATE_NOOP("fusiform::Maps",
                                  "Share of pairs of exploration faces told apart by the voxels "
                                  "around each voxel; chance is 0.5."));
}

QString mapQuantity(MapKind kind)
{
    switch (kind) {
    case MapKind::Faces: return text(QT_TRANSLATE_NOOP("fusiform::Maps", "t"));
    case MapKind::Gain: return text(QT_TRANSLATE_NOOP("fusiform::Maps", "gain"));
    case MapKind::Evidence: return text(QT_TRANSLATE_NOOP("fusiform::Maps", "difference of r"));
    case MapKind::Attribute:
    case MapKind::Similarity:
    case MapKind::Reliability: return text(QT_TRANSLATE_NOOP("fusiform::Maps", "r"));
    case MapKind::NoiseCeiling: return text(QT_TRANSLATE_NOOP("fusiform::Maps", "per cent"));
    case MapKind::Searchlight: break;
    }
    return text(QT_TRANSLATE_NOOP("fusiform::Maps", "pairs told apart"));
}

} // namespace fusiform
