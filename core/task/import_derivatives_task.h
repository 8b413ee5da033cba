// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `import-derivatives`: a fit from the .mat files published with the paper.
struct ImportDerivativesOptions {
    std::filesystem::path folder; ///< of one subject's files
    std::filesystem::path output;
    std::filesystem::path t1;
    std::string participant; ///< empty: by the folder's name
    std::vector<std::string> models; ///< "NAME=FILE"
    double tThreshold = 3.09;
    double gainThreshold = 0.008;
    bool overwrite = false;
};
void describe(ImportDerivativesOptions& options, Fields& fields);
[[nodiscard]] Outcome runImportDerivatives(const ImportDerivativesOptions& options,
                                           Progress& progress);

} // namespace fusiform::task
