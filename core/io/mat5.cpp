// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mat5.h"

#include "core/io/byte_reader.h"
#include "core/io/gzip_file.h"
#include "core/io/mat5_parts.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace fusiform::io {

namespace {

constexpr std::size_t kTextBytes = 116;
constexpr std::size_t kVersionAt = 124;

// Types of the parts of a file, from MathWorks' "MAT-File Format".
constexpr std::uint32_t kInt8 = 1;
constexpr std::uint32_t kInt32 = 5;
constexpr std::uint32_t kUInt32 = 6;

bool hasVersion5(std::span<const std::byte> prefix)
{
    if (prefix.size() < kMat5HeaderBytes)
        return false;
    const std::string_view mark = textOf(prefix.subspan(126, 2));
    if (mark != "IM" && mark != "MI")
        return false;
    ByteReader reader({}, prefix, mat5Order(prefix));
    reader.seek(kVersionAt);
    return reader.next<std::uint16_t>() == 0x0100;
}

/// The type and the bytes of one part; short ones keep both in a word each.
struct Part {
    std::uint32_t type = 0;
    std::span<const std::byte> bytes;
};

Part nextPart(ByteReader& reader)
{
    const auto first = reader.next<std::uint32_t>();
    if (first >> 16U != 0) {
        const std::uint32_t size = first >> 16U;
        if (size > 4)
            throw badData(reader.file(), FUSIFORM_TR("core", "at most 4 bytes in a short part"),
                          FUSIFORM_TR("core", "%1").arg(size));
        return {first & 0xFFFFU, reader.take(4).first(size)};
    }
    const auto size = reader.next<std::uint32_t>();
    const Part part{first, reader.take(size)};
    if (part.type != kMat5Compressed)
        reader.skip(std::min<std::uint64_t>((8 - size % 8) % 8, reader.remaining()));
    return part;
}

Part expected(ByteReader& reader, std::initializer_list<std::uint32_t> types, const char* what)
{
    const Part part = nextPart(reader);
    if (std::ranges::find(types, part.type) == types.end())
        throw badData(reader.file(), FUSIFORM_TR("core", "%1 of a variable").arg(what),
                      FUSIFORM_TR("core", "a part of type %1").arg(part.type));
    return part;
}

/// What a matrix part begins with: flags, dimensions, name. The rest is not looked at.
MatVariable variableOf(const std::filesystem::path& file, std::span<const std::byte> bytes,
                       std::endian order)
{
    ByteReader reader(file, bytes, order);
    const Part flags = expected(reader, {kUInt32}, "the flags");
    MatVariable variable;
    setMat5Class(variable, file, flags.bytes, order);
    if (variable.type != "opaque")
        // Some writers call the dimensions unsigned.
        setMat5Shape(variable, file, expected(reader, {kInt32, kUInt32}, "the dimensions").bytes,
                     order);
    const Part name = expected(reader, {kInt8, kMat5Utf8}, "the name");
    variable.name = printable(textOf(name.bytes));
    return variable;
}

MatFile readVersion5(const std::filesystem::path& file, std::span<const std::byte> bytes)
{
    MatFile content;
    content.version = "5";
    content.header = printable(trimmed(textOf(bytes.first(kTextBytes))));
    content.header.resize(content.header.find_last_not_of("? ") + 1);
    const std::endian order = mat5Order(bytes);
    ByteReader reader(file, bytes, order);
    reader.skip(kMat5HeaderBytes);
    while (reader.remaining() >= 8) {
        const Part part = nextPart(reader);
        if (part.type == kMat5Matrix) {
            content.variables.push_back(variableOf(file, part.bytes, order));
            continue;
        }
        if (part.type != kMat5Compressed)
            throw badData(file, FUSIFORM_TR("core", "a variable"),
                          FUSIFORM_TR("core", "a part of type %1").arg(part.type));
        // Flags, dimensions and name fit into this unless somebody means harm.
        constexpr std::size_t kBeginning = 16384;
        const std::vector<std::byte> inflated = zlibPrefix(part.bytes, kBeginning);
        ByteReader inner(file, inflated, order);
        if (const auto type = inner.next<std::uint32_t>(); type != kMat5Matrix)
            throw badData(file, FUSIFORM_TR("core", "a compressed variable"),
                          FUSIFORM_TR("core", "a part of type %1").arg(type));
        inner.skip(4);
        content.variables.push_back(variableOf(file, inner.take(inner.remaining()), order));
    }
    // What MATLAB keeps for function handles has no name of its own.
    std::erase_if(content.variables, [](const MatVariable& v) { return v.name.empty(); });
    return content;
}

/// The five numbers before each matrix of version 4.
struct Header4 {
    std::int32_t type = 0;
    std::int32_t rows = 0;
    std::int32_t columns = 0;
    std::int32_t isComplex = 0;
    std::int32_t nameBytes = 0;

