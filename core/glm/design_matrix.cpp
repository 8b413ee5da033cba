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

std::optional<Assignment> assign(const Event& event, const DesignOptions& options)
{
    if (event.isOneBack && options.oneBacks == OneBacks::Nuisance)
        return Assignment{{"one_back", ConditionKind::Nuisance}, false};
    switch (event.kind) {
    case EventKind::TrainFace:
        if (options.leftOut.contains(event.stimulus))
            return Assignment{{"left_out", ConditionKind::Nuisance}, false};
        return Assignment{{"train_face", ConditionKind::TrainFace}, true};
    case EventKind::TestFace:
        return Assignment{{faceIdentity(event), ConditionKind::TestFace}, false};
    case EventKind::Imagery: return Assignment{{"imagery", ConditionKind::Imagery}, false};
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
    for (const auto& events : runs)
        for (const Event& event : events)
            if (const auto assignment = assign(event, options))
                if (known.insert(assignment->condition.name).second)
                    conditions.push_back(assignment->condition);
    std::ranges::sort(conditions, [](const Condition& a, const Condition& b) {
        return std::tie(a.kind, a.name) < std::tie(b.kind, b.name);
    });
    return conditions;
}

RunDesign designOfRun(const std::vector<Event>& events, const std::vector<Condition>& conditions,
                      double repetitionTime, Eigen::Index scans, const Eigen::MatrixXd& confounds,
                      const DesignOptions& options)
{
    RunDesign design;
    std::map<std::string, std::vector<const Event*>> byCondition;
    std::vector<const Event*> training;
    for (std::size_t e = 0; e < events.size(); ++e) {
        const Event& event = events[e];
        const auto assignment = assign(event, options);
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

    design.conditions = Eigen::MatrixXd::Zero(scans, static_cast<Eigen::Index>(conditions.size()));
    for (std::size_t c = 0; c < conditions.size(); ++c) {
        const auto found = byCondition.find(conditions[c].name);
        if (found != byCondition.end())
            design.conditions.col(static_cast<Eigen::Index>(c))
                = eventResponses(stimulations(found->second), repetitionTime, scans,
                                 options.microtime)
                      .rowwise()
                      .sum();
    }
    design.trainResponses
        = eventResponses(stimulations(training), repetitionTime, scans, options.microtime);

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
