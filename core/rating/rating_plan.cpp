// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/rating_plan.h"

#include "core/util/error.h"
#include "core/util/hash.h"
#include "core/util/random.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace fusiform::rating {

namespace {

/// Names become cells of a table.
bool isCell(const std::string& name)
{
    return !name.empty() && trimmed(name) == name
           && name.find_first_of("\t\r\n") == std::string::npos;
}

std::size_t placeOf(Order order) { return order == Order::FirstLeft ? 0 : 1; }

/// Another stream of random numbers for every rater of every plan.
Random randomOf(const Plan& plan, const std::string& rater)
{
    const std::string digits = contentHash(std::string_view(rater)).substr(0, 16);
    return Random(plan.seed, std::stoull(digits, nullptr, 16));
}

/// How often the rater was, and will be, shown the first model on the left, less how often on the
/// right.
long leaningOf(const Plan& plan, std::span<const Rating> counted, const std::string& rater)
{
    long leaning = 0;
    for (const Rating& one : counted)
        if (one.rater == rater)
            leaning += orderOf(plan, one) == Order::FirstLeft ? 1 : -1;
    return leaning;
}

/// Orders for pairs that have as many of both, such that a rater with `leaning` gets even.
std::vector<Order> evenOrders(std::size_t count, long leaning, Random& random)
{
    const long n = static_cast<long>(count);
    const long twice = n - leaning + (((n - leaning) % 2 != 0 && random.below(2) == 0) ? 1 : 0);
    const auto first = static_cast<std::size_t>(std::clamp(twice / 2, 0L, n));
    std::vector<Order> orders(count, Order::SecondLeft);
    std::fill_n(orders.begin(), first, Order::FirstLeft);
    random.shuffle(orders);
    return orders;
}

} // namespace

void checkPlan(const Plan& plan)
{
    if (plan.models[0] == plan.models[1] || !isCell(plan.models[0]) || !isCell(plan.models[1]))
        throw usage(FUSIFORM_TR("core", "A rating compares two face models with names, not %1 "
                                        "and %2.")
                        .arg(plan.models[0])
                        .arg(plan.models[1]));
    if (plan.pairs.empty())
        throw usage(FUSIFORM_TR("core", "There are no faces to be rated."));
    std::set<Pair> known;
    for (const Pair& pair : plan.pairs)
        if (!isCell(pair.subject) || !isCell(pair.face) || !known.insert(pair).second)
            throw usage(FUSIFORM_TR("core", "Face %1 of %2 cannot be rated: its name is there "
                                            "twice or does not fit into a table.")
                            .arg(pair.face)
                            .arg(pair.subject));
    const Quotas& quotas = plan.quotas;
    if (std::min({quotas.ratings, quotas.raters, quotas.eachOrder}) < 1)
        throw usage(FUSIFORM_TR("core", "Ratings, raters and raters in each order have to be at "
                                        "least 1."));
}

std::vector<Rating> countedOf(std::span<const Rating> lines)
{
    std::vector<Rating> counted;
    const auto isSame = [](const Rating& one, const Rating& other) {
        return one.rater == other.rater && one.pair == other.pair;
    };
    for (const Rating& line : lines) {
        const auto before
            = std::ranges::find_if(counted, [&](const Rating& one) { return isSame(one, line); });
        if (line.kind == RatingKind::Test && before == counted.end())
            counted.push_back(line);
        else if (line.kind == RatingKind::TakenBack && before != counted.end())
            counted.erase(before);
    }
    return counted;
}

Order orderOf(const Plan& plan, const Rating& rating)
{
    return rating.left == plan.models[0] ? Order::FirstLeft : Order::SecondLeft;
}

Standing standingOf(const Plan& plan, std::span<const Rating> counted)
{
    std::map<Pair, std::size_t> places;
    for (std::size_t p = 0; p < plan.pairs.size(); ++p)
        places.emplace(plan.pairs[p], p);
    Standing standing;
    standing.pairs.resize(plan.pairs.size());
    std::set<std::string> raters;
    for (const Rating& one : counted) {
        const auto place = places.find(one.pair);
        if (place == places.end())
            continue;
        PairStanding& pair = standing.pairs[place->second];
        ++pair.ratings;
        ++pair.byOrder[placeOf(orderOf(plan, one))];
        ++standing.ratings;
        raters.insert(one.rater);
    }
    standing.raters = static_cast<int>(raters.size());
    // A rater rates a pair once, so its ratings are by as many raters.
    const Quotas& quotas = plan.quotas;
    for (PairStanding& pair : standing.pairs) {
        const int inOrders = std::max(0, quotas.eachOrder - pair.byOrder[0])
                             + std::max(0, quotas.eachOrder - pair.byOrder[1]);
        pair.lacking
            = std::max({0, quotas.ratings - pair.ratings, quotas.raters - pair.ratings, inOrders});
        standing.lacking += pair.lacking;
        standing.sittingsNeeded = std::max(standing.sittingsNeeded, pair.lacking);
    }
    return standing;
}

std::vector<Trial> trialsFor(const Plan& plan, std::span<const Rating> counted,
                             const std::string& rater)
{
    const Standing standing = standingOf(plan, counted);
    std::set<Pair> rated;
    for (const Rating& one : counted)
        if (one.rater == rater)
            rated.insert(one.pair);
    std::vector<std::size_t> pairs(plan.pairs.size());
    std::iota(pairs.begin(), pairs.end(), std::size_t{0});
    Random random = randomOf(plan, rater);
    random.shuffle(pairs);
    std::erase_if(pairs, [&](std::size_t p) {
        return standing.pairs[p].lacking == 0 || rated.contains(plan.pairs[p]);
    });
    std::ranges::stable_sort(pairs, std::ranges::greater(),
                             [&](std::size_t p) { return standing.pairs[p].lacking; });

    std::vector<Trial> trials;
    std::vector<std::size_t> open; // trials whose pair has as many of both orders
    long leaning = leaningOf(plan, counted, rater);
    for (const std::size_t p : pairs) {
        const auto& byOrder = standing.pairs[p].byOrder;
        const Order order = byOrder[0] <= byOrder[1] ? Order::FirstLeft : Order::SecondLeft;
        if (byOrder[0] == byOrder[1])
            open.push_back(trials.size());
        else
            leaning += order == Order::FirstLeft ? 1 : -1;
        trials.push_back({p, order});
    }
    const std::vector<Order> orders = evenOrders(open.size(), leaning, random);
    for (std::size_t i = 0; i < open.size(); ++i)
        trials[open[i]].order = orders[i];
    return trials;
}

} // namespace fusiform::rating
