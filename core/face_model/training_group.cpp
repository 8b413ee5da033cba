// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/training_group.h"

#include "core/face_model/torch_module.h"
#include "core/util/error.h"

#include <charconv>

namespace fusiform::face_model {

void setMeeting(TrainingPlace& place, const std::string& hostAndPort)
{
    const std::size_t colon = hostAndPort.rfind(':');
    place.host = hostAndPort.substr(0, colon);
    if (colon != std::string::npos) {
        const char* const end = hostAndPort.data() + hostAndPort.size();
        const auto [last, error] = std::from_chars(hostAndPort.data() + colon + 1, end, place.port);
        if (error != std::errc() || last != end || place.port < 1 || place.port > 65535)
            place.host.clear();
    }
    if (place.host.empty())
        throw usage(FUSIFORM_TR("core", "--meet %1: expected HOST or HOST:PORT, as in "
                                        "node17:29500.")
                        .arg(hostAndPort));
}

TrainingGroup::TrainingGroup(TrainingPlace place, Progress& progress) : m_place(std::move(place))
{
    if (m_place.rank < 0 || m_place.rank >= m_place.nodes)
        throw usage(FUSIFORM_TR("core", "There is no process %1 among %2: they count from 0.")
                        .arg(m_place.rank)
                        .arg(m_place.nodes));
    if (m_place.nodes == 1)
        return;
    progress.begin(FUSIFORM_TR("core", "Waiting for the other processes"));
    const DoorMeeting meeting{m_place.host.c_str(), m_place.port, m_place.rank, m_place.nodes};
    const DoorWatch watch = watchOf(progress);
    callTorch([&](DoorMessage* message) {
        return torchDoor().openGroup(&meeting, &m_group, &watch, message);
    });
}

TrainingGroup::~TrainingGroup()
{
    if (m_group)
        torchDoor().closeGroup(m_group);
}

void TrainingGroup::sum(std::span<double> values, const Progress& progress) const
{
    if (!m_group)
        return;
    const DoorWatch watch = watchOf(progress);
    callTorch([&](DoorMessage* message) {
        return torchDoor().sumOverGroup(m_group, values.data(),
                                        static_cast<std::int64_t>(values.size()), &watch, message);
    });
}

std::vector<double> TrainingGroup::everyones(double value, const Progress& progress) const
{
    std::vector<double> values(static_cast<std::size_t>(m_place.nodes), 0.0);
    values[static_cast<std::size_t>(m_place.rank)] = value;
    sum(values, progress);
    return values;
}

} // namespace fusiform::face_model
