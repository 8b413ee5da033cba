// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/smoothing_kernel.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fusiform::preprocess {

namespace {

using image::Index;

/// target plane n = sum of weights times source planes around n; planes of `width` contiguous
/// values, `count` of them one after the other.
void convolvePlanes(const float* source, float* target, Index count, Index width,
                    const std::vector<float>& kernel)
{
    const auto reach = static_cast<Index>(kernel.size()) / 2;
    for (Index n = 0; n < count; ++n) {
        Eigen::Map<Eigen::ArrayXf> sum(target + n * width, width);
        sum.setZero();
        for (Index d = std::max(-reach, -n); d <= std::min(reach, count - 1 - n); ++d)
            sum += kernel[static_cast<std::size_t>(reach + d)]
                   * Eigen::Map<const Eigen::ArrayXf>(source + (n + d) * width, width);
    }
}

void convolveRow(const float* source, float* target, Index count, const std::vector<float>& kernel)
{
    const auto reach = static_cast<Index>(kernel.size()) / 2;
    std::fill_n(target, count, 0.0F);
    for (Index d = -reach; d <= reach; ++d) {
        const float weight = kernel[static_cast<std::size_t>(reach + d)];
        const Index begin = std::max<Index>(0, -d);
        const Index end = std::min(count, count - d);
        for (Index i = begin; i < end; ++i)
            target[i] += weight * source[i + d];
    }
}

/// How much of the kernel lies inside a line of `count` voxels, at each of them.
std::vector<float> massInside(Index count, const std::vector<float>& kernel)
{
    const std::vector<float> ones(static_cast<std::size_t>(count), 1.0F);
    std::vector<float> mass(ones.size());
    convolveRow(ones.data(), mass.data(), count, kernel);
    return mass;
}

} // namespace

std::vector<float> smoothingKernel(double fwhmVoxels)
{
    const double sigma = fwhmVoxels / std::sqrt(8 * std::numbers::ln2);
    const auto reach = static_cast<int>(std::lround(6 * sigma));
    const double variance = sigma * sigma + std::numeric_limits<double>::epsilon();
    const double a = 0.5 * std::sqrt(2 / variance);
    const double b = -0.5 / variance;
    const double c = std::sqrt(variance / (2 * std::numbers::pi));
    std::vector<float> kernel;
    for (int x = -reach; x <= reach; ++x) {
        const double weight = 0.5
                                  * (std::erf(a * (x + 1)) * (x + 1)
                                     + std::erf(a * (x - 1)) * (x - 1) - 2 * std::erf(a * x) * x)
                              + c
                                    * (std::exp(b * (x + 1) * (x + 1))
                                       + std::exp(b * (x - 1) * (x - 1)) - 2 * std::exp(b * x * x));
        kernel.push_back(static_cast<float>(std::max(0.0, weight)));
    }
    return kernel;
}

void smooth(std::vector<float>& values, const image::Grid& grid, double fwhmMm)
{
    const Eigen::Vector3d size = grid.affine.voxelSize();
    const auto& [ni, nj, nk] = grid.shape;
    std::vector<float> other(values.size());
    const std::vector<float> alongI = smoothingKernel(fwhmMm / size[0]);
    for (Index row = 0; row < nj * nk; ++row)
        convolveRow(values.data() + row * ni, other.data() + row * ni, ni, alongI);
    const std::vector<float> alongJ = smoothingKernel(fwhmMm / size[1]);
    for (Index k = 0; k < nk; ++k)
        convolvePlanes(other.data() + k * ni * nj, values.data() + k * ni * nj, nj, ni, alongJ);
    const std::vector<float> alongK = smoothingKernel(fwhmMm / size[2]);
    convolvePlanes(values.data(), other.data(), nk, ni * nj, alongK);
    values.swap(other);

    const std::vector<float> massI = massInside(ni, alongI);
    const std::vector<float> massJ = massInside(nj, alongJ);
    const std::vector<float> massK = massInside(nk, alongK);
    std::size_t v = 0;
    for (const float k : massK)
        for (const float j : massJ)
            for (const float i : massI)
                values[v++] /= i * j * k;
}

} // namespace fusiform::preprocess
