// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/torch/group.h"

#ifdef FUSIFORM_C10D
#define USE_C10D_GLOO
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#endif

#include <atomic>
#include <chrono>
#include <string>
#include <thread>

namespace fusiform::face_model {

#ifdef FUSIFORM_C10D

namespace {

using namespace std::chrono_literals;

/// The others wait while process 0 measures and writes; coming together may take a queue's delay.
constexpr auto kPatience = 60min;

std::string firstLine(const std::exception& error)
{
    const std::string text = error.what();
    return text.substr(0, text.find('\n'));
}

/// All of the tensors one after the other: one message instead of hundreds.
Tensor packed(const std::vector<Tensor>& tensors)
{
    std::vector<Tensor> flat;
    for (const Tensor& tensor : tensors)
        flat.push_back(tensor.detach().reshape(-1).cpu());
    return torch::cat(flat);
}

void unpack(const Tensor& flat, const std::vector<Tensor>& tensors)
{
    const torch::NoGradGuard noGradient;
    std::int64_t first = 0;
    for (Tensor tensor : tensors) {
        tensor.copy_(flat.slice(0, first, first + tensor.numel()).view(tensor.sizes()));
        first += tensor.numel();
    }
}

void finish(const c10::intrusive_ptr<c10d::Work>& work, const Watch& watch)
{
    while (!work->isCompleted()) {
        watch.check();
        std::this_thread::sleep_for(200us);
    }
    work->wait();
}

/// All tensors through one call of the processes; what goes wrong between them in one sentence.
template <class Call>
void together(const std::vector<Tensor>& tensors, const Watch& watch, const Call& call)
{
    try {
        std::vector<Tensor> flat{packed(tensors)};
        finish(call(flat), watch);
        unpack(flat.front(), tensors);
    } catch (const Stopped&) {
        throw;
    } catch (const std::exception& error) {
        TORCH_CHECK(false, "another process of this training has ended or cannot be reached (",
                    firstLine(error), ")");
    }
}

} // namespace

struct Group::Processes {
    c10::intrusive_ptr<c10d::ProcessGroup> group;
    std::string failure;
    std::atomic<bool> isReady = false;

    void meet(const std::string& host, const DoorMeeting& meeting)
    {
        try {
            c10d::TCPStoreOptions options;
            options.port = static_cast<std::uint16_t>(meeting.port);
            options.isServer = meeting.rank == 0;
            options.numWorkers = static_cast<std::size_t>(meeting.nodes);
            options.waitWorkers = false;
            options.timeout = kPatience;
            const auto store = c10::make_intrusive<c10d::TCPStore>(host, options);
            const auto gloo = c10d::ProcessGroupGloo::Options::create(kPatience);
            gloo->devices.push_back(c10d::ProcessGroupGloo::createDefaultDevice());
            group = c10::make_intrusive<c10d::ProcessGroupGloo>(store, meeting.rank, meeting.nodes,
                                                                gloo);
        } catch (const std::exception& error) {
            failure = firstLine(error);
        }
        isReady = true;
    }
};

Group::Group(const DoorMeeting& meeting, const Watch& watch)
    : m_processes(std::make_shared<Processes>())
{
    // Nobody can interrupt the meeting itself: it goes on by itself when the user has left.
    std::thread([processes = m_processes, host = std::string(meeting.host), meeting] {
        processes->meet(host, meeting);
    }).detach();
    while (!m_processes->isReady) {
        watch.check();
        std::this_thread::sleep_for(10ms);
    }
    TORCH_CHECK(m_processes->failure.empty(), "the processes do not find each other at ",
                meeting.host, ":", meeting.port, " (", m_processes->failure, ")");
}

Group::~Group() = default;

void Group::sum(const std::vector<Tensor>& tensors, const Watch& watch) const
{
    together(tensors, watch, [&](auto& flat) { return m_processes->group->allreduce(flat); });
}

void Group::share(const std::vector<Tensor>& tensors, const Watch& watch) const
{
    together(tensors, watch, [&](auto& flat) { return m_processes->group->broadcast(flat); });
}

#else

struct Group::Processes { };

Group::Group(const DoorMeeting&, const Watch&)
{
    TORCH_CHECK(false, "this build trains in one process only: its LibTorch has no c10d with gloo");
}
Group::~Group() = default;
void Group::sum(const std::vector<Tensor>&, const Watch&) const { }
void Group::share(const std::vector<Tensor>&, const Watch&) const { }

#endif

} // namespace fusiform::face_model
