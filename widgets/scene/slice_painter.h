// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/layers.h"

#include <Eigen/Dense>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace fusiform::scene {

enum class SlicePlane { Axial, Coronal, Sagittal };

/// The RAS axes a plane shows: right and up on screen, and the axis through it. Left is on the
/// left.
struct PlaneAxes {
    int right = 0;
    int up = 1;
    int through = 2;
};
[[nodiscard]] PlaneAxes axesOf(SlicePlane plane);

/// What lies at the four edges of a plane: L, R, A, P, S, I.
struct EdgeLetters {
    char left = 'L';
    char right = 'R';
    char top = 'A';
    char bottom = 'P';
};
[[nodiscard]] EdgeLetters lettersOf(SlicePlane plane);

/// Which part of the world a slice shows, and how large.
struct SliceFrame {
    SlicePlane plane = SlicePlane::Axial;
    Eigen::Vector3d centreMm = Eigen::Vector3d::Zero(); ///< shown in the middle of the picture
    double mmPerPixel = 1;
    int width = 0;
    int height = 0;

    [[nodiscard]] image::MmPoint mm(double x, double y) const;
    [[nodiscard]] Eigen::Vector2d pixel(const image::MmPoint& mm) const;
};

struct SliceLayers {
    Background background;
    std::optional<Overlay> overlay;
    std::shared_ptr<const RegionLabels> regions;
    int outlineWidth = 1; ///< pixels
};

/// A painted slice: 0xAARRGGBB, rows from top to bottom. Needs no OpenGL and no Qt.
struct SlicePicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> argb;
};
/// Background by linear interpolation, overlay and regions by nearest voxel (no value is shown that
/// the data do not hold). Pixels outside the background are transparent.
[[nodiscard]] SlicePicture paintSlice(const SliceLayers& layers, const SliceFrame& frame);
/// What lies under the regions; and the regions over it. Painting on a region repaints only these.
[[nodiscard]] SlicePicture paintUnderRegions(const SliceLayers& layers, const SliceFrame& frame);
void paintRegions(const SliceLayers& layers, const SliceFrame& frame, SlicePicture& picture);

/// A piece of a slice, with where it lies.
struct SlicePatch {
    int x = 0;
    int y = 0;
    SlicePicture picture;
};
/// The outline of the voxels that a press would change, along their edges; transparent within.
[[nodiscard]] SlicePatch paintPreview(const RegionPreview& preview, const SliceFrame& frame,
                                      int width);

} // namespace fusiform::scene
