// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gifti_numbers.h"

#include "core/io/byte_reader.h"
#include "core/io/gzip_file.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace fusiform::io {

namespace {

namespace fs = std::filesystem;

template <class T>
double nextAs(ByteReader& reader)
{
    return static_cast<double>(reader.next<T>());
}

struct TypeReader {
    const char* name;
    std::size_t bytes;
    double (*next)(ByteReader&);
};
constexpr std::array kReaders = {
    TypeReader{"uint8", 1, nextAs<std::uint8_t>},   TypeReader{"int8", 1, nextAs<std::int8_t>},
    TypeReader{"int16", 2, nextAs<std::int16_t>},   TypeReader{"uint16", 2, nextAs<std::uint16_t>},
    TypeReader{"int32", 4, nextAs<std::int32_t>},   TypeReader{"uint32", 4, nextAs<std::uint32_t>},
    TypeReader{"float32", 4, nextAs<float>},        TypeReader{"int64", 8, nextAs<std::int64_t>},
    TypeReader{"uint64", 8, nextAs<std::uint64_t>}, TypeReader{"float64", 8, nextAs<double>}};

std::size_t countOf(const GiftiArray& array, const fs::path& file)
{
    constexpr std::int64_t kMost = std::int64_t{1} << 40;
    std::int64_t count = 1;
    for (const std::int64_t size : array.shape) {
        if (size > kMost / count)
            throw badData(file, FUSIFORM_TR("core", "arrays of a sensible size"),
                          FUSIFORM_TR("core", "a size of %1").arg(static_cast<long long>(size)));
        count *= size;
    }
    return static_cast<std::size_t>(count);
}

/// Six bits; -1: no letter of base 64.
int sixBits(char letter)
{
    constexpr std::string_view kLetters
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t at = kLetters.find(letter);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

std::vector<std::byte> fromBase64(std::string_view text, const fs::path& file)
{
    std::vector<std::byte> bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    int held = 0;
    for (const char letter : text) {
        if (letter == '=')
            break;
        if (std::string_view(" \t\r\n").find(letter) != std::string_view::npos)
            continue;
        const int value = sixBits(letter);
        if (value < 0)
            throw badData(file, FUSIFORM_TR("core", "numbers in base 64"),
                          FUSIFORM_TR("core", "the letter %1").arg(printable({&letter, 1})));
        bits = (bits << 6U | static_cast<std::uint32_t>(value)) & 0xFFFFFFU;
        held += 6;
        if (held >= 8) {
            held -= 8;
            bytes.push_back(static_cast<std::byte>(bits >> static_cast<unsigned>(held) & 0xFFU));
        }
    }
    return bytes;
}

std::vector<double> fromBytes(const GiftiArray& array, std::span<const std::byte> bytes,
                              const fs::path& file)
{
    const auto type = std::ranges::find(kReaders, std::string_view(array.type), &TypeReader::name);
    const std::size_t count = countOf(array, file);
    if (bytes.size() != count * type->bytes)
        throw badData(file, FUSIFORM_TR("core", "%1 bytes of data").arg(count * type->bytes),
                      FUSIFORM_TR("core", "%1").arg(bytes.size()));
    ByteReader reader(file, bytes, array.isBigEndian ? std::endian::big : std::endian::little);
    std::vector<double> numbers(count);
    for (double& number : numbers)
        number = type->next(reader);
    return numbers;
}

std::vector<double> asStored(const GiftiArray& array, std::string_view text, const fs::path& file)
{
    if (array.encoding == "ASCII") {
        std::vector<double> numbers = numbersIn(text);
        if (numbers.size() != countOf(array, file))
            throw badData(file, FUSIFORM_TR("core", "%1 numbers").arg(countOf(array, file)),
                          FUSIFORM_TR("core", "%1").arg(numbers.size()));
        return numbers;
    }
    const auto type = std::ranges::find(kReaders, std::string_view(array.type), &TypeReader::name);
    if (type == kReaders.end())
        throw badData(file, FUSIFORM_TR("core", "an array of plain numbers"),
                      FUSIFORM_TR("core", "%1").arg(array.type));
    if (array.encoding == "Base64Binary")
        return fromBytes(array, fromBase64(text, file), file);
    if (array.encoding == "GZipBase64Binary")
        return fromBytes(
            array, zlibWhole(file, fromBase64(text, file), countOf(array, file) * type->bytes),
            file);
    throw badData(file,
                  FUSIFORM_TR("core", "numbers inside of the file (ASCII, Base64Binary or "
                                      "GZipBase64Binary)"),
                  FUSIFORM_TR("core", "%1").arg(array.encoding));
}

/// From the first index running fastest to the last.
std::vector<double> rowByRow(const std::vector<double>& columns,
                             const std::vector<std::int64_t>& shape)
{
    std::vector<double> rows;
    rows.reserve(columns.size());
    std::vector<std::int64_t> at(shape.size(), 0);
    for (std::size_t n = 0; n < columns.size(); ++n) {
        std::int64_t from = 0;
        for (std::size_t d = shape.size(); d-- > 0;)
            from = from * shape[d] + at[d];
        rows.push_back(columns[static_cast<std::size_t>(from)]);
        for (std::size_t d = shape.size(); d-- > 0 && ++at[d] == shape[d];)
            at[d] = 0;
    }
    return rows;
}

} // namespace

std::vector<double> numbersIn(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    std::vector<double> numbers;
    for (std::size_t begin = 0; (begin = text.find_first_not_of(kBlanks, begin)) < text.size();) {
        const std::size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
        const auto number = numberFrom(text.substr(begin, end - begin));
        if (!number)
            break;
        numbers.push_back(*number);
        begin = end;
    }
    return numbers;
}

std::vector<double> giftiNumbers(const GiftiArray& array, std::string_view text,
                                 const fs::path& file)
{
    std::vector<double> numbers = asStored(array, text, file);
    return array.isRowMajor || array.shape.size() < 2 ? numbers : rowByRow(numbers, array.shape);
}

} // namespace fusiform::io
