// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/slice_painter.h"

#include "core/util/parallel.h"

#include <algorithm>
#include <cmath>

namespace fusiform::scene {

namespace {

using Eigen::Vector3d;
using Eigen::Vector3f;

/// Voxel positions of pixels: first + x * perX + y * perY.
struct PixelWalk {
    Vector3f first;
    Vector3f perX;
    Vector3f perY;

    PixelWalk(const image::Affine& affine, const SliceFrame& frame)
    {
        const Vector3d origin = affine.voxel(frame.mm(0.5, 0.5)).at;
        const Vector3d nextX = affine.voxel(frame.mm(1.5, 0.5)).at;
        const Vector3d nextY = affine.voxel(frame.mm(0.5, 1.5)).at;
        first = origin.cast<float>();
        perX = (nextX - origin).cast<float>();
        perY = (nextY - origin).cast<float>();
    }
    [[nodiscard]] Vector3f at(int x, int y) const
    {
        return first + static_cast<float>(x) * perX + static_cast<float>(y) * perY;
    }
};

/// Linear interpolation inside the outer voxel centres, NaN outside; a NaN corner counts as 0.
class LinearSampler {
public:
    explicit LinearSampler(const image::Volume& volume)
        : m_values(volume.values.data()),
          m_shape{static_cast<int>(volume.grid.shape[0]), static_cast<int>(volume.grid.shape[1]),
                  static_cast<int>(volume.grid.shape[2])}
    {
    }
    [[nodiscard]] float at(const Vector3f& p) const
    {
        int base[3];
        float share[3];
        for (int axis = 0; axis < 3; ++axis) {
            if (!(p[axis] >= -0.5F && p[axis] <= static_cast<float>(m_shape[axis]) - 0.5F))
                return std::nanf("");
            const float inside = std::clamp(p[axis], 0.0F, static_cast<float>(m_shape[axis] - 1));
            base[axis] = std::min(static_cast<int>(inside), std::max(0, m_shape[axis] - 2));
            share[axis] = inside - static_cast<float>(base[axis]);
        }
        const std::ptrdiff_t row = m_shape[0] > 1 ? 1 : 0;
        const std::ptrdiff_t column = m_shape[1] > 1 ? m_shape[0] : 0;
        const std::ptrdiff_t layer
            = m_shape[2] > 1 ? static_cast<std::ptrdiff_t>(m_shape[0]) * m_shape[1] : 0;
        const float* const v = m_values + base[0]
                               + static_cast<std::ptrdiff_t>(base[1]) * m_shape[0]
                               + static_cast<std::ptrdiff_t>(base[2]) * m_shape[0] * m_shape[1];
        const auto mix = [](float a, float b, float f) { return a + f * (b - a); };
        const auto plane = [&](const float* q) {
            return mix(mix(finite(q[0]), finite(q[row]), share[0]),
                       mix(finite(q[column]), finite(q[column + row]), share[0]), share[1]);
        };
        return mix(plane(v), plane(v + layer), share[2]);
    }

private:
    static float finite(float value) { return std::isfinite(value) ? value : 0.0F; }
    const float* m_values;
    int m_shape[3];
};

image::Voxel nearestVoxel(const Vector3f& p)
{
    return {static_cast<image::Index>(std::floor(p[0] + 0.5F)),
            static_cast<image::Index>(std::floor(p[1] + 0.5F)),
            static_cast<image::Index>(std::floor(p[2] + 0.5F))};
}

std::uint32_t packed(const Rgb& c)
{
    return 0xff000000U | static_cast<std::uint32_t>(c.r) << 16
           | static_cast<std::uint32_t>(c.g) << 8 | c.b;
}

std::uint32_t blended(std::uint32_t under, const Rgb& over, double opacity)
{
    if (under >> 24 == 0)
        under = 0xff000000U;
    const auto channel = [&](int shift, std::uint8_t top) {
        const double bottom = (under >> shift) & 0xffU;
        return static_cast<std::uint32_t>(bottom + opacity * (top - bottom) + 0.5) << shift;
    };
    return 0xff000000U | channel(16, over.r) | channel(8, over.g) | channel(0, over.b);
}

void paintBackground(const Background& background, const SliceFrame& frame, SlicePicture& picture)
{
    const LinearSampler sampler(*background.volume);
    const PixelWalk walk(background.volume->grid.affine, frame);
    const float scale = 255 / (background.white - background.black);
    parallelBlocks(static_cast<std::size_t>(picture.height), 32,
                   [&](std::size_t begin, std::size_t end) {
                       for (std::size_t y = begin; y < end; ++y) {
                           for (int x = 0; x < picture.width; ++x) {
                               const float value = sampler.at(walk.at(x, static_cast<int>(y)));
                               if (std::isnan(value))
                                   continue;
                               const auto grey = static_cast<std::uint8_t>(
                                   std::clamp((value - background.black) * scale, 0.0F, 255.0F));
                               picture.argb[y * static_cast<std::size_t>(picture.width)
                                            + static_cast<std::size_t>(x)]
                                   = packed({grey, grey, grey});
                           }
                       }
                   });
}

void paintOverlay(const Overlay& overlay, const SliceFrame& frame, SlicePicture& picture)
{
    const image::Grid& grid = overlay.values->grid;
    const PixelWalk walk(grid.affine, frame);
    std::size_t at = 0;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x, ++at) {
            const image::Voxel voxel = nearestVoxel(walk.at(x, y));
            if (!grid.contains(voxel))
                continue;
            const float value = overlay.values->at(voxel);
            if (overlay.isPainted(value))
                picture.argb[at]
                    = blended(picture.argb[at], overlay.colorOf(value), overlay.opacity);
        }
    }
}

