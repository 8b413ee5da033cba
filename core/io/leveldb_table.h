// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/byte_reader.h"

#include <functional>

namespace fusiform::io {

/// Tables in the format of LevelDB, which TensorFlow's checkpoints of both versions are: blocks of
/// sorted keys and values, an index of the blocks, and a footer with the place of the index.
[[nodiscard]] bool hasTableMark(std::span<const std::byte> bytes);

/// Calls `visit` with every key and value in order, until it returns false. Values are valid during
/// the call. @param bytes of the whole file, with a mark
/// @throws Error{BadData} if a block or an entry is damaged.
void forEachTableEntry(const std::filesystem::path& file, std::span<const std::byte> bytes,
                       const std::function<bool(const std::string& key, ByteReader value)>& visit);

} // namespace fusiform::io
