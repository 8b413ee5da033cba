// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/freesurfer.h"

#include "core/io/byte_reader.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace fusiform::io {

namespace {

// The three bytes that a file begins with. Old surfaces of quadrangles and new curvature files
// share theirs: the length of the file tells them apart.
constexpr std::uint32_t kTriangles = 0xFFFFFE;
constexpr std::uint32_t kNewQuadrangles = 0xFFFFFD;
constexpr std::uint32_t kOldQuadranglesOrNewCurv = 0xFFFFFF;
constexpr std::string_view kLabelMark = "#!ascii label";

Error notOfThatKind(const std::filesystem::path& file, Text expected)
{
    return badData(file, std::move(expected), FUSIFORM_TR("core", "something else"));
}

std::uint64_t countOf(ByteReader& reader, const char* what)
{
    const auto count = reader.next<std::int32_t>();
    if (count < 0)
        throw badData(reader.file(), FUSIFORM_TR("core", "a number of %1").arg(what),
                      FUSIFORM_TR("core", "%1").arg(count));
    return static_cast<std::uint64_t>(count);
}

/// "cras   = -6.23 9.51 -0.43" of the text that may follow the faces.
std::optional<std::array<double, 3>> cRasIn(std::string_view text)
{
    const std::size_t at = text.find("cras");
    if (at == std::string_view::npos || text.find("valid = 1") == std::string_view::npos)
        return std::nullopt;
    std::string_view line = text.substr(at, text.find('\n', at) - at);
    line.remove_prefix(std::min(line.size(), line.find('=') + 1));
    std::vector<double> numbers;
    for (const std::string& word : splitText(line, ' '))
        if (const auto number = numberFrom(word))
            numbers.push_back(*number);
    if (numbers.size() != 3)
        return std::nullopt;
    return std::array{numbers[0], numbers[1], numbers[2]};
}

FreeSurferSurface triangles(ByteReader& reader)
{
    FreeSurferSurface surface;
    // A line of text that ends with two line feeds.
    const std::string_view rest = textOf(reader.bytes().subspan(reader.position()));
    const std::size_t end = rest.find("\n\n");
    constexpr std::size_t kLongestLine = 4096;
    if (end == std::string_view::npos || end > kLongestLine)
        throw badData(reader.file(), FUSIFORM_TR("core", "a line of text after the first bytes"),
                      FUSIFORM_TR("core", "none"));
    surface.created = printable(rest.substr(0, end));
    reader.skip(end + 2);
    surface.vertices = countOf(reader, "vertices");
    surface.faces = countOf(reader, "faces");
    reader.skip(12 * surface.vertices + 12 * surface.faces);
    surface.cRas = cRasIn(textOf(reader.bytes().subspan(reader.position())));
    return surface;
}

FreeSurferSurface quadrangles(ByteReader& reader, std::uint64_t bytesPerVertex)
{
    FreeSurferSurface surface;
    surface.cornersOfAFace = 4;
    surface.vertices = reader.nextUint24();
    surface.faces = reader.nextUint24();
    reader.skip(bytesPerVertex * surface.vertices + 12 * surface.faces);
    return surface;
}

std::uint32_t firstThree(const std::filesystem::path& file, std::span<const std::byte> bytes)
{
    return ByteReader(file, bytes, std::endian::big).nextUint24();
}

/// Whether the length is that of a new curvature file with what its header says.
bool isNewCurv(std::span<const std::byte> bytes)
{
    if (bytes.size() < 15)
        return false;
    ByteReader reader({}, bytes, std::endian::big);
    reader.skip(3);
    const auto vertices = reader.next<std::int32_t>();
    reader.skip(4);
    const auto values = reader.next<std::int32_t>();
    return vertices >= 0 && values >= 1
           && bytes.size() - 15
                  == 4 * static_cast<std::uint64_t>(vertices) * static_cast<std::uint64_t>(values);
}

FreeSurferAnnotation::Entry entryOf(ByteReader& reader, std::int64_t index)
{
    FreeSurferAnnotation::Entry entry;
    entry.index = index;
    entry.name = printable(reader.text(countOf(reader, "letters of a name")));
    for (std::int32_t& part : entry.rgbt)
        part = reader.next<std::int32_t>();
    return entry;
}

/// The colour table at the end of an annotation; its first number is the count of entries in the
/// first version, or minus the version.
void readTable(ByteReader& reader, FreeSurferAnnotation& annotation)
{
    const auto first = reader.next<std::int32_t>();
    if (first != -2 && first < 0)
        throw badData(reader.file(), FUSIFORM_TR("core", "a colour table of version 1 or 2"),
                      FUSIFORM_TR("core", "version %1").arg(-static_cast<long long>(first)));
    std::uint64_t entries
        = first < 0 ? countOf(reader, "colours") : static_cast<std::uint64_t>(first);
    annotation.tableFile = printable(reader.text(countOf(reader, "letters of a name")));
    if (first < 0)
        entries = countOf(reader, "colours");
    for (std::uint64_t i = 0; i < entries; ++i) {
        const std::int64_t index
            = first < 0 ? reader.next<std::int32_t>() : static_cast<std::int64_t>(i);
        annotation.table.push_back(entryOf(reader, index));
    }
}

Json describe(const FreeSurferSurface& surface)
{
    return {{"format", "FreeSurfer surface"},
            {"vertices", surface.vertices},
            {"faces", surface.faces},
            {"corners", surface.cornersOfAFace},
            {"created", surface.created},
            {"frame", "surface RAS (c_ras not added)"},
            {"c_ras", surface.cRas ? Json(*surface.cRas) : Json(nullptr)}};
}

Json warningsOf(const FreeSurferLabel& label)
{
    Json warnings = Json::array();
    if (label.vertices != label.declared)
        warnings.push_back(FUSIFORM_TR("core", "The file says %1 vertices and has %2.")
                               .arg(static_cast<unsigned long>(label.declared))
                               .arg(static_cast<unsigned long>(label.vertices))
                               .english());
    return warnings;
}

Json describe(const FreeSurferAnnotation& annotation)
{
    Json table = Json::array();
    for (const auto& entry : annotation.table)
        table.push_back({{"index", entry.index}, {"name", entry.name}, {"rgbt", entry.rgbt}});
    return {{"format", "FreeSurfer annotation"},
            {"vertices", annotation.vertices},
            {"table_file", annotation.tableFile},
            {"table", table}};
}

} // namespace

