// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/tasks.h"

#include <algorithm>
#include <array>

namespace fusiform::task {

namespace {
const std::array<Task, 0> kTasks = {};
} // namespace

std::span<const Task> allTasks() { return kTasks; }

const Task* findTask(std::string_view name)
{
    const auto found = std::ranges::find(kTasks, name, &Task::name);
    return found == kTasks.end() ? nullptr : &*found;
}

} // namespace fusiform::task
