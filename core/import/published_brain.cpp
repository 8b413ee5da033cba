// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/published_brain.h"

#include "core/bids/file_state.h"
#include "core/io/nifti.h"
#include "core/util/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

/// The names under which the published files come, and ours.
struct ModelName {
    const char* published;
    const char* own;
};
constexpr std::array kModelNames = {ModelName{"VAEGAN", "vaegan"}, ModelName{"PCA", "pca"}};

/// Voxels of 1 mm with the centre of the grid at 0: what is left when nothing tells where they lie.
image::Affine centredAffine(const std::array<Index, 3>& shape)
{
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    for (int axis = 0; axis < 3; ++axis)
        affine(axis, 3) = -static_cast<double>(shape[static_cast<std::size_t>(axis)] - 1) / 2;
    return image::Affine(affine);
}

image::Grid gridOf(const DerivativesOptions& options, const MatlabFile& file,
                   const std::vector<std::int64_t>& shape, Progress& progress)
{
    const std::array<Index, 3> own = {shape[0], shape[1], shape[2]};
    if (options.t1.empty()) {
        progress.warn(FUSIFORM_TR(
            "core", "The published files do not say where their voxels lie: left and right, front "
                    "and back may be wrong, and the regions by thirds with them. Give the "
                    "subject's T1 image of session 2 with --t1."));
        return {own, centredAffine(own)};
    }
    image::Grid grid = io::readNiftiHeader(options.t1).grid();
    if (grid.shape != own)
        throw badData(options.t1,
                      FUSIFORM_TR("core", "the grid of %1 (%2 x %3 x %4)")
                          .arg(file.path().filename().string())
                          .arg(own[0])
                          .arg(own[1])
                          .arg(own[2]),
                      FUSIFORM_TR("core", "%1 x %2 x %3")
                          .arg(grid.shape[0])
                          .arg(grid.shape[1])
                          .arg(grid.shape[2]));
    return grid;
}

void selectVoxels(PublishedModel& model, const DerivativesOptions& options, const VoxelSpace& space,
                  Progress& progress)
{
    if (model.weights.roi) {
        model.selected = model.weights.roiVoxels;
        std::ranges::sort(model.selected);
        model.selection = "the authors' selection (ROI_" + model.published + ".mat)";
        const auto outside = std::ranges::count_if(model.selected, [&](Index voxel) {
            return space.maskOrder[static_cast<std::size_t>(voxel)] < 0;
        });
        if (outside > 0)
            progress.warn(FUSIFORM_TR("core", "%1: %2 of %3 selected voxels lie outside the mask.")
                              .arg("ROI_" + model.published + ".mat")
                              .arg(static_cast<long>(outside))
                              .arg(model.selected.size()));
        return;
    }
    for (const std::string& name : {std::string("FacevsFix.mat"), std::string("FaceRV.mat"),
                                    "FullRV_" + model.published + ".mat"})
        (void)openRequired(options.folder / name, progress);
    const std::vector<float> t
        = readMap(options.folder / "FacevsFix.mat", space, space.maskVoxels, progress);
    const std::vector<float> gain
        = readGain(options.folder, model.published, space, space.maskVoxels, progress);
    for (std::size_t v = 0; v < t.size(); ++v)
        if (t[v] > options.tThreshold && gain[v] > options.gainThreshold)
            model.selected.push_back(space.maskVoxels[v]);
    model.selection = "t > " + numberText(options.tThreshold) + " and gain > "
                      + numberText(options.gainThreshold);
    if (model.selected.empty())
        throw badData(options.folder / "FacevsFix.mat",
                      FUSIFORM_TR("core", "voxels with %1").arg(model.selection),
                      FUSIFORM_TR("core", "none"));
}

/// The thirds of the authors (Fig. 5), if all their files are there.
void findParts(PublishedModel& model, const DerivativesOptions& options, const VoxelSpace& space,
               bool isIndexOfMask, Progress& progress)
{
    constexpr std::array<std::pair<const char*, const char*>, 3> kThirds
        = {{{"occipital", "most posterior"},
            {"temporal", "lower part of the rest"},
            {"frontoparietal", "upper part of the rest"}}};
    std::vector<Index> taken;
    for (const auto& [name, where] : kThirds) {
        const std::string file = "ROI_" + model.published + "_" + name + ".mat";
        const auto opened = openIfPresent(options.folder / file, progress);
        if (!opened)
            continue;
        std::vector<Index> voxels = roiVoxels(*opened, space, isIndexOfMask, progress);
        std::ranges::sort(voxels);
        std::vector<Index> both;
        std::ranges::set_intersection(voxels, taken, std::back_inserter(both));
        if (!both.empty() || !std::ranges::includes(model.selected, voxels))
            throw badData(opened->path(),
                          FUSIFORM_TR("core", "voxels of %1, each in one of the three parts")
                              .arg("ROI_" + model.published + ".mat"),
                          both.empty()
                              ? FUSIFORM_TR("core", "others")
                              : FUSIFORM_TR("core", "%1 of another part").arg(both.size()));
        taken.insert(taken.end(), voxels.begin(), voxels.end());
        std::ranges::sort(taken);
        model.parts.push_back({name,
                               std::string("third: ") + where + ", as published (" + file + ")",
                               image::VoxelSet::of(space.grid.shape, voxels)});
    }
    if (!model.parts.empty() && model.parts.size() < kThirds.size()) {
        progress.warn(FUSIFORM_TR("core",
                                  "%1: only %2 of the three parts of the selected voxels are "
                                  "there; they are cut anew.")
                          .arg(options.folder.string())
                          .arg(model.parts.size()));
        model.parts.clear();
    }
}

} // namespace

