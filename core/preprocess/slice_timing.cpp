// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/slice_timing.h"

#include "core/math/blas.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/parallel.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace fusiform::preprocess {

namespace {

using Eigen::Index;

std::vector<double> timesOfOrder(const std::vector<Index>& order, double repetitionTime)
{
    std::vector<double> times(order.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        times[static_cast<std::size_t>(order[rank])]
            = repetitionTime * static_cast<double>(rank) / static_cast<double>(order.size());
    return times;
}

std::vector<Index> everyNth(Index slices, Index step)
{
    std::vector<Index> order;
    for (Index first = 0; first < step; ++first)
        for (Index slice = first; slice < slices; slice += step)
            order.push_back(slice);
    return order;
}

} // namespace

SliceOrder sliceOrderNamed(std::string_view name)
{
    if (name == "odd-even")
        return SliceOrder::OddThenEven;
    if (name == "ascending")
        return SliceOrder::Ascending;
    if (name == "descending")
        return SliceOrder::Descending;
    if (name == "interleaved")
        return SliceOrder::Interleaved;
    if (name == "sidecar")
        return SliceOrder::Sidecar;
    if (name == "off")
        return SliceOrder::Off;
    if (name.find_first_not_of("0123456789, ") == std::string_view::npos && !name.empty())
        return SliceOrder::Custom;
    throw usage(FUSIFORM_TR("core",
                            "There is no slice order called %1; choose odd-even, ascending, "
                            "descending, interleaved, sidecar, off or a list of numbers.")
                    .arg(std::string(name)));
}

std::vector<double> sliceTimes(SliceOrder order, Index slices, double repetitionTime)
{
    switch (order) {
    case SliceOrder::OddThenEven: return timesOfOrder(everyNth(slices, 2), repetitionTime);
    case SliceOrder::Ascending: return timesOfOrder(everyNth(slices, 1), repetitionTime);
    case SliceOrder::Descending: {
        std::vector<Index> slicesDown = everyNth(slices, 1);
        std::ranges::reverse(slicesDown);
        return timesOfOrder(slicesDown, repetitionTime);
    }
    case SliceOrder::Interleaved: {
        const auto step = static_cast<Index>(std::lround(std::sqrt(static_cast<double>(slices))));
        return timesOfOrder(everyNth(slices, std::max<Index>(1, step)), repetitionTime);
    }
    case SliceOrder::Sidecar:
    case SliceOrder::Custom:
    case SliceOrder::Off: break;
    }
    return {};
}

std::vector<double> sliceTimesOfList(std::string_view list, Index slices, double repetitionTime)
{
    std::string spaced(list);
    std::ranges::replace(spaced, ',', ' ');
    std::vector<Index> order;
    for (const std::string& cell : splitText(spaced, ' '))
        if (const auto number = numberFrom(cell))
            order.push_back(static_cast<Index>(*number) - 1);
    std::vector<Index> sorted = order;
    std::ranges::sort(sorted);
    bool isPermutation = static_cast<Index>(sorted.size()) == slices;
    for (Index s = 0; isPermutation && s < slices; ++s)
        isPermutation = sorted[static_cast<std::size_t>(s)] == s;
    if (!isPermutation)
        throw usage(
            FUSIFORM_TR("core", "The slice order must name each of the slices 1 to %1 once.")
                .arg(slices));
    return timesOfOrder(order, repetitionTime);
}

double middleSliceTime(std::vector<double> times)
{
    if (times.empty())
        return 0;
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>((times.size() - 1) / 2);
    std::ranges::nth_element(times, middle);
    return *middle;
}

Eigen::MatrixXd shiftOperator(Index scans, double shift)
{
    const auto power = static_cast<int>(std::floor(std::log2(static_cast<double>(scans)))) + 1;
    const Index length = Index{1} << power;
    // The circular kernel that the phases exp(-2 pi i shift f / length) stand for.
    Eigen::VectorXd kernel(length);
    const double step = 2 * std::numbers::pi / static_cast<double>(length);
    for (Index m = 0; m < length; ++m) {
        const double lag = static_cast<double>(m) - shift;
        double sum = 1;
        for (Index f = 1; f < length / 2; ++f)
            sum += 2 * std::cos(step * static_cast<double>(f) * lag);
        // At the highest frequency only the real part of the phase survives.
        sum += std::cos(std::numbers::pi * static_cast<double>(m))
               * std::cos(std::numbers::pi * shift);
        kernel[m] = sum / static_cast<double>(length);
    }
    const auto circular = [&](Index row, Index column) {
        return kernel[((row - column) % length + length) % length];
    };
    Eigen::MatrixXd result(scans, scans);
    for (Index column = 0; column < scans; ++column)
        for (Index row = 0; row < scans; ++row)
            result(row, column) = circular(row, column);
    const Index padding = length - scans;
    for (Index p = 0; p < padding; ++p) {
        const double toFirst
            = padding > 1 ? static_cast<double>(p) / static_cast<double>(padding - 1) : 1;
        for (Index row = 0; row < scans; ++row) {
            const double weight = circular(row, scans + p);
            result(row, scans - 1) += weight * (1 - toFirst);
            result(row, 0) += weight * toFirst;
        }
    }
    return result;
}

void correctSliceTiming(image::Series& series, const std::vector<double>& times,
                        double referenceTime, double repetitionTime, Progress& progress)
{
    const Index inSlice = series.grid.shape[0] * series.grid.shape[1];
    parallelFor(times.size(), [&](std::size_t slice) {
        progress.checkpoint();
        const double shift = (times[slice] - referenceTime) / repetitionTime;
        if (shift == 0)
            return;
        const Eigen::MatrixXf shifted = shiftOperator(series.volumes, shift).cast<float>();
        Eigen::Map<Eigen::MatrixXf, 0, Eigen::OuterStride<>> values(
            series.values.data() + static_cast<Index>(slice) * inSlice, inSlice, series.volumes,
            Eigen::OuterStride<>(series.grid.size()));
        Eigen::MatrixXf result = Eigen::MatrixXf::Zero(inSlice, series.volumes);
        math::multiplyAdd(values, math::Transpose::No, shifted, math::Transpose::Yes, result);
        values = result;
    });
}

} // namespace fusiform::preprocess
