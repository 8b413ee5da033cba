// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/studies/planted_study.h"

#include "core/bids/events.h"
#include "core/face_model/codes_only_model.h"
#include "core/glm/design_matrix.h"
#include "core/glm/run_projection.h"
#include "core/glm/series_weights.h"
#include "core/math/blas.h"
#include "core/math/normals.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace fusiform::studies {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// A root of a covariance of unit variances. Its eigenvalues fall like (1 + l / 108.5)^-2.65: a
/// participation ratio of 164 and a condition of 500 at 1,024 latents, as the published codes have
/// (methods 3.2 and 6).
MatrixXd rootOfCovariance(Index latents, Random& random)
{
    VectorXd values(latents);
    for (Index l = 0; l < latents; ++l)
        values[l] = std::pow(1 + static_cast<double>(l) / 108.5, -2.65);
    values *= static_cast<double>(latents) / values.sum();
    const Eigen::HouseholderQR<MatrixXd> qr(math::standardNormals(latents, latents, random));
    MatrixXd root = MatrixXd(qr.householderQ()) * values.cwiseSqrt().asDiagonal();
    // Every latent has unit variance.
    for (Index l = 0; l < latents; ++l)
        root.row(l).normalize();
    return root;
}

struct RunEvents {
    bids::Run run;
    std::vector<bids::Event> events;
    double repetitionTime = 2;
};

std::vector<RunEvents> runsOf(const bids::Study& study, const std::string& label)
{
    std::vector<RunEvents> runs;
    for (const bids::Run& run : bids::indexSubject(study, label).faceRuns) {
        if (run.events.empty())
            continue;
        RunEvents one{run, bids::readEvents(run.events), 2};
        if (!run.sidecar.empty())
            one.repetitionTime = bids::readSidecar(run.sidecar).repetitionTime.value_or(2);
        runs.push_back(std::move(one));
    }
    return runs;
}

Index scansOf(const RunEvents& run)
{
    double end = 0;
    for (const bids::Event& event : run.events)
        end = std::max(end, bids::eventEnd(event));
    constexpr double kRest = 10; // s after the last event
    return static_cast<Index>(std::ceil((end + kRest) / run.repetitionTime));
}

/// Codes of every training picture and of the test faces.
struct Codes {
    glm::TrainingCodes training;
    std::map<std::string, VectorXd> ofStimulus;
    std::map<std::string, VectorXd> ofFace;
};

class Planter {
public:
    Planter(const PlantedOptions& options, std::filesystem::path folder)
        : m_options(options), m_folder(std::move(folder)), m_random(options.seed)
    {
    }
    PlantedSubject plant(const bids::Study& study, const std::string& label);

private:
    void makeGrid(const std::string& label);
    void makeCodes();
    void makeWeights();
    void makePatterns();
    void writeSeries();
    void estimate();

    const PlantedOptions& m_options;
    std::filesystem::path m_folder;
    Random m_random;
    PlantedSubject m_subject;
    std::vector<RunEvents> m_runs;
    std::vector<glm::Condition> m_conditions;
    glm::DesignOptions m_design;
    Codes m_codes;
    VectorXd m_mean;
    VectorXd m_sd;
    std::vector<std::string> m_faces;
    MatrixXd m_answers; ///< of every condition: conditions x voxels
};

void Planter::makeGrid(const std::string& label)
{
    glm::Fit& fit = m_subject.fit;
    fit.folder = m_folder;
    fit.subject = label;
    const auto side
        = static_cast<Index>(std::ceil(std::cbrt(static_cast<double>(m_options.voxels))));
    fit.grid.shape = {side, side, side};
    fit.grid.affine = image::Affine(Eigen::Vector4d(3, 3, 3, 1).asDiagonal());
    fit.voxels.resize(static_cast<std::size_t>(m_options.voxels));
    std::iota(fit.voxels.begin(), fit.voxels.end(), image::Index{0});
    fit.tFace.assign(fit.voxels.size(), 5.F);
    fit.meanImage
        = {fit.grid, std::vector<float>(static_cast<std::size_t>(fit.grid.size()), 100.F)};
    fit.selection = "planted: every voxel";
    glm::ModelFit& model = fit.models.emplace_back();
    model.model.name = "planted";
    model.model.kind = "codes";
    model.model.latentSize = m_options.latents;
    model.model.imageSize = 128;
    model.gain.assign(fit.voxels.size(), 0.02F);
    model.gainP.assign(fit.voxels.size(), 1e-4F);
    model.selected = image::VoxelSet::of(fit.grid.shape, fit.voxels);
    const std::array names = {"occipital", "temporal", "frontoparietal"};
    for (std::size_t part = 0; part < names.size(); ++part) {
        const auto begin
            = fit.voxels.begin() + static_cast<std::ptrdiff_t>(part * fit.voxels.size() / 3);
        const auto end
            = fit.voxels.begin() + static_cast<std::ptrdiff_t>((part + 1) * fit.voxels.size() / 3);
        const std::vector<image::Index> own(begin, end);
        model.parts.push_back({names[part], "planted", image::VoxelSet::of(fit.grid.shape, own)});
    }
}

