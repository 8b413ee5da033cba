// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/design_matrix.h"

#include "core/glm/high_pass.h"

#include <algorithm>
#include <map>

namespace fusiform::glm {

namespace {

using bids::Event;
using bids::EventKind;

/// The condition an event belongs to, and whether it trains the latents.
struct Assignment {
    Condition condition;
    bool isTraining = false;
};

std::string imageryTrial(std::size_t run, std::size_t trial)
{
    std::string number = std::to_string(run + 1);
    number.insert(0, number.size() < 3 ? 3 - number.size() : 0, '0');
    return "imagery_" + number + "_" + std::to_string(trial + 1);
}

/// Of each event of a run.
class Assigner {
public:
    Assigner(const DesignOptions& options, std::size_t run) : m_options(options), m_run(run) { }
    [[nodiscard]] std::optional<Assignment> next(const Event& event);

private:
    const DesignOptions& m_options;
    std::size_t m_run;
    std::size_t m_imageryTrials = 0;
};

std::optional<Assignment> Assigner::next(const Event& event)
{
    const DesignOptions& options = m_options;
    if (event.isOneBack && options.oneBacks == OneBacks::Nuisance)
        return Assignment{{"one_back", ConditionKind::Nuisance}, false};
    switch (event.kind) {
    case EventKind::TrainFace:
        if (options.leftOut.contains(event.stimulus))
            return Assignment{{"left_out", ConditionKind::Nuisance}, false};
        return Assignment{{"train_face", ConditionKind::TrainFace}, true};
    case EventKind::TestFace:
        return Assignment{{faceIdentity(event), ConditionKind::TestFace}, false};
    case EventKind::Imagery:
        return Assignment{{options.imagery == Imagery::Trials
                               ? imageryTrial(m_run, m_imageryTrials++)
                               : "imagery",
                           ConditionKind::Imagery},
                          false};
    case EventKind::Fixation:
        if (options.baseline == Baseline::Fixation)
            return Assignment{{"fixation", ConditionKind::Fixation}, false};
        return std::nullopt;
    case EventKind::Other: return Assignment{{event.label, ConditionKind::Nuisance}, false};
    }
    return std::nullopt;
}

std::vector<Stimulation> stimulations(const std::vector<const Event*>& events)
{
    std::vector<Stimulation> result;
    for (const Event* event : events)
        result.push_back({event->onset, event->duration});
    return result;
}

} // namespace

std::vector<Condition> conditionsOf(const std::vector<std::vector<Event>>& runs,
                                    const DesignOptions& options)
{
    std::vector<Condition> conditions;
    std::set<std::string> known;
    for (std::size_t r = 0; r < runs.size(); ++r) {
        Assigner assigner(options, r);
        for (const Event& event : runs[r])
            if (const auto assignment = assigner.next(event))
                if (known.insert(assignment->condition.name).second)
                    conditions.push_back(assignment->condition);
    }
    std::ranges::sort(conditions, [](const Condition& a, const Condition& b) {
        return std::tie(a.kind, a.name) < std::tie(b.kind, b.name);
    });
    return conditions;
}

std::vector<std::string> columnNames(const std::vector<Condition>& conditions,
                                     const HrfOptions& hrf)
{
    std::vector<std::string> names;
    for (const std::string& function : hrfNames(hrf))
        for (const Condition& condition : conditions)
            names.push_back(function.empty() ? condition.name
                                             : condition.name + " (" + function + ")");
    return names;
}

RunDesign designOfRun(const std::vector<Event>& events, const std::vector<Condition>& conditions,
                      double repetitionTime, Eigen::Index scans, const Eigen::MatrixXd& confounds,
                      const DesignOptions& options, std::size_t run)
{
    RunDesign design;
    Assigner assigner(options, run);
    std::map<std::string, std::vector<const Event*>> byCondition;
    std::vector<const Event*> training;
    for (std::size_t e = 0; e < events.size(); ++e) {
        const Event& event = events[e];
        const auto assignment = assigner.next(event);
        if (!assignment)
            continue;
        if (assignment->condition.kind == ConditionKind::TestFace)
            design.testEvents.push_back(e);
        byCondition[assignment->condition.name].push_back(&event);
        if (assignment->isTraining) {
            training.push_back(&event);
            design.trainStimuli.push_back(event.stimulus);
            design.trainEvents.push_back(e);
        }
        design.clippedEvents += bids::eventEnd(event) > static_cast<double>(scans) * repetitionTime;
    }

    const auto functions = hrfBasis(options.hrf, repetitionTime / options.microtime.bins);
    const auto functionCount = static_cast<Eigen::Index>(functions.size());
    const auto conditionCount = static_cast<Eigen::Index>(conditions.size());
    const auto trialCount = static_cast<Eigen::Index>(training.size());
    design.conditions = Eigen::MatrixXd::Zero(scans, functionCount * conditionCount);
    design.trainResponses.resize(scans, functionCount * trialCount);
    for (Eigen::Index f = 0; f < functionCount; ++f) {
        const auto responses = [&](const std::vector<const Event*>& those) {
            return eventResponses(stimulations(those), repetitionTime, scans, options.microtime,
                                  functions[static_cast<std::size_t>(f)]);
        };
        for (Eigen::Index c = 0; c < conditionCount; ++c) {
            const auto found = byCondition.find(conditions[static_cast<std::size_t>(c)].name);
            if (found != byCondition.end())
                design.conditions.col(f * conditionCount + c)
                    = responses(found->second).rowwise().sum();
        }
        design.trainResponses.middleCols(f * trialCount, trialCount) = responses(training);
    }

    const Eigen::Index cosines
        = options.highPass > 0 ? highPassCount(scans, repetitionTime, options.highPass) : 0;
    design.nuisance.resize(scans, 1 + cosines + confounds.cols());
    design.nuisance.col(0).setOnes();
    design.nuisance.middleCols(1, cosines) = highPassCosines(scans, cosines);
    if (confounds.cols() > 0)
        design.nuisance.rightCols(confounds.cols())
            = confounds.rowwise() - confounds.colwise().mean();
    return design;
}

} // namespace fusiform::glm
