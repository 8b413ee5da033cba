// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/kept_series.h"
#include "core/math/symmetric_solve.h"
#include "core/util/progress.h"

#include <memory>
#include <span>

namespace fusiform::glm {

/// The sums of the model of a fit over some runs of a kept series. Its columns are the conditions,
/// then the latents. Sums of runs that are left out are subtracted from those of all: so a fold
/// costs its own runs only.
struct SeriesSums {
    Eigen::Index conditions = 0;
    Eigen::MatrixXd xtx; ///< columns x columns
    Eigen::MatrixXd xty; ///< columns x voxels of the series
    Eigen::VectorXd squares; ///< Σ y² of each voxel
    Eigen::Index freedom = 0; ///< scans less the ranks of the runs' nuisance columns

    SeriesSums& operator+=(const SeriesSums& other);
    SeriesSums& operator-=(const SeriesSums& other);
};

/// @param codes of scaledTrialCodes, one matrix a run of the series
/// @param runs  in the order in which they are added
/// @throws Error{Cancelled}
[[nodiscard]] SeriesSums sumsOf(const KeptSeries& series, std::span<const Eigen::MatrixXd> codes,
                                std::span<const std::size_t> runs, Progress& progress);
/// The same with other columns of the runs; all runs have equally many conditions.
[[nodiscard]] SeriesSums sumsOf(const KeptSeries& series, std::span<const SeriesRun> designs,
                                std::span<const Eigen::MatrixXd> codes,
                                std::span<const std::size_t> runs, Progress& progress);

/// The conditions alone, without the latents.
[[nodiscard]] SeriesSums conditionsOf(const SeriesSums& sums);

/// Least squares on the sums.
struct SeriesEstimates {
    Eigen::MatrixXd beta; ///< columns x voxels; 0 for columns of zeros (a face that is not shown in
                          ///< these runs, a latent that does not vary)
    std::vector<Eigen::Index> used; ///< the other columns, ascending
    std::shared_ptr<const math::SymmetricSolver> solver; ///< of XᵀX of those
    Eigen::Index freedom = 0; ///< of the residuals

    /// A column's place in `used`, or -1.
    [[nodiscard]] Eigen::Index placeOf(Eigen::Index column) const;
    /// (XᵀX)⁻¹ of some columns: 0 for columns that are not used.
    [[nodiscard]] Eigen::MatrixXd inverseOf(std::span<const Eigen::Index> columns) const;
    /// Residual sum of squares of each voxel, not negative.
    [[nodiscard]] Eigen::VectorXd residualSquares(const SeriesSums& sums) const;
};
[[nodiscard]] SeriesEstimates estimate(const SeriesSums& sums);

} // namespace fusiform::glm
