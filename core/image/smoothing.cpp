// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/smoothing.h"

#include "core/util/parallel.h"

#include <cmath>

namespace fusiform::image {

namespace {

std::vector<float> gaussian(double sigma)
{
    const int reach = static_cast<int>(std::ceil(3 * sigma));
    std::vector<float> weights;
    double sum = 0;
    for (int d = -reach; d <= reach; ++d)
        sum += std::exp(-0.5 * d * d / (sigma * sigma));
    for (int d = -reach; d <= reach; ++d)
        weights.push_back(static_cast<float>(std::exp(-0.5 * d * d / (sigma * sigma)) / sum));
    return weights;
}

void smoothAxis(std::vector<float>& values, const std::array<Index, 3>& shape, int axis,
                const std::vector<float>& weights)
{
    const Index count = shape[axis];
    const Index step = axis == 0 ? 1 : axis == 1 ? shape[0] : shape[0] * shape[1];
    const Index lines = static_cast<Index>(values.size()) / count;
    const Index reach = static_cast<Index>(weights.size()) / 2;
    parallelBlocks(static_cast<std::size_t>(lines), 4096, [&](std::size_t begin, std::size_t end) {
        std::vector<float> padded(static_cast<std::size_t>(count + 2 * reach));
        for (auto line = static_cast<Index>(begin); line < static_cast<Index>(end); ++line) {
            const Index start = line / step * step * count + line % step;
            for (Index i = 0; i < count; ++i)
                padded[static_cast<std::size_t>(reach + i)]
                    = values[static_cast<std::size_t>(start + i * step)];
            for (Index i = 0; i < count; ++i) {
                float sum = 0;
                for (std::size_t d = 0; d < weights.size(); ++d)
                    sum += weights[d] * padded[static_cast<std::size_t>(i) + d];
                values[static_cast<std::size_t>(start + i * step)] = sum;
            }
        }
    });
}

} // namespace

Volume smoothed(const Volume& volume, double fwhmMm)
{
    Volume result = volume;
    const Eigen::Vector3d size = volume.grid.affine.voxelSize();
    for (int axis = 0; axis < 3; ++axis) {
        const double sigma = fwhmMm / (size[axis] * std::sqrt(8 * std::log(2.0)));
        if (sigma > 0.05)
            smoothAxis(result.values, volume.grid.shape, axis, gaussian(sigma));
    }
    return result;
}

} // namespace fusiform::image
