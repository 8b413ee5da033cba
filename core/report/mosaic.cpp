// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/mosaic.h"

#include "core/report/contours.h"

#include <algorithm>
#include <cmath>

namespace fusiform::report {

namespace {

using image::Index;
using image::Volume;
using image::Voxel;

constexpr Color kOutline = {0.20F, 0.85F, 0.78F};

/// The voxels of an axial slice as they lie on the page.
class Page {
public:
    explicit Page(const Volume& mask) : m_shape(mask.grid.shape)
    {
        const auto axes = mask.grid.affine.axes();
        for (int voxelAxis = 0; voxelAxis < 3; ++voxelAxis) {
            m_axis[static_cast<std::size_t>(axes.axis[static_cast<std::size_t>(voxelAxis)])]
                = voxelAxis;
            m_sign[static_cast<std::size_t>(axes.axis[static_cast<std::size_t>(voxelAxis)])]
                = axes.sign[static_cast<std::size_t>(voxelAxis)];
        }
        findBounds(mask);
    }
    [[nodiscard]] Index width() const { return m_high[0] - m_low[0] + 1; }
    [[nodiscard]] Index height() const { return m_high[1] - m_low[1] + 1; }
    [[nodiscard]] Index depth() const { return m_high[2] - m_low[2] + 1; }
    /// @param x to the right, y down, z up: all within the bounds.
    [[nodiscard]] Voxel voxel(Index x, Index y, Index z) const
    {
        const std::array<Index, 3> ras = {m_low[0] + x, m_high[1] - y, m_low[2] + z};
        std::array<Index, 3> at = {};
        for (std::size_t world = 0; world < 3; ++world) {
            const auto axis = static_cast<std::size_t>(m_axis[world]);
            at[axis] = m_sign[world] > 0 ? ras[world] : m_shape[axis] - 1 - ras[world];
        }
        return {at[0], at[1], at[2]};
    }

private:
    /// Bounds of the mask and two voxels around it, counted along RAS.
    void findBounds(const Volume& mask)
    {
        std::array<Index, 3> most = {};
        for (std::size_t world = 0; world < 3; ++world)
            most[world] = m_shape[static_cast<std::size_t>(m_axis[world])] - 1;
        m_low = most;
        m_high = {0, 0, 0};
        for (Index n = 0; n < mask.grid.size(); ++n) {
            if (!(mask.values[static_cast<std::size_t>(n)] > 0))
                continue;
            const Voxel v = mask.grid.voxel(n);
            const std::array<Index, 3> at = {v.i, v.j, v.k};
            for (std::size_t world = 0; world < 3; ++world) {
                const Index along = at[static_cast<std::size_t>(m_axis[world])];
                const Index ras = m_sign[world] > 0 ? along : most[world] - along;
                m_low[world] = std::min(m_low[world], ras);
                m_high[world] = std::max(m_high[world], ras);
            }
        }
        if (m_low[0] > m_high[0]) { // an empty mask shows all there is
            m_low = {0, 0, 0};
            m_high = most;
        }
        for (std::size_t world = 0; world < 2; ++world) {
            m_low[world] = std::max<Index>(0, m_low[world] - 2);
            m_high[world] = std::min(most[world], m_high[world] + 2);
        }
    }
    std::array<Index, 3> m_shape;
    std::array<int, 3> m_axis = {0, 1, 2}; ///< voxel axis of each RAS axis
    std::array<int, 3> m_sign = {1, 1, 1};
    std::array<Index, 3> m_low = {};
    std::array<Index, 3> m_high = {};
};

void setPixel(image::Picture& picture, Index x, Index y, const Color& color)
{
    std::copy(color.begin(), color.end(),
              picture.rgb.begin() + 3 * (static_cast<std::ptrdiff_t>(y) * picture.width + x));
}

/// Which slices there are, and in how many rows.
struct Layout {
    int columns;
    int rows;
    std::vector<Index> levels;
};
Layout layoutOf(const Page& page, const MosaicOptions& options)
{
    Layout layout{options.columns, 0, {}};
    const auto count = std::min<Index>(options.slices, page.depth());
    for (Index n = 0; n < count; ++n)
        layout.levels.push_back((2 * n + 1) * page.depth() / (2 * count));
    layout.rows = static_cast<int>((count + options.columns - 1) / options.columns);
    return layout;
}

template <class Draw>
image::Picture drawSlices(const Page& page, const MosaicOptions& options, Draw draw)
{
    const Layout layout = layoutOf(page, options);
    const Index wide = page.width() * options.scale;
    const Index high = page.height() * options.scale;
    image::Picture picture{
        static_cast<int>(wide * layout.columns), static_cast<int>(high * layout.rows), {}};
    picture.rgb.assign(static_cast<std::size_t>(picture.width) * picture.height * 3, 0);
    for (std::size_t n = 0; n < layout.levels.size(); ++n) {
        const Index left = wide * static_cast<Index>(n % static_cast<std::size_t>(layout.columns));
        const Index top = high * static_cast<Index>(n / static_cast<std::size_t>(layout.columns));
        for (Index y = 0; y < high; ++y)
            for (Index x = 0; x < wide; ++x)
                setPixel(picture, left + x, top + y, draw(x, y, layout.levels[n]));
    }
    return picture;
}

Volume onGrid(const Volume& volume, const image::Grid& grid)
{
    Volume result{grid, std::vector<float>(static_cast<std::size_t>(grid.size()))};
    for (Index n = 0; n < grid.size(); ++n)
        result.values[static_cast<std::size_t>(n)] = volume.sample(grid.mm(n));
    return result;
}

image::Grid halved(const image::Grid& grid)
{
    Eigen::Matrix4d half = Eigen::Matrix4d::Identity();
    half.topLeftCorner<3, 3>() *= 0.5;
    half.topRightCorner<3, 1>().setConstant(-0.25); // the outer edges stay where they are
    return {{2 * grid.shape[0], 2 * grid.shape[1], 2 * grid.shape[2]},
            image::Affine(grid.affine.mmFromVoxel() * half)};
}

Color grey(float value, double high)
{
    const auto share = std::isfinite(value) ? static_cast<float>(value / high) : 0.F;
    const float level = std::clamp(share, 0.F, 1.F);
    return {level, level, level};
}

} // namespace

image::Picture mosaic(const Volume& mask, const std::function<Color(const Voxel&)>& colorOf,
                      const MosaicOptions& options)
{
    const Page page(mask);
    return drawSlices(page, options, [&](Index x, Index y, Index z) {
        return colorOf(page.voxel(x / options.scale, y / options.scale, z));
    });
}

std::vector<std::vector<Point>> mosaicContours(const Volume& mask, const Volume& volume,
                                               double level, const MosaicOptions& options)
{
    const Page page(mask);
    const Layout layout = layoutOf(page, options);
    std::vector<std::vector<Point>> lines;
    for (std::size_t n = 0; n < layout.levels.size(); ++n) {
        std::vector<float> slice;
        for (Index y = 0; y < page.height(); ++y)
            for (Index x = 0; x < page.width(); ++x)
                slice.push_back(volume.at(page.voxel(x, y, layout.levels[n])));
        const auto columns = static_cast<std::size_t>(layout.columns);
        const auto left = static_cast<double>(page.width() * static_cast<Index>(n % columns));
        const auto top = static_cast<double>(page.height() * static_cast<Index>(n / columns));
        for (std::vector<Point>& line : contours(slice, static_cast<int>(page.width()), level)) {
            for (Point& point : line)
                point = {left + point.x, top + point.y};
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

std::vector<double> sliceHeightsMm(const Volume& mask, const MosaicOptions& options)
{
    const Page page(mask);
    std::vector<double> heights;
    for (const Index level : layoutOf(page, options).levels)
        heights.push_back(
            mask.grid.mm(page.voxel(page.width() / 2, page.height() / 2, level)).at.z());
    return heights;
}

image::Picture heatMosaic(const Volume& map, const Volume& mask, double high,
                          const MosaicOptions& options)
{
    const Page page(mask);
    const auto isInside = [&](Index x, Index y, Index z) {
        if (x < 0 || y < 0 || x >= page.width() || y >= page.height())
            return false;
        return mask.at(page.voxel(x, y, z)) > 0;
    };
    const int s = options.scale;
    return drawSlices(page, options, [&](Index px, Index py, Index z) -> Color {
        const Index x = px / s;
        const Index y = py / s;
        if (!isInside(x, y, z))
            return {0.04F, 0.04F, 0.05F};
        const bool isEdge = (px % s == 0 && !isInside(x - 1, y, z))
                            || (px % s == s - 1 && !isInside(x + 1, y, z))
                            || (py % s == 0 && !isInside(x, y - 1, z))
                            || (py % s == s - 1 && !isInside(x, y + 1, z));
        return isEdge ? kOutline : heat(static_cast<double>(map.at(page.voxel(x, y, z))) / high);
    });
}

OverlayMosaics overlayMosaics(const Volume& mean, const Volume& anatomy, const Volume& mask)
{
    constexpr Index kTile = 12; // fine voxels a square of the checkerboard
    const image::Grid grid = halved(mean.grid);
    const Volume functional = onGrid(mean, grid);
    const Volume structural = onGrid(anatomy, grid);
    Volume inside = onGrid(mask, grid);
    for (float& value : inside.values)
        value = value > 0.5F ? 1.F : 0.F;
    const double functionalHigh = upperValue(functional.values, 0.995);
    const double structuralHigh = upperValue(structural.values, 0.995);
    const auto ofMean = [&](const Voxel& v) { return grey(functional.at(v), functionalHigh); };
    const auto ofAnatomy = [&](const Voxel& v) { return grey(structural.at(v), structuralHigh); };
    const auto ofBoth = [&](const Voxel& v) {
        return ((v.i / kTile + v.j / kTile) & 1) != 0 ? ofMean(v) : ofAnatomy(v);
    };
    constexpr MosaicOptions kOptions = {7, 14, 2};
    return {mosaic(inside, ofMean, kOptions), mosaic(inside, ofAnatomy, kOptions),
            mosaic(inside, ofBoth, kOptions)};
}

Color heat(double position)
{
    constexpr std::array<Color, 6> kAnchors = {{{0.07F, 0.04F, 0.20F},
                                                {0.34F, 0.07F, 0.43F},
                                                {0.66F, 0.18F, 0.38F},
                                                {0.91F, 0.39F, 0.22F},
                                                {0.98F, 0.68F, 0.17F},
                                                {0.99F, 0.98F, 0.75F}}};
    const double at
        = std::isfinite(position) ? std::clamp(position, 0.0, 1.0) * (kAnchors.size() - 1) : 0;
    const auto below = std::min(static_cast<std::size_t>(at), kAnchors.size() - 2);
    const auto share = static_cast<float>(at - static_cast<double>(below));
    Color color = {};
    for (std::size_t c = 0; c < 3; ++c)
        color[c] = kAnchors[below][c] + share * (kAnchors[below + 1][c] - kAnchors[below][c]);
    return color;
}

double upperValue(const std::vector<float>& values, double share)
{
    std::vector<float> positive;
    for (const float value : values)
        if (std::isfinite(value) && value > 0)
            positive.push_back(value);
    if (positive.empty())
        return 1;
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(positive.size() - 1));
    std::ranges::nth_element(positive, positive.begin() + at);
    return static_cast<double>(positive[static_cast<std::size_t>(at)]);
}

} // namespace fusiform::report
