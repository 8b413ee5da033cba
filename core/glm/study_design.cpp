// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/study_design.h"

#include "core/glm/serial_orthogonalisation.h"
#include "core/math/blas.h"
#include "core/util/error.h"

#include <algorithm>
#include <numeric>

namespace fusiform::glm {

namespace {

using Eigen::Index;

CodeScale scaleOf(const CodedModel& model, const std::vector<RunDesign>& runs)
{
    std::set<std::string> stimuli;
    for (const RunDesign& run : runs)
        stimuli.insert(run.trainStimuli.begin(), run.trainStimuli.end());
    const Index latents = model.model->description().latentSize;
    const auto count = static_cast<double>(stimuli.size());
    CodeScale scale{Eigen::VectorXd::Zero(latents), Eigen::VectorXd::Zero(latents)};
    for (const std::string& stimulus : stimuli)
        scale.mean += model.codes.at(stimulus) / count;
    for (const std::string& stimulus : stimuli)
        scale.sd += (model.codes.at(stimulus) - scale.mean).cwiseAbs2();
    scale.sd = (scale.sd / std::max(1.0, count - 1)).cwiseSqrt();
    return scale;
}

} // namespace

StudyDesign::StudyDesign(const StudyFitInput& input, const std::vector<io::NiftiHeader>& headers)
    : m_input(input), m_functions(hrfCount(input.design.hrf))
{
    std::vector<std::vector<bids::Event>> events;
    for (const FitRun& run : input.runs)
        events.push_back(run.events);
    m_conditions = conditionsOf(events, input.design);
    if (condition("train_face") < 0)
        throw usage(
            FUSIFORM_TR("core", "No run shows a training face: there is nothing to learn W from."));
    for (std::size_t r = 0; r < input.runs.size(); ++r)
        m_runs.push_back(designOfRun(input.runs[r].events, m_conditions,
                                     input.runs[r].repetitionTime, headers[r].volumeCount(),
                                     input.runs[r].confounds, input.design, r));
    for (const CodedModel& model : input.models) {
        m_firstLatent.push_back(m_latents);
        m_latents += model.model->description().latentSize;
        m_scales.push_back(scaleOf(model, m_runs));
    }
}

Index StudyDesign::condition(std::string_view name) const
{
    const auto found = std::ranges::find(m_conditions, name, &Condition::name);
    return found == m_conditions.end() ? -1 : found - m_conditions.begin();
}

bool StudyDesign::isOpen(Index column) const
{
    return conditionKind(column) != ConditionKind::Imagery
           && std::ranges::find(m_input.confirmationFaces, conditionName(column))
                  == m_input.confirmationFaces.end();
}

Eigen::VectorXd StudyDesign::faceContrast() const
{
    Eigen::VectorXd contrast = Eigen::VectorXd::Zero(conditionCount());
    contrast[condition("train_face")] = 1;
    if (const Index fixation = condition("fixation"); fixation >= 0)
        contrast[fixation] = -1;
    return contrast;
}

std::vector<Index> StudyDesign::columnsWith(std::optional<std::size_t> model) const
{
    const Index ofConditions = m_functions * conditionCount();
    const Index latents = model ? m_scales[*model].mean.size() : 0;
    std::vector<Index> columns(static_cast<std::size_t>(ofConditions + m_functions * latents));
    auto next = columns.begin() + ofConditions;
    std::iota(columns.begin(), next, Index{0});
    for (Index f = 0; f < m_functions && model; ++f, next += latents)
        std::iota(next, next + latents, ofConditions + f * m_latents + m_firstLatent[*model]);
    return columns;
}

Wanted sizeOfConditions(Index conditions, const HrfOptions& hrf)
{
    Wanted wanted;
    wanted.weights = hrfReadOut(hrf);
    wanted.positions.resize(conditions, hrfCount(hrf));
    std::iota(wanted.positions.reshaped().begin(), wanted.positions.reshaped().end(), Index{0});
    return wanted;
}

Wanted StudyDesign::sizeOfAll(std::size_t model) const
{
    Wanted wanted = sizeOfConditions();
    const auto ofConditions = wanted.positions;
    const Index latents = m_scales[model].mean.size();
    wanted.positions.resize(latents + 1 + conditionCount(), m_functions);
    for (Index f = 0; f < m_functions; ++f)
        for (Index l = 0; l < latents; ++l)
            wanted.positions(l, f) = m_functions * conditionCount() + f * latents + l;
    wanted.positions.row(latents) = ofConditions.row(condition("train_face"));
    wanted.positions.bottomRows(conditionCount()) = ofConditions;
    return wanted;
}

Eigen::MatrixXd StudyDesign::codes(std::size_t r) const
{
    const std::vector<std::string>& stimuli = m_runs[r].trainStimuli;
    const auto trials = static_cast<Index>(stimuli.size());
    Eigen::MatrixXd codes(trials, m_latents);
    for (std::size_t m = 0; m < m_input.models.size(); ++m) {
        const CodeScale& scale = m_scales[m];
        const Eigen::VectorXd perSd = inverseOfSd(scale.mean, scale.sd);
        auto ofModel = codes.middleCols(m_firstLatent[m], perSd.size());
        for (std::size_t trial = 0; trial < stimuli.size(); ++trial)
            ofModel.row(static_cast<Index>(trial))
                = m_input.models[m].codes.at(stimuli[trial]).cwiseProduct(perSd).transpose();
    }
    if (m_functions == 1)
        return codes;
    Eigen::MatrixXd ofEach = Eigen::MatrixXd::Zero(m_functions * trials, m_functions * m_latents);
    for (Index f = 0; f < m_functions; ++f)
        ofEach.block(f * trials, f * m_latents, trials, m_latents) = codes;
    return ofEach;
}

Eigen::MatrixXd StudyDesign::orthogonalisation(std::size_t model) const
{
    const Index latents = m_scales[model].mean.size();
    Eigen::MatrixXd gram = Eigen::MatrixXd::Zero(latents + 1, latents + 1);
    for (std::size_t r = 0; r < m_runs.size(); ++r) {
        const Eigen::MatrixXd& responses = m_runs[r].trainResponses;
        Eigen::MatrixXd modulators(responses.cols(), latents + 1);
        modulators.col(0).setOnes();
        modulators.rightCols(latents) = codes(r).middleCols(m_firstLatent[model], latents);
        const Eigen::MatrixXd columns = math::product(responses, modulators);
        gram += math::transposedProduct(columns, columns);
    }
    const Eigen::MatrixXd t = serialOrthogonalisation(std::move(gram));
    std::vector<Index> order(static_cast<std::size_t>(latents + 1));
    std::iota(order.begin(), order.end(), Index{1});
    order.back() = 0;
    return t(order, order);
}

} // namespace fusiform::glm
