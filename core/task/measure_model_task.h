// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

struct MeasureModelOptions {
    std::string model;
    std::filesystem::path images; ///< that the model has not seen
    std::filesystem::path learn; ///< pictures whose codes teach what attributes are
    std::vector<std::filesystem::path> attributes; ///< lists of either folder's pictures
    std::filesystem::path eyes; ///< empty: the centred square
    std::filesystem::path out; ///< table of each picture's figures; empty: none
    std::filesystem::path sheets; ///< empty: none
    std::int64_t seed = 1; ///< of random faces
    bool overwrite = false;
};
void describe(MeasureModelOptions& options, Fields& fields);
/// How near a model's reconstructions come to pictures, and how well its codes tell attributes.
[[nodiscard]] Outcome measureModel(const MeasureModelOptions& options, Progress& progress);

} // namespace fusiform::task
