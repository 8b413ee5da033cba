// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/open_subject.h"
#include "core/evaluate/recognition.h"
#include "core/stats/bootstrap.h"
#include "core/stats/commonality.h"

#include <array>

namespace fusiform::evaluate {

/// The seven parts of what three regions explain, in the order of stats::Commonality.
using SevenParts = std::array<stats::Bootstrapped, 7>;

/// How much of the true codes the codes read from three regions explain, alone and together
/// (paper, Supplementary Fig. 4; methods 5.6).
struct VariancePartition {
    std::string model;
    std::array<std::string, 3> regions;
    stats::RegionsExplained explained; ///< R squared
    SevenParts parts; ///< intervals over faces
    Eigen::Index faces = 0;
    Eigen::Index numbers = 0; ///< faces x latents that vary
};

/// Codes of all faces and latents are pooled, in training standard deviations from the training
/// mean: a mean that all faces share would explain itself, and latents of large variance the rest.
/// Latents that do not vary are left out.
/// @param regions three recognitions with one face model and the same faces
[[nodiscard]] VariancePartition variancePartition(const OpenModel& open,
                                                  const std::array<const Recognition*, 3>& regions,
                                                  const stats::BootstrapOptions& options,
                                                  Progress& progress);

} // namespace fusiform::evaluate
