// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>
#include <string>

namespace fusiform::test {

/// tests/data of the source tree.
[[nodiscard]] std::filesystem::path ownData(const std::string& name = {});
/// The folder of larger test data (FUSIFORM_TEST_DATA, default ../shared/data); empty if `name` is
/// not there.
[[nodiscard]] std::filesystem::path sharedData(const std::string& name = {});

/// A folder that goes when the object does.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// The names of all files below, relative and sorted.
    [[nodiscard]] std::vector<std::string> files() const;

private:
    std::filesystem::path m_path;
};

void writeText(const std::filesystem::path& file, std::string_view text);

} // namespace fusiform::test

/// Skips a test that needs data that is not on this machine; packaging/test.sh counts these lines.
#define FUSIFORM_NEEDS_DATA(name)                                                                  \
    if (::fusiform::test::sharedData(name).empty())                                                \
    QSKIP("NEEDS-DATA: " name)
