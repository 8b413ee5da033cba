// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/attribute_group.h"

#include "core/evaluate/subject.h"
#include "core/stats/fdr.h"

#include <algorithm>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;

const SideReading& sideOf(const RegionReading& region, Threshold threshold)
{
    return threshold == Threshold::Zero ? region.atZero : region.atMiddle;
}

double shareRight(const SideReading& side)
{
    return static_cast<double>(side.right) / static_cast<double>(side.faces);
}

/// The same reading of every subject; empty if one lacks it.
std::vector<const AttributeReading*> ofSubjects(std::span<const SubjectEvaluation> subjects,
                                                const std::string& model,
                                                const AttributeReading& first)
{
    std::vector<const AttributeReading*> found;
    for (const SubjectEvaluation& subject : subjects) {
        const auto readings
            = std::ranges::find(subject.attributes, model, &AttributeReadings::model);
        const AttributeReading* const one = readings == subject.attributes.end()
                                                ? nullptr
                                                : readings->find(first.attribute, first.axis);
        if (!one || one->regions.size() != first.regions.size() || one->truth.atZero.faces == 0)
            return {};
        for (std::size_t r = 0; r < first.regions.size(); ++r)
            if (one->regions[r].region != first.regions[r].region)
                return {};
        found.push_back(one);
    }
    return found;
}

void compareRegions(GroupAttribute& group)
{
    const Index regions = group.shares.cols() - 1;
    if (regions < 2)
        return;
    for (Index r = 1; r <= regions; ++r)
        group.compared.push_back(group.regions[static_cast<std::size_t>(r)].region);
    group.friedman = stats::friedman(group.shares.rightCols(regions));
    if (regions > 2)
        group.postHoc = stats::postHoc(group.friedman, group.shares.rows());
}

GroupAttribute pooled(const std::vector<const AttributeReading*>& subjects, Threshold threshold,
                      double level)
{
    const AttributeReading& first = *subjects.front();
    GroupAttribute group;
    group.attribute = first.attribute;
    group.axis = first.axis;
    group.threshold = threshold;
    const auto count = static_cast<Index>(subjects.size());
    group.shares.resize(count, static_cast<Index>(first.regions.size()));
    group.ceilings.resize(count);
    for (Index s = 0; s < count; ++s)
        group.ceilings[s]
            = shareRight(sideOf(subjects[static_cast<std::size_t>(s)]->truth, threshold));
    for (std::size_t r = 0; r < first.regions.size(); ++r) {
        PooledReading region;
        region.region = first.regions[r].region;
        for (Index s = 0; s < count; ++s) {
            const SideReading& side
                = sideOf(subjects[static_cast<std::size_t>(s)]->regions[r], threshold);
            region.faces += side.faces;
            region.right += side.right;
            group.shares(s, static_cast<Index>(r)) = shareRight(side);
        }
        region.test = stats::binomialTest(region.right, region.faces, 0.5, level);
        group.regions.push_back(std::move(region));
    }
    compareRegions(group);
    return group;
}

/// One false discovery rate over the attributes, of each axis, threshold and region by itself.
void adjustPooled(std::vector<GroupAttribute>& groups, const GroupAttribute& family,
                  std::size_t region)
{
    std::vector<PooledReading*> members;
    std::vector<double> p;
    for (GroupAttribute& group : groups)
        if (group.model == family.model && group.axis == family.axis
            && group.threshold == family.threshold && region < group.regions.size()) {
            members.push_back(&group.regions[region]);
            p.push_back(members.back()->test.tails.atLeast);
        }
    const std::vector<double> adjusted
        = stats::fdrAdjusted(p, stats::FdrProcedure::BenjaminiHochberg);
    for (std::size_t i = 0; i < members.size(); ++i)
        members[i]->adjusted = adjusted[i];
}

} // namespace

std::vector<GroupAttribute> groupAttributes(std::span<const SubjectEvaluation> subjects,
                                            double level)
{
    std::vector<GroupAttribute> groups;
    if (subjects.size() < 2)
        return groups;
    for (const AttributeReadings& readings : subjects.front().attributes)
        for (const AttributeReading& first : readings.readings) {
            const auto same = ofSubjects(subjects, readings.model, first);
            if (same.empty())
                continue;
            for (const Threshold threshold : {Threshold::Zero, Threshold::Middle}) {
                GroupAttribute group = pooled(same, threshold, level);
                group.model = readings.model;
                group.isLabelled = readings.isLabelled;
                for (const SubjectEvaluation& subject : subjects)
                    group.subjects.push_back(subject.subject);
                groups.push_back(std::move(group));
            }
        }
    for (const AttributeReadings& readings : subjects.front().attributes)
        for (const AxisKind axis : {AxisKind::MeanDifference, AxisKind::Logistic})
            for (const Threshold threshold : {Threshold::Zero, Threshold::Middle}) {
                GroupAttribute family;
                family.model = readings.model;
                family.axis = axis;
                family.threshold = threshold;
                const std::size_t regions
                    = readings.readings.empty() ? 0 : readings.readings.front().regions.size();
                for (std::size_t region = 0; region < regions; ++region)
                    adjustPooled(groups, family, region);
            }
    return groups;
}

} // namespace fusiform::evaluate
