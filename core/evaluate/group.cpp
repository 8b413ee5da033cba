// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/group.h"

#include "core/stats/rank_sum_null.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;

/// Model and region of a score.
using Condition = std::pair<std::string, std::string>;

double shareOf(const Recognition& found, const std::string& score)
{
    return score == "full" ? found.full.share : found.won / found.comparisons();
}

std::vector<std::string> namesOf(const SubjectEvaluation& subject, std::string Recognition::*what)
{
    std::vector<std::string> names;
    for (const Recognition& one : subject.recognitions)
        if (std::ranges::find(names, one.*what) == names.end())
            names.push_back(one.*what);
    return names;
}

void addTest(std::vector<GroupTest>& tests, std::span<const SubjectEvaluation> subjects,
             const std::string& of, const std::vector<Condition>& conditions,
             std::string Condition::*told)
{
    if (subjects.size() < 2 || conditions.size() < 2)
        return;
    for (const char* const score : {"pairwise", "full"}) {
        GroupTest test;
        test.score = score;
        test.of = of;
        test.table.resize(static_cast<Index>(subjects.size()),
                          static_cast<Index>(conditions.size()));
        for (const Condition& condition : conditions)
            test.conditions.push_back(condition.*told);
        for (std::size_t s = 0; s < subjects.size(); ++s) {
            test.subjects.push_back(subjects[s].subject);
            for (std::size_t c = 0; c < conditions.size(); ++c) {
                const Recognition* const found
                    = subjects[s].find(conditions[c].first, conditions[c].second);
                if (!found)
                    return; // not every subject has it
                test.table(static_cast<Index>(s), static_cast<Index>(c)) = shareOf(*found, score);
            }
        }
        test.friedman = stats::friedman(test.table);
        if (conditions.size() > 2)
            test.postHoc = stats::postHoc(test.friedman, test.table.rows());
        tests.push_back(std::move(test));
    }
}

} // namespace

std::vector<GroupTest> groupTests(std::span<const SubjectEvaluation> subjects)
{
    std::vector<GroupTest> tests;
    if (subjects.size() < 2)
        return tests;
    const std::vector<std::string> models = namesOf(subjects.front(), &Recognition::model);
    const std::vector<std::string> regions = namesOf(subjects.front(), &Recognition::region);
    if (regions.empty())
        return tests;
    std::vector<Condition> ofModels;
    for (const std::string& model : models)
        ofModels.emplace_back(model, regions.front());
    addTest(tests, subjects, regions.front(), ofModels, &Condition::first);
    for (const std::string& model : models) {
        std::vector<Condition> ofRegions;
        for (std::size_t r = 1; r < regions.size(); ++r)
            ofRegions.emplace_back(model, regions[r]);
        addTest(tests, subjects, model, ofRegions, &Condition::second);
    }
    return tests;
}

std::vector<GroupImagery> groupImagery(std::span<const SubjectEvaluation> subjects)
{
    std::vector<GroupImagery> groups;
    if (subjects.size() < 2)
        return groups;
    for (const Imagery& first : subjects.front().imagery) {
        GroupImagery group{first.model, first.region, {}, first.candidates, {}};
        for (const SubjectEvaluation& subject : subjects) {
            const auto same = std::ranges::find_if(subject.imagery, [&](const Imagery& one) {
                return one.model == first.model && one.region == first.region
                       && one.candidates == first.candidates && one.won.size() == 1;
            });
            if (same != subject.imagery.end())
                group.won.push_back(same->won.front());
        }
        if (group.won.size() != subjects.size())
            continue;
        const double sum = std::accumulate(group.won.begin(), group.won.end(), 0.0);
        group.tails = stats::RankSumNull(static_cast<int>(subjects.size()),
                                         static_cast<int>(first.candidates - 1))
                          .tails(sum);
        groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<GroupTest> groupQuality(std::span<const SubjectEvaluation> subjects)
{
    std::vector<GroupTest> tests;
    if (subjects.size() < 2 || subjects.front().quality.size() < 2)
        return tests;
    const std::vector<ImageQuality>& first = subjects.front().quality;
    for (const QualityMeasure& measure : first.front().measures) {
        GroupTest test;
        test.score = measure.key;
        test.of = first.front().region;
        for (const ImageQuality& one : first)
            test.conditions.push_back(one.model);
        test.table.setConstant(std::ssize(subjects), std::ssize(first),
                               std::numeric_limits<double>::quiet_NaN());
        for (std::size_t s = 0; s < subjects.size(); ++s) {
            test.subjects.push_back(subjects[s].subject);
            for (std::size_t m = 0; m < first.size(); ++m)
                if (const auto same
                    = std::ranges::find(subjects[s].quality, first[m].model, &ImageQuality::model);
                    same != subjects[s].quality.end())
                    if (const QualityMeasure* const found = same->find(measure.key))
                        test.table(static_cast<Index>(s), static_cast<Index>(m))
                            = found->mean.estimate;
        }
        if (!test.table.allFinite())
            continue; // not every subject has it
        test.friedman = stats::friedman(test.table);
        if (first.size() > 2)
            test.postHoc = stats::postHoc(test.friedman, test.table.rows());
        tests.push_back(std::move(test));
    }
    return tests;
}

Evaluation evaluationOf(std::vector<SubjectEvaluation> subjects, double level)
{
    Evaluation evaluation;
    evaluation.subjects = std::move(subjects);
    evaluation.tests = groupTests(evaluation.subjects);
    evaluation.imagery = groupImagery(evaluation.subjects);
    evaluation.attributes = groupAttributes(evaluation.subjects, level);
    evaluation.similarity = groupSimilarity(evaluation.subjects, level);
    evaluation.quality = groupQuality(evaluation.subjects);
    evaluation.overlaps = groupOverlaps(evaluation.subjects);
    evaluation.level = level;
    return evaluation;
}

} // namespace fusiform::evaluate
