// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/leveldb_table.h"

#include "core/util/error.h"

#include <snappy-c.h>

namespace fusiform::io {

namespace {

constexpr std::size_t kFooterBytes = 48;
constexpr std::uint64_t kTableMark = 0xDB4775248B80FB57U;

/// The content of the block at `offset`, decompressed. After it come the kind of compression and a
/// checksum.
std::vector<std::byte> blockAt(ByteReader& file, std::uint64_t offset, std::uint64_t size)
{
    file.seek(offset);
    const std::span<const std::byte> stored = file.take(size);
    const auto kind = file.next<std::uint8_t>();
    if (kind == 0)
        return {stored.begin(), stored.end()};
    const auto* const text = reinterpret_cast<const char*>(stored.data());
    std::size_t length = 0;
    // Snappy cannot shrink by more than 64 copied bytes for a tag of two.
    const bool isSane = kind == 1
                        && snappy_uncompressed_length(text, stored.size(), &length) == SNAPPY_OK
                        && length <= 64 * (stored.size() + 1);
    std::vector<std::byte> block(isSane ? length : 0);
    if (!isSane
        || snappy_uncompress(text, stored.size(), reinterpret_cast<char*>(block.data()), &length)
               != SNAPPY_OK)
        throw badData(file.file(), FUSIFORM_TR("core", "a plain or snappy-compressed block"),
                      FUSIFORM_TR("core", "damage from byte %1 on")
                          .arg(static_cast<unsigned long long>(offset)));
    return block;
}

using Visit = std::function<bool(const std::string& key, ByteReader value)>;

/// Every key and value of a block, until `visit` returns false, as this then does; a key repeats
/// the beginning of the one before.
bool forEachEntry(const std::filesystem::path& file, std::span<const std::byte> block,
                  const Visit& visit)
{
    ByteReader tail(file, block, std::endian::little);
    tail.skip(block.size() - std::min<std::size_t>(4, block.size()));
    const std::uint64_t restarts = tail.next<std::uint32_t>();
    if (4 * restarts + 4 > block.size())
        throw badData(file, FUSIFORM_TR("core", "a block of entries"),
                      FUSIFORM_TR("core", "one with %1 restarts in %2 bytes")
                          .arg(static_cast<unsigned long long>(restarts))
                          .arg(block.size()));
    ByteReader reader(file, block.first(block.size() - 4 - 4 * static_cast<std::size_t>(restarts)),
                      std::endian::little);
    std::string key;
    while (!reader.isAtEnd()) {
        const std::uint64_t shared = reader.nextVarint();
        const std::uint64_t own = reader.nextVarint();
        const std::uint64_t length = reader.nextVarint();
        if (shared > key.size())
            throw badData(file, FUSIFORM_TR("core", "a key that shares with the one before"),
                          FUSIFORM_TR("core", "one that shares %1 of %2 bytes")
                              .arg(static_cast<unsigned long long>(shared))
                              .arg(key.size()));
        key.resize(static_cast<std::size_t>(shared));
        key += textOf(reader.take(own));
        if (!visit(key, ByteReader(file, reader.take(length), std::endian::little)))
            return false;
    }
    return true;
}

} // namespace

bool hasTableMark(std::span<const std::byte> bytes)
{
    if (bytes.size() < kFooterBytes)
        return false;
    ByteReader reader({}, bytes.last(8), std::endian::little);
    return reader.next<std::uint64_t>() == kTableMark;
}

void forEachTableEntry(const std::filesystem::path& file, std::span<const std::byte> bytes,
                       const std::function<bool(const std::string& key, ByteReader value)>& visit)
{
    ByteReader reader(file, bytes, std::endian::little);
    reader.seek(bytes.size() - kFooterBytes);
    (void)reader.nextVarint(); // the place of a list that TensorFlow leaves empty
    (void)reader.nextVarint();
    const std::uint64_t offset = reader.nextVarint();
    const std::uint64_t size = reader.nextVarint();
    forEachEntry(file, blockAt(reader, offset, size), [&](const std::string&, ByteReader place) {
        const std::uint64_t begin = place.nextVarint();
        const std::uint64_t length = place.nextVarint();
        return forEachEntry(file, blockAt(reader, begin, length), visit);
    });
}

} // namespace fusiform::io