FreeSurferSurface readFreeSurferSurface(const std::filesystem::path& file)
{
    const MappedFile mapped(file);
    ByteReader reader(file, mapped.bytes(), std::endian::big);
    switch (reader.nextUint24()) {
    case kTriangles: return triangles(reader);
    case kNewQuadrangles: return quadrangles(reader, 12); // float32
    case kOldQuadranglesOrNewCurv: return quadrangles(reader, 6); // hundredths in 16 bits
    default: throw notOfThatKind(file, FUSIFORM_TR("core", "a FreeSurfer surface"));
    }
}

FreeSurferCurv readFreeSurferCurv(const std::filesystem::path& file)
{
    const MappedFile mapped(file);
    ByteReader reader(file, mapped.bytes(), std::endian::big);
    FreeSurferCurv curv;
    const std::uint32_t first = reader.nextUint24();
    if (first == kOldQuadranglesOrNewCurv) {
        curv.vertices = countOf(reader, "vertices");
        curv.faces = countOf(reader, "faces");
        curv.valuesPerVertex = countOf(reader, "values a vertex");
        // Both counts have 31 bits: their product cannot overflow, four times it can.
        reader.skip(std::min<std::uint64_t>(curv.vertices * curv.valuesPerVertex, 1ULL << 61U) * 4);
        return curv;
    }
    if (first == kTriangles || first == kNewQuadrangles)
        throw notOfThatKind(file, FUSIFORM_TR("core", "a FreeSurfer curvature file"));
    curv.isOldFormat = true;
    curv.vertices = first;
    curv.faces = reader.nextUint24();
    reader.skip(2 * curv.vertices);
    return curv;
}

