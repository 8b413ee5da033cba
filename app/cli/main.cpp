// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/console_progress.h"

#include "app/support/library_settings.h"

#include "core/util/error.h"
#include "core/util/memory.h"
#include "core/util/parallel.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <new>
#include <stop_token>
#include <thread>
#include <unistd.h>

namespace {

using namespace fusiform;

/// The two ends of a pipe; a signal handler may do little more than write to one.
int signalPipe[2] = {-1, -1};

void passOn(int)
{
    const int before = errno;
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[1], &byte, 1);
    errno = before;
}

bool waitForSignal()
{
    char byte = 0;
    ssize_t count = 0;
    do
        count = ::read(signalPipe[0], &byte, 1);
    while (count < 0 && errno == EINTR);
    return count == 1;
}

/// Turns SIGINT and SIGTERM into a stop request; a second one ends the program at once.
/// Handlers and not a signal mask: libraries start threads before main, which would not have it.
class SignalStop {
public:
    SignalStop()
    {
        if (::pipe2(signalPipe, O_CLOEXEC) != 0)
            return;
        std::thread([source = m_source]() mutable {
            if (!waitForSignal())
                return;
            source.request_stop();
            if (waitForSignal())
                std::_Exit(130);
        }).detach();
        struct sigaction action = {};
        action.sa_handler = passOn;
        action.sa_flags = SA_RESTART;
        ::sigaction(SIGINT, &action, nullptr);
        ::sigaction(SIGTERM, &action, nullptr);
        // A file size limit then fails like a full disk instead of ending the program half-way.
        std::signal(SIGXFSZ, SIG_IGN);
    }
    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
};

int runTask(cli::Arguments& arguments, std::stop_token token)
{
    cli::ConsoleProgress console(arguments.verbosity);
    Progress progress(
        std::move(token), [&](const ProgressState& state) { console.show(state); },
        [&](NoteLevel level, const Text& text) { console.note(level, text); });
    const task::Outcome outcome = arguments.run->execute(progress);
    console.finish();
    if (arguments.isJson)
        std::cout << jsonText(outcome.json);
    else
        std::cout << outcome.text;
    std::cout.flush();
    if (!std::cout)
        throw failure(FUSIFORM_TR("cli", "The result could not be written to standard output."));
    for (const Text& missing : outcome.missing)
        console.note(NoteLevel::Warning, missing);
    return outcome.missing.empty() ? 0 : 1;
}

int run(int argc, char** argv)
{
    cli::Parsed parsed = cli::parseArguments({argv, static_cast<std::size_t>(argc)});
    if (!parsed.arguments)
        return parsed.exitStatus;
    setThreadCount(static_cast<unsigned>(parsed.arguments->threads));
    const SignalStop stop;
    return runTask(*parsed.arguments, stop.token());
}

} // namespace

int main(int argc, char** argv)
{
    fusiform::restartWithLibrarySettings(argv);
    fusiform::keepFreedMemory();
    try {
        return run(argc, argv);
    } catch (const Error& error) {
        std::fprintf(stderr, "fusiform-cli: %s\n", error.what());
        return error.exitCode();
    } catch (const std::bad_alloc&) {
        std::fprintf(stderr, "fusiform-cli: not enough memory.\n");
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "fusiform-cli: %s\n", error.what());
        return 1;
    }
}
