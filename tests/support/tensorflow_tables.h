// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/bytes.h"

/// Checkpoints by hand: LevelDB's tables and protocol buffers, from their documentation.
namespace fusiform::test {

/// A file of TensorFlow Serving's examples.
inline std::filesystem::path served(const std::string& name)
{
    return sharedData("tensorflow") / "tensorflow_serving" / name;
}

inline std::string varint(std::uint64_t value)
{
    std::string bytes;
    for (; value >= 0x80; value >>= 7U)
        bytes += static_cast<char>((value & 0x7FU) | 0x80U);
    return bytes + static_cast<char>(value);
}

/// One entry that shares nothing with the key before.
inline std::string entry(const std::string& key, const std::string& value)
{
    return varint(0) + varint(key.size()) + varint(value.size()) + key + value;
}

/// A block without compression: entries, one restart point, its trailer.
inline std::string block(const std::string& entries)
{
    return Bytes(std::endian::little)
               .text(entries)
               .add(std::uint32_t{0})
               .add(std::uint32_t{1})
               .all()
           + std::string(5, '\0');
}

/// A table with one block, by the layout that LevelDB's documentation gives.
inline std::string table(const std::string& entries)
{
    const std::string body = block(entries);
    const std::string index = block(entry("~", varint(0) + varint(body.size() - 5)));
    std::string footer = varint(0) + varint(0) + varint(body.size()) + varint(index.size() - 5);
    footer.resize(40, '\0');
    return body + index + footer
           + Bytes(std::endian::little).add(std::uint64_t{0xDB4775248B80FB57U}).all();
}

/// A field of a protocol buffer that holds bytes.
inline std::string field(int number, const std::string& bytes)
{
    return varint(static_cast<std::uint64_t>(number) << 3U | 2U) + varint(bytes.size()) + bytes;
}
/// A field that holds a number.
inline std::string field(int number, std::uint64_t value)
{
    return varint(static_cast<std::uint64_t>(number) << 3U) + varint(value);
}
/// TensorShapeProto.
inline std::string shape(const std::vector<std::uint64_t>& sizes)
{
    std::string dimensions;
    for (const std::uint64_t size : sizes)
        dimensions += field(2, field(1, size));
    return dimensions;
}

} // namespace fusiform::test
