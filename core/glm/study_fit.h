// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/leak_audit.h"
#include "core/glm/contrast.h"
#include "core/glm/design_matrix.h"
#include "core/glm/fit.h"
#include "core/glm/noise_model.h"
#include "core/glm/voxel_selection.h"

#include <functional>
#include <map>

namespace fusiform::glm {

/// A face model and the codes of the pictures it is asked for.
struct CodedModel {
    std::shared_ptr<const face_model::FaceModel> model;
    std::filesystem::path file;
    std::map<std::string, Eigen::VectorXd> codes; ///< by stimulus; model units
};

/// One run ready for the model: where its scans are and what was shown.
struct FitRun {
    std::string name;
    std::filesystem::path bold;
    std::filesystem::path mask; ///< of the brain; empty: by SPM's rule, from the scans
    std::vector<bids::Event> events;
    double repetitionTime = 2; ///< s
    Eigen::MatrixXd confounds; ///< scans x any; may have no columns
};

struct StudyFitInput {
    std::string subject;
    std::vector<FitRun> runs;
    std::vector<CodedModel> models;
    DesignOptions design;
    Selection selection;
    NoiseModel noise = NoiseModel::Ar1;
    /// The picture of a test face and the split into halves, by name.
    std::vector<std::string> explorationFaces;
    std::vector<std::string> confirmationFaces;
    std::map<std::string, std::string> stimulusOfTestFace;
    std::function<std::filesystem::path(const std::string&)> pictureOfStimulus;
    std::vector<std::string> imageryCandidates; ///< stimuli
    std::string imaginedStimulus; ///< empty: not known
    /// About what the whole process may use, MB; more voxels than fit are estimated in slabs, with
    /// one more reading of the scans each, to the same bits.
    double memoryMb = 3000;
    std::filesystem::path scratch; ///< folder for W while it grows; empty: in memory
    std::filesystem::path
        series; ///< folder for the series of the selected voxels; empty: none kept
    double seriesLimit = 1e9; ///< bytes; a larger series is not kept
};

/// What the estimation met on the way, for the report.
struct FitCounts {
    Eigen::Index scans = 0;
    Eigen::Index regressors = 0; ///< of the largest model, nuisance columns included
    Eigen::Index nuisance = 0;
    Eigen::Index maskVoxels = 0;
    image::Index nan = 0;
    image::Index infinite = 0;
    image::Index constant = 0;
    std::vector<image::Index> lostPerRun;
    std::size_t clippedEvents = 0;
    std::size_t trainingTrials = 0;
    std::vector<double> conditionNumbers; ///< of each model's design
    /// Per run, of its noise: correlation of one scan with the next, and the voxels that it was
    /// estimated from; empty where the noise is taken to be white.
    std::vector<double> noiseCorrelations;
    std::vector<Eigen::Index> noiseVoxels;
    std::size_t slabs = 1; ///< passes over the scans
};

/// More of what one model says of every voxel.
struct ModelMaps {
    std::vector<float> explained; ///< R² of conditions and latents, nuisance columns taken out
    std::vector<float> f; ///< F of all latents
};

struct StudyFit {
    Fit fit;
    ConditionEstimates conditions; ///< without the sealed faces and imagery
    std::vector<ModelMaps> maps; ///< one a model
    bool hasSeries = false; ///< whether the series of the selected voxels was kept
    FitCounts counts;
};

/// One pass over the scans (more where the memory does not allow it), one concatenated model per face model (columns: conditions, latents;
/// per run: constant, cosines, confounds), least squares, generalised to each run's own serial
/// correlations where a noise model is given; voxels selected by the criterion given.
/// @throws Error{BadData, Usage, Cancelled}
[[nodiscard]] StudyFit fitStudy(const StudyFitInput& input, Progress& progress);

} // namespace fusiform::glm
