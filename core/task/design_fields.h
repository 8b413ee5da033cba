// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/design_matrix.h"
#include "core/glm/noise_model.h"
#include "core/task/task.h"

namespace fusiform::task {

/// What one may say of a design matrix, on the command line and in the window.
struct DesignFields {
    std::string baseline = "fix";
    std::string oneBacks = "nuisance";
    std::string imagery = "pooled";
    std::string hrf = "canonical";
    double firLength = 24; ///< s
    std::int64_t firBins = 12;
    double highPass = 128; ///< s
};
void describeDesign(DesignFields& design, Fields& fields);
/// And of its noise.
struct ModelFields : DesignFields {
    std::string noise = "ar1";
};
void describeModel(ModelFields& model, Fields& fields);
[[nodiscard]] glm::NoiseModel noiseModel(const ModelFields& model);

/// The same for the model; nothing is left out of training.
[[nodiscard]] glm::DesignOptions designOptions(const DesignFields& design);

} // namespace fusiform::task
