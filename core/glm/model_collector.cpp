// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/model_collector.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace fusiform::glm {

namespace {
using Eigen::Index;

ResidualSquares residualSquares(const Estimates& estimates)
{
    return {{estimates.residualSquares.data(),
             static_cast<std::size_t>(estimates.residualSquares.size())},
            estimates.degreesOfFreedom,
            estimates.rank};
}
} // namespace

ModelCollector::ModelCollector(const StudyFitInput& input, const StudyDesign& design,
                               std::size_t model, const std::filesystem::path& weightsFile)
    : m_input(input),
      m_design(design),
      m_model(model),
      m_columns(design.columnsWith(model)),
      m_wanted(design.sizeOfAll(model)),
      m_weightsFile(weightsFile)
{
    if (!m_weightsFile.empty())
        m_file = std::make_unique<AtomicFile>(m_weightsFile);
}

void ModelCollector::add(const NormalEquations& equations, const Estimates& without,
                         std::span<const Index> usable, Progress& progress)
{
    const Estimates with = estimate(equations, m_columns, m_wanted, usable, progress);
    m_conditionNumber = with.conditionNumber;
    m_rank = with.rank;
    const Index conditions = m_design.conditionCount();
    const Index rows = m_wanted.rows() - conditions;
    constexpr Index kVoxelsTogether = 1024;
    for (Index v = 0; v < with.beta.cols(); v += kVoxelsTogether) {
        const Index count = std::min(kVoxelsTogether, with.beta.cols() - v);
        append(with.beta.block(0, v, rows, count));
        const Eigen::MatrixXf rest = with.beta.block(rows, v, conditions, count);
        m_conditions.insert(m_conditions.end(), rest.data(), rest.data() + rest.size());
    }
    m_tests.add(residualSquares(without), residualSquares(with),
                {with.squares.data(), static_cast<std::size_t>(with.squares.size())});
}

/// W of some voxels.
void ModelCollector::append(const Eigen::MatrixXf& weights)
{
    const std::span numbers(weights.data(), static_cast<std::size_t>(weights.size()));
    if (m_file)
        m_file->write(std::as_bytes(numbers));
    else
        m_weights.insert(m_weights.end(), numbers.begin(), numbers.end());
}

Weights ModelCollector::weights(const FineVoxels* fine)
{
    const Index rows = m_design.scale(m_model).mean.size() + 1;
    const auto voxels = static_cast<Index>(m_tests.gain.size());
    Weights weights;
    if (m_file) {
        m_file->commit();
        weights = Weights::mapped(m_weightsFile, rows, voxels);
    } else {
        weights = Weights(Eigen::Map<const Eigen::MatrixXf>(m_weights.data(), rows, voxels));
    }
    return fine ? fineWeights(weights, *fine) : weights;
}

Weights ModelCollector::fineWeights(const Weights& weights, const FineVoxels& fine) const
{
    if (!m_file)
        return Weights(fine.of(weights.matrix()));
    std::filesystem::path target = m_weightsFile;
    target.replace_extension(".fine.bin");
    AtomicFile file(target);
    constexpr std::size_t kVoxelsTogether = 4096;
    for (std::size_t v = 0; v < fine.kept.size(); v += kVoxelsTogether) {
        const auto some
            = std::span(fine.kept).subspan(v, std::min(kVoxelsTogether, fine.kept.size() - v));
        const Eigen::MatrixXf part = fine.grid.columns(some, weights.matrix(), fine.columnOf);
        file.write(std::as_bytes(std::span(part.data(), static_cast<std::size_t>(part.size()))));
    }
    file.commit();
    return Weights::mapped(target, weights.rows(), static_cast<Index>(fine.kept.size()));
}

Eigen::MatrixXf ModelCollector::conditionBeta(const FineVoxels* fine) const
{
    const Eigen::Map<const Eigen::MatrixXf> beta(m_conditions.data(), m_design.conditionCount(),
                                                 static_cast<Index>(m_tests.gain.size()));
    return fine ? fine->of(beta) : Eigen::MatrixXf(beta);
}

FaceSet ModelCollector::testFaces(const std::vector<std::string>& names,
                                  const Eigen::MatrixXf& beta) const
{
    const CodedModel& model = m_input.models[m_model];
    FaceSet faces;
    faces.patterns.resize(static_cast<Index>(names.size()), beta.cols());
    faces.codes.resize(static_cast<Index>(names.size()), model.model->description().latentSize);
    for (const std::string& name : names) {
        const std::string& stimulus = m_input.stimulusOfTestFace.at(name);
        const Index row = faces.count();
        faces.names.push_back(name);
        faces.pictures.push_back(m_input.pictureOfStimulus(stimulus));
        faces.patterns.row(row) = beta.row(m_design.condition(name));
        faces.codes.row(row) = model.codes.at(stimulus).transpose();
    }
    return faces;
}

FaceSet ModelCollector::imagery(const Eigen::MatrixXf& beta) const
{
    const CodedModel& model = m_input.models[m_model];
    const Index latents = model.model->description().latentSize;
    std::vector<Index> columns;
    for (Index c = 0; c < m_design.conditionCount(); ++c)
        if (m_design.conditionKind(c) == ConditionKind::Imagery)
            columns.push_back(c);
    const auto rows = static_cast<Index>(columns.size());
    const bool isKnown = !m_input.imaginedStimulus.empty();
    FaceSet faces;
    faces.patterns = beta(columns, Eigen::all);
    faces.codes
        = Eigen::MatrixXd::Constant(rows, latents, std::numeric_limits<double>::quiet_NaN());
    if (isKnown)
        faces.codes.rowwise() = model.codes.at(m_input.imaginedStimulus).transpose();
    faces.names.assign(columns.size(),
                       isKnown ? std::filesystem::path(m_input.imaginedStimulus).filename().string()
                               : "imagined");
    faces.pictures.resize(columns.size());
    return faces;
}

FaceSet ModelCollector::imageryCandidates() const
{
    const CodedModel& model = m_input.models[m_model];
    FaceSet faces;
    const auto count = static_cast<Index>(m_input.imageryCandidates.size());
    faces.patterns.resize(count, 0);
    faces.codes.resize(count, model.model->description().latentSize);
    for (Index c = 0; c < count; ++c) {
        const std::string& stimulus = m_input.imageryCandidates[static_cast<std::size_t>(c)];
        faces.names.push_back(std::filesystem::path(stimulus).filename().string());
        faces.pictures.push_back(m_input.pictureOfStimulus(stimulus));
        faces.codes.row(c) = model.codes.at(stimulus).transpose();
    }
    return faces;
}

ModelFit ModelCollector::finish(const FineVoxels* fine)
{
    const Eigen::MatrixXf beta = conditionBeta(fine);
    const CodedModel& coded = m_input.models[m_model];
    ModelFit fit;
    fit.model = coded.model->description();
    fit.modelFile = coded.file;
    fit.latentMean = m_design.scale(m_model).mean;
    fit.latentSd = m_design.scale(m_model).sd;
    fit.weights = weights(fine);
    fit.gain = m_tests.gain;
    fit.gainP = m_tests.gainP;
    fit.exploration = testFaces(m_input.explorationFaces, beta);
    fit.confirmation = SealedFaces(testFaces(m_input.confirmationFaces, beta));
    fit.imagery = SealedFaces(imagery(beta));
    fit.imageryCandidates = imageryCandidates();
    return fit;
}

} // namespace fusiform::glm
