// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/vertex_labels_write.h"

#include "core/util/atomic_file.h"
#include "core/util/escaped_xml.h"
#include "core/util/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace fusiform::io {

namespace {

/// Six decimals, as FreeSurfer writes places: the C locale whatever the system's is.
std::string coordinateText(double value)
{
    std::array<char, 64> text = {};
    const auto [end, error]
        = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 6);
    return error == std::errc() ? std::string(text.data(), end) : std::string("0.000000");
}

std::string labelElement(std::int64_t key, const LabelName& name)
{
    std::string text = "<Label Key=\"" + std::to_string(key) + "\"";
    constexpr std::array kParts = {"Red", "Green", "Blue"};
    const bool isNothing = !name.colour.has_value();
    for (std::size_t part = 0; part < kParts.size(); ++part) {
        const double value = isNothing ? 0.0 : (*name.colour)[part] / 255.0;
        text += std::string(" ") + kParts[part] + "=\"" + numberText(value) + "\"";
    }
    text += isNothing ? " Alpha=\"0\">" : " Alpha=\"1\">";
    return text + escapedXml(name.name) + "</Label>\n";
}

/// A key that no label has, 0 if it is free.
std::int64_t freeKey(const VertexLabels& labels)
{
    const auto isTaken = [&](std::int64_t key) {
        return labels.names.contains(key)
               || std::ranges::find(labels.labels, key) != labels.labels.end();
    };
    std::int64_t key = 0;
    while (isTaken(key))
        ++key;
    return key;
}

std::string metadataElement(const std::string& structure)
{
    if (structure.empty())
        return "<MetaData/>\n";
    return "<MetaData><MD><Name>AnatomicalStructurePrimary</Name><Value>" + escapedXml(structure)
           + "</Value></MD></MetaData>\n";
}

} // namespace

void writeFreeSurferLabel(const std::filesystem::path& file, const image::Surface& surface,
                          std::span<const std::int64_t> vertices)
{
    std::string text = "#!ascii label , from subject  vox2ras=scanner\n"
                       + std::to_string(vertices.size()) + "\n";
    for (const std::int64_t vertex : vertices) {
        text += std::to_string(vertex);
        for (const double part : surface.points.col(vertex))
            text += "  " + coordinateText(part);
        text += "  0.000000\n";
    }
    writeFileAtomically(file, text);
}

void writeGiftiLabels(const std::filesystem::path& file, const VertexLabels& labels,
                      const std::string& structure)
{
    const std::int64_t nothing = freeKey(labels);
    LabelNames names = labels.names;
    names[nothing].name = "???";
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<GIFTI Version=\"1.0\" NumberOfDataArrays=\"1\">\n";
    text += metadataElement(structure) + "<LabelTable>\n";
    for (const auto& [key, name] : names)
        text += labelElement(key, name);
    text += "</LabelTable>\n<DataArray Intent=\"NIFTI_INTENT_LABEL\" DataType=\"NIFTI_TYPE_INT32\" "
            "ArrayIndexingOrder=\"RowMajorOrder\" Dimensionality=\"1\" Dim0=\""
            + std::to_string(labels.labels.size())
            + "\" Encoding=\"ASCII\" Endian=\"LittleEndian\" ExternalFileName=\"\" "
              "ExternalFileOffset=\"\">\n";
    text += metadataElement(structure) + "<Data>";
    for (std::size_t v = 0; v < labels.labels.size(); ++v) {
        const std::int64_t label = labels.labels[v];
        text += std::to_string(label == kNoLabel ? nothing : label) + (v % 20 == 19 ? "\n" : " ");
    }
    text += "</Data>\n</DataArray>\n</GIFTI>\n";
    writeFileAtomically(file, text);
}

} // namespace fusiform::io
