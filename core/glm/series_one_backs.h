// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/design_matrix.h"
#include "core/glm/kept_series.h"

namespace fusiform::glm {

/// One-back repeats of a kept series, by the face that they repeat.
struct OneBackCounts {
    Eigen::Index training = 0;
    Eigen::Index exploration = 0;
    Eigen::Index other = 0; ///< of sealed faces and of pictures left out: they stay as in the fit

    [[nodiscard]] Eigen::Index all() const { return training + exploration + other; }
};
[[nodiscard]] OneBackCounts oneBacksOf(const KeptSeries& series);

/// The columns of a kept series as they are when one-back repeats of training faces and of
/// exploration faces are treated this way, whatever the fit did with them. By linearity this is the
/// design that the fit makes of the same events; whitening and voxels stay those of the fit.
/// @return one a run, with equally many conditions: those of the series and, where one-backs get a
/// column that the fit did not have, "one_back" as the last. `exploration` is left as it is.
/// @throws Error{Failure} if the series does not tell one-backs apart (SeriesIndex::oneBacks)
[[nodiscard]] std::vector<SeriesRun> runsWithOneBacks(const KeptSeries& series, OneBacks treated);

} // namespace fusiform::glm