/// Region bits at every pixel.
std::vector<std::uint32_t> bitsOfPixels(const RegionLabels& labels, const SliceFrame& frame)
{
    const PixelWalk walk(labels.grid.affine, frame);
    std::vector<std::uint32_t> bits(static_cast<std::size_t>(frame.width)
                                    * static_cast<std::size_t>(frame.height));
    std::size_t at = 0;
    image::Voxel last{-1, -1, -1}; // pixels next to each other are mostly of one voxel
    std::uint32_t lastBits = 0;
    for (int y = 0; y < frame.height; ++y) {
        for (int x = 0; x < frame.width; ++x, ++at) {
            const image::Voxel voxel = nearestVoxel(walk.at(x, y));
            if (voxel != last) {
                last = voxel;
                lastBits = labels.bitsAt(voxel);
            }
            bits[at] = lastBits;
        }
    }
    return bits;
}

/// A pixel belongs to the outline if it is inside and one within `width` of it is not.
void paintOutlines(const RegionLabels& labels, const SliceFrame& frame, int width,
                   SlicePicture& picture)
{
    const std::vector<std::uint32_t> bits = bitsOfPixels(labels, frame);
    const auto bitsAt = [&](int x, int y) {
        const bool isInside = x >= 0 && y >= 0 && x < frame.width && y < frame.height;
        return isInside ? bits[static_cast<std::size_t>(y) * static_cast<std::size_t>(frame.width)
                               + static_cast<std::size_t>(x)]
                        : 0U;
    };
    std::size_t at = 0;
    for (int y = 0; y < frame.height; ++y) {
        for (int x = 0; x < frame.width; ++x, ++at) {
            if (bits[at] == 0)
                continue;
            const std::uint32_t around = bitsAt(x - width, y) & bitsAt(x + width, y)
                                         & bitsAt(x, y - width) & bitsAt(x, y + width);
            const std::uint32_t edges = bits[at] & ~around;
            for (std::size_t r = 0; r < labels.regions.size(); ++r) {
                const RegionLabels::Shown& region = labels.regions[r];
                if (edges >> r & 1U)
                    picture.argb[at] = packed(region.color);
                else if (region.isCurrent && bits[at] >> r & 1U)
                    picture.argb[at] = blended(picture.argb[at], region.color, 0.28);
            }
        }
    }
}

} // namespace

PlaneAxes axesOf(SlicePlane plane)
{
    switch (plane) {
    case SlicePlane::Axial: return {0, 1, 2};
    case SlicePlane::Coronal: return {0, 2, 1};
    case SlicePlane::Sagittal: break;
    }
    return {1, 2, 0};
}

