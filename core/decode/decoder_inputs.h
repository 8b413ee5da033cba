// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/code_prior.h"
#include "core/decode/noise_covariance.h"
#include "core/decode/region_gram.h"
#include "core/glm/fit.h"

namespace fusiform::decode {

/// What decoders know of the noise and of codes beyond W, for one face model of a fit. It comes
/// from the training trials and the repetitions of exploration faces: no confirmation face has a
/// part in it.
struct DecoderInputs {
    VoxelMetric noise; ///< Σ⁻¹ of a scan; usable are the voxels of the kept series
    VoxelMetric ceiling; ///< noise ceiling (0 to 1) / noise variance; no weights: not known
    CodePrior prior;
};

/// Whether the fit has them, or the kept series that they are made from.
[[nodiscard]] bool canHaveDecoderInputs(const glm::Fit& fit, const glm::ModelFit& model);

/// Reads them from the model's folder of the fit, or makes them from the kept series (some seconds
/// at the size of a real study).
/// @throws Error{Usage} without either, Error{BadData}, Error{Cancelled}
[[nodiscard]] DecoderInputs decoderInputs(const glm::Fit& fit, const glm::ModelFit& model,
                                          Progress& progress);

/// Makes them of all face models from the kept series in `folder`/series and writes them into the
/// models' folders below `folder`, so that later nothing has to be made.
void writeDecoderInputs(const glm::Fit& fit, const std::filesystem::path& folder,
                        Progress& progress);

} // namespace fusiform::decode
