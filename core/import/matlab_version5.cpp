// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/matlab_arrays.h"

#include "core/io/byte_reader.h"
#include "core/util/error.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>

namespace fusiform::import {

namespace {

constexpr std::uint64_t kHeaderBytes = 128;
constexpr std::uint32_t kMatrix = 14;
constexpr std::uint32_t kCompressed = 15;

Error truncated(const std::filesystem::path& file, const std::string& name)
{
    return badData(file, FUSIFORM_TR("core", "the numbers of %1").arg(name),
                   FUSIFORM_TR("core", "damaged or truncated data"));
}

/// The bytes of one part of a file from front to back, inflated where the part is compressed.
class PartStream {
public:
    PartStream(std::ifstream& stream, std::uint64_t bytes, bool isCompressed)
        : m_stream(stream), m_left(bytes), m_isCompressed(isCompressed)
    {
        if (m_isCompressed && inflateInit(&m_zlib) != Z_OK)
            throw failure(FUSIFORM_TR("core", "Data could not be unpacked: no memory."));
    }
    ~PartStream()
    {
        if (m_isCompressed)
            inflateEnd(&m_zlib);
    }
    PartStream(const PartStream&) = delete;
    PartStream& operator=(const PartStream&) = delete;

    /// False if there are fewer bytes or they are damaged.
    [[nodiscard]] bool read(std::span<std::byte> target)
    {
        return m_isCompressed ? inflated(target) : plain(target);
    }

private:
    [[nodiscard]] bool plain(std::span<std::byte> target)
    {
        if (target.size() > m_left)
            return false;
        m_left -= target.size();
        m_stream.read(reinterpret_cast<char*>(target.data()),
                      static_cast<std::streamsize>(target.size()));
        return m_stream.good();
    }
    [[nodiscard]] bool inflated(std::span<std::byte> target)
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

    std::ifstream& m_stream;
    std::uint64_t m_left;
    bool m_isCompressed;
    z_stream m_zlib = {};
    std::vector<std::byte> m_buffer = std::vector<std::byte>(m_isCompressed ? 1U << 18U : 0);
};

/// Types of numbers, from MathWorks' "MAT-File Format"; MATLAB stores an array of doubles in the
/// smallest type that holds its values.
template <class T>
double valueAt(const std::byte* bytes, bool isSwapped)
{
    std::array<std::byte, sizeof(T)> raw;
    std::memcpy(raw.data(), bytes, sizeof(T));
    if (isSwapped)
        std::ranges::reverse(raw);
    return static_cast<double>(std::bit_cast<T>(raw));
}

struct NumberType {
    std::uint32_t code;
    std::size_t bytes;
    double (*value)(const std::byte*, bool);
};
constexpr std::array kNumberTypes = {
    NumberType{1, 1, valueAt<std::int8_t>},   NumberType{2, 1, valueAt<std::uint8_t>},
    NumberType{3, 2, valueAt<std::int16_t>},  NumberType{4, 2, valueAt<std::uint16_t>},
    NumberType{5, 4, valueAt<std::int32_t>},  NumberType{6, 4, valueAt<std::uint32_t>},
    NumberType{7, 4, valueAt<float>},         NumberType{9, 8, valueAt<double>},
    NumberType{12, 8, valueAt<std::int64_t>}, NumberType{13, 8, valueAt<std::uint64_t>},
};

/// One variable, read from front to back.
class Variable {
public:
    Variable(const std::filesystem::path& file, std::string name, PartStream& part, bool isSwapped)
        : m_file(file), m_name(std::move(name)), m_part(part), m_isSwapped(isSwapped)
    {
    }

    /// Passes flags and dimensions and gives the name.
    std::string passHeader()
    {
        (void)element(); // flags: io::readMat5 has looked at them
        (void)element(); // dimensions
        const std::vector<std::byte> name = element();
        return io::printable(io::textOf(name));
    }