void Planter::makeCodes()
{
    const Index latents = m_options.latents;
    const MatrixXd root = rootOfCovariance(latents, m_random);
    const VectorXd offset = 0.1 * math::standardNormals(latents, 1, m_random);
    const auto draw
        = [&] { return VectorXd(root * math::standardNormals(latents, 1, m_random) + offset); };
    for (const RunEvents& run : m_runs)
        for (const bids::Event& event : run.events) {
            if (event.kind == bids::EventKind::TrainFace)
                m_codes.ofStimulus.try_emplace(event.stimulus);
            else if (event.kind == bids::EventKind::TestFace)
                m_codes.ofFace.try_emplace(bids::faceIdentity(event));
        }
    for (auto& [name, code] : m_codes.ofStimulus)
        code = draw();
    for (auto& [name, code] : m_codes.ofFace)
        code = draw();
    glm::TrainingCodes& training = m_codes.training;
    training.codes.resize(static_cast<Index>(m_codes.ofStimulus.size()), latents);
    for (const auto& [name, code] : m_codes.ofStimulus) {
        training.codes.row(static_cast<Index>(training.stimuli.size())) = code.cast<float>();
        training.stimuli.push_back(name);
    }
    const MatrixXd all = training.codes.cast<double>();
    m_mean = all.colwise().mean();
    m_sd = (all.rowwise() - m_mean.transpose()).colwise().norm()
           / std::sqrt(static_cast<double>(all.rows()));
    glm::ModelFit& model = m_subject.fit.models.front();
    model.latentMean = m_mean;
    model.latentSd = m_sd;
}

/// A voxel's answer to codes of unit variances has the standard deviation asked for.
void Planter::makeWeights()
{
    const Index latents = m_options.latents;
    const Index voxels = m_options.voxels;
    m_subject.weights = math::standardNormals(latents + 1, voxels, m_random);
    for (Index v = 0; v < voxels; ++v) {
        const auto part = static_cast<std::size_t>(std::min<Index>(2, 3 * v / voxels));
        m_subject.weights.col(v).head(latents)
            *= m_options.signal[part] / std::sqrt(static_cast<double>(latents));
        m_subject.weights(latents, v) = 0.5 + 0.1 * m_subject.weights(latents, v);
    }
}

void Planter::makePatterns()
{
    const Index voxels = m_options.voxels;
    const MatrixXd& weights = m_subject.weights;
    m_answers
        = 0.2 * math::standardNormals(static_cast<Index>(m_conditions.size()), voxels, m_random);
    const VectorXd perSd = glm::inverseOfSd(m_mean, m_sd);
    const auto answerTo = [&](const VectorXd& code, double strength) {
        return Eigen::RowVectorXd(weights.bottomRows(1)
                                  + strength * code.cwiseProduct(perSd).transpose()
                                        * weights.topRows(m_options.latents));
    };
    m_subject.patterns.resize(static_cast<Index>(m_faces.size()), voxels);
    m_subject.codes.resize(static_cast<Index>(m_faces.size()), m_options.latents);
    for (std::size_t c = 0; c < m_conditions.size(); ++c) {
        const glm::Condition& condition = m_conditions[c];
        const auto column = static_cast<Index>(c);
        if (condition.kind == glm::ConditionKind::TrainFace) {
            m_subject.trainColumn = column;
            m_answers.row(column) = weights.bottomRows(1);
        } else if (condition.kind == glm::ConditionKind::TestFace) {
            const auto face = std::ranges::find(m_faces, condition.name) - m_faces.begin();
            const VectorXd& code = m_codes.ofFace.at(condition.name);
            m_answers.row(column) = answerTo(code, 1);
            m_subject.patterns.row(face) = m_answers.row(column);
            m_subject.codes.row(face) = code.transpose();
            m_subject.faceColumns[static_cast<std::size_t>(face)] = column;
        } else if (condition.kind == glm::ConditionKind::Imagery) {
            m_answers.row(column) = answerTo(m_codes.ofFace.at(m_faces[2]), m_options.imagery);
        }
    }
}

