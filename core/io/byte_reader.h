// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace fusiform::io {

/// Walks through the bytes of a file and never past their end: what a reader of a binary format
/// stands on.
class ByteReader {
public:
    ByteReader(std::filesystem::path file, std::span<const std::byte> bytes, std::endian order)
        : m_file(std::move(file)), m_bytes(bytes), m_order(order)
    {
    }

    /// The next number. @throws Error{BadData} if the file ends within it.
    template <class T>
    [[nodiscard]] T next()
    {
        const std::span<const std::byte> source = take(sizeof(T));
        std::array<std::byte, sizeof(T)> raw;
        std::ranges::copy(source, raw.begin());
        if (m_order != std::endian::native)
            std::ranges::reverse(raw);
        return std::bit_cast<T>(raw);
    }
    /// FreeSurfer's older counts: three bytes, the highest first.
    [[nodiscard]] std::uint32_t nextUint24();
    /// Seven bits a byte, the lowest first, as in protocol buffers and LevelDB.
    [[nodiscard]] std::uint64_t nextVarint();
    /// The next `count` bytes. @throws Error{BadData} if there are fewer.
    [[nodiscard]] std::span<const std::byte> take(std::uint64_t count);
    /// The same as text, up to its first zero byte.
    [[nodiscard]] std::string text(std::uint64_t count);
    void skip(std::uint64_t count) { (void)take(count); }
    void seek(std::uint64_t position);

    [[nodiscard]] std::size_t position() const { return m_position; }
    [[nodiscard]] std::size_t remaining() const { return m_bytes.size() - m_position; }
    [[nodiscard]] bool isAtEnd() const { return remaining() == 0; }
    [[nodiscard]] std::span<const std::byte> bytes() const { return m_bytes; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

private:
    std::filesystem::path m_file;
    std::span<const std::byte> m_bytes;
    std::endian m_order;
    std::size_t m_position = 0;
};

/// Bytes as text, as they are.
[[nodiscard]] std::string_view textOf(std::span<const std::byte> bytes);
/// `text` with what is no UTF-8 replaced by "?": names in files come in any encoding, JSON does
/// not.
[[nodiscard]] std::string printable(std::string_view text);

} // namespace fusiform::io
