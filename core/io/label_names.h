// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/tsv.h"

#include <array>
#include <cstdint>
#include <map>

namespace fusiform::io {

/// What a number of a label image means.
struct LabelName {
    std::string name;
    std::optional<std::array<std::uint8_t, 3>> colour;
};
using LabelNames = std::map<std::int64_t, LabelName>;

/// The names of labels in any of these, told apart by content:
/// - lines: "index name", FreeSurfer's lookup table (index name R G B A), MRtrix's (index, short
///   and long name, R G B A), ITK-SNAP's label file, AAL's (index name code; short name, name,
///   index); lines that begin with # are comments;
/// - tables with a line of column names (tabs, commas or semicolons), as BIDS has them: index,
///   name, color (#RRGGBB or r, g, b);
/// - JSON: {"12": "name"}, {"name": 12}, either below "LabelMap" or "labels", or a list of objects
///   with index and name;
/// - FSL's XML: where its type is probabilistic the labels of the summary images are index + 1.
/// @throws Error{BadData} naming the line that is none of these.
[[nodiscard]] LabelNames readLabelNames(const std::filesystem::path& file);

/// The parts of readLabelNames.
[[nodiscard]] LabelNames labelsFromLines(std::string_view text, const std::filesystem::path& file);
[[nodiscard]] LabelNames labelsFromTable(const Tsv& table);
[[nodiscard]] LabelNames labelsFromJson(std::string_view text, const std::filesystem::path& file);
[[nodiscard]] LabelNames labelsFromXml(std::string_view text, const std::filesystem::path& file);

} // namespace fusiform::io
