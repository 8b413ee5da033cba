// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/bspline.h"

#include <cmath>

namespace fusiform::image {

namespace {

constexpr Index kPad = 3; // a spline of degree 4 reaches so far beyond a point at the border
constexpr int kMostTaps = 5;

/// Poles of the filter that turns values into coefficients.
std::vector<double> polesOf(int degree)
{
    if (degree == 2)
        return {std::sqrt(8.0) - 3};
    if (degree == 3)
        return {std::sqrt(3.0) - 2};
    return {std::sqrt(664 - std::sqrt(438976.0)) + std::sqrt(304.0) - 19,
            std::sqrt(664 + std::sqrt(438976.0)) - std::sqrt(304.0) - 19};
}

/// The recursive filter along an axis of `count` planes of `width` values, `stride` apart: the
/// values of a plane are independent of each other and filtered side by side.
void filterPlanes(float* first, Index count, Index stride, Index width, double pole)
{
    if (count < 2)
        return;
    const auto z = static_cast<float>(pole);
    const auto gain = static_cast<float>((1 - pole) * (1 - 1 / pole));
    const auto plane
        = [&](Index n) { return Eigen::Map<Eigen::ArrayXf>(first + n * stride, width); };
    // The mirrored start: a sum over one period, or as far as the pole's power shows in a float.
    const auto horizon = static_cast<Index>(std::ceil(std::log(1e-9) / std::log(std::abs(pole))));
    Eigen::ArrayXf sum = plane(0);
    if (horizon < count) {
        for (Index n = 1; n < horizon; ++n)
            sum += static_cast<float>(std::pow(pole, n)) * plane(n);
    } else {
        const Index period = 2 * count - 2;
        for (Index n = 1; n < count - 1; ++n)
            sum += static_cast<float>(std::pow(pole, n) + std::pow(pole, period - n)) * plane(n);
        sum += static_cast<float>(std::pow(pole, count - 1)) * plane(count - 1);
        sum /= static_cast<float>(1 - std::pow(pole, period));
    }
    plane(0) = gain * sum;
    for (Index n = 1; n < count; ++n)
        plane(n) = gain * plane(n) + z * plane(n - 1);
    plane(count - 1) = (z / (z * z - 1)) * (plane(count - 1) + z * plane(count - 2));
    for (Index n = count - 2; n >= 0; --n)
        plane(n) = z * (plane(n + 1) - plane(n));
}

Index mirrored(Index n, Index count)
{
    if (count == 1)
        return 0;
    const Index period = 2 * (count - 1);
    n = std::abs(n) % period;
    return n < count ? n : period - n;
}

/// Weights of the coefficients around `x` and, if wanted, their derivatives; returns the first one.
template <int Degree>
Index weights(double x, float* w, float* derivative)
{
    if constexpr (Degree == 2) {
        const Index nearest = static_cast<Index>(std::floor(x + 0.5));
        const double t = x - static_cast<double>(nearest);
        w[0] = static_cast<float>(0.5 * (0.5 - t) * (0.5 - t));
        w[1] = static_cast<float>(0.75 - t * t);
        w[2] = static_cast<float>(0.5 * (0.5 + t) * (0.5 + t));
        if (derivative) {
            derivative[0] = static_cast<float>(t - 0.5);
            derivative[1] = static_cast<float>(-2 * t);
            derivative[2] = static_cast<float>(t + 0.5);
        }
        return nearest - 1;
    } else if constexpr (Degree == 3) {
        const Index before = static_cast<Index>(std::floor(x));
        const double t = x - static_cast<double>(before);
        const double u = 1 - t;
        w[0] = static_cast<float>(u * u * u / 6);
        w[1] = static_cast<float>(2.0 / 3 - t * t * (2 - t) / 2);
        w[2] = static_cast<float>(2.0 / 3 - u * u * (2 - u) / 2);
        w[3] = static_cast<float>(t * t * t / 6);
        if (derivative) {
            derivative[0] = static_cast<float>(-u * u / 2);
            derivative[1] = static_cast<float>(t * (1.5 * t - 2));
            derivative[2] = static_cast<float>(u * (2 - 1.5 * u));
            derivative[3] = static_cast<float>(t * t / 2);
        }
        return before - 1;
    } else {
        const Index nearest = static_cast<Index>(std::floor(x + 0.5));
        const double t = x - static_cast<double>(nearest);
        const double s = t * t;
        const double a = (0.5 - t) * (0.5 - t);
        const double odd = t * (s / 6 - 11.0 / 24);
        const double even = 19.0 / 96 + s * (0.25 - s / 6);
        w[0] = static_cast<float>(a * a / 24);
        w[1] = static_cast<float>(even + odd);
        w[3] = static_cast<float>(even - odd);
        w[4] = static_cast<float>(a * a / 24 + odd + t / 2);
        w[2] = static_cast<float>(1 - a * a / 12 - 2 * even - odd - t / 2);
        if (derivative) {
            const double oddSlope = s / 2 - 11.0 / 24;
            const double evenSlope = 0.5 * t - 2.0 / 3 * s * t;
            const double c = 0.5 - t;
            derivative[0] = static_cast<float>(-c * c * c / 6);
            derivative[1] = static_cast<float>(evenSlope + oddSlope);
            derivative[3] = static_cast<float>(evenSlope - oddSlope);
            derivative[4] = static_cast<float>(-c * c * c / 6 + oddSlope + 0.5);
            derivative[2] = static_cast<float>(c * c * c / 3 - 2 * evenSlope - oddSlope - 0.5);
        }
        return nearest - 2;
    }
}

template <int Degree>
float valueAt(const float* coefficients, const std::array<Index, 3>& padded,
              const Eigen::Vector3d& point)
{
    float wx[kMostTaps];
    float wy[kMostTaps];
    float wz[kMostTaps];
    const Index i = weights<Degree>(point[0], wx, nullptr) + kPad;
    const Index j = weights<Degree>(point[1], wy, nullptr) + kPad;
    const Index k = weights<Degree>(point[2], wz, nullptr) + kPad;
    float sum = 0;
    for (Index c = 0; c <= Degree; ++c) {
        float plane = 0;
        const float* row = coefficients + i + padded[0] * (j + padded[1] * (k + c));
        for (Index b = 0; b <= Degree; ++b, row += padded[0]) {
            float line = 0;
            for (Index a = 0; a <= Degree; ++a)
                line += wx[a] * row[a];
            plane += wy[b] * line;
        }
        sum += wz[c] * plane;
    }
    return sum;
}

template <int Degree>
float valueAndGradient(const float* coefficients, const std::array<Index, 3>& padded,
                       const Eigen::Vector3d& point, Eigen::Vector3d& gradient)
{
    float wx[kMostTaps];
    float wy[kMostTaps];
    float wz[kMostTaps];
    float dx[kMostTaps];
    float dy[kMostTaps];
    float dz[kMostTaps];
    const Index i = weights<Degree>(point[0], wx, dx) + kPad;
    const Index j = weights<Degree>(point[1], wy, dy) + kPad;
    const Index k = weights<Degree>(point[2], wz, dz) + kPad;
    float value = 0;
    float slopes[3] = {0, 0, 0};
    for (Index c = 0; c <= Degree; ++c) {
        float plane = 0;
        float planeX = 0;
        float planeY = 0;
        const float* row = coefficients + i + padded[0] * (j + padded[1] * (k + c));
        for (Index b = 0; b <= Degree; ++b, row += padded[0]) {
            float line = 0;
            float lineX = 0;
            for (Index a = 0; a <= Degree; ++a) {
                line += wx[a] * row[a];
                lineX += dx[a] * row[a];
            }
            plane += wy[b] * line;
            planeX += wy[b] * lineX;
            planeY += dy[b] * line;
        }
        value += wz[c] * plane;
        slopes[0] += wz[c] * planeX;
        slopes[1] += wz[c] * planeY;
        slopes[2] += dz[c] * plane;
    }
    gradient = {static_cast<double>(slopes[0]), static_cast<double>(slopes[1]),
                static_cast<double>(slopes[2])};
    return value;
}

} // namespace

BSpline::BSpline(std::span<const float> values, const std::array<Index, 3>& shape, int degree)
    : m_degree(degree),
      m_shape(shape),
      m_padded{shape[0] + 2 * kPad, shape[1] + 2 * kPad, shape[2] + 2 * kPad}
{
    const Index row = shape[0];
    const Index slice = shape[0] * shape[1];
    std::vector<float> filtered(values.begin(), values.end());
    std::vector<float> turned(static_cast<std::size_t>(slice));
    for (const double pole : polesOf(degree)) {
        filterPlanes(filtered.data(), shape[2], slice, slice, pole);
        for (Index k = 0; k < shape[2]; ++k) {
            float* const begin = filtered.data() + k * slice;
            filterPlanes(begin, shape[1], row, row, pole);
            // Turned, the rows can be filtered side by side as well.
            Eigen::Map<Eigen::MatrixXf> plane(begin, shape[0], shape[1]);
            Eigen::Map<Eigen::MatrixXf> transposed(turned.data(), shape[1], shape[0]);
            transposed = plane.transpose();
            filterPlanes(turned.data(), shape[0], shape[1], shape[1], pole);
            plane = transposed.transpose();
        }
    }
    m_coefficients.resize(static_cast<std::size_t>(m_padded[0] * m_padded[1] * m_padded[2]));
    float* target = m_coefficients.data();
    for (Index k = 0; k < m_padded[2]; ++k)
        for (Index j = 0; j < m_padded[1]; ++j) {
            const float* const source = filtered.data() + row * mirrored(j - kPad, shape[1])
                                        + slice * mirrored(k - kPad, shape[2]);
            for (Index i = 0; i < m_padded[0]; ++i)
                *target++ = source[mirrored(i - kPad, shape[0])];
        }
}

float BSpline::at(const Eigen::Vector3d& point) const
{
    switch (m_degree) {
    case 2: return valueAt<2>(m_coefficients.data(), m_padded, point);
    case 3: return valueAt<3>(m_coefficients.data(), m_padded, point);
    default: return valueAt<4>(m_coefficients.data(), m_padded, point);
    }
}

float BSpline::at(const Eigen::Vector3d& point, Eigen::Vector3d& gradient) const
{
    switch (m_degree) {
    case 2: return valueAndGradient<2>(m_coefficients.data(), m_padded, point, gradient);
    case 3: return valueAndGradient<3>(m_coefficients.data(), m_padded, point, gradient);
    default: return valueAndGradient<4>(m_coefficients.data(), m_padded, point, gradient);
    }
}

} // namespace fusiform::image
