// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/torch/networks.h"

#include <memory>
#include <vector>

namespace fusiform::face_model {

/// The processes that train one model together, each with its share of every batch (LibTorch's c10d
/// with gloo). All of them call the same functions in the same order, and end up with equal
/// numbers.
/// @throws c10::Error if another process is gone.
class Group {
public:
    /// Waits until all processes have come.
    /// @throws c10::Error if this build has no c10d, or nobody answers.
    Group(const DoorMeeting& meeting, const Watch& watch);
    ~Group();
    Group(const Group&) = delete;
    Group& operator=(const Group&) = delete;

    /// Sums over the processes, in place.
    void sum(const std::vector<Tensor>& tensors, const Watch& watch) const;
    /// Gives everybody what process 0 has.
    void share(const std::vector<Tensor>& tensors, const Watch& watch) const;

private:
    struct Processes;
    std::shared_ptr<Processes> m_processes;
};

} // namespace fusiform::face_model
