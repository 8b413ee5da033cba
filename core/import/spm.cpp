// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/spm.h"

#include "core/face_model/codes_only_model.h"
#include "core/face_model/face_models.h"
#include "core/glm/confounds.h"
#include "core/import/fit_parts.h"
#include "core/import/spm_faces.h"
#include "core/import/spm_images.h"
#include "core/preprocess/quality.h"
#include "core/util/error.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;

/// Mean and standard deviation of each latent over the training faces.
struct LatentScale {
    Eigen::VectorXd mean;
    Eigen::VectorXd deviation;
};

LatentScale scaleOf(const SpmModel& model, const SpmColumns& columns, const Eigen::MatrixXd& codes,
                    Progress& progress)
{
    const auto latents = static_cast<Index>(columns.latents.size());
    const std::vector<std::vector<double>> values = valuesOfLatents(model, columns);
    if (values.empty()) {
        progress.warn(FUSIFORM_TR(
            "core", "SPM.mat does not hold the values of the latents: one standard deviation, that "
                    "of the test faces' codes, stands for all of them."));
        return {Eigen::VectorXd::Zero(latents),
                Eigen::VectorXd::Constant(latents, typicalDeviation(codes))};
    }
    LatentScale scale{Eigen::VectorXd(latents), Eigen::VectorXd(latents)};
    for (Index k = 0; k < latents; ++k) {
        const std::vector<double>& numbers = values[static_cast<std::size_t>(k)];
        const Eigen::Map<const Eigen::ArrayXd> all(numbers.data(),
                                                   static_cast<Index>(numbers.size()));
        scale.mean[k] = all.mean();
        scale.deviation[k] = std::sqrt((all - scale.mean[k]).square().sum()
                                       / static_cast<double>(std::max<Index>(1, all.size() - 1)));
    }
    return scale;
}

/// (latents + 1) x voxels, in percent signal a standard deviation, the bias last.
Eigen::MatrixXf weightsOf(const SpmColumns& columns, const SpmImages& images,
                          std::span<const image::Index> voxels, const LatentScale& scale,
                          Progress& progress)
{
    const auto latents = static_cast<Index>(columns.latents.size());
    Eigen::MatrixXf weights(latents + 1, static_cast<Index>(voxels.size()));
    for (Index k = 0; k < latents; ++k) {
        weights.row(k) = images.mean(columns.latents[static_cast<std::size_t>(k)], voxels)
                         * static_cast<float>(scale.deviation[k]);
        progress.step();
    }
    weights.row(latents) = images.mean(columns.faces, voxels);
    return weights;
}

Eigen::MatrixXf patternsOf(const SpmColumns& columns, const SpmImages& images,
                           std::span<const image::Index> voxels, Progress& progress)
{
    Eigen::MatrixXf patterns(static_cast<Index>(columns.test.size()),
                             static_cast<Index>(voxels.size()));
    for (std::size_t f = 0; f < columns.test.size(); ++f) {
        patterns.row(static_cast<Index>(f)) = images.mean(columns.test[f], voxels);
        progress.step();
    }
    return patterns;
}

/// Positions of voxels whose numbers are all finite.
std::vector<Index> usablePositions(const Eigen::MatrixXf& weights, const Eigen::MatrixXf& patterns,
                                   const std::vector<float>& t)
{
    std::vector<Index> positions;
    for (Index v = 0; v < weights.cols(); ++v)
        if (weights.col(v).allFinite() && patterns.col(v).allFinite()
            && std::isfinite(t[static_cast<std::size_t>(v)]))
            positions.push_back(v);
    return positions;
}

/// The attached face model, or one without a network.
struct Network {
    std::shared_ptr<const face_model::FaceModel> model; ///< null: none is attached
    fs::path file;
    face_model::ModelDescription description;
};

