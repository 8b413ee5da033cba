// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"

#include <cstdint>
#include <vector>

namespace fusiform::preprocess {

constexpr int kHistogramBins = 256;

/// An image as 256 grey values between its least value and the one that all but a ten-thousandth
/// stay below; values not finite become the least (spm_coreg, loaduint8).
struct GreyImage {
    image::Grid grid;
    std::vector<std::uint8_t> values;
};
/// @param smoothTo mm: voxels finer than that are smoothed to it first.
[[nodiscard]] GreyImage greyImage(const image::Volume& volume, double smoothTo);

/// How often the grey values of two images fall together at points about `separation` mm apart,
/// beside the voxels of the reference (spm_hist2). @param sourceFromReference world to world.
/// @return 256 x 256, rows: reference.
[[nodiscard]] Eigen::MatrixXd jointHistogram(const GreyImage& reference, const GreyImage& source,
                                             const Eigen::Matrix4d& sourceFromReference,
                                             double separation);
/// Both ways, full width at half maximum of 7 bins (spm_coreg).
[[nodiscard]] Eigen::MatrixXd smoothedHistogram(const Eigen::MatrixXd& histogram);

/// (H(A) + H(B)) / H(A, B) of a joint histogram (Studholme 1999); methods 2.10.
[[nodiscard]] double normalisedMutualInformation(const Eigen::MatrixXd& histogram);
/// H(A) + H(B) - H(A, B), bits.
[[nodiscard]] double mutualInformation(const Eigen::MatrixXd& histogram);

} // namespace fusiform::preprocess
