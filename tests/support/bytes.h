// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/error.h"
#include "tests/support/test_data.h"

#include <algorithm>
#include <array>
#include <bit>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace fusiform::test {

/// Builds the bytes of a file number by number.
class Bytes {
public:
    explicit Bytes(std::endian order) : m_order(order) { }

    template <class T>
    Bytes& add(T value)
    {
        auto raw = std::bit_cast<std::array<char, sizeof(T)>>(value);
        if (m_order != std::endian::native)
            std::ranges::reverse(raw);
        m_text.append(raw.data(), raw.size());
        return *this;
    }
    Bytes& text(std::string_view part)
    {
        m_text += part;
        return *this;
    }
    [[nodiscard]] const std::string& all() const { return m_text; }

private:
    std::endian m_order;
    std::string m_text;
};

[[nodiscard]] inline std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Cuts `content` at every `step`-th byte and reads it: each time it is whole enough or bad data,
/// and nothing else. Returns how often it was bad data; -1 after any other error.
template <class Read>
int cutEverywhere(const std::string& content, const std::string& name, std::size_t step, Read read)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / name;
    int refused = 0;
    for (std::size_t size = 0; size < content.size(); size += step) {
        writeText(file, std::string_view(content).substr(0, size));
        try {
            read(file);
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::BadData || error.file().empty())
                return -1;
            ++refused;
        }
    }
    return refused;
}

/// Changes every `step`-th byte in turn, to three values; the same promise.
template <class Read>
bool survivesDamage(std::string content, const std::string& name, std::size_t step, Read read)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / name;
    for (std::size_t at = 0; at < content.size(); at += step)
        for (const char value : {'\0', '\x7F', '\xFF'}) {
            const char before = std::exchange(content[at], value);
            writeText(file, content);
            content[at] = before;
            try {
                read(file);
            } catch (const Error& error) {
                if (error.kind() != ErrorKind::BadData)
                    return false;
            }
        }
    return true;
}

} // namespace fusiform::test