    void readNumbers(Index expected, const WantsRun& wants, const VisitRun& visit,
                     Progress& progress)
    {
        const auto [code, bytes] = tag();
        const auto type = std::ranges::find(kNumberTypes, code, &NumberType::code);
        const bool isWhole = type != kNumberTypes.end()
                             && bytes == type->bytes * static_cast<std::uint64_t>(expected);
        if (!isWhole)
            throw badData(m_file, FUSIFORM_TR("core", "%1 numbers in %2").arg(expected).arg(m_name),
                          FUSIFORM_TR("core", "%1 bytes of type %2").arg(bytes).arg(code));
        constexpr Index kPortion = 1 << 16;
        std::vector<std::byte> raw;
        std::vector<double> values;
        for (Index first = 0; first < expected; first += kPortion) {
            const Index count = std::min(kPortion, expected - first);
            raw.resize(static_cast<std::size_t>(count) * type->bytes);
            read(raw);
            progress.step(static_cast<std::uint64_t>(count));
            if (wants && !wants(first, count))
                continue;
            values.resize(static_cast<std::size_t>(count));
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] = type->value(raw.data() + i * type->bytes, m_isSwapped);
            visit(first, values);
        }
    }

    struct Tag {
        std::uint32_t type = 0;
        std::uint64_t bytes = 0;
    };
    Tag tag()
    {
        const std::uint32_t first = word();
        // Parts of up to four bytes keep type and size in one word, and their bytes in the next.
        m_isShort = first >> 16U != 0;
        if (m_isShort)
            return {first & 0xFFFFU, first >> 16U};
        return {first, word()};
    }

private:
    std::vector<std::byte> element()
    {
        const Tag found = tag();
        constexpr std::uint64_t kLongest = 1 << 16;
        if (found.bytes > kLongest || (m_isShort && found.bytes > 4))
            throw truncated(m_file, m_name);
        const std::uint64_t unit = m_isShort ? 4 : 8; // parts are padded
        std::vector<std::byte> bytes((found.bytes + unit - 1) / unit * unit);
        if (m_isShort)
            bytes.resize(4);
        read(bytes);
        bytes.resize(found.bytes);
        return bytes;
    }
    std::uint32_t word()
    {
        std::array<std::byte, 4> raw;
        read(raw);
        if (m_isSwapped)
            std::ranges::reverse(raw);
        return std::bit_cast<std::uint32_t>(raw);
    }
    void read(std::span<std::byte> target)
    {
        if (!m_part.read(target))
            throw truncated(m_file, m_name);
    }

    const std::filesystem::path& m_file;
    std::string m_name;
    PartStream& m_part;
    bool m_isSwapped;
    bool m_isShort = false;
};

} // namespace

void forEachRunOfVersion5(const std::filesystem::path& file, const io::MatVariable& variable,
                          const WantsRun& wants, const VisitRun& visit, Progress& progress)
{
    std::ifstream stream(file, std::ios::binary);
    std::array<char, kHeaderBytes> header = {};
    stream.read(header.data(), header.size());
    const bool isBig = header[126] == 'M'; // "MI"; little-endian files say "IM"
    const bool isSwapped = isBig != (std::endian::native == std::endian::big);
    for (std::uint64_t position = kHeaderBytes;;) {
        stream.seekg(static_cast<std::streamoff>(position));
        PartStream head(stream, 8, false);
        const Variable::Tag part = Variable(file, variable.name, head, isSwapped).tag();
        position += 8;
        const bool isCompressed = part.type == kCompressed;
        if (isCompressed || part.type == kMatrix) {
            PartStream content(stream, part.bytes, isCompressed);
            Variable inner(file, variable.name, content, isSwapped);
            if (isCompressed)
                (void)inner.tag(); // the matrix that was compressed
            if (inner.passHeader() == variable.name)
                return inner.readNumbers(elementsOf(variable), wants, visit, progress);
        }
        position += part.bytes;
        stream.clear();
    }
}

} // namespace fusiform::import
