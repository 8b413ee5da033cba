// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/model_collector.h"

#include "core/math/distributions.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace fusiform::glm {

namespace {
using Eigen::Index;
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
    addTests(without, with);
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

/// F test of all latents and the gain 1 - ResMS(with) / ResMS(without), per voxel.
void ModelCollector::addTests(const Estimates& without, const Estimates& with)
{
    const auto extra = static_cast<double>(with.rank - without.rank);
    for (Index v = 0; v < with.residualSquares.size(); ++v) {
        const double rss0 = without.residualSquares[v];
        const double rss1 = with.residualSquares[v];
        const double ms0 = rss0 / without.degreesOfFreedom;
        const double ms1 = rss1 / with.degreesOfFreedom;
        m_gain.push_back(static_cast<float>(1 - ms1 / ms0));
        const double f = (rss0 - rss1) / extra / ms1;
        m_gainP.push_back(static_cast<float>(math::fisherTail(f, extra, with.degreesOfFreedom)));
        m_maps.f.push_back(static_cast<float>(f));
        m_maps.explained.push_back(static_cast<float>(1 - rss1 / with.squares[v]));
    }
}

Weights ModelCollector::weights()
{
    const Index rows = m_design.scale(m_model).mean.size() + 1;
    const auto voxels = static_cast<Index>(m_gain.size());
    if (!m_file)
        return Weights(Eigen::Map<const Eigen::MatrixXf>(m_weights.data(), rows, voxels));
    m_file->commit();
    return Weights::mapped(m_weightsFile, rows, voxels);
}

Eigen::Map<const Eigen::MatrixXf> ModelCollector::conditionBeta() const
{
    return {m_conditions.data(), m_design.conditionCount(), static_cast<Index>(m_gain.size())};
}

FaceSet ModelCollector::testFaces(const std::vector<std::string>& names) const
{
    const CodedModel& model = m_input.models[m_model];
    const auto beta = conditionBeta();
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

FaceSet ModelCollector::imagery() const
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
    faces.patterns = conditionBeta()(columns, Eigen::all);
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

ModelFit ModelCollector::finish()
{
    const CodedModel& coded = m_input.models[m_model];
    ModelFit fit;
    fit.model = coded.model->description();
    fit.modelFile = coded.file;
    fit.latentMean = m_design.scale(m_model).mean;
    fit.latentSd = m_design.scale(m_model).sd;
    fit.weights = weights();
    fit.gain = m_gain;
    fit.gainP = m_gainP;
    fit.exploration = testFaces(m_input.explorationFaces);
    fit.confirmation = SealedFaces(testFaces(m_input.confirmationFaces));
    fit.imagery = SealedFaces(imagery());
    fit.imageryCandidates = imageryCandidates();
    return fit;
}

} // namespace fusiform::glm
