// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"
#include "core/report/figure.h"

#include <span>

namespace fusiform::report {

/// A map of positive and negative numbers in some voxels, over an image of the brain.
struct SignedMapPlot {
    Text title;
    const image::Volume* mean = nullptr; ///< 0 outside the mask
    std::span<const image::Index> voxels; ///< linear indices of its grid
    std::span<const double> values; ///< one a voxel; NaN is not drawn
    double threshold = 0; ///< voxels beyond it, on both sides, stand out
    Text scale; ///< what the numbers are
    Text low; ///< what negative numbers mean, and positive ones
    Text high;
    std::vector<Text> notes; ///< lines: what the threshold is
};

/// Axial slices in grey with the map from blue over white to orange: beyond the threshold in full
/// colours, pale below it. With the scale, and where the slices lie.
[[nodiscard]] Figure signedMapFigure(const SignedMapPlot& plot, double widthMm);

} // namespace fusiform::report
