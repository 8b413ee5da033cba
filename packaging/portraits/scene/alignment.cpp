// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/alignment.h"

#include <cmath>
#include <complex>

namespace portraits {

namespace {

using Complex = std::complex<double>;

constexpr double kDistance = 11; // decimetres: a portrait lens, so that noses do not grow
constexpr double kNear = 7, kFar = 15;

Complex onPicture(Vec2 p) { return {p.x, p.y}; }

/// z -> scale * z + shift: turns, scales and moves, nothing else.
struct Similarity {
    Complex scale, shift;
};

Similarity leastSquares(const std::array<Complex, 3>& from, const std::array<Complex, 3>& to)
{
    const Complex fromMean = (from[0] + from[1] + from[2]) / 3.0,
                  toMean = (to[0] + to[1] + to[2]) / 3.0;
    Complex product = 0;
    double spread = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        product += (to[i] - toMean) * std::conj(from[i] - fromMean);
        spread += std::norm(from[i] - fromMean);
    }
    const Complex scale = product / spread;
    return {scale, toMean - scale * fromMean};
}

} // namespace

AlignedCamera alignedCamera(const Figure& figure, const Pose& pose)
{
    AlignedCamera camera;
    const Vec3 between = (figure.leftEye + figure.rightEye) * 0.5F;
    camera.position = {between.x, between.y - 0.2F, between.z + static_cast<float>(kDistance)};
    const auto projected = [&](Vec3 p) {
        const Vec3 d = p - camera.position;
        return Complex(d.x / -d.z, d.y / d.z); // y down
    };
    const std::array<Complex, 3> from{projected(figure.rightEye), projected(figure.leftEye),
                                      projected(figure.mouth)};

    const Complex middle(Alignment::kPictureSize / 2, Alignment::kPictureSize / 2);
    const Complex jitter
        = std::polar(static_cast<double>(pose.zoom), static_cast<double>(pose.roll));
    std::array<Complex, 3> to{onPicture(Alignment::kRightEye), onPicture(Alignment::kLeftEye),
                              onPicture(Alignment::kMouth)};
    for (auto& t : to)
        t = middle + jitter * (t - middle) + Complex(pose.shiftX, pose.shiftY);

    // Pixel = scale * (x / -z, y / z) + shift; clip coordinates are pixels over half the size,
    // minus one, times -z.
    const auto s = leastSquares(from, to);
    const double half = Alignment::kPictureSize / 2;
    const double a = s.scale.real() / half, b = s.scale.imag() / half;
    camera.projection = {a,
                         b,
                         -(s.shift.real() / half - 1),
                         0,
                         -b,
                         a,
                         -(1 - s.shift.imag() / half),
                         0,
                         0,
                         0,
                         -(kFar + kNear) / (kFar - kNear),
                         -2 * kFar * kNear / (kFar - kNear),
                         0,
                         0,
                         -1,
                         0};
    return camera;
}

} // namespace portraits
