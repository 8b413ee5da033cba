// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/kept_series.h"
#include "core/util/progress.h"

#include <span>

namespace fusiform::glm {

/// How much of a voxel's variance over faces repeats from showing to showing (Allen et al. 2022,
/// Nature Neuroscience 25:116).
struct NoiseCeiling {
    std::vector<double> noise; ///< variance of one showing around its face, per voxel
    std::vector<double> signal; ///< variance of the faces, per voxel; by chance also below 0
    double repetitions = 0; ///< m: noise / m is what noise adds to the variance of the faces' means
    std::vector<std::string> faces; ///< that count: shown at least twice
    std::vector<Eigen::Index> shown; ///< how often each
    bool areRunsOut = false; ///< whether what all showings of a run have in common was taken out

    /// ncsnr = sd of the signal / sd of the noise, per voxel; NaN where a voxel does not vary.
    [[nodiscard]] std::vector<double> signalToNoise() const;
    /// 100 ncsnr² / (ncsnr² + 1/m), per voxel: the largest share of the variance of the faces' mean
    /// patterns that any model can explain.
    [[nodiscard]] std::vector<double> percent() const;
    /// The same of some voxels together, from their summed variances: steadier than one voxel's.
    [[nodiscard]] double pooledPercent(std::span<const Eigen::Index> voxels) const;
};

/// Least squares of an effect of each face and one of each run: the noise variance is that of the
/// residuals, the signal variance that of the faces' effects less what noise adds to it. The runs'
/// effects matter: an error that all showings of a run share (a baseline, attention) does not tell
/// faces apart. They stay out where faces and runs cannot be told apart. With one run this is the
/// variance within and between faces.
/// @param responses showings x voxels
/// @param faces     the face of every showing
/// @param runs      the run of every showing
/// Faces shown once do not count; with fewer than two that do, all is empty.
[[nodiscard]] NoiseCeiling noiseCeiling(const Eigen::MatrixXd& responses,
                                        const std::vector<std::string>& faces,
                                        const std::vector<std::size_t>& runs);

/// The response to every single showing of the exploration faces, in the order of the runs: each
/// run by itself, one column a showing, beside the run's other conditions; showings x voxels, in
/// percent signal. Sealed faces are among those others only.
[[nodiscard]] Eigen::MatrixXd explorationResponses(const KeptSeries& series, Progress& progress);
/// The face of every showing, in the same order.
[[nodiscard]] std::vector<std::string> explorationFaces(const KeptSeries& series);
/// The run of every showing, in the same order.
[[nodiscard]] std::vector<std::size_t> explorationRuns(const KeptSeries& series);

} // namespace fusiform::glm
