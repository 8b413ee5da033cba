// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/slice_painter.h"

#include <Eigen/Dense>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fusiform::scene {

/// A plane that the brain is cut at.
struct CutPlane {
    SlicePlane plane = SlicePlane::Axial;
    double atMm = 0; ///< on the axis through the plane
    int side = 1; ///< of the axis, what is taken away: 1 beyond `atMm`, -1 before it

    [[nodiscard]] int axis() const { return axesOf(plane).through; }
    friend bool operator==(const CutPlane&, const CutPlane&) = default;
};

/// What is cut off the brain: all that lies on the taken side of every plane, so that several
/// planes take a corner out.
struct Cut {
    std::vector<CutPlane> planes;

    [[nodiscard]] bool isAway(const Eigen::Vector3d& mm) const;
    /// The part of a line from 0 to 1 that runs through what is taken.
    struct Passage {
        double enter = 0;
        double leave = 1;
        int through = -1; ///< the plane at which it leaves; -1: none, it ends inside
    };
    [[nodiscard]] std::optional<Passage> alongLine(const Eigen::Vector3d& from,
                                                   const Eigen::Vector3d& to) const;
    /// The rectangle of a plane that comes to light, inside a box in mm.
    [[nodiscard]] SliceFrame faceOf(std::size_t plane, const Eigen::Vector3d& low,
                                    const Eigen::Vector3d& high, double mmPerPixel) const;
};

/// Which pixels of a slice lie inside a closed mesh: 1, else 0; rows from top to bottom.
[[nodiscard]] std::vector<std::uint8_t>
insideMesh(const Eigen::Matrix3Xf& points, std::span<const std::array<std::int32_t, 3>> triangles,
           const SliceFrame& frame);

} // namespace fusiform::scene
