// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/joint_histogram.h"

#include "core/preprocess/smoothing_kernel.h"
#include "core/util/parallel.h"
#include "core/util/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fusiform::preprocess {

namespace {

using image::Index;
constexpr double kHistogramFwhm = 7; // bins

double entropyOf(const Eigen::Ref<const Eigen::ArrayXd>& probabilities)
{
    double entropy = 0;
    for (const double p : probabilities)
        if (p > 0)
            entropy -= p * std::log2(p);
    return entropy;
}

struct Entropies {
    double a = 0;
    double b = 0;
    double joint = 0;
};

Entropies entropiesOf(const Eigen::MatrixXd& histogram)
{
    const Eigen::MatrixXd p = histogram / histogram.sum();
    return {entropyOf(p.rowwise().sum().array()), entropyOf(p.colwise().sum().transpose().array()),
            entropyOf(p.reshaped().array())};
}

/// Trilinear value at voxel coordinates inside the outer voxels' centres.
double greyAt(const GreyImage& image, const Eigen::Vector3d& at)
{
    const auto& shape = image.grid.shape;
    Index corner[3];
    double part[3];
    for (int axis = 0; axis < 3; ++axis) {
        corner[axis] = std::min(static_cast<Index>(at[axis]),
                                std::max<Index>(0, shape[static_cast<std::size_t>(axis)] - 2));
        part[axis] = at[axis] - static_cast<double>(corner[axis]);
    }
    const Index row = shape[0];
    const Index slice = shape[0] * shape[1];
    const std::uint8_t* const p
        = image.values.data() + corner[0] + row * corner[1] + slice * corner[2];
    const auto line = [&](const std::uint8_t* q) { return q[0] + part[0] * (q[1] - q[0]); };
    const auto plane
        = [&](const std::uint8_t* q) { return line(q) + part[1] * (line(q + row) - line(q)); };
    return plane(p) + part[2] * (plane(p + slice) - plane(p));
}

bool isInside(const image::Grid& grid, const Eigen::Vector3d& at)
{
    for (int axis = 0; axis < 3; ++axis)
        if (!(at[axis] >= 0)
            || !(at[axis] < static_cast<double>(grid.shape[static_cast<std::size_t>(axis)] - 1)))
            return false;
    return true;
}

} // namespace

GreyImage greyImage(const image::Volume& volume, double smoothTo)
{
    std::vector<float> sorted;
    for (const float value : volume.values)
        if (std::isfinite(value))
            sorted.push_back(value);
    GreyImage grey{volume.grid, std::vector<std::uint8_t>(volume.values.size(), 0)};
    if (sorted.empty())
        return grey;
    const auto nearTop
        = sorted.begin()
          + static_cast<std::ptrdiff_t>(0.9999 * static_cast<double>(sorted.size() - 1));
    std::ranges::nth_element(sorted, nearTop);
    const float top = *nearTop;
    const float bottom = std::ranges::min(sorted);
    if (!(top > bottom))
        return grey;
    std::vector<float> values = volume.values;
    for (float& value : values)
        value = std::isfinite(value)
                    ? std::clamp((value - bottom) * 255 / (top - bottom), 0.0F, 255.0F)
                    : 0.0F;
    const double finest = volume.grid.affine.voxelSize().minCoeff();
    if (smoothTo > finest)
        smooth(values, volume.grid, std::sqrt(smoothTo * smoothTo - finest * finest));
    for (std::size_t v = 0; v < values.size(); ++v)
        grey.values[v] = static_cast<std::uint8_t>(std::clamp(std::lround(values[v]), 0L, 255L));
    return grey;
}

Eigen::MatrixXd jointHistogram(const GreyImage& reference, const GreyImage& source,
                               const Eigen::Matrix4d& sourceFromReference, double separation)
{
    const Eigen::Matrix4d map = source.grid.affine.voxelFromMm() * sourceFromReference
                                * reference.grid.affine.mmFromVoxel();
    const Eigen::Vector3d step = reference.grid.affine.voxelSize().cwiseInverse() * separation;
    const auto planes
        = static_cast<std::size_t>(static_cast<double>(reference.grid.shape[2]) / step[2]);
    // A plane at a time, each with random numbers of its own: the sum does not depend on threads.
    std::vector<Eigen::MatrixXf> parts(planes);
    parallelFor(planes, [&](std::size_t plane) {
        Random random(97, plane);
        Eigen::MatrixXf& part = parts[plane];
        part = Eigen::MatrixXf::Zero(kHistogramBins, kHistogramBins);
        for (double y = 0; y < static_cast<double>(reference.grid.shape[1]); y += step[1])
            for (double x = 0; x < static_cast<double>(reference.grid.shape[0]); x += step[0]) {
                const Eigen::Vector3d at(x + random.uniform() * step[0],
                                         y + random.uniform() * step[1],
                                         (static_cast<double>(plane) + random.uniform()) * step[2]);
                if (!isInside(reference.grid, at))
                    continue;
                const Eigen::Vector3d other = (map * at.homogeneous()).head<3>();
                if (!isInside(source.grid, other))
                    continue;
                const auto row = static_cast<Index>(std::lround(greyAt(reference, at)));
                const double value = greyAt(source, other);
                const auto column = static_cast<Index>(value);
                const auto above = static_cast<float>(value - static_cast<double>(column));
                part(row, column) += 1 - above;
                if (column + 1 < kHistogramBins)
                    part(row, column + 1) += above;
            }
    });
    Eigen::MatrixXd histogram = Eigen::MatrixXd::Zero(kHistogramBins, kHistogramBins);
    for (const Eigen::MatrixXf& part : parts)
        histogram += part.cast<double>();
    return histogram;
}

Eigen::MatrixXd smoothedHistogram(const Eigen::MatrixXd& histogram)
{
    const std::vector<float> full = smoothingKernel(kHistogramFwhm);
    // spm_coreg keeps as many bins to either side as twice the width and makes the sum 1.
    const auto reach = static_cast<Index>(2 * kHistogramFwhm);
    Eigen::VectorXd kernel(2 * reach + 1);
    for (Index d = -reach; d <= reach; ++d)
        kernel[reach + d] = static_cast<double>(
            full[static_cast<std::size_t>(static_cast<Index>(full.size()) / 2 + d)]);
    kernel /= kernel.sum();
    const auto alongColumns = [&](const Eigen::MatrixXd& values) {
        const Index bins = values.cols();
        Eigen::MatrixXd result = Eigen::MatrixXd::Zero(values.rows(), bins);
        for (Index bin = 0; bin < bins; ++bin)
            for (Index d = std::max(-reach, -bin); d <= std::min(reach, bins - 1 - bin); ++d)
                result.col(bin) += kernel[reach + d] * values.col(bin + d);
        return result;
    };
    return alongColumns(alongColumns(histogram).transpose()).transpose();
}

double normalisedMutualInformation(const Eigen::MatrixXd& histogram)
{
    const Entropies h = entropiesOf(histogram);
    return h.joint > 0 ? (h.a + h.b) / h.joint : 1;
}

double mutualInformation(const Eigen::MatrixXd& histogram)
{
    const Entropies h = entropiesOf(histogram);
    return h.a + h.b - h.joint;
}

} // namespace fusiform::preprocess