Network networkOf(const SpmOptions& options, Index latents, const fs::path& output,
                  Progress& progress)
{
    Network network;
    if (!options.modelFile.empty()) {
        network.file = face_model::findModelFile(options.modelFile);
        network.model = face_model::loadFaceModel(network.file);
        network.description = network.model->description();
        if (network.description.latentSize != latents)
            throw badData(
                network.file,
                FUSIFORM_TR("core", "a face model of %1 latents, as SPM.mat has").arg(latents),
                FUSIFORM_TR("core", "%1").arg(network.description.latentSize));
        return network;
    }
    constexpr int kPaperSize = 128;
    face_model::ModelDescription description;
    description.name = "spm";
    description.latentSize = latents;
    description.imageSize = kPaperSize;
    description.training = "latents of an SPM model; their network was not given";
    description.version = FUSIFORM_VERSION;
    network.file = output / "models" / description.name / "model.safetensors";
    fs::create_directories(network.file.parent_path());
    face_model::CodesOnlyModel(description).save(network.file);
    network.description = face_model::loadFaceModel(network.file)->description();
    progress.warn(FUSIFORM_TR("core",
                              "The face model of the latents was not given (--model): there "
                              "are codes and scores, but no pictures."));
    return network;
}

/// Mean framewise displacement of each rp_*.txt in the folder, where there is one a session.
std::vector<double> motionIn(const fs::path& folder, const std::vector<Index>& scansOfSession,
                             Progress& progress)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("rp_") && name.ends_with(".txt"))
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<double> means;
    for (std::size_t f = 0; f < files.size() && files.size() == scansOfSession.size(); ++f) {
        const Eigen::MatrixXd motion
            = glm::readConfounds(files[f], {}, scansOfSession[f], progress);
        if (motion.cols() != 6)
            throw badData(files[f], FUSIFORM_TR("core", "six motion parameters a scan"),
                          FUSIFORM_TR("core", "%1").arg(motion.cols()));
        const std::vector<double> moved = preprocess::framewiseDisplacement(motion);
        means.push_back(
            Eigen::Map<const Eigen::VectorXd>(moved.data(), static_cast<Index>(moved.size()))
                .mean());
    }
    return means;
}

/// What the images gave, for the voxels that are usable.
struct Estimates {
    image::Grid grid;
    std::vector<image::Index> voxels;
    Eigen::MatrixXf weights;
    Eigen::MatrixXf patterns; ///< test faces x voxels
    std::vector<float> t;
    std::string tSource;
    std::vector<float> meanSignal;
};

Estimates readEstimates(const SpmModel& model, const SpmColumns& columns, const LatentScale& scale,
                        SpmImported& imported, Progress& progress)
{
    const SpmImages images(model, progress);
    const std::vector<image::Index> mask = images.maskVoxels();
    progress.begin(FUSIFORM_TR("core", "Reading the betas"),
                   columns.latents.size() + columns.test.size());
    const Eigen::MatrixXf weights = weightsOf(columns, images, mask, scale, progress);
    const Eigen::MatrixXf patterns = patternsOf(columns, images, mask, progress);
    const SpmTMap t = faceMap(model, columns, images, mask);
    const std::vector<Index> usable = usablePositions(weights, patterns, t.values);
    imported.maskVoxels = static_cast<Index>(mask.size());
    imported.unusable = imported.maskVoxels - static_cast<Index>(usable.size());
    if (usable.empty())
        throw badData(model.file, FUSIFORM_TR("core", "voxels whose betas are all finite"),
                      FUSIFORM_TR("core", "none"));
    Estimates estimates;
    estimates.grid = images.grid();
    estimates.weights = weights(Eigen::all, usable);
    estimates.patterns = patterns(Eigen::all, usable);
    estimates.tSource = t.source;
    for (const Index position : usable) {
        estimates.voxels.push_back(mask[static_cast<std::size_t>(position)]);
        estimates.t.push_back(t.values[static_cast<std::size_t>(position)]);
    }
    estimates.meanSignal.assign(estimates.voxels.size(), 1);
    if (!columns.constants.columns.empty()) {
        const Eigen::VectorXf mean = images.mean(columns.constants, estimates.voxels);
        estimates.meanSignal.assign(mean.begin(), mean.end());
    }
    return estimates;
}

glm::ModelFit modelFit(const Network& network, const LatentScale& scale, const Estimates& estimates,
                       const glm::FaceSet& faces, const stats::FaceSplit& split)
{
    const auto voxels = static_cast<Index>(estimates.voxels.size());
    const auto latents = scale.mean.size();
    glm::ModelFit fit;
    fit.model = network.description;
    fit.modelFile = network.file;
    fit.latentMean = scale.mean;
    fit.latentSd = scale.deviation;
    fit.weights = glm::Weights(estimates.weights);
    // What the latents add to the variance explained takes a second model, which SPM has not.
    fit.gain.assign(estimates.voxels.size(), std::numeric_limits<float>::quiet_NaN());
    fit.gainP = fit.gain;
    fit.exploration = facesCalled(faces, split.exploration);
    fit.confirmation = glm::SealedFaces(facesCalled(faces, split.confirmation));
    glm::FaceSet none;
    none.patterns.resize(0, voxels);
    none.codes.resize(0, latents);
    fit.imagery = glm::SealedFaces(none);
    fit.imageryCandidates = none;
    return fit;
}