FreeSurferAnnotation readFreeSurferAnnotation(const std::filesystem::path& file)
{
    const MappedFile mapped(file);
    ByteReader reader(file, mapped.bytes(), std::endian::big);
    FreeSurferAnnotation annotation;
    annotation.vertices = countOf(reader, "vertices");
    reader.skip(8 * annotation.vertices); // a number and a colour each
    if (reader.isAtEnd())
        return annotation;
    constexpr std::int32_t kTableFollows = 1;
    if (reader.next<std::int32_t>() == kTableFollows)
        readTable(reader, annotation);
    return annotation;
}

FreeSurferLabel readFreeSurferLabel(const std::filesystem::path& file)
{
    const std::string text = readTextFile(file);
    if (!text.starts_with(kLabelMark))
        throw notOfThatKind(file, FUSIFORM_TR("core", "a FreeSurfer label"));
    std::vector<std::string> lines = splitText(text, '\n');
    while (lines.back().empty())
        lines.pop_back();
    FreeSurferLabel label;
    label.comment = printable(trimmed(std::string_view(lines[0]).substr(kLabelMark.size())));
    const auto count = lines.size() > 1 ? numberFrom(lines[1]) : std::nullopt;
    constexpr double kMost = 1e12;
    if (!count || *count < 0 || *count > kMost || *count != std::floor(*count))
        throw badData(
            file, FUSIFORM_TR("core", "the number of vertices in line 2"),
            FUSIFORM_TR("core", "\"%1\"").arg(lines.size() > 1 ? printable(lines[1]) : ""));
    label.declared = static_cast<std::uint64_t>(*count);
    for (std::size_t line = 2; line < lines.size(); ++line) {
        std::size_t numbers = 0;
        for (const std::string& word : splitText(lines[line], ' '))
            numbers += numberFrom(word).has_value();
        if (numbers != 5)
            throw badData(file, FUSIFORM_TR("core", "5 numbers in line %1").arg(line + 1),
                          FUSIFORM_TR("core", "%1").arg(numbers));
    }
    label.vertices = lines.size() - 2;
    return label;
}

bool isFreeSurfer(std::span<const std::byte> prefix, const std::filesystem::path& file)
{
    if (file.extension() == ".annot" || textOf(prefix).starts_with(kLabelMark))
        return true;
    if (prefix.size() < 3)
        return false;
    const std::uint32_t first = firstThree(file, prefix);
    return first == kTriangles || first == kNewQuadrangles || first == kOldQuadranglesOrNewCurv
           || file.extension() == ".curv";
}

Json describeFreeSurfer(const std::filesystem::path& file)
{
    if (file.extension() == ".annot")
        return describe(readFreeSurferAnnotation(file));
    const MappedFile mapped(file);
    if (textOf(mapped.bytes()).starts_with(kLabelMark)) {
        const FreeSurferLabel label = readFreeSurferLabel(file);
        return {{"format", "FreeSurfer label"},
                {"vertices", label.vertices},
                {"comment", label.comment},
                {"warnings", warningsOf(label)}};
    }
    const std::uint32_t first = firstThree(file, mapped.bytes());
    const bool isQuadrangles = first == kOldQuadranglesOrNewCurv && !isNewCurv(mapped.bytes())
                               && file.extension() != ".curv";
    if (first == kTriangles || first == kNewQuadrangles || isQuadrangles)
        return describe(readFreeSurferSurface(file));
    const FreeSurferCurv curv = readFreeSurferCurv(file);
    return {{"format", "FreeSurfer values per vertex"},
            {"vertices", curv.vertices},
            {"faces", curv.faces},
            {"values_per_vertex", curv.valuesPerVertex},
            {"dtype", curv.isOldFormat ? "int16" : "float32"}};
}

} // namespace fusiform::io
