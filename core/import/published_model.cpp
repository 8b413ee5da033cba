// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/published_model.h"

#include "core/face_model/codes_only_model.h"
#include "core/face_model/face_models.h"
#include "core/import/fit_parts.h"
#include "core/import/published_pca.h"
#include "core/util/error.h"

#include <limits>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;

class ModelBuilder {
public:
    ModelBuilder(const DerivativesOptions& options, const VoxelSpace& space,
                 const PublishedStimuli& stimuli, const fs::path& output, Progress& progress)
        : m_options(options),
          m_space(space),
          m_stimuli(stimuli),
          m_output(output),
          m_progress(progress)
    {
    }

    [[nodiscard]] BuiltModel build(const PublishedModel& model, std::span<const Index> voxels)
    {
        const Index latents = model.weights.latents;
        BuiltModel built;
        glm::ModelFit& fit = built.fit;
        m_range = 1;
        m_codeSd.resize(0);
        glm::FaceSet faces = m_stimuli.faces;
        const auto codes
            = readCodes(m_stimuli.file, model.weights.model, faces.count(), latents, m_progress);
        if (!codes)
            throw badData(m_stimuli.file.path(),
                          FUSIFORM_TR("core", "%1 codes of %2 numbers for %3")
                              .arg(faces.count())
                              .arg(latents)
                              .arg(model.weights.model),
                          FUSIFORM_TR("core", "%1").arg(m_stimuli.file.listed()));
        attachNetwork(built, model.weights);
        faces.codes = *codes / m_range;
        fit.exploration = facesCalled(faces, m_stimuli.split.exploration);
        fit.confirmation = glm::SealedFaces(facesCalled(faces, m_stimuli.split.confirmation));
        setUnits(built, latents);
        setImagery(fit, model.weights, static_cast<Index>(voxels.size()));
        fit.gain = readGain(m_options.folder, model.published, m_space, voxels, m_progress);
        fit.gainP.assign(
            voxels.size(),
            std::numeric_limits<float>::quiet_NaN()); // the degrees of freedom are not published
        fit.selected = image::VoxelSet::of(m_space.grid.shape, model.selected);
        fit.parts = model.parts;
        fit.weights = glm::Weights(Eigen::MatrixXf(latents + 1, 0));
        return built;
    }

private:
    /// An attached file, the published PCA, or a model without network.
    void attachNetwork(BuiltModel& built, const PublishedWeights& weights)
    {
        const fs::path own = m_output / "models" / weights.model / "model.safetensors";
        const auto attached = m_options.modelFiles.find(weights.model);
        auto coefficients = attached == m_options.modelFiles.end() && weights.model == "pca"
                                ? openIfPresent(m_options.folder / "PCA_coeffs.mat", m_progress)
                                : std::nullopt;
        auto pca
            = coefficients ? readPca(*coefficients, weights.latents, m_progress) : std::nullopt;
        built.fit.modelFile = own;
        if (attached != m_options.modelFiles.end()) {
            built.fit.modelFile = face_model::findModelFile(attached->second.string());
            built.network = built.fit.modelFile.string();
        } else if (pca) {
            fs::create_directories(own.parent_path());
            pca->model->save(own);
            m_range = pca->range;
            m_codeSd = pca->codeSd;
            built.network = "published PCA";
        } else {
            fs::create_directories(own.parent_path());
            codesOnly(weights).save(own);
            built.network = "none";
            m_progress.warn(face_model::withoutGenerator(weights.model));
        }
        built.fit.model = face_model::loadFaceModel(built.fit.modelFile)->description();
        if (built.fit.model.latentSize != weights.latents)
            throw badData(
                built.fit.modelFile,
                FUSIFORM_TR("core", "a face model of %1 latents, as W has").arg(weights.latents),
                FUSIFORM_TR("core", "%1").arg(built.fit.model.latentSize));
        built.fit.model.name = weights.model;
    }
    [[nodiscard]] face_model::CodesOnlyModel codesOnly(const PublishedWeights& weights) const
    {
        constexpr int kPaperSize = 128;
        face_model::ModelDescription description;
        description.name = weights.model;
        description.latentSize = weights.latents;
        description.imageSize = m_stimuli.pictures.pictures.empty()
                                    ? kPaperSize
                                    : m_stimuli.pictures.pictures.front().width;
        description.training = "published derivatives; the network is not among them";
        description.version = FUSIFORM_VERSION;
        return face_model::CodesOnlyModel(std::move(description));
    }
    /// W is kept per standard deviation of the codes; the bias as it is.
    void setUnits(BuiltModel& built, Index latents) const
    {
        const double all = typicalDeviation(built.fit.exploration.codes);
        built.fit.latentMean = Eigen::VectorXd::Zero(latents);
        built.fit.latentSd = m_codeSd.size() == latents ? Eigen::VectorXd(m_codeSd / m_range)
                                                        : Eigen::VectorXd::Constant(latents, all);
        built.scale.resize(latents + 1);
        built.scale << (built.fit.latentSd * m_range).cast<float>(), 1;
    }
    /// The other candidates of the imagery test are not published, so there is nothing to compare
    /// with.
    void setImagery(glm::ModelFit& fit, const PublishedWeights& weights, Index voxels)
    {
        glm::FaceSet imagery;
        imagery.patterns = m_stimuli.imagery;
        if (imagery.patterns.rows() == 0)
            imagery.patterns.resize(0, voxels);
        imagery.codes = Eigen::MatrixXd::Constant(imagery.patterns.rows(), weights.latents,
                                                  std::numeric_limits<double>::quiet_NaN());
        if (imagery.patterns.rows() == 1) {
            imagery.names = {"imagined.png"};
            imagery.pictures = {{}};
            if (m_stimuli.imageryFile)
                if (const auto codes = readCodes(*m_stimuli.imageryFile, weights.model, 1,
                                                 weights.latents, m_progress))
                    imagery.codes = *codes / m_range;
        }
        fit.imagery = glm::SealedFaces(std::move(imagery));
        fit.imageryCandidates.patterns.resize(0, voxels);
        fit.imageryCandidates.codes.resize(0, weights.latents);
    }

    const DerivativesOptions& m_options;
    const VoxelSpace& m_space;
    const PublishedStimuli& m_stimuli;
    const fs::path& m_output;
    Progress& m_progress;
    double m_range = 1;
    Eigen::VectorXd m_codeSd;
};

} // namespace

BuiltModel buildModel(const PublishedModel& model, const DerivativesOptions& options,
                      const VoxelSpace& space, const PublishedStimuli& stimuli,
                      std::span<const Index> voxels, const fs::path& output, Progress& progress)
{
    return ModelBuilder(options, space, stimuli, output, progress).build(model, voxels);
}

} // namespace fusiform::import