void Planter::writeSeries()
{
    const glm::Fit& fit = m_subject.fit;
    std::vector<std::string> names;
    for (const glm::Condition& condition : m_conditions) {
        const auto face = std::ranges::find(m_faces, condition.name) - m_faces.begin();
        const bool isSealed = condition.kind == glm::ConditionKind::TestFace && face % 2 == 1;
        names.push_back(isSealed ? "sealed " + std::to_string(names.size()) : condition.name);
    }
    glm::SeriesWriter writer(m_folder / "series", {fit.subject, "none", fit.voxels, names, {}, {}});
    Progress progress;
    const VectorXd perSd = glm::inverseOfSd(m_mean, m_sd);
    for (std::size_t r = 0; r < m_runs.size(); ++r) {
        const RunEvents& events = m_runs[r];
        const Index scans = scansOf(events);
        const glm::RunDesign design
            = glm::designOfRun(events.events, m_conditions, events.repetitionTime, scans,
                               MatrixXd(scans, 0), m_design, r);
        MatrixXd codes(static_cast<Index>(design.trainStimuli.size()), m_options.latents);
        for (std::size_t t = 0; t < design.trainStimuli.size(); ++t)
            codes.row(static_cast<Index>(t))
                = m_codes.ofStimulus.at(design.trainStimuli[t]).cwiseProduct(perSd).transpose();
        MatrixXd values = math::standardNormals(scans, m_options.voxels, m_random);
        values += math::product(design.conditions, m_answers);
        values += math::product(design.trainResponses,
                                math::product(codes, m_subject.weights.topRows(m_options.latents)));
        const glm::RunProjection projection(design.nuisance, {});
        glm::SeriesRun run;
        run.name = events.run.name;
        run.session = events.run.session;
        run.repetitionTime = events.repetitionTime;
        run.scans = scans;
        run.cosines = design.nuisance.cols() - 1;
        run.nuisanceRank = projection.rank();
        for (std::size_t t = 0; t < design.trainStimuli.size(); ++t) {
            const bids::Event& event = events.events[design.trainEvents[t]];
            run.training.push_back({event.onset, event.duration, design.trainStimuli[t]});
        }
        run.conditions = projection.ofColumns(design.conditions);
        run.trainingResponses = projection.ofColumns(design.trainResponses);
        run.explorationResponses = MatrixXd(scans, 0);
        m_subject.scans += scans;
        m_subject.trainingTrials += static_cast<Index>(run.training.size());
        writer.add(std::move(run),
                   projection.ofScans(glm::ScanValues(values.cast<float>()), progress));
    }
    writer.addCodes("planted", m_codes.training);
    writer.finish();
}

void Planter::estimate()
{
    glm::ModelFit& model = m_subject.fit.models.front();
    const glm::KeptSeries series = glm::KeptSeries::read(m_folder / "series");
    const auto scaled = glm::scaledTrialCodes(series, m_codes.training, m_mean, m_sd);
    std::vector<std::size_t> runs(series.runs().size());
    std::iota(runs.begin(), runs.end(), std::size_t{0});
    Progress progress;
    m_subject.sums = glm::sumsOf(series, scaled, runs, progress);
    const glm::SeriesEstimates estimates = glm::estimate(m_subject.sums);
    model.weights
        = glm::Weights(glm::weightsOf(series, m_subject.sums, estimates).matrix.cast<float>());
    glm::FaceSet sealed;
    for (std::size_t f = 0; f < m_faces.size(); ++f) {
        glm::FaceSet& set = f % 2 == 0 ? model.exploration : sealed;
        set.names.push_back(m_faces[f]);
        set.pictures.emplace_back();
        set.patterns.conservativeResize(set.count(), m_options.voxels);
        set.codes.conservativeResize(set.count(), m_options.latents);
        set.patterns.bottomRows(1) = estimates.beta.row(m_subject.faceColumns[f]).cast<float>();
        set.codes.bottomRows(1) = m_subject.codes.row(static_cast<Index>(f));
    }
    model.confirmation = glm::SealedFaces(std::move(sealed));
    for (std::size_t c = 0; c < m_conditions.size(); ++c)
        if (m_conditions[c].kind == glm::ConditionKind::Imagery) {
            glm::FaceSet imagined;
            imagined.names = {m_faces[2]};
            imagined.pictures = {{}};
            imagined.patterns = estimates.beta.row(static_cast<Index>(c)).cast<float>();
            imagined.codes = m_subject.codes.row(2);
            model.imagery = glm::SealedFaces(std::move(imagined));
            model.imageryCandidates.names = m_faces;
            model.imageryCandidates.pictures.resize(m_faces.size());
            model.imageryCandidates.codes = m_subject.codes;
            break;
        }
}

PlantedSubject Planter::plant(const bids::Study& study, const std::string& label)
{
    std::filesystem::create_directories(m_folder);
    m_runs = runsOf(study, label);
    std::vector<std::vector<bids::Event>> events;
    for (const RunEvents& run : m_runs)
        events.push_back(run.events);
    m_conditions = glm::conditionsOf(events, m_design);
    makeGrid(label);
    makeCodes();
    for (const auto& [name, code] : m_codes.ofFace)
        m_faces.push_back(name);
    m_subject.faceColumns.resize(m_faces.size());
    makeWeights();
    makePatterns();
    writeSeries();
    estimate();
    glm::ModelFit& model = m_subject.fit.models.front();
    model.modelFile = m_folder / "planted.safetensors";
    face_model::CodesOnlyModel(model.model).save(model.modelFile);
    glm::writeFit(m_subject.fit, m_folder);
    glm::writeOpenings(m_subject.fit, m_folder);
    return std::move(m_subject);
}

} // namespace

PlantedSubject plantSubject(const bids::Study& study, const std::string& label,
                            const PlantedOptions& options, const std::filesystem::path& folder)
{
    return Planter(options, folder).plant(study, label);
}

} // namespace fusiform::studies
