// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `doctor`: whether the program finds what it needs here.
struct DoctorOptions { };
void describe(DoctorOptions& options, Fields& fields);
/// JSON: `ok`, `version`, `checks` [{`name`, `ok`, `absent`, `detail`}]. What is wrong is also in
/// Outcome::missing.
[[nodiscard]] Outcome runDoctor(const DoctorOptions& options, Progress& progress);

} // namespace fusiform::task
