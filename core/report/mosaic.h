// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"
#include "core/image/volume.h"
#include "core/report/figure.h"

#include <array>
#include <functional>
#include <vector>

namespace fusiform::report {

using Color = std::array<float, 3>; ///< red, green, blue; 0..1

/// What a mosaic of axial slices shows: the left of the head on the left, the front above.
struct MosaicOptions {
    int columns = 7;
    int slices = 14;
    int scale = 3; ///< pixels a voxel
};

/// Slices at equal distances through the mask's bounding box.
/// @param colorOf a voxel of the grid; asked for from one thread.
/// @param mask on the grid; decides what is shown.
[[nodiscard]] image::Picture mosaic(const image::Volume& mask,
                                    const std::function<Color(const image::Voxel&)>& colorOf,
                                    const MosaicOptions& options);

/// Where these slices lie: z of their centres in mm, from below.
[[nodiscard]] std::vector<double> sliceHeightsMm(const image::Volume& mask,
                                                 const MosaicOptions& options);

/// Closed lines at which a volume on the mask's grid crosses a level, slice by slice as mosaic()
/// shows them: in voxels from the mosaic's upper left corner.
[[nodiscard]] std::vector<std::vector<Point>> mosaicContours(const image::Volume& mask,
                                                             const image::Volume& volume,
                                                             double level,
                                                             const MosaicOptions& options);

/// A map inside the mask, dark outside, with the mask's outline.
[[nodiscard]] image::Picture heatMosaic(const image::Volume& map, const image::Volume& mask,
                                        double high, const MosaicOptions& options);

/// How well the T1 image lies on the functional images: each alone, and both in turns.
struct OverlayMosaics {
    image::Picture mean;
    image::Picture anatomy;
    image::Picture checkerboard;
};
/// Both images in grey on a grid of half the voxel size; `anatomy` lies in the same world.
[[nodiscard]] OverlayMosaics overlayMosaics(const image::Volume& mean, const image::Volume& anatomy,
                                            const image::Volume& mask);

/// Dark purple through red to pale yellow, lighter all the way. @param position 0..1, clamped.
[[nodiscard]] Color heat(double position);
/// The value below which a share of the values lies that are finite and above 0; 1 if none is.
[[nodiscard]] double upperValue(const std::vector<float>& values, double share);

} // namespace fusiform::report
