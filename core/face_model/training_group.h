// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"

#include <span>
#include <string>
#include <vector>

namespace fusiform::face_model {

/// One of the processes that train a model together, and where they meet.
struct TrainingPlace {
    int rank = 0; ///< from 0; process 0 listens, measures and writes
    int nodes = 1; ///< processes in all
    std::string host = "127.0.0.1"; ///< of process 0
    int port = 29500;

    [[nodiscard]] bool isLeader() const { return rank == 0; }
};

/// "HOST:PORT" or "HOST". @throws Error{Usage}
void setMeeting(TrainingPlace& place, const std::string& hostAndPort);

/// The connection of a process with the others; nothing if it is alone.
class TrainingGroup {
public:
    /// Waits for the others. @throws Error{Cancelled}, Error{Failure} if they do not come.
    TrainingGroup(TrainingPlace place, Progress& progress);
    ~TrainingGroup();
    TrainingGroup(const TrainingGroup&) = delete;
    TrainingGroup& operator=(const TrainingGroup&) = delete;

    [[nodiscard]] const TrainingPlace& place() const { return m_place; }
    /// What the module calls a group; null for a process alone.
    [[nodiscard]] void* handle() const { return m_group; }
    /// Sums over the processes, in place: the same for all of them.
    void sum(std::span<double> values, const Progress& progress) const;
    /// What every process says, by rank.
    [[nodiscard]] std::vector<double> everyones(double value, const Progress& progress) const;

private:
    TrainingPlace m_place;
    void* m_group = nullptr;
};

} // namespace fusiform::face_model
