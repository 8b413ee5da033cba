// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/attribute_reading.h"
#include "core/results/section.h"

#include <string>
#include <vector>

namespace fusiform::results {

// Figures of the section on attributes, and what they share with its tables.

/// "mean difference" or "logistic", in tables and for programs.
[[nodiscard]] std::string axisKey(evaluate::AxisKind axis);
/// Right answers of all; NaN of no faces.
[[nodiscard]] double shareRight(const evaluate::SideReading& side);
/// The regions, then the true codes, where labels make them a ceiling.
[[nodiscard]] std::vector<const evaluate::RegionReading*>
shownRegions(const evaluate::AttributeReading& reading, bool isLabelled);
/// "temporal", or "true codes".
[[nodiscard]] std::string nameOf(const evaluate::RegionReading& region);

/// Right answers by region (paper, Fig. 6b).
/// @param threshold RegionReading::atZero or atMiddle
[[nodiscard]] report::Figure
attributeAccuracyFigure(const std::string& subject, const evaluate::AttributeReadings& readings,
                        const evaluate::AttributeReading& reading,
                        evaluate::SideReading evaluate::RegionReading::*threshold, double widthMm);
/// Every face on the axis (paper, Fig. 6a).
[[nodiscard]] report::Figure attributeProjectionFigure(const std::string& subject,
                                                       const evaluate::AttributeReadings& readings,
                                                       const evaluate::AttributeReading& reading,
                                                       const std::vector<std::string>& faces,
                                                       double widthMm);
/// All attributes from the first region, the best first.
[[nodiscard]] report::Figure attributeAreaFigure(const std::string& subject,
                                                 const evaluate::AttributeReadings& readings,
                                                 double widthMm);

} // namespace fusiform::results
