// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/rating_results.h"

#include <algorithm>
#include <limits>
#include <map>

namespace fusiform::rating {

namespace {

constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();

/// Choices as they are counted, before they are tested.
struct Count {
    long chosen = 0;
    long of = 0;

    void add(bool isChosen)
    {
        chosen += isChosen ? 1 : 0;
        ++of;
    }
};

Choices tested(std::string name, const Count& count, double level)
{
    Choices choices{std::move(name), count.chosen, count.of, {}};
    if (count.of > 0)
        choices.test = stats::binomialTest(count.chosen, count.of, 0.5, level);
    else
        choices.test = {{kNotKnown, kNotKnown}, kNotKnown, kNotKnown, {kNotKnown, kNotKnown}};
    return choices;
}

/// Of the share over all choices, drawing whole groups of them.
stats::Bootstrapped overGroups(const std::vector<Count>& groups, const PreferenceOptions& options,
                               Progress& progress)
{
    const auto share = [&](std::span<const std::size_t> drawn) {
        Count sum;
        for (const std::size_t g : drawn) {
            sum.chosen += groups[g].chosen;
            sum.of += groups[g].of;
        }
        return sum.of > 0 ? static_cast<double>(sum.chosen) / static_cast<double>(sum.of)
                          : kNotKnown;
    };
    Count all;
    for (const Count& group : groups) {
        all.chosen += group.chosen;
        all.of += group.of;
    }
    const bool isUnanimous = all.chosen == 0 || all.chosen == all.of;
    if (groups.size() < 2 || all.of < kFewestForIntervals || isUnanimous)
        return {kNotKnown, {kNotKnown, kNotKnown}, kNotKnown};
    return stats::bootstrap(groups.size(), share, {options.draws, options.level, options.seed},
                            progress);
}

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return kNotKnown;
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

std::vector<RaterChoices> ratersOf(const RatingRecord& record, std::span<const Rating> counted,
                                   double level)
{
    struct Sum {
        RaterChoices found;
        Count first;
        std::vector<double> seconds;
    };
    std::map<std::string, Sum> sums;
    const std::string& first = record.plan.plan.models[0];
    for (const Rating& one : counted) {
        Sum& sum = sums[one.rater];
        sum.first.add(one.chosen == first);
        sum.found.left += one.side() == Side::Left ? 1 : 0;
        sum.found.fast += one.isFast() ? 1 : 0;
        sum.seconds.push_back(one.seconds);
    }
    for (const Rating& line : record.lines)
        if (line.kind == RatingKind::Practice) {
            Sum& sum = sums[line.rater];
            ++sum.found.practised;
            sum.found.practisedRight += line.chosen == kOwnFace ? 1 : 0;
        }
    std::vector<RaterChoices> raters;
    for (auto& [rater, sum] : sums) {
        sum.found.choices = tested(rater, sum.first, level);
        sum.found.medianSeconds = medianOf(std::move(sum.seconds));
        raters.push_back(std::move(sum.found));
    }
    return raters;
}

/// Counts of the first model by a name, in the order in which the plan first has it.
template <class NameOf>
std::vector<std::pair<std::string, Count>> countsBy(const Plan& plan,
                                                    std::span<const Rating> counted, NameOf nameOf)
{
    std::vector<std::pair<std::string, Count>> counts;
    const auto at = [&](const Pair& pair) -> Count& {
        const std::string name = nameOf(pair);
        const auto found = std::ranges::find(counts, name, &std::pair<std::string, Count>::first);
        return found != counts.end() ? found->second : counts.emplace_back(name, Count()).second;
    };
    for (const Pair& pair : plan.pairs)
        at(pair);
    for (const Rating& one : counted)
        at(one.pair).add(one.chosen == plan.models[0]);
    return counts;
}

std::vector<Choices> testedAll(const std::vector<std::pair<std::string, Count>>& counts,
                               double level)
{
    std::vector<Choices> all;
    for (const auto& [name, count] : counts)
        all.push_back(tested(name, count, level));
    return all;
}

/// Groups without any choice tell nothing and are not drawn.
std::vector<Count> filled(const std::vector<std::pair<std::string, Count>>& counts)
{
    std::vector<Count> groups;
    for (const auto& [name, count] : counts)
        if (count.of > 0)
            groups.push_back(count);
    return groups;
}

} // namespace

Preference preferenceOf(const RatingRecord& record, const PreferenceOptions& options,
                        Progress& progress)
{
    const Plan& plan = record.plan.plan;
    const std::vector<Rating> counted = countedOf(record.lines);
    const double level = options.level;
    Preference result;
    result.models = plan.models;
    result.level = level;
    result.standing = standingOf(plan, counted);

    Count all;
    Count left;
    Count unhurried;
    std::array<Count, 2> orders;
    for (const Rating& one : counted) {
        const bool isFirst = one.chosen == plan.models[0];
        all.add(isFirst);
        left.add(one.side() == Side::Left);
        orders[orderOf(plan, one) == Order::FirstLeft ? 0 : 1].add(isFirst);
        if (!one.isFast())
            unhurried.add(isFirst);
    }
    result.all = tested({}, all, level);
    result.left = tested({}, left, level);
    result.unhurried = tested({}, unhurried, level);
    for (std::size_t o = 0; o < 2; ++o)
        result.orders[o] = tested({}, orders[o], level);

    const auto bySubject = countsBy(plan, counted, [](const Pair& pair) { return pair.subject; });
    const auto byFace = countsBy(plan, counted, [](const Pair& pair) { return pair.face; });
    const auto byPair
        = countsBy(plan, counted, [](const Pair& pair) { return pair.subject + "\t" + pair.face; });
    result.subjects = testedAll(bySubject, level);
    result.faces = testedAll(byFace, level);
    result.pairs = testedAll(byPair, level);
    result.raters = ratersOf(record, counted, level);
    std::vector<Count> raters;
    for (const RaterChoices& rater : result.raters)
        if (rater.choices.of > 0)
            raters.push_back({rater.choices.chosen, rater.choices.of});
    result.overRaters = overGroups(raters, options, progress);
    result.overFaces = overGroups(filled(byFace), options, progress);
    return result;
}

} // namespace fusiform::rating
