// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/kept_series.h"

namespace fusiform::test {

struct PlantedSeriesOptions {
    int runs = 4;
    Eigen::Index voxels = 30;
    Eigen::Index latents = 3;
    double noise = 1; ///< of a scan
    double showingNoise
        = 0; ///< of a voxel's answer, from one showing of an exploration face to the next
    std::uint64_t seed = 1;
};

/// Runs of 100 scans (TR 2 s) with 16 training faces, 5 showings of the exploration faces E1, E2
/// and E3, and 4 fixations, whose answers are known; raw as a scanner would give them and as kept
/// series.
struct PlantedSeries {
    Eigen::MatrixXd weights; ///< (latents + 1) x voxels, per standard deviation; bias last
    Eigen::MatrixXd patterns; ///< of E1, E2, E3: faces x voxels
    std::vector<glm::SeriesRun> raw; ///< the columns before projection
    std::vector<Eigen::MatrixXd> nuisance; ///< scans x 4
    std::vector<Eigen::MatrixXd> codes; ///< of the trials: trials x latents, in standard deviations
    std::vector<Eigen::MatrixXd> showings; ///< planted answers: showings x voxels
    std::vector<glm::ScanValues> values; ///< as measured: scans x voxels
    glm::KeptSeries series;

    /// Every column of a run side by side: those given, then the nuisance columns.
    [[nodiscard]] Eigen::MatrixXd tall(std::size_t run, const Eigen::MatrixXd& columns) const;
};
[[nodiscard]] PlantedSeries plantSeries(const std::filesystem::path& folder,
                                        const PlantedSeriesOptions& options = {});

/// Least squares by orthogonal triangles: the slow second way.
[[nodiscard]] Eigen::MatrixXd leastSquares(const Eigen::MatrixXd& columns,
                                           const Eigen::MatrixXd& values);

} // namespace fusiform::test
