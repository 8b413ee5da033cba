// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/published_derivatives.h"

#include "core/import/fit_parts.h"
#include "core/import/published_model.h"
#include "core/io/picture_file.h"
#include "core/util/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;

std::vector<Index> unionOf(const std::vector<PublishedModel>& models)
{
    std::vector<Index> all;
    for (const PublishedModel& model : models)
        all.insert(all.end(), model.selected.begin(), model.selected.end());
    std::ranges::sort(all);
    const auto repeated = std::ranges::unique(all);
    all.erase(repeated.begin(), repeated.end());
    return all;
}

/// NaN is set to 0, as the authors' decoder does; returns how many there were.
Index zeroNaN(Eigen::MatrixXf& patterns)
{
    Index count = 0;
    for (float& value : patterns.reshaped())
        if (!std::isfinite(value)) {
            value = 0;
            ++count;
        }
    return count;
}

void writePictures(const PublishedStimuli& stimuli)
{
    for (std::size_t f = 0; f < stimuli.pictures.pictures.size(); ++f)
        io::writePicture(stimuli.faces.pictures[f], stimuli.pictures.pictures[f]);
}

PublishedStimuli readStimuli(const DerivativesOptions& options, Index faces, const fs::path& output,
                             Progress& progress)
{
    PublishedStimuli stimuli{openRequired(options.folder / "test_images.mat", progress),
                             openIfPresent(options.folder / "img_image.mat", progress),
                             {},
                             {},
                             {},
                             {}};
    stimuli.faces.names = publishedFaceNames(faces);
    stimuli.pictures = readPictures(stimuli.file, faces, progress);
    stimuli.faces.pictures.resize(stimuli.faces.names.size());
    for (std::size_t f = 0; f < stimuli.pictures.pictures.size(); ++f)
        stimuli.faces.pictures[f] = output / "faces" / stimuli.faces.names[f];
    if (stimuli.pictures.pictures.empty())
        progress.warn(FUSIFORM_TR("core", "%1 holds no pictures: originals cannot be shown.")
                          .arg(stimuli.file.path().string()));
    stimuli.split = splitByNames(stimuli.faces.names);
    return stimuli;
}

/// others x voxels of the grid, turned round: faces x voxels.
Eigen::MatrixXf readPatterns(const PublishedArray& source, const VoxelSpace& space,
                             std::span<const Index> voxels, Progress& progress)
{
    progress.begin(FUSIFORM_TR("core", "Reading %1").arg(source.file.path().filename().string()),
                   static_cast<std::uint64_t>(elementsOf(source.array.variable)));
    return gatherVoxels(source.file, source.array, space, voxels, progress);
}

/// A mean functional image is not published; the mask stands in.
image::Volume maskImage(const VoxelSpace& space)
{
    image::Volume volume{space.grid,
                         std::vector<float>(static_cast<std::size_t>(space.grid.size()), 0.0F)};
    for (const Index voxel : space.maskVoxels)
        volume.values[static_cast<std::size_t>(voxel)] = 1;
    return volume;
}

ImportedModel described(const PublishedModel& model, const BuiltModel& built)
{
    return {model.weights.model, model.weights.latents, built.fit.selected.count(), 0,
            model.selection,     built.network};
}

} // namespace

Imported importDerivatives(const DerivativesOptions& options, const Json& provenance,
                           const fs::path& output, Progress& progress)
{
    const VoxelSpace space = readMask(options, progress);
    const PublishedArray patterns = requireArray(
        openRequired(options.folder / "test_patterns.mat", progress), space, 0,
        FUSIFORM_TR("core", "patterns of several faces over %1 voxels (grid) or %2 (mask)")
            .arg(space.grid.size())
            .arg(space.maskCount()));
    const std::vector<PublishedModel> models
        = findModels(options, space, patterns.array.isMaskOnly, progress);
    const std::vector<Index> voxels = unionOf(models);

    Imported imported;
    imported.subject = subjectName(options.folder, options.subject);
    imported.maskVoxels = space.maskCount();
    imported.storedVoxels = static_cast<Index>(voxels.size());
    imported.testPatterns = patterns.array.others;
    imported.isAffineKnown = !options.t1.empty();

    PublishedStimuli stimuli = readStimuli(options, patterns.array.others, output, progress);
    stimuli.faces.patterns = readPatterns(patterns, space, voxels, progress);
    if (auto file = openIfPresent(options.folder / "img_pattern.mat", progress)) {
        stimuli.imagery = readPatterns(
            requireArray(std::move(*file), space, 1,
                         FUSIFORM_TR("core", "one pattern over %1 voxels (grid) or %2 (mask)")
                             .arg(space.grid.size())
                             .arg(space.maskCount())),
            space, voxels, progress);
        imported.nanInPatterns += zeroNaN(stimuli.imagery);
    }
    imported.nanInPatterns += zeroNaN(stimuli.faces.patterns);
    imported.exploration = stimuli.split.exploration;
    imported.split = stimuli.split.rule;

    glm::Fit fit;
    fit.subject = imported.subject;
    fit.grid = space.grid;
    fit.voxels.assign(voxels.begin(), voxels.end());
    fit.meanImage = maskImage(space);
    fit.tFace = readMap(options.folder / "FacevsFix.mat", space, voxels, progress);
    fit.anatomy = options.t1;
    fit.selection = models.front().selection;
    fit.provenance = provenance;
    std::vector<Eigen::VectorXf> scales;
    for (const PublishedModel& model : models) {
        BuiltModel built = buildModel(model, options, space, stimuli, voxels, output, progress);
        imported.models.push_back(described(model, built));
        scales.push_back(std::move(built.scale));
        fit.models.push_back(std::move(built.fit));
    }
    writePictures(stimuli);
    glm::writeFit(fit, output);
    // writeFit has written W without a voxel; the real ones go straight from file to file.
    for (std::size_t m = 0; m < models.size(); ++m) {
        const fs::path folder = output / "models" / models[m].weights.model;
        imported.models[m].unusable
            = writeWeights(models[m].weights, space, voxels, scales[m], folder / "W.bin", progress);
    }
    return imported;
}

} // namespace fusiform::import
