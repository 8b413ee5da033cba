// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/console_progress.h"

#include "app/support/passive_openmp.h"

#include "core/util/error.h"
#include "core/util/parallel.h"

#include <nlohmann/json.hpp>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <new>
#include <stop_token>
#include <thread>
#include <unistd.h>

namespace {

using namespace fusiform;

/// Turns SIGINT and SIGTERM into a stop request; a second one ends the program at once.
class SignalStop {
public:
    SignalStop()
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGINT);
        sigaddset(&m_signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
        m_thread = std::thread([this] {
            int signal = 0;
            sigwait(&m_signals, &signal);
            if (m_source.request_stop()) {
                sigwait(&m_signals, &signal);
                std::_Exit(130);
            }
        });
        m_thread.detach();
    }
    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    sigset_t m_signals = {};
    std::stop_source m_source;
    std::thread m_thread;
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
    return std::cout ? 0 : 1;
}

int run(int argc, char** argv)
{
    cli::Parsed parsed = cli::parseArguments({argv, static_cast<std::size_t>(argc)});
    if (!parsed.arguments)
        return parsed.exitStatus;
    setThreadCount(static_cast<unsigned>(parsed.arguments->threads));
    // Alive until the process ends: the waiting thread holds a reference.
    static SignalStop stop;
    return runTask(*parsed.arguments, stop.token());
}

} // namespace

int main(int argc, char** argv)
{
    fusiform::restartWithPassiveOpenMp(argv);
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
