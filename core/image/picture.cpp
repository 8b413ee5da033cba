// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/picture.h"

#include <algorithm>
#include <cmath>

namespace fusiform::image {

namespace {

/// For each target pixel of one axis: which source pixels it mixes, and how much of each.
struct AxisWeights {
    std::vector<int> first;
    std::vector<std::vector<float>> weights;
};

AxisWeights axisWeights(int source, int target)
{
    AxisWeights result;
    const double step = static_cast<double>(source) / target;
    // A triangle as wide as the step when shrinking, of one pixel when enlarging.
    const double radius = std::max(1.0, step);
    for (int t = 0; t < target; ++t) {
        const double centre = (t + 0.5) * step - 0.5;
        const int first = std::max(0, static_cast<int>(std::ceil(centre - radius)));
        const int last = std::min(source - 1, static_cast<int>(std::floor(centre + radius)));
        std::vector<float> weights;
        float sum = 0;
        for (int s = first; s <= last; ++s) {
            weights.push_back(static_cast<float>(std::max(0.0, 1 - std::abs(s - centre) / radius)));
            sum += weights.back();
        }
        for (float& weight : weights)
            weight /= sum;
        result.first.push_back(first);
        result.weights.push_back(std::move(weights));
    }
    return result;
}

} // namespace

Eigen::MatrixXf grey(const Picture& picture)
{
    Eigen::MatrixXf result(picture.height, picture.width);
    const float* rgb = picture.rgb.data();
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x, rgb += 3)
            result(y, x) = 0.299F * rgb[0] + 0.587F * rgb[1] + 0.114F * rgb[2];
    return result;
}

Picture resized(const Picture& picture, int width, int height)
{
    if (picture.width == width && picture.height == height)
        return picture;
    const AxisWeights across = axisWeights(picture.width, width);
    const AxisWeights down = axisWeights(picture.height, height);
    const auto size = [](int w, int h) { return static_cast<std::size_t>(w) * h * 3; };

    std::vector<float> rows(size(width, picture.height), 0.0F);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < width; ++x)
            for (std::size_t s = 0; s < across.weights[x].size(); ++s)
                for (int c = 0; c < 3; ++c)
                    rows[size(width, y) + 3 * x + c]
                        += across.weights[x][s]
                           * picture.rgb[size(picture.width, y) + 3 * (across.first[x] + s) + c];

    Picture result{width, height, std::vector<float>(size(width, height), 0.0F)};
    for (int y = 0; y < height; ++y)
        for (std::size_t s = 0; s < down.weights[y].size(); ++s)
            for (int x = 0; x < 3 * width; ++x)
                result.rgb[size(width, y) + x]
                    += down.weights[y][s]
                       * rows[size(width, down.first[y] + static_cast<int>(s)) + x];
    return result;
}

Picture centreSquare(const Picture& picture)
{
    const int side = std::min(picture.width, picture.height);
    if (side == picture.width && side == picture.height)
        return picture;
    const int left = (picture.width - side) / 2;
    const int top = (picture.height - side) / 2;
    Picture result{side, side, {}};
    result.rgb.reserve(static_cast<std::size_t>(side) * side * 3);
    for (int y = 0; y < side; ++y) {
        const auto row = picture.rgb.begin()
                         + 3 * (static_cast<std::ptrdiff_t>(top + y) * picture.width + left);
        result.rgb.insert(result.rgb.end(), row, row + 3 * static_cast<std::ptrdiff_t>(side));
    }
    return result;
}

} // namespace fusiform::image
