// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

#include <span>
#include <string_view>

namespace fusiform::task {

/// Every task of the program. To add one: write NAME_task.{h,cpp} and add a line in tasks.cpp.
[[nodiscard]] std::span<const Task> allTasks();
/// Nothing if there is no task of that name.
[[nodiscard]] const Task* findTask(std::string_view name);

} // namespace fusiform::task
