// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_data.h"

#include <QProcess>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace fusiform::test {

/// A locale with a decimal comma; made by localedef in a folder of its own where the machine has
/// none.
class CommaLocale {
public:
    explicit CommaLocale(const char* name) : m_name(std::string(name) + ".UTF-8")
    {
        if (isUsable())
            return;
        const QString target = QString::fromStdString((m_folder.path() / m_name).string());
        QProcess::execute("localedef", {"--no-archive", "-i", name, "-f", "UTF-8", target});
        m_path = m_folder.path().string();
        ::setenv("LOCPATH", m_path.c_str(), 1);
    }
    ~CommaLocale()
    {
        ::unsetenv("LOCPATH");
        std::setlocale(LC_ALL, "C");
    }
    CommaLocale(const CommaLocale&) = delete;
    CommaLocale& operator=(const CommaLocale&) = delete;

    [[nodiscard]] bool isUsable() const
    {
        const bool isThere = std::setlocale(LC_ALL, m_name.c_str()) != nullptr;
        char text[8];
        std::snprintf(text, sizeof text, "%.1f", 0.5);
        std::setlocale(LC_ALL, "C");
        return isThere && std::string(text) == "0,5";
    }
    [[nodiscard]] const char* name() const { return m_name.c_str(); }
    /// For LOCPATH; empty: the machine has the locale.
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    TemporaryFolder m_folder;
    std::string m_name;
    std::string m_path;
};

} // namespace fusiform::test