std::optional<MatlabFile> openIfPresent(const fs::path& file, Progress& progress)
{
    switch (bids::fileState(file)) {
    case bids::FileState::Present: return MatlabFile(file);
    case bids::FileState::Unreadable:
        throw failure(FUSIFORM_TR("core", "%1: permission denied.").arg(file.string()));
    case bids::FileState::NotDownloaded:
        progress.warn(FUSIFORM_TR("core", "%1 was not downloaded and is left out; to get it: %2")
                          .arg(file.string())
                          .arg(bids::fetchCommand(file)));
        return std::nullopt;
    case bids::FileState::Missing:
    case bids::FileState::BrokenLink: break;
    }
    return std::nullopt;
}

MatlabFile openRequired(const fs::path& file, Progress& progress)
{
    if (bids::fileState(file) == bids::FileState::NotDownloaded)
        throw badData(file, FUSIFORM_TR("core", "a file of the published derivatives"),
                      FUSIFORM_TR("core", "a file that was not downloaded; to get it: %1")
                          .arg(bids::fetchCommand(file)));
    auto opened = openIfPresent(file, progress);
    if (!opened)
        throw badData(file, FUSIFORM_TR("core", "a file of the published derivatives"),
                      FUSIFORM_TR("core", "nothing of that name"));
    return std::move(*opened);
}

VoxelSpace readMask(const DerivativesOptions& options, Progress& progress)
{
    const MatlabFile file = openRequired(options.folder / "mask.mat", progress);
    static const std::array<std::string, 2> kNames = {"mask", "vol"};
    const io::MatVariable& variable = file.require(
        kNames, [](const io::MatVariable& v) { return v.shape.size() == 3; },
        FUSIFORM_TR("core", "the brain mask, an array of three dimensions"));
    image::Grid grid = gridOf(options, file, variable.shape, progress);
    std::vector<Index> voxels;
    const std::vector<double> values = file.values(variable, progress);
    for (std::size_t v = 0; v < values.size(); ++v)
        if (std::isfinite(values[v]) && values[v] != 0)
            voxels.push_back(static_cast<Index>(v));
    if (voxels.empty())
        throw badData(file.path(), FUSIFORM_TR("core", "voxels inside the brain"),
                      FUSIFORM_TR("core", "none"));
    return VoxelSpace::of(std::move(grid), std::move(voxels));
}

PublishedArray requireArray(MatlabFile file, const VoxelSpace& space, Index others,
                            const Text& wanted)
{
    const std::vector<std::string> names = {"vol", file.path().stem().string()};
    const io::MatVariable& variable = file.require(
        names,
        [&](const io::MatVariable& v) {
            const auto array = asVoxelArray(v, space);
            return array && (others == 0 ? array->others > 1 : array->others == others);
        },
        wanted);
    VoxelArray array = *asVoxelArray(variable, space);
    return {std::move(file), std::move(array)};
}

std::vector<float> readMap(const fs::path& path, const VoxelSpace& space,
                           std::span<const Index> voxels, Progress& progress)
{
    std::vector<float> values(voxels.size(), kNaN);
    auto file = openIfPresent(path, progress);
    if (!file)
        return values;
    const PublishedArray map
        = requireArray(std::move(*file), space, 1,
                       FUSIFORM_TR("core", "one number for each of %1 voxels (mask) or %2 (grid)")
                           .arg(space.maskCount())
                           .arg(space.grid.size()));
    progress.begin(FUSIFORM_TR("core", "Reading %1").arg(path.filename().string()),
                   static_cast<std::uint64_t>(elementsOf(map.array.variable)));
    const Eigen::MatrixXf row = gatherVoxels(map.file, map.array, space, voxels, progress);
    std::ranges::copy(row.reshaped(), values.begin());
    return values;
}

std::vector<float> readGain(const fs::path& folder, const std::string& published,
                            const VoxelSpace& space, std::span<const Index> voxels,
                            Progress& progress)
{
    const std::vector<float> without = readMap(folder / "FaceRV.mat", space, voxels, progress);
    const std::vector<float> with
        = readMap(folder / ("FullRV_" + published + ".mat"), space, voxels, progress);
    std::vector<float> gain(voxels.size());
    for (std::size_t v = 0; v < gain.size(); ++v)
        gain[v] = without[v] > 0 ? 1 - with[v] / without[v] : kNaN;
    return gain;
}

std::vector<PublishedModel> findModels(const DerivativesOptions& options, const VoxelSpace& space,
                                       bool isIndexOfMask, Progress& progress)
{
    std::vector<PublishedModel> models;
    for (const ModelName& name : kModelNames) {
        const std::string end = std::string("_") + name.published + ".mat";
        auto weights = findWeights(openIfPresent(options.folder / ("W" + end), progress),
                                   openIfPresent(options.folder / ("ROI" + end), progress), space,
                                   isIndexOfMask, progress);
        if (!weights)
            continue;
        weights->model = name.own;
        models.push_back({name.published, std::move(*weights), {}, {}, {}});
        selectVoxels(models.back(), options, space, progress);
        if (models.back().weights.roi)
            findParts(models.back(), options, space, isIndexOfMask, progress);
        checkAgreement(models.back().weights, space, progress);
    }
    if (models.empty())
        throw badData(options.folder,
                      FUSIFORM_TR("core", "W_VAEGAN.mat, ROI_VAEGAN.mat, W_PCA.mat or ROI_PCA.mat"),
                      FUSIFORM_TR("core", "none of them"));
    for (const auto& [name, file] : options.modelFiles)
        if (std::ranges::none_of(models, [&](const auto& m) { return m.weights.model == name; }))
            throw usage(FUSIFORM_TR("core", "--model %1=...: the files have no W of a model called "
                                            "%1; names are vaegan and pca.")
                            .arg(name));
    return models;
}

} // namespace fusiform::import
