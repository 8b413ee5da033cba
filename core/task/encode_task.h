// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

struct EncodeOptions {
    std::string model;
    std::vector<std::filesystem::path> images;
    std::filesystem::path out;
    bool overwrite = false;
};
void describe(EncodeOptions& options, Fields& fields);
/// Writes the latent codes of pictures as a table: picture, z1, z2, ...
[[nodiscard]] Outcome encodePictures(const EncodeOptions& options, Progress& progress);

} // namespace fusiform::task
