// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mat5_parts.h"

#include "core/io/byte_reader.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace fusiform::io {

namespace {

constexpr std::array kClasses
    = {"",      "cell",  "struct", "object", "char",   "sparse", "double", "single",   "int8",
       "uint8", "int16", "uint16", "int32",  "uint32", "int64",  "uint64", "function", "opaque"};

template <class T>
double valueAt(const std::byte* bytes, bool isSwapped)
{
    std::array<std::byte, sizeof(T)> raw;
    std::memcpy(raw.data(), bytes, sizeof(T));
    if (isSwapped)
        std::ranges::reverse(raw);
    return static_cast<double>(std::bit_cast<T>(raw));
}

constexpr std::array kNumbers = {
    Mat5Number{1, 1, valueAt<std::int8_t>},   Mat5Number{2, 1, valueAt<std::uint8_t>},
    Mat5Number{3, 2, valueAt<std::int16_t>},  Mat5Number{4, 2, valueAt<std::uint16_t>},
    Mat5Number{5, 4, valueAt<std::int32_t>},  Mat5Number{6, 4, valueAt<std::uint32_t>},
    Mat5Number{7, 4, valueAt<float>},         Mat5Number{9, 8, valueAt<double>},
    Mat5Number{12, 8, valueAt<std::int64_t>}, Mat5Number{13, 8, valueAt<std::uint64_t>},
};

} // namespace

const Mat5Number* mat5Number(std::uint32_t code)
{
    const auto found = std::ranges::find(kNumbers, code, &Mat5Number::code);
    return found == kNumbers.end() ? nullptr : &*found;
}

std::endian mat5Order(std::span<const std::byte> header)
{
    return textOf(header.subspan(126, 2)) == "MI" ? std::endian::big : std::endian::little;
}

void setMat5Class(MatVariable& variable, const std::filesystem::path& file,
                  std::span<const std::byte> flags, std::endian order)
{
    const auto word = ByteReader(file, flags, order).next<std::uint32_t>();
    const std::size_t number = word & 0xFFU;
    if (number == 0 || number >= kClasses.size())
        throw badData(file, FUSIFORM_TR("core", "a variable of a class of MATLAB's"),
                      FUSIFORM_TR("core", "class number %1").arg(number));
    const bool isLogical = (word & 0x0200U) != 0;
    variable.isComplex = (word & 0x0800U) != 0;
    variable.type = isLogical && kClasses[number] != std::string_view("sparse") ? "logical"
                                                                                : kClasses[number];
}

void setMat5Shape(MatVariable& variable, const std::filesystem::path& file,
                  std::span<const std::byte> dimensions, std::endian order)
{
    ByteReader sizes(file, dimensions, order);
    while (!sizes.isAtEnd()) {
        variable.shape.push_back(sizes.next<std::int32_t>());
        if (variable.shape.back() < 0)
            throw badData(
                file, FUSIFORM_TR("core", "dimensions of at least 0"),
                FUSIFORM_TR("core", "%1").arg(static_cast<long long>(variable.shape.back())));
    }
    if (variable.shape.size() < 2)
        throw badData(file, FUSIFORM_TR("core", "at least two dimensions"),
                      FUSIFORM_TR("core", "%1").arg(variable.shape.size()));
}

Mat5Stream::Mat5Stream(std::ifstream& stream, std::uint64_t bytes, bool isCompressed)
    : m_stream(stream), m_left(bytes), m_isCompressed(isCompressed)
{
    if (m_isCompressed && inflateInit(&m_zlib) != Z_OK)
        throw failure(FUSIFORM_TR("core", "Data could not be unpacked: no memory."));
}

Mat5Stream::~Mat5Stream()
{
    if (m_isCompressed)
        inflateEnd(&m_zlib);
}

bool Mat5Stream::read(std::span<std::byte> target)
{
    return m_isCompressed ? inflated(target) : plain(target);
}

bool Mat5Stream::plain(std::span<std::byte> target)
{
    if (target.size() > m_left)
        return false;
    m_left -= target.size();
    m_stream.read(reinterpret_cast<char*>(target.data()),
                  static_cast<std::streamsize>(target.size()));
    return m_stream.good();
}

bool Mat5Stream::inflated(std::span<std::byte> target)
{
    m_zlib.next_out = reinterpret_cast<Bytef*>(target.data());
    m_zlib.avail_out = static_cast<uInt>(target.size());
    while (m_zlib.avail_out > 0) {
        if (m_zlib.avail_in == 0) {
            const auto portion
                = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, m_buffer.size()));
            if (portion == 0 || !plain(std::span(m_buffer).first(portion)))
                return false;
            m_zlib.next_in = reinterpret_cast<Bytef*>(m_buffer.data());
            m_zlib.avail_in = static_cast<uInt>(portion);
        }
        const int state = inflate(&m_zlib, Z_NO_FLUSH);
        if (state == Z_STREAM_END)
            return m_zlib.avail_out == 0;
        if (state != Z_OK)
            return false;
    }
    return true;
}

