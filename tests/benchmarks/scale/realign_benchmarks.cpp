// SPDX-License-Identifier: GPL-3.0-or-later
// Realignment beside ITK's own rigid registration on the same scans, whose movements are known.
#include "core/preprocess/realign.h"
#include "core/preprocess/rigid.h"
#include "core/util/parallel.h"
#include "core/util/random.h"
#include "tests/support/analytic_head.h"

#include <benchmark/benchmark.h>
#include <itkEuler3DTransform.h>
#include <itkImageRegistrationMethodv4.h>
#include <itkMeanSquaresImageToImageMetricv4.h>
#include <itkRegistrationParameterScalesFromPhysicalShift.h>
#include <itkRegularStepGradientDescentOptimizerv4.h>

#include <algorithm>

using namespace fusiform;

namespace {

using Image = itk::Image<float, 3>;
using Transform = itk::Euler3DTransform<double>;

/// Scans of a head with 1 % noise that moves up to 1.5 mm and 1.5 degrees.
struct Scans {
    image::Grid grid = test::scanGrid();
    std::vector<Eigen::Matrix4d> movements;
    std::vector<std::vector<float>> volumes; ///< the first is the reference
};

const Scans& scans()
{
    static const Scans made = [] {
        Scans result;
        Random random(3);
        for (int t = 0; t < 13; ++t) {
            const auto part = [&] { return t == 0 ? 0.0 : random.uniform(-1.5, 1.5); };
            const std::array<double, 6> p = {part(), part(), part(), part(), part(), part()};
            result.movements.push_back(test::movement(p[0], p[1], p[2], p[3], p[4], p[5]));
            result.volumes.push_back(test::scanOf(result.movements.back(), result.grid));
            for (float& value : result.volumes.back())
                value += static_cast<float>(10 * random.normal());
        }
        return result;
    }();
    return made;
}

void report(benchmark::State& state, const std::vector<Eigen::Matrix4d>& found)
{
    double mm = 0;
    double degrees = 0;
    for (std::size_t t = 0; t < found.size(); ++t) {
        const Eigen::Matrix4d error
            = preprocess::rigidInverse(scans().movements[t + 1]) * found[t];
        mm = std::max(mm, error.topRightCorner<3, 1>().norm());
        degrees = std::max(degrees, preprocess::rotationDegrees(error));
    }
    state.counters["worst_mm"] = mm;
    state.counters["worst_degrees"] = degrees;
    state.counters["volumes_per_s"] = benchmark::Counter(
        static_cast<double>(found.size()), benchmark::Counter::kIsIterationInvariantRate);
}

void gaussNewton(benchmark::State& state)
{
    const Scans& all = scans();
    const preprocess::Realigner realigner({all.grid, all.volumes.front()}, {});
    std::vector<Eigen::Matrix4d> found(all.volumes.size() - 1);
    for (auto _ : state)
        parallelFor(found.size(), [&](std::size_t t) {
            found[t]
                = realigner.estimate(all.volumes[t + 1], all.grid, Eigen::Matrix4d::Identity());
        });
    report(state, found);
}
BENCHMARK(gaussNewton)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The scan in the axes of its voxels, millimetres from the grid's corner: ITK wants no mirrored
/// directions.
Image::Pointer imageOf(const std::vector<float>& values, const image::Grid& grid)
{
    const auto image = Image::New();
    Image::RegionType region;
    Image::SpacingType spacing;
    for (unsigned axis = 0; axis < 3; ++axis) {
        region.SetSize(axis, static_cast<itk::SizeValueType>(grid.shape[axis]));
        spacing[axis] = grid.affine.mmFromVoxel().col(axis).head<3>().norm();
    }
    image->SetRegions(region);
    image->SetSpacing(spacing);
    image->Allocate();
    std::ranges::copy(values, image->GetBufferPointer());
    return image;
}

/// Of world points, from ITK's transform between the axes of imageOf.
Eigen::Matrix4d worldMap(const Transform& transform, const image::Grid& grid)
{
    Eigen::Matrix4d own = Eigen::Matrix4d::Identity();
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column)
            own(row, column) = transform.GetMatrix()(row, column);
        own(row, 3) = transform.GetOffset()[static_cast<unsigned>(row)];
    }
    Eigen::Matrix4d worldFromOwn = grid.affine.mmFromVoxel();
    for (int axis = 0; axis < 3; ++axis)
        worldFromOwn.col(axis) /= worldFromOwn.col(axis).norm();
    return worldFromOwn * own * worldFromOwn.inverse();
}

Eigen::Matrix4d registered(const Image::Pointer& fixed, const Image::Pointer& moving,
                           const image::Grid& grid, double samples)
{
    using Method = itk::ImageRegistrationMethodv4<Image, Image, Transform>;
    using Metric = itk::MeanSquaresImageToImageMetricv4<Image, Image>;
    using Optimizer = itk::RegularStepGradientDescentOptimizerv4<double>;
    const auto metric = Metric::New();
    const auto scales = itk::RegistrationParameterScalesFromPhysicalShift<Metric>::New();
    scales->SetMetric(metric);
    const auto optimizer = Optimizer::New();
    optimizer->SetScalesEstimator(scales);
    optimizer->SetDoEstimateLearningRateOnce(true);
    optimizer->SetMinimumStepLength(1e-4);
    optimizer->SetRelaxationFactor(0.6);
    optimizer->SetNumberOfIterations(500);
    const auto transform = Transform::New();
    Transform::InputPointType centre;
    for (unsigned axis = 0; axis < 3; ++axis)
        centre[axis] = 0.5 * static_cast<double>(grid.shape[axis] - 1) * fixed->GetSpacing()[axis];
    transform->SetCenter(centre);
    const auto method = Method::New();
    method->SetFixedImage(fixed);
    method->SetMovingImage(moving);
    method->SetMetric(metric);
    method->SetOptimizer(optimizer);
    method->SetInitialTransform(transform);
    method->InPlaceOn();
    method->SetNumberOfLevels(1);
    Method::ShrinkFactorsArrayType shrink(1);
    shrink[0] = 1;
    method->SetShrinkFactorsPerLevel(shrink);
    Method::SmoothingSigmasArrayType sigmas(1);
    sigmas[0] = 5 / 2.3548; // 5 mm, as SPM and Fusiform smooth
    method->SetSmoothingSigmasPerLevel(sigmas);
    method->SetSmoothingSigmasAreSpecifiedInPhysicalUnits(true);
    method->SetMetricSamplingStrategy(samples < 1
                                          ? Method::MetricSamplingStrategyEnum::REGULAR
                                          : Method::MetricSamplingStrategyEnum::NONE);
    method->SetMetricSamplingPercentage(samples);
    method->Update();
    return worldMap(*transform, grid);
}

/// @param range(0) per cent of the voxels that the metric looks at
void itkRegistration(benchmark::State& state)
{
    const Scans& all = scans();
    const Image::Pointer fixed = imageOf(all.volumes.front(), all.grid);
    std::vector<Eigen::Matrix4d> found(all.volumes.size() - 1);
    for (auto _ : state)
        for (std::size_t t = 0; t < found.size(); ++t)
            found[t] = registered(fixed, imageOf(all.volumes[t + 1], all.grid), all.grid,
                                  static_cast<double>(state.range(0)) / 100);
    report(state, found);
}
BENCHMARK(itkRegistration)->Arg(100)->Arg(20)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
