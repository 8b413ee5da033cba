// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/face_alignment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>

namespace fusiform::image {

namespace {

// A similarity of the plane is one complex product and one sum.
using Place = std::complex<double>;

Place placeOf(const Eigen::Vector2d& point) { return {point.x(), point.y()}; }

/// The step in the picture that goes with one pixel to the right in the square.
Place stepOf(const Eyes& eyes, const Eyes& square)
{
    return (placeOf(eyes.right) - placeOf(eyes.left))
           / (placeOf(square.right) - placeOf(square.left));
}

/// Bilinear, edges repeated; added to `sum`.
void addSample(const Picture& picture, Place place, std::array<float, 3>& sum)
{
    const double x = std::clamp(place.real(), 0.0, static_cast<double>(picture.width - 1));
    const double y = std::clamp(place.imag(), 0.0, static_cast<double>(picture.height - 1));
    const int column = static_cast<int>(x);
    const int row = static_cast<int>(y);
    const auto right = static_cast<float>(x - column);
    const auto down = static_cast<float>(y - row);
    const std::ptrdiff_t next = column + 1 < picture.width ? 3 : 0;
    const std::ptrdiff_t below = row + 1 < picture.height ? std::ptrdiff_t{3} * picture.width : 0;
    const float* const pixel
        = picture.rgb.data() + 3 * (static_cast<std::ptrdiff_t>(row) * picture.width + column);
    for (int c = 0; c < 3; ++c) {
        const float upper = pixel[c] + right * (pixel[next + c] - pixel[c]);
        const float lower = pixel[below + c] + right * (pixel[below + next + c] - pixel[below + c]);
        sum[static_cast<std::size_t>(c)] += upper + down * (lower - upper);
    }
}

} // namespace

Eyes eyesOfSquare(int size)
{
    // The square of 178 rows begins at row 20, which puts the eyes at row 91 of it. A half is what
    // lies between the edge of a pixel and its centre.
    const double scale = size / 178.0;
    const auto place = [&](double x, double y) {
        return Eigen::Vector2d((x + 0.5) * scale - 0.5, (y + 0.5) * scale - 0.5);
    };
    return {place(69, 91), place(109, 91)};
}

double alignmentScale(const Eyes& eyes, int size)
{
    return std::abs(stepOf(eyes, eyesOfSquare(size)));
}

Picture alignedFace(const Picture& picture, const Eyes& eyes, int size)
{
    const Eyes square = eyesOfSquare(size);
    const Place right = stepOf(eyes, square);
    const Place down = right * Place(0, 1);
    const Place origin = placeOf(eyes.left) - right * placeOf(square.left);
    // As many samples along a pixel as it covers pixels of the picture.
    const int samples = std::max(1, static_cast<int>(std::ceil(std::abs(right) - 1e-9)));
    const auto offset = [&](int sample) { return (sample + 0.5) / samples - 0.5; };
    const float share = 1 / static_cast<float>(samples * samples);

    Picture result{size, size, {}};
    result.rgb.reserve(static_cast<std::size_t>(size) * size * 3);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            std::array<float, 3> sum = {};
            for (int j = 0; j < samples; ++j)
                for (int i = 0; i < samples; ++i)
                    addSample(picture, origin + (x + offset(i)) * right + (y + offset(j)) * down,
                              sum);
            for (const float value : sum)
                result.rgb.push_back(value * share);
        }
    return result;
}

} // namespace fusiform::image
