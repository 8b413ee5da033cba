// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_scores.h"
#include "core/results/analyses.h"
#include "core/results/friedman_parts.h"
#include "core/results/json_parts.h"

namespace fusiform::results {

namespace {

using Eigen::Index;
using evaluate::Recognition;
using evaluate::SubjectEvaluation;

Json describe(const Recognition& one)
{
    Json pairwise = jsonOf(one.pairwise);
    pairwise["score"] = one.won / one.comparisons();
    pairwise["score_strict"] = one.wonStrictly / one.comparisons();
    pairwise["won"] = one.won;
    pairwise["comparisons"] = one.comparisons();
    pairwise["chance"] = 0.5;
    pairwise["interval"] = jsonOf(one.pairwiseInterval);
    pairwise["p_labels"] = one.permuted.p;
    pairwise["permutations"] = one.permuted.orders;
    Json full = jsonOf(one.full.tails);
    full["score"] = one.full.share;
    full["chance"] = 1 / static_cast<double>(one.ranks.size());
    full["interval"] = jsonOf(one.full.interval);
    return {{"model", one.model},
            {"region", one.region},
            {"n_faces", one.ranks.size()},
            {"names", one.decoded.names},
            {"ranks", one.ranks},
            {"n_voxels", one.decoded.voxels},
            {"decoder", one.decoded.decoder},
            {"ridge", one.decoded.ridge},
            {"pairwise", std::move(pairwise)},
            {"full_recognition", std::move(full)}};
}

Table tableOf(const SubjectEvaluation& subject)
{
    Table table{"recognition",
                FUSIFORM_TR("core", "Pairwise recognition (chance 50 %) and full recognition, by "
                                    "face model and region"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"voxels", FUSIFORM_TR("core", "Voxels"), Kind::Count},
                 {"comparisons", FUSIFORM_TR("core", "Pairs"), Kind::Count},
                 {"pairwise", FUSIFORM_TR("core", "Pairwise"), Kind::Share},
                 {"interval_low", FUSIFORM_TR("core", "from"), Kind::Share},
                 {"interval_high", FUSIFORM_TR("core", "to"), Kind::Share},
                 {"p", FUSIFORM_TR("core", "p (≥)"), Kind::P},
                 {"p_strict", FUSIFORM_TR("core", "p (>)"), Kind::P},
                 {"p_labels", FUSIFORM_TR("core", "p (labels)"), Kind::P},
                 {"faces", FUSIFORM_TR("core", "Faces"), Kind::Count},
                 {"full", FUSIFORM_TR("core", "Full"), Kind::Share},
                 {"full_low", FUSIFORM_TR("core", "from"), Kind::Share},
                 {"full_high", FUSIFORM_TR("core", "to"), Kind::Share},
                 {"p_full", FUSIFORM_TR("core", "p (≥)"), Kind::P},
                 {"p_full_strict", FUSIFORM_TR("core", "p (>)"), Kind::P}},
                {}};
    for (const Recognition& one : subject.recognitions)
        table.rows.push_back(
            {one.model, one.region, static_cast<double>(one.decoded.voxels), one.comparisons(),
             one.won / one.comparisons(), one.pairwiseInterval.low, one.pairwiseInterval.high,
             one.pairwise.atLeast, one.pairwise.more, one.permuted.p,
             static_cast<double>(one.ranks.size()), one.full.share, one.full.interval.low,
             one.full.interval.high, one.full.tails.atLeast, one.full.tails.more});
    return table;
}

enum class Score { Pairwise, Full };

report::Figure subjectFigure(const SubjectEvaluation& subject, const std::string& model,
                             Score score, double widthMm)
{
    report::ScorePlot plot;
    plot.title
        = (score == Score::Pairwise ? FUSIFORM_TR("core", "%1, %2: pairwise recognition, per cent")
                                    : FUSIFORM_TR("core", "%1, %2: full recognition, per cent"))
              .arg(subject.subject)
              .arg(model);
    std::vector<double> shares;
    for (const Recognition& one : subject.recognitions) {
        if (one.model != model)
            continue;
        const bool isPairwise = score == Score::Pairwise;
        plot.conditions.push_back(report::plain(one.region));
        shares.push_back(isPairwise ? one.won / one.comparisons() : one.full.share);
        plot.intervals.push_back(isPairwise ? one.pairwiseInterval : one.full.interval);
        plot.notes.push_back(report::plain(
            "p = " + pText(isPairwise ? one.pairwise.atLeast : one.full.tails.atLeast)));
        plot.chance = isPairwise ? 0.5 : 1 / static_cast<double>(one.ranks.size());
    }
    plot.shares
        = Eigen::Map<const Eigen::RowVectorXd>(shares.data(), static_cast<Index>(shares.size()));
    plot.subjects = {subject.subject};
    return report::scoreFigure(plot, widthMm);
}

double chanceOf(const evaluate::GroupTest& test, const evaluate::Evaluation& evaluation)
{
    if (test.score != "full")
        return 0.5;
    const auto& first = evaluation.subjects.front().recognitions;
    return first.empty() ? 0.05 : 1 / static_cast<double>(first.front().ranks.size());
}

report::Figure groupFigure(const evaluate::GroupTest& test, double chance, double widthMm)
{
    report::ScorePlot plot;
    plot.title = test.score == "full"
                     ? FUSIFORM_TR("core", "%1: full recognition, per cent").arg(test.of)
                     : FUSIFORM_TR("core", "%1: pairwise recognition, per cent").arg(test.of);
    for (const std::string& condition : test.conditions)
        plot.conditions.push_back(report::plain(condition));
    plot.shares = test.table;
    plot.subjects = test.subjects;
    plot.chance = chance;
    return report::scoreFigure(plot, widthMm);
}

Json describe(const evaluate::GroupTest& test)
{
    Json table = Json::array();
    for (Index s = 0; s < test.table.rows(); ++s) {
        const Eigen::VectorXd row = test.table.row(s);
        table.push_back(std::vector<double>(row.begin(), row.end()));
    }
    Json json
        = {{"score", test.score},       {"of", test.of},
           {"subjects", test.subjects}, {"conditions", test.conditions},
           {"table", std::move(table)}, {"pairs", jsonOfPairs(test.conditions, test.postHoc)}};
    addFriedman(json, test.friedman);
    return json;
}

std::string joinedConditions(const evaluate::GroupTest& test)
{
    std::string text;
    for (const std::string& condition : test.conditions)
        text += (text.empty() ? "" : ", ") + condition;
    return text;
}

Table friedmanTable(const std::vector<evaluate::GroupTest>& tests)
{
    Table table{"friedman",
                FUSIFORM_TR("core", "Do conditions differ? Friedman's test over subjects"),
                {{"of", FUSIFORM_TR("core", "Of"), Kind::Name},
                 {"score", FUSIFORM_TR("core", "Score"), Kind::Name},
                 {"conditions", FUSIFORM_TR("core", "Conditions"), Kind::Name},
                 {"subjects", FUSIFORM_TR("core", "Subjects"), Kind::Count}},
                {}};
    addFriedmanColumns(table);
    for (const evaluate::GroupTest& test : tests) {
        table.rows.push_back({test.of, test.score, joinedConditions(test),
                              static_cast<double>(test.subjects.size())});
        addFriedmanCells(table.rows.back(), test.friedman);
    }
    return table;
}

Table postHocTable(const std::vector<evaluate::GroupTest>& tests)
{
    Table table{"post_hoc",
                FUSIFORM_TR("core", "Which conditions differ? Mean ranks, two at a time"),
                {{"of", FUSIFORM_TR("core", "Of"), Kind::Name},
                 {"score", FUSIFORM_TR("core", "Score"), Kind::Name}},
                {}};
    addPairColumns(table);
    for (const evaluate::GroupTest& test : tests)
        addPairRows(table, {test.of, test.score}, test.conditions, test.postHoc);
    return table;
}

} // namespace

