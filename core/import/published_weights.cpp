// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/published_weights.h"

#include "core/util/atomic_file.h"
#include "core/util/error.h"

#include <algorithm>
#include <cmath>

namespace fusiform::import {

namespace {

std::vector<std::string> weightNames(const MatlabFile& file)
{
    return {"W", file.path().stem().string()};
}

PublishedArray wholeBrain(MatlabFile file, const VoxelSpace& space)
{
    const Text wanted = FUSIFORM_TR("core", "W with a bias for %1 voxels (mask) or %2 (grid)")
                            .arg(space.maskCount())
                            .arg(space.grid.size());
    const io::MatVariable& variable = file.require(
        weightNames(file),
        [&](const io::MatVariable& v) {
            const auto array = asVoxelArray(v, space);
            return array && array->others > 1;
        },
        wanted);
    VoxelArray array = *asVoxelArray(variable, space);
    return {std::move(file), std::move(array)};
}

/// W of the ROI: a matrix with one column for each of its voxels.
PublishedArray roiWeights(MatlabFile file, Index voxels)
{
    const auto rowsOf = [&](const io::MatVariable& v) {
        const std::vector<Index> shape = properShape(v);
        if (shape.size() != 2 || (shape[0] != voxels && shape[1] != voxels))
            return Index{0};
        return shape[1] == voxels ? shape[0] : shape[1];
    };
    const std::vector<std::string> names = {"W"};
    const io::MatVariable& variable = file.require(
        names, [&](const io::MatVariable& v) { return rowsOf(v) > 1; },
        FUSIFORM_TR("core", "W with a bias for the %1 voxels of validindices").arg(voxels));
    VoxelArray array = *asMatrixOver(variable, rowsOf(variable), voxels);
    return {std::move(file), std::move(array)};
}

std::vector<ColumnTarget> roiColumns(const PublishedWeights& weights, std::span<const Index> voxels)
{
    std::vector<ColumnTarget> wanted;
    for (std::size_t column = 0; column < weights.roiVoxels.size(); ++column) {
        const auto found = std::ranges::lower_bound(voxels, weights.roiVoxels[column]);
        if (found != voxels.end() && *found == weights.roiVoxels[column])
            wanted.push_back({static_cast<Index>(column), found - voxels.begin()});
    }
    return wanted;
}

/// rows x voxels; the whole brain's file where there is one. @param voxels ascending.
Eigen::MatrixXf weightsOf(const PublishedWeights& weights, const VoxelSpace& space,
                          std::span<const Index> voxels, Progress& progress)
{
    if (weights.whole)
        return gatherVoxels(weights.whole->file, weights.whole->array, space, voxels, progress);
    return gather(weights.roi->file, weights.roi->array, roiColumns(weights, voxels),
                  static_cast<Index>(voxels.size()), progress);
}

} // namespace

std::vector<Index> roiVoxels(const MatlabFile& file, const VoxelSpace& space, bool isIndexOfMask,
                             Progress& progress)
{
    const Index columns = isIndexOfMask ? space.maskCount() : space.grid.size();
    const Text wanted
        = FUSIFORM_TR("core", "voxel numbers from 1 to %1, each once (validindices)").arg(columns);
    const std::vector<std::string> names = {"validindices", "valid_indices", "indices"};
    const io::MatVariable& variable = file.require(
        names,
        [](const io::MatVariable& v) { return v.type != "logical" && properShape(v).size() <= 1; },
        wanted);
    std::vector<Index> voxels;
    std::vector<bool> isTaken(static_cast<std::size_t>(columns), false);
    for (const double value : file.values(variable, progress)) {
        // The published numbers count from 1, as MATLAB does.
        if (!(value >= 1 && value <= static_cast<double>(columns)) || value != std::floor(value)
            || isTaken[static_cast<std::size_t>(value) - 1])
            throw badData(file.path(), wanted, FUSIFORM_TR("core", "%1").arg(value));
        const auto column = static_cast<Index>(value) - 1;
        isTaken[static_cast<std::size_t>(column)] = true;
        voxels.push_back(isIndexOfMask ? space.maskVoxels[static_cast<std::size_t>(column)]
                                       : column);
    }
    return voxels;
}

std::optional<PublishedWeights> findWeights(std::optional<MatlabFile> wholeFile,
                                            std::optional<MatlabFile> roiFile,
                                            const VoxelSpace& space, bool isIndexOfMask,
                                            Progress& progress)
{
    if (!wholeFile && !roiFile)
        return std::nullopt;
    PublishedWeights weights;
    if (wholeFile) {
        weights.whole = wholeBrain(std::move(*wholeFile), space);
        weights.latents = weights.whole->array.others - 1;
    }
    if (roiFile) {
        weights.roiVoxels = roiVoxels(*roiFile, space, isIndexOfMask, progress);
        weights.roi = roiWeights(std::move(*roiFile), static_cast<Index>(weights.roiVoxels.size()));
        const Index latents = weights.roi->array.others - 1;
        if (weights.whole && latents != weights.latents)
            throw badData(weights.roi->file.path(),
                          FUSIFORM_TR("core", "W of %1 latents and a bias, as in %2")
                              .arg(weights.latents)
                              .arg(weights.whole->file.path().filename().string()),
                          FUSIFORM_TR("core", "%1 latents").arg(latents));
        weights.latents = latents;
    }
    return weights;
}

void checkAgreement(const PublishedWeights& weights, const VoxelSpace& space, Progress& progress)
{
    if (!weights.whole || !weights.roi)
        return;
    constexpr std::size_t kVoxels = 64;
    std::vector<Index> voxels;
    const std::size_t step = std::max<std::size_t>(1, weights.roiVoxels.size() / kVoxels);
    for (std::size_t v = 0; v < weights.roiVoxels.size(); v += step)
        voxels.push_back(weights.roiVoxels[v]);
    std::ranges::sort(voxels);
    progress.begin(FUSIFORM_TR("core", "Comparing W of %1 in both files").arg(weights.model),
                   static_cast<std::uint64_t>(elementsOf(weights.whole->array.variable)
                                              + elementsOf(weights.roi->array.variable)));
    const Eigen::MatrixXf whole
        = gatherVoxels(weights.whole->file, weights.whole->array, space, voxels, progress);
    const Eigen::MatrixXf roi
        = gather(weights.roi->file, weights.roi->array, roiColumns(weights, voxels),
                 static_cast<Index>(voxels.size()), progress);
    // Both come from the same float32 images; the files may round them differently.
    constexpr float kTolerance = 1e-4F;
    Index different = 0;
    for (Index v = 0; v < whole.cols(); ++v) {
        if (!roi.col(v).allFinite() && !whole.col(v).allFinite())
            continue;
        const float size = roi.col(v).cwiseAbs().maxCoeff();
        different += !((whole.col(v) - roi.col(v)).cwiseAbs().maxCoeff() <= kTolerance * size);
    }
    if (different > 0)
        throw badData(
            weights.roi->file.path(),
            FUSIFORM_TR("core", "the weights of %1 at the voxels of validindices, counted from 1")
                .arg(weights.whole->file.path().filename().string()),
            FUSIFORM_TR("core", "other weights at %1 of %2 voxels looked at")
                .arg(different)
                .arg(whole.cols()));
}

Index writeWeights(const PublishedWeights& weights, const VoxelSpace& space,
                   std::span<const Index> voxels, const Eigen::VectorXf& scale,
                   const std::filesystem::path& target, Progress& progress)
{
    const PublishedArray& source = weights.whole ? *weights.whole : *weights.roi;
    constexpr std::size_t kPortionBytes = std::size_t{256} << 20U;
    const auto portion = std::max<std::size_t>(
        1, kPortionBytes / (sizeof(float) * static_cast<std::size_t>(source.array.others)));
    const std::size_t portions = (voxels.size() + portion - 1) / portion;
    progress.begin(FUSIFORM_TR("core", "Reading %1").arg(source.file.path().filename().string()),
                   portions * static_cast<std::uint64_t>(elementsOf(source.array.variable)));
    AtomicFile file(target);
    Index unusable = 0;
    for (std::size_t first = 0; first < voxels.size(); first += portion) {
        const auto part = voxels.subspan(first, std::min(portion, voxels.size() - first));
        Eigen::MatrixXf matrix = weightsOf(weights, space, part, progress);
        matrix.array().colwise() *= scale.array();
        for (Index v = 0; v < matrix.cols(); ++v)
            unusable += !matrix.col(v).allFinite();
        file.write(
            std::as_bytes(std::span(matrix.data(), static_cast<std::size_t>(matrix.size()))));
    }
    file.commit();
    return unusable;
}

} // namespace fusiform::import
