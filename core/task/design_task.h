// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/design_fields.h"

namespace fusiform::task {

/// `design`: the design matrix of one run without latents.
struct DesignTaskOptions : DesignFields {
    std::filesystem::path events;
    double repetitionTime = 2;
    std::int64_t scans = 0;
    std::filesystem::path output;
    bool overwrite = false;
};
void describe(DesignTaskOptions& options, Fields& fields);
[[nodiscard]] Outcome runDesign(const DesignTaskOptions& options, Progress& progress);

} // namespace fusiform::task
