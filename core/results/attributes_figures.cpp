// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_rows.h"
#include "core/report/plots_strips.h"
#include "core/results/attributes_section.h"

#include <algorithm>
#include <limits>

namespace fusiform::results {

using evaluate::AttributeReading;
using evaluate::AttributeReadings;
using evaluate::AxisKind;
using evaluate::RegionReading;
using evaluate::SideReading;

namespace {

Text titleOf(const RegionReading& region)
{
    return region.region.empty() ? FUSIFORM_TR("core", "true codes (ceiling)")
                                 : report::plain(region.region);
}

constexpr double kNarrowMm = 130; // where notes are short: tables have the rest

report::PlotRow accuracyRow(const RegionReading& region, const SideReading& side, double widthMm)
{
    report::PlotRow row;
    row.name = titleOf(region);
    row.value = 100 * shareRight(side);
    row.interval = stats::Interval{100 * side.test.interval.low, 100 * side.test.interval.high};
    row.note = widthMm < kNarrowMm
                   ? FUSIFORM_TR("core", "p = %1").arg(pText(side.test.tails.atLeast))
                   : FUSIFORM_TR("core", "%1 of %2, p (≥) = %3, p (>) = %4")
                         .arg(side.right)
                         .arg(side.faces)
                         .arg(pText(side.test.tails.atLeast))
                         .arg(pText(side.test.tails.more));
    row.ink = region.region.empty() ? report::Ink::Third : report::Ink::First;
    return row;
}

} // namespace

std::string axisKey(AxisKind axis)
{
    return axis == AxisKind::MeanDifference ? "mean difference" : "logistic";
}

double shareRight(const SideReading& side)
{
    return side.faces > 0 ? static_cast<double>(side.right) / static_cast<double>(side.faces)
                          : std::numeric_limits<double>::quiet_NaN();
}

std::vector<const RegionReading*> shownRegions(const AttributeReading& reading, bool isLabelled)
{
    std::vector<const RegionReading*> shown;
    for (const RegionReading& region : reading.regions)
        shown.push_back(&region);
    if (isLabelled)
        shown.push_back(&reading.truth);
    return shown;
}

std::string nameOf(const RegionReading& region)
{
    return region.region.empty() ? "true codes" : region.region;
}

report::Figure attributeAccuracyFigure(const std::string& subject,
                                       const AttributeReadings& readings,
                                       const AttributeReading& reading,
                                       SideReading RegionReading::*threshold, double widthMm)
{
    const bool isZero = threshold == &RegionReading::atZero;
    report::RowPlot plot;
    plot.title = (isZero ? FUSIFORM_TR("core", "%1, %2: %3 or not, threshold at 0")
                         : FUSIFORM_TR("core", "%1, %2: %3 or not, threshold in the middle"))
                     .arg(subject)
                     .arg(readings.model)
                     .arg(reading.attribute);
    const long faces = (reading.truth.*threshold).faces;
    const long fewest = evaluate::fewestSignificant(faces);
    plot.axis
        = readings.isLabelled
              ? FUSIFORM_TR("core", "right, per cent; %1 of %2 and more: p (≥) < 0.05")
              : FUSIFORM_TR("core",
                            "on the true code's side, per cent; %1 of %2 and more: p (≥) < 0.05");
    plot.axis = plot.axis.arg(fewest).arg(faces);
    plot.base = 50;
    plot.reference = 50;
    plot.referenceName = FUSIFORM_TR("core", "chance 50 %");
    plot.high = 100;
    for (const RegionReading* const region : shownRegions(reading, readings.isLabelled)) {
        plot.rows.push_back(accuracyRow(*region, region->*threshold, widthMm));
        plot.rows.back().startsGroup = region->region.empty();
    }
    return report::rowFigure(plot, widthMm);
}

report::Figure attributeProjectionFigure(const std::string& subject,
                                         const AttributeReadings& readings,
                                         const AttributeReading& reading,
                                         const std::vector<std::string>& faces, double widthMm)
{
    report::StripPlot plot;
    plot.title = FUSIFORM_TR("core", "%1, %2: faces on the axis of %3")
                     .arg(subject)
                     .arg(readings.model)
                     .arg(reading.attribute);
    plot.axis = FUSIFORM_TR("core", "projection; the means of faces with and without lie 1 apart");
    if (!readings.isLabelled)
        plot.note
            = FUSIFORM_TR("core", "no labels were given: colours are the side of the true code");
    plot.left = FUSIFORM_TR("core", "not %1").arg(reading.attribute);
    plot.right = report::plain(reading.attribute);
    plot.levels = {{0, FUSIFORM_TR("core", "0 (paper)")},
                   {reading.truth.atMiddle.threshold, FUSIFORM_TR("core", "middle")}};
    const auto add = [&](const RegionReading& region) {
        report::Strip strip;
        strip.name = region.region.empty() ? FUSIFORM_TR("core", "true codes")
                                           : report::plain(region.region);
        if (!region.region.empty() || readings.isLabelled)
            strip.note = FUSIFORM_TR("core", "AUC %1")
                             .arg(std::isfinite(region.told.area)
                                      ? report::fixedNumber(region.told.area, 2)
                                      : "n/a");
        strip.values = region.projections;
        strip.sides = reading.labels;
        for (std::size_t f = 0; f < region.projections.size() && f < faces.size(); ++f)
            strip.tips.push_back(
                report::plain(faces[f] + ": " + report::fixedNumber(region.projections[f], 3)));
        plot.strips.push_back(std::move(strip));
    };
    add(reading.truth);
    for (const RegionReading& region : reading.regions)
        add(region);
    return report::stripFigure(plot, widthMm);
}

report::Figure attributeAreaFigure(const std::string& subject, const AttributeReadings& readings,
                                   double widthMm)
{
    std::vector<const AttributeReading*> order;
    for (const AttributeReading& reading : readings.readings)
        if (reading.axis == AxisKind::MeanDifference && !reading.regions.empty())
            order.push_back(&reading);
    const auto areaOf = [](const AttributeReading* reading) {
        const double area = reading->regions.front().told.area;
        return std::isfinite(area) ? area : -1; // what could not be told is last
    };
    std::ranges::stable_sort(order, std::ranges::greater(), areaOf);
    report::RowPlot plot;
    plot.title = FUSIFORM_TR("core", "%1, %2: attributes read from “%3”")
                     .arg(subject)
                     .arg(readings.model)
                     .arg(order.empty() ? "" : order.front()->regions.front().region);
    plot.axis
        = readings.isLabelled
              ? FUSIFORM_TR("core", "area under the ROC curve; blue: FDR < 0.05")
              : FUSIFORM_TR("core",
                            "area under the ROC curve for the true code's side; blue: FDR < 0.05");
    plot.base = 0.5;
    plot.reference = 0.5;
    plot.referenceName = FUSIFORM_TR("core", "chance");
    plot.high = 1;
    plot.decimals = 2;
    for (const AttributeReading* const reading : order) {
        const RegionReading& region = reading->regions.front();
        report::PlotRow row;
        row.name = report::plain(reading->attribute);
        row.value = region.told.area;
        row.interval = region.areaInterval;
        row.note = widthMm < kNarrowMm ? FUSIFORM_TR("core", "FDR %1").arg(pText(region.adjusted))
                                       : FUSIFORM_TR("core", "%1 + %2 faces, p = %3, FDR %4")
                                             .arg(region.atMiddle.with)
                                             .arg(region.atMiddle.faces - region.atMiddle.with)
                                             .arg(pText(region.told.tails.atLeast))
                                             .arg(pText(region.adjusted));
        row.ink = region.adjusted < 0.05 ? report::Ink::First : report::Ink::Muted;
        plot.rows.push_back(std::move(row));
    }
    return report::rowFigure(plot, widthMm);
}

} // namespace fusiform::results
