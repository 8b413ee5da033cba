// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/byte_reader.h"

#include "core/util/error.h"

namespace fusiform::io {

namespace {

/// How many bytes the UTF-8 character at the start of `text` has; 0 if it is none.
std::size_t characterLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first < 0x80                     ? 1
                               : first >= 0xC2 && first < 0xE0  ? 2
                               : first >= 0xE0 && first < 0xF0  ? 3
                               : first >= 0xF0 && first <= 0xF4 ? 4
                                                                : 0;
    if (length == 0 || length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0U) != 0x80U)
            return 0;
    const bool isOverlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
    const bool isSurrogate = first == 0xED && byte(1) > 0x9F;
    const bool isTooLarge = first == 0xF4 && byte(1) > 0x8F;
    return isOverlong || isSurrogate || isTooLarge ? 0 : length;
}

} // namespace

std::uint32_t ByteReader::nextUint24()
{
    const std::span<const std::byte> b = take(3);
    return std::to_integer<std::uint32_t>(b[0]) << 16 | std::to_integer<std::uint32_t>(b[1]) << 8
           | std::to_integer<std::uint32_t>(b[2]);
}

std::uint64_t ByteReader::nextVarint()
{
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const auto byte = next<std::uint8_t>();
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if ((byte & 0x80U) == 0)
            return value;
    }
    throw badData(m_file, FUSIFORM_TR("core", "a number of at most ten bytes"),
                  FUSIFORM_TR("core", "a longer one before byte %1").arg(m_position));
}

std::span<const std::byte> ByteReader::take(std::uint64_t count)
{
    if (count > remaining())
        throw badData(m_file,
                      FUSIFORM_TR("core", "%1 more bytes from byte %2 on")
                          .arg(static_cast<unsigned long long>(count))
                          .arg(m_position),
                      FUSIFORM_TR("core", "%1").arg(remaining()));
    const auto size = static_cast<std::size_t>(count);
    const std::span<const std::byte> taken = m_bytes.subspan(m_position, size);
    m_position += size;
    return taken;
}

std::string ByteReader::text(std::uint64_t count)
{
    const std::string_view all = textOf(take(count));
    return std::string(all.substr(0, all.find('\0')));
}

void ByteReader::seek(std::uint64_t position)
{
    m_position = 0;
    skip(position);
}

std::string_view textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string printable(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        const bool isControl = static_cast<unsigned char>(text[0]) < 0x20;
        result += length == 0 || isControl ? "?" : text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(1, length));
    }
    return result;
}

} // namespace fusiform::io
