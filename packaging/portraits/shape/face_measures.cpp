// SPDX-License-Identifier: GPL-3.0-or-later
#include "shape/face_measures.h"

#include <algorithm>

namespace portraits {

namespace {

// Vertices on the midline of the base mesh.
constexpr std::size_t kUpperLipTop = 362, kLowerLipBottom = 496;
constexpr std::size_t kNoseRoot = 169, kNoseBase = 343;

float between(std::span<const Vec3> p, std::size_t a, std::size_t b) { return length(p[a] - p[b]); }

/// Width of what lies inside a box of the neutral mesh.
float widthIn(const BaseMesh& base, std::span<const Vec3> p, Vec3 low, Vec3 high)
{
    float least = 1e9F, most = -1e9F;
    for (const auto& quad : base.head.vertices) {
        for (const int vertex : quad) {
            const auto v = static_cast<std::size_t>(vertex);
            const Vec3 n = base.positions[v];
            if (n.x < low.x || n.x > high.x || n.y < low.y || n.y > high.y || n.z < low.z
                || n.z > high.z)
                continue;
            least = std::min(least, p[v].x);
            most = std::max(most, p[v].x);
        }
    }
    return most - least;
}

/// Height of the gap between the lids: the midline-most lid vertices right above and below the
/// eye's centre.
float eyeOpening(const BaseMesh& base, std::span<const Vec3> p, Vec3 eye)
{
    float upper = 1e9F, lower = -1e9F;
    for (const auto& quad : base.head.vertices) {
        for (const int vertex : quad) {
            const auto v = static_cast<std::size_t>(vertex);
            const Vec3 d = base.positions[v] - eye;
            if (std::abs(d.x) > 0.05F || d.z < 0.1F || std::abs(d.y) > 0.2F)
                continue;
            (d.y > 0 ? upper : lower) = d.y > 0 ? std::min(upper, p[v].y) : std::max(lower, p[v].y);
        }
    }
    return std::max(0.0F, upper - lower);
}

} // namespace

FaceMeasures measuresOf(const BaseMesh& base, std::span<const Vec3> rest,
                        std::span<const Vec3> expressive)
{
    const Vec3 left = meanOf(rest, base.landmarks.leftEye),
               right = meanOf(rest, base.landmarks.rightEye);
    const float unit = 1 / length(left - right);
    const auto upper = static_cast<std::size_t>(base.landmarks.upperLip),
               lower = static_cast<std::size_t>(base.landmarks.lowerLip);

    FaceMeasures measures;
    measures.noseWidth = unit * widthIn(base, rest, {-0.22F, 6.80F, 1.36F}, {0.22F, 6.95F, 1.7F});
    measures.noseLength = unit * between(rest, kNoseRoot, kNoseBase);
    measures.lipHeight
        = unit * (between(rest, kUpperLipTop, upper) + between(rest, lower, kLowerLipBottom));
    measures.faceWidth = unit * widthIn(base, rest, {-0.8F, 6.5F, 0.55F}, {0.8F, 7.0F, 1.6F});
    measures.mouthGap = unit * between(expressive, upper, lower);
    const Vec3 neutralEye = meanOf(base.positions, base.landmarks.leftEye);
    measures.eyeOpening
        = unit * 0.5F
          * (eyeOpening(base, expressive, neutralEye)
             + eyeOpening(base, expressive, {-neutralEye.x, neutralEye.y, neutralEye.z}));
    return measures;
}

} // namespace portraits
