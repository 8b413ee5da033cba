// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/byte_reader.h"

#include <functional>

namespace fusiform::io {

/// One field of a protocol buffer: its number, and a number or bytes.
struct ProtocolField {
    std::uint64_t number = 0;
    std::uint64_t value = 0;
    std::span<const std::byte> bytes;
};

void forEachField(const std::filesystem::path& file, std::span<const std::byte> message,
                  const std::function<void(const ProtocolField&)>& visit);

} // namespace fusiform::io
