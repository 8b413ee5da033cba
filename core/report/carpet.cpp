// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/carpet.h"

#include "core/io/nifti.h"
#include "core/util/error.h"

#include <algorithm>
#include <numeric>

namespace fusiform::report {

namespace {

using Eigen::Index;

std::vector<std::size_t> chosenVoxels(const image::Volume& mask, Index& inside)
{
    std::vector<std::size_t> all;
    for (std::size_t v = 0; v < mask.values.size(); ++v)
        if (mask.values[v] > 0)
            all.push_back(v);
    inside = static_cast<Index>(all.size());
    const Index count = std::min(kCarpetRows, inside);
    std::vector<std::size_t> chosen;
    for (Index n = 0; n < count; ++n)
        chosen.push_back(all[static_cast<std::size_t>(n * inside / count)]);
    return chosen;
}

void standardise(Eigen::MatrixXf& rows)
{
    rows.colwise() -= rows.rowwise().mean().eval();
    for (Index r = 0; r < rows.rows(); ++r) {
        const float sd = rows.row(r).norm() / std::sqrt(static_cast<float>(rows.cols()));
        if (sd > 0)
            rows.row(r) /= sd;
    }
}

Eigen::MatrixXf sortedByMean(const Eigen::MatrixXf& rows)
{
    const Eigen::VectorXf follows = rows * rows.colwise().mean().transpose();
    std::vector<Index> order(static_cast<std::size_t>(rows.rows()));
    std::iota(order.begin(), order.end(), Index{0});
    std::ranges::stable_sort(order, [&](Index a, Index b) { return follows[a] > follows[b]; });
    Eigen::MatrixXf sorted(rows.rows(), rows.cols());
    for (Index r = 0; r < rows.rows(); ++r)
        sorted.row(r) = rows.row(order[static_cast<std::size_t>(r)]);
    return sorted;
}

} // namespace

Carpet carpetOf(const preprocess::RunFiles& files, Progress& progress)
{
    const image::Volume mask = io::readVolume(files.mask);
    const io::NiftiData data(io::readNiftiHeader(files.bold));
    const image::Grid grid = data.header().grid();
    if (!image::isSameGrid(grid, mask.grid))
        throw badData(files.mask, FUSIFORM_TR("core", "the grid of %1").arg(files.bold.string()),
                      FUSIFORM_TR("core", "another one"));
    Carpet carpet;
    const std::vector<std::size_t> chosen = chosenVoxels(mask, carpet.voxels);
    carpet.rows.resize(static_cast<Index>(chosen.size()), data.header().volumeCount());
    std::vector<float> volume(static_cast<std::size_t>(grid.size()));
    for (Index t = 0; t < carpet.rows.cols(); ++t) {
        progress.checkpoint();
        data.volume(t, volume);
        for (std::size_t n = 0; n < chosen.size(); ++n)
            carpet.rows(static_cast<Index>(n), t) = volume[chosen[n]];
    }
    standardise(carpet.rows);
    if (carpet.rows.rows() > 0)
        carpet.rows = sortedByMean(carpet.rows);
    return carpet;
}

} // namespace fusiform::report
