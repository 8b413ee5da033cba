// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

struct AttributesOptions {
    std::string model;
    std::filesystem::path images;
    std::filesystem::path attributes;
    std::vector<std::string> only; ///< names of attributes; empty: all
    std::filesystem::path eyes; ///< empty: the centred square
    std::filesystem::path out; ///< empty: beside the model
    std::int64_t seed = 1;
    bool overwrite = false;
};
void describe(AttributesOptions& options, Fields& fields);
/// Finds the axes of labelled attributes in a face model and writes them beside it.
[[nodiscard]] Outcome findAttributes(const AttributesOptions& options, Progress& progress);

} // namespace fusiform::task
