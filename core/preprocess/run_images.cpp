// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/run_images.h"

#include "core/io/nifti.h"
#include "core/preprocess/reslice.h"
#include "core/preprocess/slice_timing.h"
#include "core/util/error.h"
#include "core/util/parallel.h"

#include <cmath>

namespace fusiform::preprocess {

image::Series readAndCorrect(const RawRun& run, Progress& progress)
{
    image::Series series = io::readSeries(io::NiftiData(io::readNiftiHeader(run.bold)));
    progress.checkpoint();
    if (run.sliceTimes.empty())
        return series;
    if (static_cast<image::Index>(run.sliceTimes.size()) != series.grid.shape[2])
        throw badData(
            run.bold,
            FUSIFORM_TR("core", "%1 slices, one for each slice time").arg(run.sliceTimes.size()),
            FUSIFORM_TR("core", "%1").arg(series.grid.shape[2]));
    correctSliceTiming(series, run.sliceTimes, middleSliceTime(run.sliceTimes), run.repetitionTime,
                       progress);
    return series;
}

std::vector<Eigen::Matrix4d> estimateRun(const image::Series& run, const Realigner& realigner,
                                         const std::vector<Eigen::Matrix4d>& starts,
                                         Progress& progress)
{
    std::vector<Eigen::Matrix4d> maps(static_cast<std::size_t>(run.volumes));
    parallelFor(maps.size(), [&](std::size_t t) {
        progress.checkpoint();
        maps[t] = realigner.estimate(run.volume(static_cast<image::Index>(t)), run.grid, starts[t]);
    });
    return maps;
}

std::vector<Eigen::Matrix4d> estimateRun(const image::Series& run, const Realigner& realigner,
                                         Progress& progress)
{
    const Eigen::Matrix4d first = realigner.estimateFromFar(run.volume(0), run.grid);
    const std::vector<Eigen::Matrix4d> starts(static_cast<std::size_t>(run.volumes), first);
    return estimateRun(run, realigner, starts, progress);
}

image::Series resliceRun(const image::Series& run, const std::vector<Eigen::Matrix4d>& maps,
                         const image::Grid& target, int degree, Progress& progress)
{
    image::Series result{target, run.volumes, {}};
    result.values.resize(static_cast<std::size_t>(target.size() * run.volumes));
    parallelFor(maps.size(), [&](std::size_t t) {
        progress.checkpoint();
        const auto volume = run.volume(static_cast<image::Index>(t));
        std::vector<float> finite(volume.begin(), volume.end());
        for (float& value : finite)
            if (!std::isfinite(value))
                value = 0;
        reslice(image::BSpline(finite, run.grid.shape, degree), run.grid, maps[t], target,
                result.volume(static_cast<image::Index>(t)));
    });
    return result;
}

image::Volume meanOf(const image::Series& run)
{
    image::Volume mean{run.grid, std::vector<float>(static_cast<std::size_t>(run.grid.size()))};
    parallelBlocks(mean.values.size(), 4096, [&](std::size_t begin, std::size_t end) {
        std::vector<double> sum(end - begin, 0);
        for (image::Index t = 0; t < run.volumes; ++t) {
            const auto volume = run.volume(t);
            for (std::size_t v = begin; v < end; ++v)
                sum[v - begin] += static_cast<double>(volume[v]);
        }
        for (std::size_t v = begin; v < end; ++v)
            mean.values[v] = static_cast<float>(sum[v - begin] / static_cast<double>(run.volumes));
    });
    return mean;
}

} // namespace fusiform::preprocess
