// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace fusiform {

/// SHA-256 of what was added so far, in 64 lower-case hexadecimal digits.
class ContentHash {
public:
    ContentHash();
    ~ContentHash();
    ContentHash(ContentHash&&) noexcept;

    ContentHash& add(std::span<const std::byte> bytes);
    ContentHash& add(std::string_view text) { return add(std::as_bytes(std::span(text))); }
    [[nodiscard]] std::string finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

[[nodiscard]] std::string contentHash(std::span<const std::byte> bytes);
[[nodiscard]] std::string contentHash(std::string_view text);
/// @throws as readBinaryFile.
[[nodiscard]] std::string fileHash(const std::filesystem::path& file);

} // namespace fusiform
