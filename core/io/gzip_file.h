// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

namespace fusiform::io {

/// Files that may be gzip-compressed, told apart by their first bytes and not by their name.
struct GzipContent {
    std::vector<std::byte> bytes;
    bool isCompressed = false;
};

/// The first `count` bytes after decompression, or fewer if there are no more.
/// @throws Error{BadData} if the file is absent, Error{Failure} if it cannot be read.
[[nodiscard]] GzipContent readGzipPrefix(const std::filesystem::path& file, std::size_t count);

/// Exactly `count` bytes after decompression; more that follows in the file is ignored.
/// @throws Error{BadData} with the bytes expected and found if there are fewer or the data are
/// damaged.
/// @param storage a buffer to use again
[[nodiscard]] GzipContent readGzip(const std::filesystem::path& file, std::size_t count,
                                   std::vector<std::byte> storage = {});

/// Everything in the file, at most `most` bytes after decompression; what follows the last gzip
/// member is ignored.
/// @throws Error{BadData} if there is more, or the data are truncated or damaged.
[[nodiscard]] GzipContent readGzipWhole(const std::filesystem::path& file, std::size_t most);

/// Decompresses a zlib stream (no gzip header) as far as it goes, at most `most` bytes: for formats
/// that compress single parts. Damage ends the result early and is not an error.
[[nodiscard]] std::vector<std::byte> zlibPrefix(std::span<const std::byte> source,
                                                std::size_t most);

/// Exactly `count` bytes of a zlib stream that is a part of `file`.
/// @throws Error{BadData} if there are fewer or more, or the data are damaged.
[[nodiscard]] std::vector<std::byte>
zlibWhole(const std::filesystem::path& file, std::span<const std::byte> source, std::size_t count);

/// Compresses as one gzip member with a fixed header: the same bytes in give the same bytes out.
[[nodiscard]] std::vector<std::byte> gzipCompressed(std::span<const std::byte> bytes,
                                                    int level = 6);

} // namespace fusiform::io