void tellRecognition(const SubjectEvaluation& subject, const evaluate::Evaluation& evaluation,
                     Section& section)
{
    if (subject.recognitions.empty())
        return;
    const Recognition& first = subject.recognitions.front();
    section.method
        = FUSIFORM_TR(
              "core",
              "%1 test faces were read from each region (decoder %2, ridge %3 of the mean diagonal "
              "of the Gram matrix). A pair is won when the decoded code correlates more with the "
              "code of its own face than with another's; ties count half. p (≥) is the chance of "
              "at least as many pairs, and p (>) of more, when each face wins 0 to n − 1 pairs "
              "with "
              "equal chances, counted exactly; p (labels) permutes which face is whose, %4 times, "
              "and holds where rows depend on each other. Full recognition: the own face resembles "
              "most, against 1 in %1 (binomial). Intervals hold %5 %: of pairs by bootstrap over "
              "faces (BCa), of full recognition by Clopper and Pearson.")
              .arg(first.ranks.size())
              .arg(first.decoded.decoder)
              .arg(first.decoded.ridge)
              .arg(static_cast<long long>(first.permuted.orders))
              .arg(100 * evaluation.level);
    for (const std::string& model : subject.models()) {
        section.figures.push_back(
            {model + "_pairwise", subjectFigure(subject, model, Score::Pairwise, section.widthMm)});
        section.figures.push_back(
            {model + "_full", subjectFigure(subject, model, Score::Full, section.widthMm)});
    }
    section.tables.push_back(tableOf(subject));
    section.json = Json::array();
    for (const Recognition& one : subject.recognitions)
        section.json.push_back(describe(one));
}

void tellRecognitionOverSubjects(const evaluate::Evaluation& evaluation, Section& section)
{
    if (evaluation.tests.empty())
        return;
    section.method = FUSIFORM_TR(
        "core",
        "Scores are ranked within each subject (Friedman's test, corrected for ties). The "
        "asymptotic p is what papers print; with few subjects only the exact one, over all orders "
        "of the scores within subjects, keeps its level. Conditions are compared two at a time on "
        "mean ranks by Tukey's studentized range and by Bonferroni.");
    for (const evaluate::GroupTest& test : evaluation.tests)
        section.figures.push_back({test.of + "_" + test.score,
                                   groupFigure(test, chanceOf(test, evaluation), section.widthMm)});
    section.tables.push_back(friedmanTable(evaluation.tests));
    Table pairs = postHocTable(evaluation.tests);
    if (!pairs.rows.empty())
        section.tables.push_back(std::move(pairs));
    section.json = Json::array();
    for (const evaluate::GroupTest& test : evaluation.tests)
        section.json.push_back(describe(test));
}

} // namespace fusiform::results
