// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/protocol_buffer.h"

#include "core/util/error.h"

namespace fusiform::io {

namespace {

ProtocolField nextField(ByteReader& reader)
{
    const std::uint64_t tag = reader.nextVarint();
    ProtocolField field{tag >> 3U, 0, {}};
    switch (tag & 7U) {
    case 0: field.value = reader.nextVarint(); break;
    case 1: field.value = reader.next<std::uint64_t>(); break;
    case 2: field.bytes = reader.take(reader.nextVarint()); break;
    case 5: field.value = reader.next<std::uint32_t>(); break;
    default:
        throw badData(reader.file(), FUSIFORM_TR("core", "a protocol buffer"),
                      FUSIFORM_TR("core", "a field of kind %1").arg(tag & 7U));
    }
    return field;
}

} // namespace

void forEachField(const std::filesystem::path& file, std::span<const std::byte> message,
                  const std::function<void(const ProtocolField&)>& visit)
{
    ByteReader reader(file, message, std::endian::little);
    while (!reader.isAtEnd())
        visit(nextField(reader));
}

} // namespace fusiform::io
