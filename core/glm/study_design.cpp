// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/study_design.h"

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
    Eigen::MatrixXd codes(static_cast<Index>(stimuli.size()),
                          model.model->description().latentSize);
    Index row = 0;
    for (const std::string& stimulus : stimuli)
        codes.row(row++) = model.codes.at(stimulus).transpose();
    CodeScale scale;
    scale.mean = codes.colwise().mean();
    scale.sd = ((codes.rowwise() - codes.colwise().mean()).colwise().squaredNorm()
                / std::max<double>(1, static_cast<double>(codes.rows()) - 1))
                   .cwiseSqrt();
    return scale;
}

} // namespace

StudyDesign::StudyDesign(const StudyFitInput& input, const std::vector<io::NiftiHeader>& headers)
    : m_input(input)
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
                                     input.runs[r].confounds, input.design));
    m_columns = conditionCount();
    for (const CodedModel& model : input.models) {
        m_firstLatent.push_back(m_columns);
        m_columns += model.model->description().latentSize;
        m_scales.push_back(scaleOf(model, m_runs));
    }
}

Index StudyDesign::condition(std::string_view name) const
{
    const auto found = std::ranges::find(m_conditions, name, &Condition::name);
    return found == m_conditions.end() ? -1 : found - m_conditions.begin();
}

std::vector<Index> StudyDesign::columnsWith(std::optional<std::size_t> model) const
{
    const Index latents = model ? m_scales[*model].mean.size() : 0;
    std::vector<Index> columns(static_cast<std::size_t>(conditionCount() + latents));
    const auto afterConditions = columns.begin() + conditionCount();
    std::iota(columns.begin(), afterConditions, Index{0});
    if (model)
        std::iota(afterConditions, columns.end(), m_firstLatent[*model]);
    return columns;
}

Eigen::MatrixXd StudyDesign::codes(std::size_t r) const
{
    const std::vector<std::string>& stimuli = m_runs[r].trainStimuli;
    Eigen::MatrixXd codes(static_cast<Index>(stimuli.size()), m_columns - conditionCount());
    for (std::size_t m = 0; m < m_input.models.size(); ++m) {
        const CodeScale& scale = m_scales[m];
        const Eigen::VectorXd perSd = inverseOfSd(scale.mean, scale.sd);
        auto ofModel = codes.middleCols(m_firstLatent[m] - conditionCount(), perSd.size());
        for (std::size_t trial = 0; trial < stimuli.size(); ++trial)
            ofModel.row(static_cast<Index>(trial))
                = m_input.models[m].codes.at(stimuli[trial]).cwiseProduct(perSd).transpose();
    }
    return codes;
}

} // namespace fusiform::glm
