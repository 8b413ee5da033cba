// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/task/design_fields.h"

namespace fusiform::task {

/// `fit`: from a BIDS study to W. Formulas: methods sections 1, 2 and 6.
struct FitOptions : ModelFields {
    std::filesystem::path study;
    std::filesystem::path output;
    std::string participant;
    std::vector<std::string> models = {"pca"}; ///< "pca", a model file, or a built-in model's name
    std::int64_t components = 0; ///< of "pca"; 0: a quarter of the training faces, at most 1,024
    std::vector<std::string>
        confounds; ///< columns; empty: the six motion parameters, where there is a table
    std::string images = "auto";
    std::string space = "native";
    std::string leaks = "drop";
    std::string select = "t_and_gain";
    double level = 0.05;
    std::int64_t top = 5000;
    double tThreshold = 3.09;
    double pThreshold = 0.001;
    std::string orthogonalise = "none";
    std::string mask = "auto";
    std::string grid = "native";
    std::filesystem::path within;
    double withinAbove = 0;
    std::string series = "keep";
    double seriesLimit = 1; ///< GB
    std::string trials = "none";
    double memory = 3; ///< GB
    bool overwrite = false;
};
void describe(FitOptions& options, Fields& fields);
[[nodiscard]] Outcome runFit(const FitOptions& options, Progress& progress);

} // namespace fusiform::task
