// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `decode`: latent codes, scores and pictures from the brain patterns of a fit.
struct DecodeTaskOptions {
    std::filesystem::path fit;
    std::string region = "selected"; ///< of the fit, or a NIfTI mask
    std::string model; ///< empty: the first
    std::string faces = "explore";
    std::string decoder = "ridge";
    std::optional<double> ridge; ///< default 0.1
    bool chooseRidge = false; ///< on training faces
    std::string bias = "solved";
    std::string scoreUnits = "model";
    std::string shown = "matched";
    std::filesystem::path output; ///< pictures and tables; empty: none
    bool overwrite = false;
};
void describe(DecodeTaskOptions& options, Fields& fields);
[[nodiscard]] Outcome runDecode(const DecodeTaskOptions& options, Progress& progress);

} // namespace fusiform::task
