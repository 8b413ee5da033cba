// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fusiform::test {

/// How a program ended and what it said.
struct Finished {
    int exitCode = -1; ///< -1: it crashed, hung or could not be started
    std::string output;
    std::string errors;
};

struct ProgramOptions {
    std::map<std::string, std::string> environment; ///< added to the test's own
    std::size_t largestFile = 0; ///< bytes; writing more fails as on a full disk. 0: no limit
    bool isOrdinaryUser = false; ///< permissions count, also when root runs the tests
    std::filesystem::path standardOutput; ///< a file instead of Finished::output
};

/// The real command line in a process of its own. One object runs it once.
class Program {
public:
    explicit Program(const std::vector<std::string>& words, const ProgramOptions& options = {});
    ~Program();

    /// Waits until standard error holds `part`; false if the program ends without saying it.
    [[nodiscard]] bool waitForMessage(const std::string& part);
    void signal(int number);
    [[nodiscard]] Finished finish();

private:
    QProcess m_process;
    std::string m_errors;
};

[[nodiscard]] Finished runProgram(const std::vector<std::string>& words,
                                  const ProgramOptions& options = {});

/// What was said on standard error beside warnings: with --quiet, the error and nothing else.
[[nodiscard]] std::string withoutWarnings(const std::string& errors);

/// The content of every file below a folder, by its relative name; links by their target.
[[nodiscard]] std::map<std::string, std::string> contentsOf(const std::filesystem::path& folder);

} // namespace fusiform::test
