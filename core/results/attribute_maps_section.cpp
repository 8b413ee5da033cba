// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_signed_map.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

#include <algorithm>

namespace fusiform::results {

namespace {

using evaluate::AttributeMap;
using evaluate::AttributeMaps;

constexpr std::size_t kMapsShown = 3;

/// The first attribute, then those with the most voxels beyond the threshold.
std::vector<const AttributeMap*> shownMaps(const AttributeMaps& maps)
{
    std::vector<const AttributeMap*> shown;
    for (const AttributeMap& map : maps.maps)
        shown.push_back(&map);
    const auto beyond = [](const AttributeMap* map) { return map->above + map->below; };
    std::ranges::stable_sort(shown.begin() + 1, shown.end(), std::ranges::greater(), beyond);
    std::erase_if(shown, [&](const AttributeMap* map) {
        return map != &maps.maps.front() && beyond(map) == 0;
    });
    shown.resize(std::min(kMapsShown, shown.size()));
    return shown;
}

report::Figure figureOf(const std::string& subject, const AttributeMaps& maps,
                        const AttributeMap& map, double widthMm)
{
    report::SignedMapPlot plot;
    plot.title = FUSIFORM_TR("core", "%1, %2: weights along %3")
                     .arg(subject)
                     .arg(maps.model)
                     .arg(map.attribute);
    plot.mean = &maps.mean;
    plot.voxels = maps.voxels;
    plot.values = map.r;
    plot.threshold = maps.threshold;
    plot.scale = FUSIFORM_TR("core", "r across %1 latents").arg(maps.latents);
    plot.low = FUSIFORM_TR("core", "not %1").arg(map.attribute);
    plot.high = report::plain(map.attribute);
    plot.notes
        = {FUSIFORM_TR("core", "full colours: |r| > %1, corrected for %2 voxels (p < 0.05,")
               .arg(report::fixedNumber(maps.threshold, 3))
               .arg(report::groupedNumber(std::ssize(maps.voxels))),
           FUSIFORM_TR("core", "maximum of %1 random directions); pale: below it, uncorrected")
               .arg(report::groupedNumber(maps.directions))};
    return report::signedMapFigure(plot, widthMm);
}

Table mapTable(const AttributeMaps& maps)
{
    Table table{"attribute_maps_" + maps.model,
                FUSIFORM_TR("core",
                            "%1: which of %2 voxels answer to attributes (|r| > %3: p < 0.05, "
                            "corrected for voxels)")
                    .arg(maps.model)
                    .arg(maps.voxels.size())
                    .arg(report::fixedNumber(maps.threshold, 3)),
                {{"attribute", FUSIFORM_TR("core", "Attribute"), Kind::Name},
                 {"above", FUSIFORM_TR("core", "r above"), Kind::Count},
                 {"below", FUSIFORM_TR("core", "r below"), Kind::Count},
                 {"p", FUSIFORM_TR("core", "p (largest |r|)"), Kind::P},
                 {"r_highest", FUSIFORM_TR("core", "highest r"), Kind::Number},
                 {"x_highest", FUSIFORM_TR("core", "x, mm"), Kind::Number},
                 {"y_highest", FUSIFORM_TR("core", "y"), Kind::Number},
                 {"z_highest", FUSIFORM_TR("core", "z"), Kind::Number},
                 {"r_lowest", FUSIFORM_TR("core", "lowest r"), Kind::Number},
                 {"x_lowest", FUSIFORM_TR("core", "x, mm"), Kind::Number},
                 {"y_lowest", FUSIFORM_TR("core", "y"), Kind::Number},
                 {"z_lowest", FUSIFORM_TR("core", "z"), Kind::Number}},
                {}};
    for (const std::string& part : maps.parts)
        table.columns.push_back(
            {"beyond_" + part, FUSIFORM_TR("core", "in %1").arg(part), Kind::Count});
    for (const AttributeMap& map : maps.maps) {
        std::vector<Cell> row = {map.attribute, static_cast<double>(map.above),
                                 static_cast<double>(map.below), map.p};
        for (const AttributeMap::Peak* const peak : {&map.highest, &map.lowest})
            for (const double number : {peak->r, peak->at.at.x(), peak->at.at.y(), peak->at.at.z()})
                row.emplace_back(number);
        for (const Eigen::Index count : map.beyondOfPart)
            row.emplace_back(static_cast<double>(count));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Json describe(const AttributeMaps& maps)
{
    const auto peakJson = [](const AttributeMap::Peak& peak) {
        return Json{{"r", finite(peak.r)},
                    {"mm", {peak.at.at.x(), peak.at.at.y(), peak.at.at.z()}}};
    };
    Json attributes = Json::array();
    for (const AttributeMap& map : maps.maps) {
        Json parts = Json::object();
        for (std::size_t part = 0; part < maps.parts.size(); ++part)
            parts[maps.parts[part]] = map.beyondOfPart[part];
        attributes.push_back({{"attribute", map.attribute},
                              {"highest", peakJson(map.highest)},
                              {"lowest", peakJson(map.lowest)},
                              {"p_corrected", finite(map.p)},
                              {"above", map.above},
                              {"below", map.below},
                              {"beyond_of_part", std::move(parts)}});
    }
    return {{"model", maps.model},
            {"n_voxels", maps.voxels.size()},
            {"n_latents", maps.latents},
            {"threshold", maps.threshold},
            {"level", 0.05},
            {"directions", maps.directions},
            {"null", maps.isCorrelated ? "covariance of training codes" : "independent latents"},
            {"attributes", std::move(attributes)}};
}

} // namespace

void tellAttributeMaps(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation&,
                       Section& section)
{
    section.json = Json::array();
    for (const AttributeMaps& maps : subject.attributeMaps) {
        if (!maps.whyNone.english().empty())
            section.missing.push_back(maps.whyNone);
        if (maps.maps.empty())
            continue;
        section.method
            = (maps.isCorrelated
                   ? FUSIFORM_TR(
                       "core",
                       "Each selected voxel's weights are correlated, across the %1 latents that "
                       "vary, with the axis of an attribute (mean code of faces with it less that "
                       "of faces without), both per training standard deviation. The threshold is "
                       "the largest |r| of any selected voxel that one in twenty of %2 random "
                       "directions exceeds; they vary together as the training codes do, as the "
                       "axes of labels dealt out at random would. It asks whether a voxel answers "
                       "to this attribute more than to any mixture of what faces differ in. "
                       "Corrected for voxels, not for attributes.")
                   : FUSIFORM_TR(
                       "core",
                       "Each selected voxel's weights are correlated, across the %1 latents that "
                       "vary, with the axis of an attribute (mean code of faces with it less that "
                       "of faces without), both per training standard deviation. The threshold is "
                       "the largest |r| of any selected voxel that one in twenty of %2 random "
                       "directions exceeds. How the training codes vary together is not known to "
                       "this fit: the directions take every latent by itself, which can make the "
                       "threshold too low. Corrected for voxels, not for attributes."))
                  .arg(maps.latents)
                  .arg(static_cast<long long>(maps.directions));
        for (const AttributeMap* const map : shownMaps(maps)) {
            const auto place = std::to_string(section.figures.size() + 1);
            section.figures.push_back(
                {maps.model + "_" + place, figureOf(subject.subject, maps, *map, section.widthMm)});
        }
        section.tables.push_back(mapTable(maps));
        section.json.push_back(describe(maps));
    }
}

} // namespace fusiform::results
