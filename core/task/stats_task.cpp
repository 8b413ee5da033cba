// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/stats_task.h"

#include "core/stats/binomial_test.h"
#include "core/stats/bootstrap.h"
#include "core/stats/commonality.h"
#include "core/stats/fdr.h"
#include "core/stats/friedman.h"
#include "core/stats/label_permutation.h"
#include "core/stats/post_hoc.h"
#include "core/stats/rank_sum_null.h"
#include "core/stats/top_k.h"
#include "core/task/number_table.h"
#include "core/util/error.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fusiform::task {

namespace {

using stats::Tails;

Json numberOrNull(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

void addTails(Json& json, const Tails& tails)
{
    json["p"] = tails.atLeast;
    json["p_strict"] = tails.more;
    json["p_mid"] = tails.mid();
}

double requiredSum(const StatsOptions& options)
{
    if (!options.sum)
        throw usage(FUSIFORM_TR("core", "%1 is missing.").arg("--sum"));
    return *options.sum;
}

NumberTable requiredTable(const StatsOptions& options)
{
    if (options.table.empty())
        throw usage(FUSIFORM_TR("core", "%1 needs a table: --table FILE.tsv, with names in its "
                                        "first line and numbers below.")
                        .arg(options.name));
    return readNumberTable(options.table);
}

/// A sum of comparisons won against its exact null.
Json rankSum(const StatsOptions& options, std::int64_t rows)
{
    if (options.faces < 2 || options.faces > 10'000)
        throw usage(
            FUSIFORM_TR("core", "--faces is %1: there have to be 2 to 10,000.").arg(options.faces));
    const stats::RankSumNull null(static_cast<int>(rows), static_cast<int>(options.faces - 1));
    const double sum = requiredSum(options);
    if (sum < 0 || sum > null.highest())
        throw usage(
            FUSIFORM_TR("core", "--sum is %1: it can be 0 to %2.").arg(sum).arg(null.highest()));
    Json json = {{"statistic", sum},
                 {"accuracy", sum / null.highest()},
                 {"chance", 0.5},
                 {"comparisons", null.highest()},
                 {"null_mean", null.mean()},
                 {"null_variance", null.variance()},
                 {"critical_05", null.critical(0.05)}};
    addTails(json, null.tails(sum));
    return json;
}

Json pairwiseP(const StatsOptions& options, Progress&) { return rankSum(options, options.faces); }
Json imageryP(const StatsOptions& options, Progress&) { return rankSum(options, options.subjects); }

Json binomial(const StatsOptions& options, Progress&)
{
    const stats::BinomialTest test
        = stats::binomialTest(options.successes, options.trials, options.chance, options.level);
    Json json = {{"statistic", options.successes},
                 {"trials", options.trials},
                 {"chance", options.chance},
                 {"share", test.share},
                 {"interval", {test.interval.low, test.interval.high}},
                 {"level", options.level},
                 {"p_two_sided", test.twoSided}};
    addTails(json, test.tails);
    return json;
}

Json friedmanJson(const NumberTable& table, const stats::Friedman& test)
{
    return {{"statistic", numberOrNull(test.statistic)},
            {"df", test.df},
            {"p", numberOrNull(test.p)},
            {"p_exact", test.exact ? Json(*test.exact) : Json(nullptr)},
            {"kendalls_w", numberOrNull(test.kendallsW)},
            {"subjects", table.values.rows()},
            {"conditions", table.columns},
            {"mean_ranks", std::vector<double>(test.meanRanks.begin(), test.meanRanks.end())}};
}

Json friedmanTest(const StatsOptions& options, Progress&)
{
    const NumberTable table = requiredTable(options);
    return friedmanJson(table, stats::friedman(table.values));
}

Json postHocTest(const StatsOptions& options, Progress&)
{
    const NumberTable table = requiredTable(options);
    const stats::Friedman test = stats::friedman(table.values);
    const stats::PostHoc found = stats::postHoc(test, table.values.rows(), 1 - options.level);
    Json json = friedmanJson(table, test);
    json["critical_difference"] = found.criticalDifference;
    json["level"] = 1 - options.level;
    json["pairs"] = Json::array();
    for (const stats::PairOfConditions& pair : found.pairs)
        json["pairs"].push_back({{"first", table.columns[static_cast<std::size_t>(pair.first)]},
                                 {"second", table.columns[static_cast<std::size_t>(pair.second)]},
                                 {"difference", pair.difference},
                                 {"p_tukey", numberOrNull(pair.tukey)},
                                 {"p_bonferroni", numberOrNull(pair.bonferroni)}});
    return json;
}

std::vector<double> onlyColumn(const StatsOptions& options)
{
    const NumberTable table = requiredTable(options);
    if (table.columns.size() != 1)
        throw badData(options.table, FUSIFORM_TR("core", "one column of numbers"),
                      FUSIFORM_TR("core", "%1 columns").arg(table.columns.size()));
    return {table.values.data(), table.values.data() + table.values.size()};
}

Json fdr(const StatsOptions& options, Progress&)
{
    const std::vector<double> p = onlyColumn(options);
    if (std::ranges::any_of(p, [](double one) { return one < 0 || one > 1; }))
        throw badData(options.table, FUSIFORM_TR("core", "p values from 0 to 1"),
                      FUSIFORM_TR("core", "another number"));
    const auto procedure = options.procedure == "by" ? stats::FdrProcedure::BenjaminiYekutieli
                                                     : stats::FdrProcedure::BenjaminiHochberg;
    const double level = 1 - options.level;
    const auto threshold = stats::fdrThreshold(p, level, procedure);
    return {{"tests", p.size()},
            {"level", level},
            {"procedure", options.procedure},
            {"threshold", threshold ? Json(*threshold) : Json(nullptr)},
            {"called", threshold
                           ? std::ranges::count_if(p, [&](double one) { return one <= *threshold; })
                           : 0},
            {"adjusted", stats::fdrAdjusted(p, procedure)}};
}

Json topOfMany(const StatsOptions& options, Progress&)
{
    return {{"statistic",
             stats::topK(options.beating, options.distractors, options.ways, options.best)},
            {"chance", static_cast<double>(std::min(options.best, options.ways))
                           / static_cast<double>(options.ways)}};
}

Json bootstrapOfMean(const StatsOptions& options, Progress& progress)
{
    const std::vector<double> values = onlyColumn(options);
    const stats::Bootstrapped found = stats::bootstrapMean(
        values, {options.draws, options.level, static_cast<std::uint64_t>(options.seed)}, progress);
    return {{"statistic", found.estimate},
            {"interval", {numberOrNull(found.interval.low), numberOrNull(found.interval.high)}},
            {"standard_error", numberOrNull(found.standardError)},
            {"level", options.level},
            {"draws", options.draws},
            {"n", values.size()}};
}

Json commonalityOfThree(const StatsOptions& options, Progress&)
{
    const NumberTable table = requiredTable(options);
    if (table.columns.size() != 4)
        throw badData(options.table,
                      FUSIFORM_TR("core", "four columns: three predictors, then what they predict"),
                      FUSIFORM_TR("core", "%1 columns").arg(table.columns.size()));
    const stats::RegionsExplained r
        = stats::explainedBy(table.values.leftCols<3>(), table.values.col(3));
    const stats::Commonality parts = stats::commonality(r);
    return {{"predictors", {table.columns[0], table.columns[1], table.columns[2]}},
            {"r_squared",
             {{"a", r.a},
              {"b", r.b},
              {"c", r.c},
              {"ab", r.ab},
              {"ac", r.ac},
              {"bc", r.bc},
              {"abc", r.abc}}},
            {"only", {parts.onlyA, parts.onlyB, parts.onlyC}},
            {"shared",
             {{"ab", parts.sharedAB},
              {"ac", parts.sharedAC},
              {"bc", parts.sharedBC},
              {"abc", parts.sharedABC}}}};
}

Json permutedLabels(const StatsOptions& options, Progress& progress)
{
    const NumberTable table = requiredTable(options);
    if (table.values.rows() != table.values.cols())
        throw badData(options.table, FUSIFORM_TR("core", "as many rows as columns of numbers"),
                      FUSIFORM_TR("core", "%1 rows, %2 columns")
                          .arg(table.values.rows())
                          .arg(table.values.cols()));
    const stats::LabelPermutation found = stats::permuteLabels(
        table.values, options.draws, static_cast<std::uint64_t>(options.seed), progress);
    return {{"statistic", found.score},    {"p", found.p},
            {"p_strict", found.strict},    {"orders", found.orders},
            {"all_orders", found.isExact}, {"chance", found.chance}};
}

struct Statistic {
    std::string_view name;
    Json (*compute)(const StatsOptions&, Progress&);
};
constexpr std::array kStatistics = {Statistic{"pairwise-p", pairwiseP},
                                    Statistic{"imagery-p", imageryP},
                                    Statistic{"binomial", binomial},
                                    Statistic{"friedman", friedmanTest},
                                    Statistic{"posthoc", postHocTest},
                                    Statistic{"fdr", fdr},
                                    Statistic{"top-k", topOfMany},
                                    Statistic{"bootstrap", bootstrapOfMean},
                                    Statistic{"commonality", commonalityOfThree},
                                    Statistic{"labels", permutedLabels}};

/// A line for every plain number, for a person.
std::string linesOf(const Json& json)
{
    std::string text;
    for (const auto& [key, value] : json.items())
        if (!value.is_array() || value.size() <= 8)
            text += key + ": " + (value.is_string() ? value.get<std::string>() : value.dump())
                    + "\n";
    return text;
}

} // namespace

void describe(StatsOptions& options, Fields& fields)
{
    std::vector<std::string> names;
    for (const Statistic& statistic : kStatistics)
        names.emplace_back(statistic.name);
    fields
        .add("statistic", &options.name,
             FUSIFORM_TR("core",
                         "pairwise-p, imagery-p: comparisons won against their exact null; "
                         "binomial; friedman, posthoc: of a table, subjects by conditions; fdr: of "
                         "p values; top-k: n-way identification; bootstrap: interval of a mean; "
                         "commonality: seven parts of three predictors; labels: permutations of a "
                         "similarity matrix."))
        .oneOf(std::move(names))
        .positional();
    fields.add("sum", &options.sum,
               FUSIFORM_TR("core", "Of pairwise-p and imagery-p: comparisons won; ties count "
                                   "half."));
    fields.add("faces", &options.faces,
               FUSIFORM_TR("core", "Of pairwise-p: faces; of imagery-p: candidates."));
    fields.add("subjects", &options.subjects, FUSIFORM_TR("core", "Of imagery-p.")).between(1, 1e4);
    fields.add("k", &options.successes, FUSIFORM_TR("core", "Of binomial: successes."));
    fields.add("n", &options.trials, FUSIFORM_TR("core", "Of binomial: trials."));
    fields.add("p0", &options.chance, FUSIFORM_TR("core", "Of binomial: chance.")).between(0, 1);
    fields.add("beating", &options.beating,
               FUSIFORM_TR("core", "Of top-k: distractors that beat the target."));
    fields.add("distractors", &options.distractors,
               FUSIFORM_TR("core", "Of top-k: distractors there are."));
    fields.add("ways", &options.ways,
               FUSIFORM_TR("core", "Of top-k: the target and so many distractors less one."));
    fields.add("best", &options.best,
               FUSIFORM_TR("core", "Of top-k: the target is among so many."));
    fields.add("table", &options.table,
               FUSIFORM_TR("core", "A TSV of numbers: subjects by conditions; p values; a sample; "
                                   "three predictors and what they predict; a similarity matrix."));
    fields
        .add("draws", &options.draws,
             FUSIFORM_TR("core", "Of bootstrap: samples; of labels: orders."))
        .between(1, 1e8);
    fields.add("seed", &options.seed, FUSIFORM_TR("core", "Of these.")).between(0, 9e15);
    fields
        .add("level", &options.level,
             FUSIFORM_TR("core", "Of intervals; tests call what has p up to 1 less this."))
        .between(0.5, 0.9999);
    fields
        .add("procedure", &options.procedure,
             FUSIFORM_TR("core", "Of fdr: Benjamini and Hochberg's (bh), or Benjamini and "
                                 "Yekutieli's (by)."))
        .oneOf({"bh", "by"});
}

Outcome runStats(const StatsOptions& options, Progress& progress)
{
    const auto statistic = std::ranges::find(kStatistics, options.name, &Statistic::name);
    if (statistic == kStatistics.end())
        throw usage(FUSIFORM_TR("core", "There is no statistic %1.").arg(options.name));
    Outcome outcome;
    outcome.json = statistic->compute(options, progress);
    outcome.json["name"] = options.name;
    outcome.text = linesOf(outcome.json);
    return outcome;
}

} // namespace fusiform::task
