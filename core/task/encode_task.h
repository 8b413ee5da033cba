// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

struct EncodeOptions {
    std::string model;
    std::vector<std::filesystem::path> images;
    std::filesystem::path out;
    std::filesystem::path eyes; ///< empty: the centred square
    bool overwrite = false;
};
void describe(EncodeOptions& options, Fields& fields);
/// Writes the latent codes of pictures as a table: picture, z1, z2, ... Pictures that cannot be
/// read are left out and listed.
[[nodiscard]] Outcome encodePictures(const EncodeOptions& options, Progress& progress);

} // namespace fusiform::task
