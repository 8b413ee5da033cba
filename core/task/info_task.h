// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `info`: describes a file of any format the program knows (core/io/formats).
struct InfoOptions {
    std::filesystem::path file;
    std::string voxel; ///< "i,j,k" or "i,j,k,t", from 0
    std::string mm; ///< "x,y,z", RAS
};
void describe(InfoOptions& options, Fields& fields);
[[nodiscard]] Outcome runInfo(const InfoOptions& options, Progress& progress);

} // namespace fusiform::task
