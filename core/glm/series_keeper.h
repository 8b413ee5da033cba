// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/scan_reader.h"
#include "core/glm/study_design.h"

#include <span>

namespace fusiform::glm {

/// What the passes over the scans left behind.
struct SeriesSource {
    const StudyFitInput& input;
    const StudyDesign& design;
    const ScanReader& reader; ///< has inspected every run
    std::span<const io::NiftiHeader> headers; ///< one a run
    std::span<const Eigen::MatrixXd> whitening; ///< one a run; empty where the noise is white
};

/// Reads the scans once more, only the voxels that `fit` selects for any of its face models, and
/// writes them whitened and projected as a KeptSeries to `input.series`. Returns whether there is
/// one: no voxel selected, or more bytes than `input.seriesLimit`, is a warning and none is kept.
[[nodiscard]] bool keepSeries(const SeriesSource& source, const Fit& fit, Progress& progress);

} // namespace fusiform::glm