    [[nodiscard]] bool isSensible() const
    {
        // Thousands: machine; tens: number format 0 to 5; ones: full, text or sparse.
        const bool isType = type >= 0 && type < 5000 && type / 100 % 10 == 0 && type / 10 % 10 <= 5
                            && type % 10 <= 2;
        return isType && rows >= 0 && columns >= 0 && (isComplex == 0 || isComplex == 1)
               && nameBytes >= 1 && nameBytes <= 4096;
    }
    [[nodiscard]] std::uint64_t valueBytes() const
    {
        constexpr std::array<std::uint64_t, 6> kBytes = {8, 4, 4, 2, 2, 1};
        return kBytes[static_cast<std::size_t>(type / 10 % 10)];
    }
};

Header4 nextHeader4(ByteReader& reader)
{
    Header4 header;
    header.type = reader.next<std::int32_t>();
    header.rows = reader.next<std::int32_t>();
    header.columns = reader.next<std::int32_t>();
    header.isComplex = reader.next<std::int32_t>();
    header.nameBytes = reader.next<std::int32_t>();
    return header;
}

/// Version 4 has no mark: the first header makes sense in one of the two byte orders, or in none.
std::endian order4(const std::filesystem::path& file, std::span<const std::byte> bytes)
{
    for (const std::endian order : {std::endian::little, std::endian::big}) {
        ByteReader reader(file, bytes, order);
        if (reader.remaining() >= 20 && nextHeader4(reader).isSensible())
            return order;
    }
    throw badData(file, FUSIFORM_TR("core", "a MATLAB file of version 4, 5 or 7.3"),
                  bytes.empty() ? FUSIFORM_TR("core", "an empty file")
                                : FUSIFORM_TR("core", "something else"));
}

MatVariable nextVariable4(ByteReader& reader)
{
    const Header4 header = nextHeader4(reader);
    if (!header.isSensible())
        throw badData(reader.file(), FUSIFORM_TR("core", "the header of a variable"),
                      FUSIFORM_TR("core", "something else before byte %1").arg(reader.position()));
    constexpr std::array kKinds = {"double", "single", "int32", "int16", "uint16", "uint8"};
    MatVariable variable;
    variable.name = printable(reader.text(static_cast<std::uint64_t>(header.nameBytes)));
    variable.isComplex = header.isComplex == 1;
    variable.shape = {header.rows, header.columns};
    const int kind = header.type % 10;
    variable.type = kind == 1   ? "char"
                    : kind == 2 ? "sparse"
                                : kKinds[static_cast<std::size_t>(header.type / 10 % 10)];
    const std::uint64_t parts = header.isComplex == 1 ? 2 : 1;
    const auto rows = static_cast<std::uint64_t>(header.rows);
    const std::uint64_t values = rows * static_cast<std::uint64_t>(header.columns);
    const std::size_t begin = reader.position();
    reader.skip(values * parts * header.valueBytes());
    if (kind != 2)
        return variable;
    // A sparse matrix is a list of (row, column, value[, imaginary]); the last line has its shape.
    variable.isComplex = header.columns == 4;
    const std::size_t end = reader.position();
    for (std::uint64_t column = 0; column < 2 && rows > 0 && header.valueBytes() == 8; ++column) {
        reader.seek(begin + 8 * (column * rows + rows - 1));
        const auto size = reader.next<double>();
        constexpr double kMost = 1e15;
        variable.shape[column]
            = size >= 0 && size < kMost ? static_cast<std::int64_t>(size) : std::int64_t{0};
    }
    reader.seek(end);
    return variable;
}

} // namespace

bool isMat5(std::span<const std::byte> prefix, const std::filesystem::path& file)
{
    return hasVersion5(prefix) || file.extension() == ".mat";
}

MatFile readMat5(const std::filesystem::path& file)
{
    const MappedFile mapped(file);
    const std::span<const std::byte> bytes = mapped.bytes();
    if (hasVersion5(bytes))
        return readVersion5(file, bytes);
    ByteReader reader(file, bytes, order4(file, bytes));
    MatFile content;
    content.version = "4";
    while (!reader.isAtEnd())
        content.variables.push_back(nextVariable4(reader));
    return content;
}

Json describe(const MatFile& content)
{
    Json variables = Json::array();
    for (const MatVariable& variable : content.variables)
        variables.push_back({{"name", variable.name},
                             {"class", variable.type},
                             {"shape", variable.shape},
                             {"complex", variable.isComplex}});
    return {{"format", "MATLAB " + content.version},
            {"header", content.header},
            {"variables", variables}};
}

Json describeMat5(const std::filesystem::path& file) { return describe(readMat5(file)); }

} // namespace fusiform::io