Mat5Reader::Tag Mat5Reader::tag()
{
    const std::uint32_t first = word();
    // Parts of up to four bytes keep type and size in one word, and their bytes in the next.
    if (first >> 16U != 0) {
        const Tag tag{first & 0xFFFFU, first >> 16U, 4 - std::min(first >> 16U, 4U)};
        if (tag.bytes > 4)
            throw damaged();
        return tag;
    }
    const std::uint64_t bytes = word();
    return {first, bytes, first == kMat5Compressed ? 0 : (8 - bytes % 8) % 8};
}

std::vector<std::byte> Mat5Reader::element()
{
    const Tag found = tag();
    constexpr std::uint64_t kLongest = 1 << 16;
    if (found.bytes > kLongest)
        throw damaged();
    std::vector<std::byte> bytes(found.bytes);
    read(bytes);
    skip(found.padding);
    return bytes;
}

MatVariable Mat5Reader::matrixHeader()
{
    MatVariable variable;
    setMat5Class(variable, m_file, element(), m_order);
    if (variable.type != "opaque")
        setMat5Shape(variable, m_file, element(), m_order);
    const std::vector<std::byte> name = element();
    variable.name = printable(textOf(name));
    return variable;
}

void Mat5Reader::numbers(std::int64_t count,
                         const std::function<bool(std::int64_t, std::int64_t)>& wants,
                         const VisitNumbers& visit, const std::function<void(std::int64_t)>& passed)
{
    const Tag found = tag();
    const Mat5Number* type = mat5Number(found.type);
    if (type == nullptr || found.bytes != type->bytes * static_cast<std::uint64_t>(count))
        throw badData(m_file, FUSIFORM_TR("core", "%1 numbers in %2").arg(count).arg(m_variable),
                      FUSIFORM_TR("core", "%1 bytes of type %2").arg(found.bytes).arg(found.type));
    constexpr std::int64_t kPortion = 1 << 16;
    std::vector<std::byte> raw;
    std::vector<double> values;
    for (std::int64_t first = 0; first < count; first += kPortion) {
        const std::int64_t portion = std::min(kPortion, count - first);
        raw.resize(static_cast<std::size_t>(portion) * type->bytes);
        read(raw);
        passed(portion);
        if (wants && !wants(first, portion))
            continue;
        values.resize(static_cast<std::size_t>(portion));
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = type->value(raw.data() + i * type->bytes, m_order != std::endian::native);
        visit(first, values);
    }
}

void Mat5Reader::read(std::span<std::byte> target)
{
    if (!m_stream.read(target))
        throw damaged();
    m_position += target.size();
}

void Mat5Reader::skip(std::uint64_t count)
{
    std::array<std::byte, 4096> passed;
    for (; count > passed.size(); count -= passed.size())
        read(passed);
    read(std::span(passed).first(count));
}

std::uint32_t Mat5Reader::word()
{
    std::array<std::byte, 4> raw;
    read(raw);
    if (m_order != std::endian::native)
        std::ranges::reverse(raw);
    return std::bit_cast<std::uint32_t>(raw);
}

Error Mat5Reader::damaged() const
{
    return badData(m_file, FUSIFORM_TR("core", "the numbers of %1").arg(m_variable),
                   FUSIFORM_TR("core", "damaged or truncated data"));
}

void visitMat5Variable(
    const std::filesystem::path& file, const std::string& name,
    const std::function<void(Mat5Reader&, const MatVariable&, std::uint64_t)>& visit)
{
    std::ifstream stream(file, std::ios::binary);
    std::array<std::byte, kMat5HeaderBytes> header = {};
    stream.read(reinterpret_cast<char*>(header.data()), header.size());
    const std::endian order = mat5Order(header);
    for (std::uint64_t position = kMat5HeaderBytes;;) {
        stream.seekg(static_cast<std::streamoff>(position));
        Mat5Stream head(stream, 8, false);
        const Mat5Reader::Tag part = Mat5Reader(file, name, head, order).tag();
        position += 8;
        const bool isCompressed = part.type == kMat5Compressed;
        if (isCompressed || part.type == kMat5Matrix) {
            Mat5Stream content(stream, part.bytes, isCompressed);
            Mat5Reader reader(file, name, content, order);
            // Behind the first eight bytes of what was compressed is the matrix.
            const std::uint64_t bytes = isCompressed ? reader.tag().bytes : part.bytes;
            const std::uint64_t begin = reader.position();
            const MatVariable variable = reader.matrixHeader();
            if (variable.name == name) {
                const std::uint64_t used = reader.position() - begin;
                return visit(reader, variable, bytes - std::min(bytes, used));
            }
        }
        position += part.bytes + part.padding;
        stream.clear();
    }
}

} // namespace fusiform::io
