// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/study_fit.h"

#include "core/glm/normal_equations.h"
#include "core/glm/run_noise.h"
#include "core/glm/scan_reader.h"
#include "core/math/distributions.h"
#include "core/util/error.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <numeric>

namespace fusiform::glm {

namespace {

using Eigen::Index;

/// Where the columns of the common equations lie: conditions first, then each model's latents.
struct Columns {
    std::vector<Condition> conditions;
    std::vector<std::pair<Index, Index>> latents; ///< first column and count, per model
    Index total = 0;

    [[nodiscard]] Index conditionCount() const { return static_cast<Index>(conditions.size()); }
    [[nodiscard]] Index condition(std::string_view name) const
    {
        const auto found = std::ranges::find(conditions, name, &Condition::name);
        return found == conditions.end() ? -1 : found - conditions.begin();
    }
    /// Conditions, and the latents of one model (none for -1).
    [[nodiscard]] std::vector<Index> ofModel(Index model) const
    {
        std::vector<Index> columns(static_cast<std::size_t>(conditionCount()));
        std::iota(columns.begin(), columns.end(), Index{0});
        if (model < 0)
            return columns;
        const auto [first, count] = latents[static_cast<std::size_t>(model)];
        for (Index c = 0; c < count; ++c)
            columns.push_back(first + c);
        return columns;
    }
};

struct Scale {
    Eigen::VectorXd mean;
    Eigen::VectorXd sd;
};

/// Mean and standard deviation of the codes of the distinct training pictures.
Scale scaleOf(const CodedModel& model, const std::vector<RunDesign>& designs)
{
    std::set<std::string> stimuli;
    for (const RunDesign& design : designs)
        stimuli.insert(design.trainStimuli.begin(), design.trainStimuli.end());
    const Index latents = model.model->description().latentSize;
    Eigen::MatrixXd codes(static_cast<Index>(stimuli.size()), latents);
    Index row = 0;
    for (const std::string& stimulus : stimuli)
        codes.row(row++) = model.codes.at(stimulus).transpose();
    Scale scale;
    scale.mean = codes.colwise().mean();
    scale.sd = ((codes.rowwise() - codes.colwise().mean()).colwise().squaredNorm()
                / std::max<double>(1, static_cast<double>(codes.rows()) - 1))
                   .cwiseSqrt();
    return scale;
}

/// Conditions and latents of one run; latents divided by their training sd.
Eigen::MatrixXd fullDesign(const RunDesign& design, const Columns& columns,
                           const std::vector<CodedModel>& models, const std::vector<Scale>& scales)
{
    Eigen::MatrixXd x(design.conditions.rows(), columns.total);
    x.leftCols(columns.conditionCount()) = design.conditions;
    for (std::size_t m = 0; m < models.size(); ++m) {
        const auto [first, count] = columns.latents[m];
        Eigen::MatrixXd codes(static_cast<Index>(design.trainStimuli.size()), count);
        for (std::size_t trial = 0; trial < design.trainStimuli.size(); ++trial)
            codes.row(static_cast<Index>(trial))
                = models[m]
                      .codes.at(design.trainStimuli[trial])
                      .cwiseProduct(inverseOfSd(scales[m].mean, scales[m].sd))
                      .transpose();
        x.middleCols(first, count) = design.trainResponses * codes;
    }
    return x;
}

std::vector<RunDesign> designs(const StudyFitInput& input, const std::vector<Condition>& conditions,
                               const std::vector<io::NiftiHeader>& headers)
{
    std::vector<RunDesign> result;
    for (std::size_t r = 0; r < input.runs.size(); ++r) {
        const FitRun& run = input.runs[r];
        result.push_back(designOfRun(run.events, conditions, run.repetitionTime,
                                     headers[r].volumeCount(), run.confounds, input.design));
    }
    return result;
}

std::vector<float> kept(const std::vector<float>& values, const std::vector<Index>& positions)
{
    std::vector<float> result;
    for (const Index position : positions)
        result.push_back(values[static_cast<std::size_t>(position)]);
    return result;
}

FaceSet faceSet(const StudyFitInput& input, const CodedModel& model,
                const std::vector<std::string>& names, const Columns& columns,
                const Estimates& estimates, const std::vector<Index>& wanted,
                const std::vector<Index>& usable)
{
    FaceSet faces;
    faces.patterns.resize(static_cast<Index>(names.size()), static_cast<Index>(usable.size()));
    faces.codes.resize(static_cast<Index>(names.size()), model.model->description().latentSize);
    for (std::size_t f = 0; f < names.size(); ++f) {
        const std::string& stimulus = input.stimulusOfTestFace.at(names[f]);
        faces.names.push_back(names[f]);
        faces.pictures.push_back(input.pictureOfStimulus(stimulus));
        const auto row = std::ranges::find(wanted, columns.condition(names[f])) - wanted.begin();
        faces.patterns.row(static_cast<Index>(f)) = estimates.beta.row(row)(usable);
        faces.codes.row(static_cast<Index>(f)) = model.codes.at(stimulus).transpose();
    }
    return faces;
}

FaceSet imageryPattern(const StudyFitInput& input, const CodedModel& model, const Columns& columns,
                       const Estimates& estimates, const std::vector<Index>& wanted,
                       const std::vector<Index>& usable)
{
    FaceSet faces;
    const Index latents = model.model->description().latentSize;
    const Index column = columns.condition("imagery");
    const Index rows = column >= 0 ? 1 : 0;
    faces.patterns.resize(rows, static_cast<Index>(usable.size()));
    faces.codes
        = Eigen::MatrixXd::Constant(rows, latents, std::numeric_limits<double>::quiet_NaN());
    if (rows == 0)
        return faces;
    const bool isKnown = !input.imaginedStimulus.empty();
    faces.names.push_back(
        isKnown ? std::filesystem::path(input.imaginedStimulus).filename().string() : "imagined");
    faces.pictures.emplace_back();
    faces.patterns.row(0)
        = estimates.beta.row(std::ranges::find(wanted, column) - wanted.begin())(usable);
    if (isKnown)
        faces.codes.row(0) = model.codes.at(input.imaginedStimulus).transpose();
    return faces;
}

FaceSet candidates(const StudyFitInput& input, const CodedModel& model)
{
    FaceSet faces;
    const auto count = static_cast<Index>(input.imageryCandidates.size());
    faces.patterns.resize(count, 0);
    faces.codes.resize(count, model.model->description().latentSize);
    for (Index c = 0; c < count; ++c) {
        const std::string& stimulus = input.imageryCandidates[static_cast<std::size_t>(c)];
        faces.names.push_back(std::filesystem::path(stimulus).filename().string());
        faces.pictures.push_back(input.pictureOfStimulus(stimulus));
        faces.codes.row(c) = model.codes.at(stimulus).transpose();
    }
    return faces;
}

/// F test of all latents and the gain 1 - ResMS(with) / ResMS(without), per voxel.
void addGain(ModelFit& fit, const Estimates& without, const Estimates& with,
             const std::vector<Index>& usable)
{
    const auto extra = static_cast<double>(with.rank - without.rank);
    for (const Index v : usable) {
        const double rss0 = without.residualSquares[v];
        const double rss1 = with.residualSquares[v];
        const double ms0 = rss0 / without.degreesOfFreedom;
        const double ms1 = rss1 / with.degreesOfFreedom;
        fit.gain.push_back(static_cast<float>(1 - ms1 / ms0));
        fit.gainP.push_back(static_cast<float>(
            math::fisherTail((rss0 - rss1) / extra / ms1, extra, with.degreesOfFreedom)));
    }
}

image::VoxelSet selectVoxels(const Fit& fit, const ModelFit& model, const Selection& selection)
{
    std::vector<image::Index> members;
    for (std::size_t v = 0; v < fit.voxels.size(); ++v) {
        const bool isResponsive = fit.tFace[v] > selection.tThreshold;
        const bool isGaining = !selection.usesGain || model.gainP[v] < selection.pThreshold;
        if (isResponsive && isGaining)
            members.push_back(fit.voxels[v]);
    }
    return image::VoxelSet::of(fit.grid.shape, members);
}

std::string describe(const Selection& selection, bool hasFixation, NoiseModel noise)
{
    std::string text
        = (hasFixation ? "t(face - fixation) > " : "t(face) > ") + numberText(selection.tThreshold);
    if (selection.usesGain)
        text += " and F test of the latents p < " + numberText(selection.pThreshold);
    switch (noise) {
    case NoiseModel::Ar1: return text + "; serial correlations AR(1)";
    case NoiseModel::Fast: return text + "; serial correlations FAST";
    case NoiseModel::None: break;
    }
    return text + "; no serial correlations";
}

/// t of faces against fixation, or against the implicit baseline.
std::vector<float> faceContrast(const Columns& columns, const Estimates& conditionsOnly,
                                const std::vector<Index>& wanted)
{
    Eigen::VectorXd contrast = Eigen::VectorXd::Zero(static_cast<Index>(wanted.size()));
    const auto at
        = [&](Index column) { return std::ranges::find(wanted, column) - wanted.begin(); };
    contrast[at(columns.condition("train_face"))] = 1;
    if (const Index fixation = columns.condition("fixation"); fixation >= 0)
        contrast[at(fixation)] = -1;
    return tContrast(conditionsOnly, wanted, contrast);
}

ModelFit fitModel(const StudyFitInput& input, std::size_t m, const Columns& columns,
                  const NormalEquations& equations, const Estimates& conditionsOnly,
                  const Scale& scale, const std::vector<Index>& usable, FitCounts& counts,
                  Progress& progress)
{
    const CodedModel& coded = input.models[m];
    const std::vector<Index> all = columns.ofModel(static_cast<Index>(m));
    std::vector<Index> wanted(all.size());
    std::iota(wanted.begin(), wanted.end(), Index{0});
    const Estimates estimates = estimate(equations, all, wanted, progress);
    const Index dead
        = (inverseOfSd(scale.mean, scale.sd).array() == 0).count(); // columns of zeros, no matter
    if (estimates.rank + dead < static_cast<Index>(all.size()))
        progress.warn(
            FUSIFORM_TR("core", "%1: the design has %2 columns but rank %3; use fewer components.")
                .arg(coded.model->description().name)
                .arg(all.size())
                .arg(estimates.rank));
    counts.conditionNumbers.push_back(estimates.conditionNumber);
    counts.regressors
        = std::max(counts.regressors, static_cast<Index>(all.size()) + equations.nuisanceRank());

    ModelFit fit;
    fit.model = coded.model->description();
    fit.modelFile = coded.file;
    fit.latentMean = scale.mean;
    fit.latentSd = scale.sd;
    const Index latents = fit.model.latentSize;
    Eigen::MatrixXf w(latents + 1, static_cast<Index>(usable.size()));
    w.topRows(latents)
        = estimates.beta.middleRows(columns.conditionCount(), latents)(Eigen::all, usable);
    w.row(latents) = estimates.beta.row(columns.condition("train_face"))(usable);
    fit.weights = Weights(std::move(w));
    addGain(fit, conditionsOnly, estimates, usable);

    fit.exploration
        = faceSet(input, coded, input.explorationFaces, columns, estimates, wanted, usable);
    fit.confirmation = SealedFaces(
        faceSet(input, coded, input.confirmationFaces, columns, estimates, wanted, usable));
    fit.imagery = SealedFaces(imageryPattern(input, coded, columns, estimates, wanted, usable));
    fit.imageryCandidates = candidates(input, coded);
    return fit;
}

} // namespace

StudyFit fitStudy(const StudyFitInput& input, Progress& progress)
{
    Columns columns;
    std::vector<std::vector<bids::Event>> events;
    for (const FitRun& run : input.runs)
        events.push_back(run.events);
    columns.conditions = conditionsOf(events, input.design);
    if (columns.condition("train_face") < 0)
        throw usage(
            FUSIFORM_TR("core", "No run shows a training face: there is nothing to learn W from."));
    if (input.design.baseline == Baseline::Fixation && columns.condition("fixation") < 0)
        progress.warn(FUSIFORM_TR("core", "No run has fixation events: faces are compared with the "
                                          "time between events instead of with fixation."));
    columns.total = columns.conditionCount();
    for (const CodedModel& model : input.models) {
        columns.latents.emplace_back(columns.total, model.model->description().latentSize);
        columns.total += model.model->description().latentSize;
    }

    std::vector<io::NiftiHeader> headers;
    for (const FitRun& run : input.runs)
        headers.push_back(io::readNiftiHeader(run.bold));
    const std::vector<RunDesign> runDesigns = designs(input, columns.conditions, headers);
    std::vector<Scale> scales;
    for (const CodedModel& model : input.models)
        scales.push_back(scaleOf(model, runDesigns));

    StudyFit result;
    ScanReader reader;
    std::optional<NormalEquations> equations;
    progress.begin(FUSIFORM_TR("core", "Adding runs"), input.runs.size());
    for (std::size_t r = 0; r < input.runs.size(); ++r) {
        const Eigen::MatrixXf values = reader.read(io::NiftiData(headers[r]), progress);
        if (!equations)
            equations.emplace(columns.total, values.cols());
        RunColumns run{
            fullDesign(runDesigns[r], columns, input.models, scales), runDesigns[r].nuisance, {}};
        const std::vector<Index> usableSoFar = reader.usable();
        if (input.noise != NoiseModel::None && !usableSoFar.empty()) {
            const RunNoise noise = estimateRunNoise(
                covarianceComponents(input.noise, values.rows(), input.runs[r].repetitionTime),
                runDesigns[r], values, usableSoFar, progress);
            run.whitening = whitening(noise.covariance);
            result.counts.noiseVoxels.push_back(noise.pooledVoxels);
            result.counts.noiseCorrelations.push_back(noise.covariance(0, 1)
                                                      / noise.covariance(0, 0));
        }
        equations->add(run, values, progress);
        result.counts.clippedEvents += runDesigns[r].clippedEvents;
        result.counts.trainingTrials += runDesigns[r].trainStimuli.size();
        progress.step();
    }

    const std::vector<Index> usable = reader.usable();
    if (usable.empty())
        throw badData(input.runs.back().bold, FUSIFORM_TR("core", "voxels that every run can use"),
                      FUSIFORM_TR("core", "none"));
    progress.begin(FUSIFORM_TR("core", "Estimating"), input.models.size() + 1);
    const std::vector<Index> conditionColumns = columns.ofModel(-1);
    const Estimates conditionsOnly
        = estimate(*equations, conditionColumns, conditionColumns, progress);
    progress.step();

    Fit& fit = result.fit;
    fit.subject = input.subject;
    fit.grid = reader.grid();
    for (const Index position : usable)
        fit.voxels.push_back(reader.candidates()[static_cast<std::size_t>(position)]);
    fit.meanImage = reader.meanImage();
    fit.tFace = kept(faceContrast(columns, conditionsOnly, conditionColumns), usable);
    const bool hasFixation = columns.condition("fixation") >= 0;
    fit.selection = describe(input.selection, hasFixation, input.noise);
    for (std::size_t m = 0; m < input.models.size(); ++m) {
        fit.models.push_back(fitModel(input, m, columns, *equations, conditionsOnly, scales[m],
                                      usable, result.counts, progress));
        fit.models.back().selected = selectVoxels(fit, fit.models.back(), input.selection);
        progress.step();
    }

    const ScanReader::Unusable unusable = reader.unusable();
    result.counts.scans = equations->scans();
    result.counts.nuisance = equations->nuisanceRank();
    result.counts.maskVoxels = static_cast<Index>(usable.size());
    result.counts.nan = unusable.nan;
    result.counts.infinite = unusable.infinite;
    result.counts.constant = unusable.constant;
    result.counts.lostPerRun = reader.lostPerRun();
    return result;
}

} // namespace fusiform::glm
