// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/freesurfer.h"

#include "core/io/byte_reader.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

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

/// The three numbers of a line such as "cras   = -6.23 9.51 -0.43".
std::optional<Eigen::Vector3d> numbersOf(std::string_view text, const std::string& name)
{
    const std::size_t at = text.find('\n' + name);
    if (at == std::string_view::npos)
        return std::nullopt;
    std::string_view line = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
    line.remove_prefix(std::min(line.size(), line.find('=') + 1));
    std::vector<double> numbers;
    for (const std::string& word : splitText(line, ' '))
        if (const auto number = numberFrom(word))
            numbers.push_back(*number);
    if (numbers.size() != 3)
        return std::nullopt;
    return Eigen::Vector3d(numbers[0], numbers[1], numbers[2]);
}

/// The geometry of the volume, in the text that may follow the faces.
std::optional<SurfaceVolume> volumeIn(std::string_view text)
{
    const auto cRas = numbersOf(text, "cras");
    if (!cRas || text.find("valid = 1") == std::string_view::npos)
        return std::nullopt;
    SurfaceVolume volume;
    volume.cRas = *cRas;
    const auto x = numbersOf(text, "xras");
    const auto y = numbersOf(text, "yras");
    const auto z = numbersOf(text, "zras");
    if (x && y && z)
        volume.axes << *x, *y, *z;
    return volume;
}

/// What follows the faces: maybe a mark with a yes or no, then the geometry as text.
void readTail(ByteReader& reader, FreeSurferSurface& surface)
{
    constexpr std::int32_t kScannerRasFollows = 2;
    const std::string_view text = textOf(reader.bytes().subspan(reader.position()));
    surface.volume = volumeIn(text);
    if (reader.remaining() >= 8 && reader.next<std::int32_t>() == kScannerRasFollows)
        surface.isInScannerRas = reader.next<std::int32_t>() == 1;
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
    surface.pointsAt = reader.position();
    reader.skip(12 * surface.vertices + 12 * surface.faces);
    readTail(reader, surface);
    return surface;
}

enum class Coordinates { Float32, Hundredths };

FreeSurferSurface quadrangles(ByteReader& reader, Coordinates coordinates)
{
    FreeSurferSurface surface;
    surface.cornersOfAFace = 4;
    surface.hasHundredths = coordinates == Coordinates::Hundredths;
    surface.vertices = reader.nextUint24();
    surface.faces = reader.nextUint24();
    surface.pointsAt = reader.position();
    reader.skip((surface.hasHundredths ? 6 : 12) * surface.vertices + 12 * surface.faces);
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

/// "5900 -15.869 -33.770 74.187 0.444": vertex, coordinates, value.
FreeSurferLabel::Point pointOf(const std::filesystem::path& file, const std::string& line,
                               std::size_t lineNumber)
{
    std::vector<double> numbers;
    for (const std::string& word : splitText(line, ' '))
        if (const auto number = numberFrom(word))
            numbers.push_back(*number);
    if (numbers.size() != 5)
        throw badData(file, FUSIFORM_TR("core", "5 numbers in line %1").arg(lineNumber),
                      FUSIFORM_TR("core", "%1").arg(numbers.size()));
    constexpr double kMost = std::numeric_limits<std::int32_t>::max();
    if (!(numbers[0] >= -1 && numbers[0] <= kMost) || numbers[0] != std::floor(numbers[0]))
        throw badData(file,
                      FUSIFORM_TR("core", "the number of a vertex in line %1").arg(lineNumber),
                      FUSIFORM_TR("core", "%1").arg(numbers[0]));
    return {
        static_cast<std::int64_t>(numbers[0]), {numbers[1], numbers[2], numbers[3]}, numbers[4]};
}

Json describe(const FreeSurferSurface& surface)
{
    return {{"format", "FreeSurfer surface"},
            {"vertices", surface.vertices},
            {"faces", surface.faces},
            {"corners", surface.cornersOfAFace},
            {"created", surface.created},
            {"frame", surface.isInScannerRas ? "scanner RAS" : "surface RAS (c_ras not added)"},
            {"c_ras", surface.volume
                          ? Json(std::array{surface.volume->cRas[0], surface.volume->cRas[1],
                                            surface.volume->cRas[2]})
                          : Json(nullptr)}};
}

Json warningsOf(const FreeSurferLabel& label)
{
    Json warnings = Json::array();
    if (label.points.size() != label.declared)
        warnings.push_back(FUSIFORM_TR("core", "The file says %1 vertices and has %2.")
                               .arg(static_cast<unsigned long>(label.declared))
                               .arg(static_cast<unsigned long>(label.points.size()))
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
    case kNewQuadrangles: return quadrangles(reader, Coordinates::Float32);
    case kOldQuadranglesOrNewCurv: return quadrangles(reader, Coordinates::Hundredths);
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
        curv.valuesAt = reader.position();
        // Both counts have 31 bits: their product cannot overflow, four times it can.
        reader.skip(std::min<std::uint64_t>(curv.vertices * curv.valuesPerVertex, 1ULL << 61U) * 4);
        return curv;
    }
    if (first == kTriangles || first == kNewQuadrangles)
        throw notOfThatKind(file, FUSIFORM_TR("core", "a FreeSurfer curvature file"));
    curv.isOldFormat = true;
    curv.vertices = first;
    curv.faces = reader.nextUint24();
    curv.valuesAt = reader.position();
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
    for (std::size_t line = 2; line < lines.size(); ++line)
        label.points.push_back(pointOf(file, lines[line], line + 1));
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
                {"vertices", label.points.size()},
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