image::VoxelSet selectedVoxels(const Estimates& estimates, const std::string& selection,
                               double tThreshold, const fs::path& file)
{
    std::vector<image::Index> selected;
    for (std::size_t v = 0; v < estimates.voxels.size(); ++v)
        if (estimates.t[v] > tThreshold)
            selected.push_back(estimates.voxels[v]);
    if (selected.empty())
        throw badData(file, FUSIFORM_TR("core", "voxels with %1").arg(selection),
                      FUSIFORM_TR("core", "none; the largest t is %1 (--t sets the threshold)")
                          .arg(static_cast<double>(*std::ranges::max_element(estimates.t))));
    return image::VoxelSet::of(estimates.grid.shape, selected);
}

void warnOf(const SpmModel& model, const SpmColumns& columns, Progress& progress)
{
    if (model.isOrthogonalised)
        progress.warn(FUSIFORM_TR(
            "core", "SPM made the modulators orthogonal one after another: each row of W is what a "
                    "latent adds to those before it. Estimate again with orthogonalisation off."));
    if (columns.fixation.columns.empty())
        progress.warn(FUSIFORM_TR("core", "There is no condition of fixation: t is that of faces "
                                          "against the implicit baseline."));
}

std::vector<std::string> namesOf(const std::vector<SpmMean>& means)
{
    std::vector<std::string> names;
    for (const SpmMean& mean : means)
        names.push_back(mean.name);
    return names;
}

} // namespace

SpmImported importSpm(const SpmOptions& options, const Json& provenance, const fs::path& output,
                      Progress& progress)
{
    const SpmModel model = readSpmModel(options.folder / "SPM.mat");
    const SpmColumns columns = sortColumns(model, options.patterns);
    warnOf(model, columns, progress);
    SpmImported imported;
    imported.subject = subjectName(options.folder, options.subject);
    imported.latents = static_cast<Index>(columns.latents.size());
    imported.columns = static_cast<Index>(model.columns.size());
    imported.scansOfSession = model.scansOfSession;
    imported.repetitionTime = model.repetitionTime;
    imported.residualFreedom = model.residualFreedom;
    imported.faces = columns.faces.name;
    imported.fixation = columns.fixation.name;
    imported.framewiseDisplacement = motionIn(options.folder, model.scansOfSession, progress);

    const Network network = networkOf(options, imported.latents, output, progress);
    imported.network = network.model ? network.file.string() : "none";
    glm::FaceSet faces
        = testFaces(namesOf(columns.test), imported.latents,
                    {options.codes, options.pictures, network.model.get()}, progress);
    const stats::FaceSplit split = splitByNames(faces.names);
    imported.exploration = split.exploration;
    imported.sealed = split.confirmation;
    imported.split = split.rule;
    const LatentScale scale = scaleOf(model, columns, faces.codes, progress);
    const Estimates estimates = readEstimates(model, columns, scale, imported, progress);
    faces.patterns = estimates.patterns;
    imported.tSource = estimates.tSource;

    glm::Fit fit;
    fit.subject = imported.subject;
    fit.grid = estimates.grid;
    fit.voxels = estimates.voxels;
    fit.tFace = estimates.t;
    fit.meanImage = fit.volumeOf(estimates.meanSignal);
    fit.anatomy = options.t1;
    fit.selection = "t > " + numberText(options.tThreshold);
    fit.models = {modelFit(network, scale, estimates, faces, split)};
    fit.models.front().selected
        = selectedVoxels(estimates, fit.selection, options.tThreshold, model.file);
    imported.selected = fit.models.front().selected.count();
    fit.provenance = provenance;
    fit.provenance["t_source"] = imported.tSource;
    progress.begin(FUSIFORM_TR("core", "Writing the fit"));
    glm::writeFit(fit, output);
    return imported;
}

} // namespace fusiform::import
