// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/events.h"

#include <Eigen/Dense>

#include <span>
#include <vector>

namespace fusiform::glm {

/// How a response may differ from the canonical one.
struct HrfShape {
    double delay = 0; ///< of its onset, s (spm_hrf's p(6))
    double dispersion = 1; ///< of the response, not of the undershoot (p(3))
};

/// The canonical double-gamma response of SPM (spm_hrf, p = [6 16 1 1 6 0 32]), sampled every `dt`
/// s from 0 to 32 s and divided by its sum.
[[nodiscard]] std::vector<double> canonicalHrf(double dt, const HrfShape& shape = {});

/// How onsets are put on SPM's fine time grid (spm_get_ons, spm_fMRI_design).
struct Microtime {
    int bins = 16; ///< per scan (fMRI_T)
    int reference = 8; ///< the bin, counted from 1, that a scan stands for (fMRI_T0): scan j is at
                       ///< j TR + (reference - 1) dt
};

/// A moment of stimulation.
struct Stimulation {
    double onset = 0; ///< s
    double duration = 0; ///< s
};

/// The response of each event alone, scans x events: a regressor of the events with heights z is
/// this times z, so 1,024 modulators of a run are one matrix product. An event of duration d fills
/// round(d/dt) + 1 bins, as in SPM; if all durations are 0, heights are divided by dt.
/// Events after the last scan, or partly so, are clipped.
/// @param response to a moment of stimulation, sampled every repetitionTime / microtime.bins s
[[nodiscard]] Eigen::MatrixXd eventResponses(std::span<const Stimulation> events,
                                             double repetitionTime, Eigen::Index scans,
                                             const Microtime& microtime,
                                             std::span<const double> response);
/// With the canonical response.
[[nodiscard]] Eigen::MatrixXd eventResponses(std::span<const Stimulation> events,
                                             double repetitionTime, Eigen::Index scans,
                                             const Microtime& microtime);

} // namespace fusiform::glm
