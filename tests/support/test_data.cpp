// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_data.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <vector>

namespace fusiform::test {

std::filesystem::path ownData(const std::string& name)
{
    return std::filesystem::path(FUSIFORM_SOURCE_DIR) / "tests" / "data" / name;
}

std::filesystem::path sharedData(const std::string& name)
{
    const char* const variable = std::getenv("FUSIFORM_TEST_DATA");
    const std::filesystem::path root
        = variable && *variable
              ? std::filesystem::path(variable)
              : std::filesystem::path(FUSIFORM_SOURCE_DIR) / ".." / "shared" / "data";
    std::error_code error;
    const std::filesystem::path path = std::filesystem::weakly_canonical(root / name, error);
    return std::filesystem::exists(path, error) ? path : std::filesystem::path();
}

TemporaryFolder::TemporaryFolder()
{
    std::string pattern
        = (std::filesystem::temp_directory_path() / "fusiform-test-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        std::abort();
    m_path = pattern;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::vector<std::string> TemporaryFolder::files() const
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_path))
        if (!entry.is_directory())
            names.push_back(std::filesystem::relative(entry.path(), m_path).string());
    std::ranges::sort(names);
    return names;
}

void writeText(const std::filesystem::path& file, std::string_view text)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

} // namespace fusiform::test
