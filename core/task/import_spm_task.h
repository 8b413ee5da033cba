// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `import-spm`: a fit from the folder of a model that SPM estimated.
struct ImportSpmOptions {
    std::filesystem::path folder; ///< with SPM.mat
    std::filesystem::path output;
    std::string participant; ///< empty: by the folder's name
    std::string latents; ///< patterns of names; empty: the usual names
    std::string faces;
    std::string fixation;
    std::string test;
    std::string model; ///< a file or a built-in model
    std::filesystem::path codes;
    std::filesystem::path pictures;
    std::filesystem::path t1;
    double tThreshold = 3.09;
    bool overwrite = false;
};
void describe(ImportSpmOptions& options, Fields& fields);
[[nodiscard]] Outcome runImportSpm(const ImportSpmOptions& options, Progress& progress);

} // namespace fusiform::task
