// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

struct GenerateOptions {
    std::string model;
    std::filesystem::path latents;
    std::filesystem::path out;
    bool overwrite = false;
};
void describe(GenerateOptions& options, Fields& fields);
/// Makes a picture of each row of a table as encodePictures writes it.
[[nodiscard]] Outcome generatePictures(const GenerateOptions& options, Progress& progress);

} // namespace fusiform::task
