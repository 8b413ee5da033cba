// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"

#include <Eigen/Geometry>

#include <cstdint>
#include <filesystem>
#include <vector>

namespace fusiform::simulate {

enum class CodingRegion : std::uint8_t {
    None = 0,
    Occipital = 1,
    Temporal = 2,
    Frontoparietal = 3
};

/// A brain without skull, from the installed template (Colin27) and its AAL labels. Positions are
/// the template's own millimetres, "head" coordinates below.
struct SimulatedHead {
    image::Volume anatomy; ///< T1 contrast, 0..1
    image::Volume echoPlanar; ///< T2*-like contrast with the resolution of the scan, 0..1.2
    image::Volume labels; ///< CodingRegion as a number
};

/// Where the templates lie: FUSIFORM_TEMPLATES if set, else Debian's mricron-data.
[[nodiscard]] std::filesystem::path templateFolder();
/// @param resolutionMm voxel size of the scan. @throws Error{BadData} naming the package to
/// install.
[[nodiscard]] SimulatedHead readHead(double resolutionMm);

/// A grid in the scanner, centred on the brain. The first axis points to the left, as dcm2niix
/// stores axial scans.
[[nodiscard]] image::Grid scannerGrid(const std::array<image::Index, 3>& shape,
                                      const Eigen::Vector3d& voxelSize);

/// Six parameters of a rigid movement about the brain's centre, as SPM orders them: millimetres to
/// the right, to the front, up; then radians about these axes.
using Movement = Eigen::Matrix<double, 6, 1>;
/// Scanner coordinates of a point of the head.
[[nodiscard]] Eigen::Isometry3d scannerFromHead(const Movement& movement);

/// Voxel coordinates on `head`, a grid in head coordinates, from those on `scanner`.
[[nodiscard]] Eigen::Matrix4f headVoxelFromVoxel(const image::Grid& scanner,
                                                 const Movement& movement, const image::Grid& head);

/// Trilinear interpolation at voxel coordinates; 0 outside.
[[nodiscard]] inline float interpolate(const float* values,
                                       const std::array<image::Index, 3>& shape, float x, float y,
                                       float z)
{
    const auto i = static_cast<image::Index>(x);
    const auto j = static_cast<image::Index>(y);
    const auto k = static_cast<image::Index>(z);
    if (!(x >= 0 && y >= 0 && z >= 0) || i + 1 >= shape[0] || j + 1 >= shape[1]
        || k + 1 >= shape[2])
        return 0;
    const float u = x - static_cast<float>(i);
    const float v = y - static_cast<float>(j);
    const float w = z - static_cast<float>(k);
    const image::Index row = shape[0];
    const image::Index slice = shape[0] * shape[1];
    const float* p = values + i + row * j + slice * k;
    const auto line = [u](const float* q) { return q[0] + u * (q[1] - q[0]); };
    const float low = line(p) + v * (line(p + row) - line(p));
    const float high = line(p + slice) + v * (line(p + slice + row) - line(p + slice));
    return low + w * (high - low);
}

} // namespace fusiform::simulate
