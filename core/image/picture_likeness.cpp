// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/picture_likeness.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace fusiform::image {

namespace {

using Eigen::Index;
using Eigen::MatrixXf;

constexpr int kGlance = 32;
constexpr int kMostTiles = 8; // along a side
constexpr float kPlainTile = 0.01F; // sd of values 0..1: less is the codec's
constexpr Index kFarthest = 2; // pixels that two copies may lie apart
// Of values 0..1: a picture of one grey, in which the codec alone makes differences.
constexpr float kOneGrey = 1e-3F;

/// Less the mean over a square of so many pixels to each side, as far as there are any.
MatrixXf lessLocalMean(const MatrixXf& grey, Index reach)
{
    MatrixXf detail(grey.rows(), grey.cols());
    for (Index x = 0; x < grey.cols(); ++x)
        for (Index y = 0; y < grey.rows(); ++y) {
            const Index top = std::max<Index>(0, y - reach);
            const Index left = std::max<Index>(0, x - reach);
            const Index bottom = std::min(grey.rows() - 1, y + reach);
            const Index right = std::min(grey.cols() - 1, x + reach);
            detail(y, x)
                = grey(y, x) - grey.block(top, left, bottom - top + 1, right - left + 1).mean();
        }
    return detail;
}

/// Where there is detail enough to be compared; the correlations of the tiles.
std::vector<double> tileCorrelations(const MatrixXf& a, const MatrixXf& b, Index tiles)
{
    std::vector<double> correlations;
    for (Index i = 0; i < tiles; ++i)
        for (Index j = 0; j < tiles; ++j) {
            const Index top = i * a.rows() / tiles;
            const Index left = j * a.cols() / tiles;
            const Index height = (i + 1) * a.rows() / tiles - top;
            const Index width = (j + 1) * a.cols() / tiles - left;
            const Eigen::ArrayXXf ta = a.block(top, left, height, width).array();
            const Eigen::ArrayXXf tb = b.block(top, left, height, width).array();
            const Eigen::ArrayXXf da = ta - ta.mean();
            const Eigen::ArrayXXf db = tb - tb.mean();
            const float sa = std::sqrt(da.square().mean());
            const float sb = std::sqrt(db.square().mean());
            if (std::max(sa, sb) >= kPlainTile)
                correlations.push_back(
                    sa > 0 && sb > 0 ? static_cast<double>((da * db).mean() / (sa * sb)) : 0);
        }
    return correlations;
}

/// Three quarters of the tiles correlate that much at least; 0: too few have detail.
double lowerQuartile(std::vector<double> correlations, Index tiles)
{
    if (8 * std::ssize(correlations) < tiles * tiles)
        return 0;
    const auto quarter = std::ssize(correlations) / 4;
    std::ranges::nth_element(correlations, correlations.begin() + quarter);
    return correlations[static_cast<std::size_t>(quarter)];
}

MatrixXf detailOf(const Picture& picture, int side)
{
    return lessLocalMean(grey(resized(picture, side, side)), std::max(1, side / kGlance));
}

} // namespace

Eigen::VectorXf glanceOf(const Picture& picture)
{
    const MatrixXf small = grey(resized(picture, kGlance, kGlance));
    Eigen::VectorXf values = small.reshaped();
    values.array() -= values.mean();
    const float norm = values.norm();
    if (norm < kOneGrey * kGlance)
        return {};
    return values / norm;
}

Picture closeLook(const Picture& picture)
{
    const int side = std::min({picture.width, picture.height, kCloseLook});
    return resized(picture, side, side);
}

double detailCorrelation(const Picture& a, const Picture& b)
{
    const int side = std::min(a.width, b.width);
    const MatrixXf first = detailOf(a, side);
    const MatrixXf second = detailOf(b, side);
    const Index farthest = std::min<Index>(kFarthest, side / 8);
    const Index tiles = std::clamp(side / 8, 1, kMostTiles);
    double best = 0;
    for (Index down = -farthest; down <= farthest; ++down)
        for (Index right = -farthest; right <= farthest; ++right) {
            const auto shifted = [&](const MatrixXf& detail, Index y, Index x) -> MatrixXf {
                return detail.block(std::max<Index>(0, y), std::max<Index>(0, x),
                                    side - std::abs(y), side - std::abs(x));
            };
            best = std::max(best,
                            lowerQuartile(tileCorrelations(shifted(first, down, right),
                                                           shifted(second, -down, -right), tiles),
                                          tiles));
        }
    return best;
}

} // namespace fusiform::image
