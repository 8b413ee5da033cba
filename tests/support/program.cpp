// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include <csignal>
#include <fstream>
#include <iterator>
#include <sstream>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace fusiform::test {

namespace {

constexpr int kPatienceMs = 60'000;
// linux/capability.h: the two powers by which root reads and writes what its modes forbid.
constexpr unsigned long kOverride = 1;
constexpr unsigned long kReadSearch = 2;

/// Between fork and exec: only calls that are safe there.
void limitChild(std::size_t largestFile, bool isOrdinaryUser)
{
    const rlimit limit = {largestFile, largestFile};
    if (largestFile > 0)
        ::setrlimit(RLIMIT_FSIZE, &limit);
    if (isOrdinaryUser) {
        ::prctl(PR_CAPBSET_DROP, kOverride, 0, 0, 0);
        ::prctl(PR_CAPBSET_DROP, kReadSearch, 0, 0, 0);
    }
}

} // namespace

Program::Program(const std::vector<std::string>& words, const ProgramOptions& options)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] : options.environment)
        environment.insert(QString::fromStdString(name), QString::fromStdString(value));
    m_process.setProcessEnvironment(environment);
    m_process.setChildProcessModifier(
        [limit = options.largestFile, isOrdinaryUser = options.isOrdinaryUser] {
            limitChild(limit, isOrdinaryUser);
        });
    if (!options.standardOutput.empty())
        m_process.setStandardOutputFile(QString::fromStdString(options.standardOutput.string()));
    QStringList arguments;
    for (const std::string& word : words)
        arguments.push_back(QString::fromStdString(word));
    m_process.start(QStringLiteral(FUSIFORM_CLI), arguments);
}

Program::~Program()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

bool Program::waitForMessage(const std::string& part)
{
    m_process.setReadChannel(QProcess::StandardError);
    while (m_errors.find(part) == std::string::npos) {
        if (!m_process.waitForReadyRead(kPatienceMs))
            return false;
        m_errors += m_process.readAllStandardError().toStdString();
    }
    return true;
}

void Program::signal(int number) { ::kill(static_cast<pid_t>(m_process.processId()), number); }

Finished Program::finish()
{
    Finished finished;
    const bool isDone
        = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(kPatienceMs);
    finished.output = m_process.readAllStandardOutput().toStdString();
    finished.errors = m_errors + m_process.readAllStandardError().toStdString();
    if (isDone && m_process.exitStatus() == QProcess::NormalExit
        && m_process.error() != QProcess::FailedToStart)
        finished.exitCode = m_process.exitCode();
    return finished;
}

Finished runProgram(const std::vector<std::string>& words, const ProgramOptions& options)
{
    return Program(words, options).finish();
}

std::string withoutWarnings(const std::string& errors)
{
    std::istringstream stream(errors);
    std::string rest;
    for (std::string line; std::getline(stream, line);)
        if (!line.starts_with("warning: "))
            rest += line + "\n";
    return rest;
}

std::map<std::string, std::string> contentsOf(const std::filesystem::path& folder)
{
    std::map<std::string, std::string> contents;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string name = std::filesystem::relative(entry.path(), folder).string();
        if (entry.is_symlink()) {
            contents[name] = "-> " + std::filesystem::read_symlink(entry.path()).string();
        } else if (!entry.is_directory()) {
            std::ifstream stream(entry.path(), std::ios::binary);
            contents[name] = {std::istreambuf_iterator<char>(stream), {}};
        }
    }
    return contents;
}

} // namespace fusiform::test
