// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/series.h"
#include "core/util/progress.h"

#include <vector>

namespace fusiform::preprocess {

/// How good a realigned run is.
struct RunQuality {
    std::vector<double> globalSignal; ///< mean inside the run's mask, units of the images
    std::vector<double> framewiseDisplacement; ///< mm (Power 2012, 50 mm); 0 for the first volume
    std::vector<double> dvars; ///< % of the mean signal; 0 for the first volume
    std::vector<image::Index> outliers; ///< volumes that moved or jumped
    std::vector<unsigned char> mask; ///< above 0.8 of the global in every volume
    std::vector<float> tsnr; ///< per voxel: mean / sd after drift and motion; 0 outside the mask
    double tsnrMedian = 0; ///< inside the mask
    double driftPercent = 0; ///< of the global signal from the run's begin to its end, linear fit
};

constexpr double kMotionOutlierMm = 0.5; ///< framewise displacement above it marks an outlier

/// Sum of the absolute changes of the six parameters, rotations as arcs on a sphere of 50 mm
/// (Power 2012). @param motion scans x 6, mm and rad.
[[nodiscard]] std::vector<double> framewiseDisplacement(const Eigen::MatrixXd& motion);

/// Outliers: framewise displacement above 0.5 mm, or DVARS above the third quartile by more
/// than 1.5 interquartile ranges (the rule of FSL's fsl_motion_outliers). Drift in tSNR:
/// polynomials to the third degree and the six motion parameters.
[[nodiscard]] RunQuality measureQuality(const image::Series& run, const Eigen::MatrixXd& motion,
                                        Progress& progress);

} // namespace fusiform::preprocess
