// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <memory>
#include <utility>
#include <vector>

namespace fusiform::image {

/// An RGB picture. Values lie in 0..1; rows from top to bottom, pixels from left to right, channels
/// interleaved: value (x, y, c) is at 3 * (y * width + x) + c.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<float> rgb;

    [[nodiscard]] bool isEmpty() const { return rgb.empty(); }
    [[nodiscard]] Eigen::Map<const Eigen::VectorXf> vector() const
    {
        return {rgb.data(), static_cast<Eigen::Index>(rgb.size())};
    }
};

/// A picture that several may show at once.
using SharedPicture = std::shared_ptr<const Picture>;
[[nodiscard]] inline SharedPicture shared(Picture picture)
{
    return std::make_shared<const Picture>(std::move(picture));
}

/// Rec. 601 luma, as skimage and MATLAB use for SSIM; height x width.
[[nodiscard]] Eigen::MatrixXf grey(const Picture& picture);
/// Area-weighted when shrinking, bilinear when enlarging: no aliasing, the mean is kept.
[[nodiscard]] Picture resized(const Picture& picture, int width, int height);
/// The largest centred square, as CelebA crops are made.
[[nodiscard]] Picture centreSquare(const Picture& picture);

} // namespace fusiform::image
