// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/design_fields.h"

namespace fusiform::task {

/// `localizer STUDY OUTPUT`: a contrast of a subject's localizer runs, for instance to choose
/// voxels by it (`fit --within`).
struct LocalizerOptions : ModelFields {
    std::filesystem::path study;
    std::filesystem::path out;
    std::string participant;
    std::string expression = "face - object";
    std::string images = "auto";
    std::string space = "native";
    std::vector<std::string> confounds;
    bool overwrite = false;
};
void describe(LocalizerOptions& options, Fields& fields);
[[nodiscard]] Outcome runLocalizer(const LocalizerOptions& options, Progress& progress);

} // namespace fusiform::task