EdgeLetters lettersOf(SlicePlane plane)
{
    switch (plane) {
    case SlicePlane::Axial: return {'L', 'R', 'A', 'P'};
    case SlicePlane::Coronal: return {'L', 'R', 'S', 'I'};
    case SlicePlane::Sagittal: break;
    }
    return {'P', 'A', 'S', 'I'};
}

image::MmPoint SliceFrame::mm(double x, double y) const
{
    const PlaneAxes axes = axesOf(plane);
    Vector3d at = centreMm;
    at[axes.right] += (x - 0.5 * width) * mmPerPixel;
    at[axes.up] -= (y - 0.5 * height) * mmPerPixel;
    return {at};
}

Eigen::Vector2d SliceFrame::pixel(const image::MmPoint& mm) const
{
    const PlaneAxes axes = axesOf(plane);
    return {0.5 * width + (mm.at[axes.right] - centreMm[axes.right]) / mmPerPixel,
            0.5 * height - (mm.at[axes.up] - centreMm[axes.up]) / mmPerPixel};
}

SlicePicture paintSlice(const SliceLayers& layers, const SliceFrame& frame)
{
    SlicePicture picture = paintUnderRegions(layers, frame);
    paintRegions(layers, frame, picture);
    return picture;
}

SlicePicture paintUnderRegions(const SliceLayers& layers, const SliceFrame& frame)
{
    SlicePicture picture{frame.width, frame.height, {}};
    picture.argb.assign(static_cast<std::size_t>(std::max(0, frame.width))
                            * static_cast<std::size_t>(std::max(0, frame.height)),
                        0);
    if (picture.argb.empty())
        return picture;
    if (layers.background.volume && layers.background.volume->grid.size() > 0)
        paintBackground(layers.background, frame, picture);
    if (layers.overlay && layers.overlay->values)
        paintOverlay(*layers.overlay, frame, picture);
    return picture;
}

void paintRegions(const SliceLayers& layers, const SliceFrame& frame, SlicePicture& picture)
{
    if (!picture.argb.empty() && layers.regions && !layers.regions->regions.empty())
        paintOutlines(*layers.regions, frame, layers.outlineWidth, picture);
}

SlicePatch paintPreview(const RegionPreview& preview, const SliceFrame& frame, int width)
{
    // The pixels that the corners of the voxels span.
    const Vector3d half = Vector3d::Constant(0.5);
    Eigen::Vector2d low = Eigen::Vector2d::Constant(1e9);
    Eigen::Vector2d high = -low;
    for (const image::Index index : preview.voxels.indices()) {
        const image::Voxel v = preview.grid.voxel(index);
        const Vector3d middle(static_cast<double>(v.i), static_cast<double>(v.j),
                              static_cast<double>(v.k));
        for (int corner = 0; corner < 8; ++corner) {
            const Vector3d side((corner & 1) != 0 ? 1 : -1, (corner & 2) != 0 ? 1 : -1,
                                (corner & 4) != 0 ? 1 : -1);
            const Eigen::Vector2d at
                = frame.pixel(preview.grid.affine.mm({middle + side.cwiseProduct(half)}));
            low = low.cwiseMin(at);
            high = high.cwiseMax(at);
        }
    }
    SlicePatch patch;
    const auto clamped = [](double value, int most) {
        return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(most)));
    };
    patch.x = clamped(std::floor(low.x()) - width, frame.width);
    patch.y = clamped(std::floor(low.y()) - width, frame.height);
    SliceFrame part = frame;
    part.width = clamped(std::ceil(high.x()) + width, frame.width) - patch.x;
    part.height = clamped(std::ceil(high.y()) + width, frame.height) - patch.y;
    if (part.width <= 0 || part.height <= 0)
        return patch;
    part.centreMm = frame.mm(patch.x + 0.5 * part.width, patch.y + 0.5 * part.height).at;
    patch.picture = {part.width, part.height, {}};
    patch.picture.argb.assign(
        static_cast<std::size_t>(part.width) * static_cast<std::size_t>(part.height), 0);
    RegionLabels labels{preview.grid, {{preview.voxels, preview.color, false}}};
    paintOutlines(labels, part, width, patch.picture);
    return patch;
}

} // namespace fusiform::scene
