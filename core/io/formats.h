// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/json.h"

#include <cstddef>
#include <filesystem>
#include <span>

namespace fusiform::io {

/// A file format: how it is recognised and described. Reading is in the format's own header.
struct Format {
    const char* name;
    /// By the first bytes (after decompression, at most 1024) and the name; only formats whose mark
    /// is at their end look there.
    bool (*sniff)(std::span<const std::byte> prefix, const std::filesystem::path& file);
    /// What `info` prints. @throws Error{BadData}
    Json (*describe)(const std::filesystem::path& file);
};

/// Every format, in the order they are asked. To add one: write NAME.{h,cpp} and add a line in
/// formats.cpp.
[[nodiscard]] std::span<const Format> allFormats();
/// @throws Error{BadData} listing the formats known if it is none of them.
[[nodiscard]] const Format& formatOf(const std::filesystem::path& file);

} // namespace fusiform::io
