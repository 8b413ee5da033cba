// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/bytes.h"

#include <cstdint>

namespace fusiform::test {

/// The bytes of a zip archive of empty files with these names, put together number by number.
/// @param isLong the numbers stand in the records for more than 4 GB
inline std::string zipArchive(const std::vector<std::string>& names, bool isLong = false)
{
    Bytes files(std::endian::little);
    Bytes list(std::endian::little);
    for (const std::string& name : names) {
        const auto at = static_cast<std::uint32_t>(files.all().size());
        const auto length = static_cast<std::uint16_t>(name.size());
        files.text("PK\x03\x04").text(std::string(22, '\0')).add(length).add(std::uint16_t{0});
        files.text(name);
        list.text("PK\x01\x02").text(std::string(24, '\0')).add(length);
        list.text(std::string(12, '\0')).add(at).text(name);
    }
    const auto count = static_cast<std::uint16_t>(names.size());
    const auto size = static_cast<std::uint32_t>(list.all().size());
    const auto place = static_cast<std::uint32_t>(files.all().size());
    Bytes end(std::endian::little);
    if (isLong) {
        end.text("PK\x06\x06").text(std::string(20, '\0')).add(std::uint64_t{count});
        end.add(std::uint64_t{count}).add(std::uint64_t{size}).add(std::uint64_t{place});
        end.text("PK\x06\x07").add(std::uint32_t{0}).add(std::uint64_t{place} + size);
        end.add(std::uint32_t{1});
    }
    end.text("PK\x05\x06").add(std::uint32_t{0});
    end.add(isLong ? std::uint16_t{0xFFFF} : count).add(isLong ? std::uint16_t{0xFFFF} : count);
    end.add(isLong ? std::uint32_t{0xFFFFFFFF} : size);
    end.add(isLong ? std::uint32_t{0xFFFFFFFF} : place).add(std::uint16_t{0});
    return files.all() + list.all() + end.all();
}

} // namespace fusiform::test
