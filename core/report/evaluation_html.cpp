// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/evaluation_html.h"

#include "core/report/html_style.h"
#include "core/report/plots_scores.h"
#include "core/report/svg.h"
#include "core/util/escaped_xml.h"

#include <cmath>

namespace fusiform::report {

namespace {

using Eigen::Index;
using evaluate::Recognition;

std::string percent(double share) { return fixedNumber(100 * share, 1) + " %"; }

/// Two digits, or a power of ten where it is small.
std::string pText(double p)
{
    if (!std::isfinite(p))
        return "n/a";
    if (p >= 0.001)
        return fixedNumber(p, 4);
    if (p <= 0)
        return "0";
    const double power = std::floor(std::log10(p));
    return fixedNumber(p / std::pow(10.0, power), 1) + "e" + fixedNumber(power, 0);
}

std::string intervalText(const stats::Interval& interval)
{
    if (!std::isfinite(interval.low))
        return "n/a";
    return fixedNumber(100 * interval.low, 1) + " to " + fixedNumber(100 * interval.high, 1);
}

std::string cells(std::initializer_list<std::string> texts)
{
    std::string row = "<tr>";
    for (const std::string& text : texts)
        row += "<td>" + escapedXml(text) + "</td>";
    return row + "</tr>\n";
}

Figure pairwiseFigure(const evaluate::SubjectEvaluation& subject, const std::string& model,
                      double widthMm)
{
    ScorePlot plot;
    plot.title = FUSIFORM_TR("core", "%1, %2: pairwise recognition, per cent")
                     .arg(subject.subject)
                     .arg(model);
    std::vector<double> shares;
    for (const Recognition& one : subject.recognitions) {
        if (one.model != model)
            continue;
        plot.conditions.push_back(plain(one.region));
        shares.push_back(one.won / one.comparisons());
        plot.intervals.push_back(one.pairwiseInterval);
        plot.notes.push_back(plain("p = " + pText(one.pairwise.atLeast)));
    }
    plot.shares
        = Eigen::Map<const Eigen::RowVectorXd>(shares.data(), static_cast<Index>(shares.size()));
    plot.subjects = {subject.subject};
    return scoreFigure(plot, widthMm);
}

Figure groupFigure(const evaluate::GroupTest& test, double chance, double widthMm)
{
    ScorePlot plot;
    plot.title = test.score == "full"
                     ? FUSIFORM_TR("core", "%1: full recognition, per cent").arg(test.of)
                     : FUSIFORM_TR("core", "%1: pairwise recognition, per cent").arg(test.of);
    for (const std::string& condition : test.conditions)
        plot.conditions.push_back(plain(condition));
    plot.shares = test.table;
    plot.subjects = test.subjects;
    plot.chance = chance;
    return scoreFigure(plot, widthMm);
}

std::vector<std::string> modelsOf(const evaluate::SubjectEvaluation& subject)
{
    std::vector<std::string> models;
    for (const Recognition& one : subject.recognitions)
        if (models.empty() || models.back() != one.model)
            models.push_back(one.model);
    return models;
}

std::string recognitionTable(const evaluate::SubjectEvaluation& subject)
{
    std::string text = "<table><thead><tr><th>Face model</th><th>Region</th><th>Voxels</th>"
                       "<th>Pairwise</th><th>interval</th><th>p (&ge;)</th><th>p (&gt;)</th>"
                       "<th>p, labels permuted</th><th>Full</th><th>interval</th><th>p (&ge;)</th>"
                       "<th>p (&gt;)</th></tr></thead><tbody>\n";
    for (const Recognition& one : subject.recognitions)
        text += cells({one.model, one.region, std::to_string(one.decoded.voxels),
                       percent(one.won / one.comparisons()), intervalText(one.pairwiseInterval),
                       pText(one.pairwise.atLeast), pText(one.pairwise.more), pText(one.permuted.p),
                       percent(one.full.share), intervalText(one.full.interval),
                       pText(one.full.tails.atLeast), pText(one.full.tails.more)});
    return text + "</tbody></table>\n";
}

std::string imageryTable(const evaluate::SubjectEvaluation& subject)
{
    if (subject.imagery.empty())
        return {};
    std::string text = "<table><thead><tr><th>Imagined face</th><th>Face model</th>"
                       "<th>Region</th><th>Pairwise</th><th>p (&ge;)</th><th>p (mid)</th>"
                       "</tr></thead><tbody>\n";
    for (const evaluate::Imagery& one : subject.imagery)
        text += cells({one.imagined, one.model, one.region, percent(one.pairwise()),
                       one.tails ? pText(one.tails->atLeast) : "n/a",
                       one.tails ? pText(one.tails->mid()) : "n/a"});
    return text + "</tbody></table>\n";
}

std::string testTable(const std::vector<evaluate::GroupTest>& tests)
{
    std::string text
        = "<table><thead><tr><th>Of</th><th>Score</th><th>Conditions</th><th>&chi;&sup2;</th>"
          "<th>df</th><th>p (asymptotic)</th><th>p (exact)</th><th>Kendall's W</th>"
          "<th>Pairs (Tukey)</th></tr></thead><tbody>\n";
    for (const evaluate::GroupTest& test : tests) {
        std::string conditions;
        for (const std::string& condition : test.conditions)
            conditions += (conditions.empty() ? "" : ", ") + condition;
        std::string pairs;
        for (const stats::PairOfConditions& pair : test.postHoc.pairs)
            pairs += (pairs.empty() ? "" : "; ")
                     + test.conditions[static_cast<std::size_t>(pair.first)] + " - "
                     + test.conditions[static_cast<std::size_t>(pair.second)] + " "
                     + pText(pair.tukey);
        text += cells(
            {test.of, test.score, conditions,
             std::isfinite(test.friedman.statistic) ? fixedNumber(test.friedman.statistic, 3)
                                                    : "n/a",
             std::to_string(test.friedman.df), pText(test.friedman.p),
             test.friedman.exact ? pText(*test.friedman.exact) : "n/a",
             std::isfinite(test.friedman.kendallsW) ? fixedNumber(test.friedman.kendallsW, 2)
                                                    : "n/a",
             pairs});
    }
    return text + "</tbody></table>\n";
}

double chanceOf(const evaluate::GroupTest& test, const Evaluation& evaluation)
{
    if (test.score != "full")
        return 0.5;
    const auto& first = evaluation.subjects.front().recognitions;
    return first.empty() ? 0.05 : 1 / static_cast<double>(first.front().ranks.size());
}

} // namespace

std::vector<NamedFigure> evaluationFigures(const Evaluation& evaluation, double widthMm)
{
    std::vector<NamedFigure> figures;
    for (const evaluate::SubjectEvaluation& subject : evaluation.subjects)
        for (const std::string& model : modelsOf(subject))
            figures.push_back({subject.subject + "_" + model + "_pairwise",
                               pairwiseFigure(subject, model, widthMm)});
    for (const evaluate::GroupTest& test : evaluation.tests)
        figures.push_back({"group_" + test.of + "_" + test.score,
                           groupFigure(test, chanceOf(test, evaluation), widthMm)});
    return figures;
}

std::string evaluationHtml(const Evaluation& evaluation)
{
    constexpr double kEvaluationMm = 190;
    std::string names;
    for (const evaluate::SubjectEvaluation& subject : evaluation.subjects)
        names += (names.empty() ? "" : ", ") + subject.subject;
    std::string text = htmlHead("Evaluation of " + names);
    text += "<header><p>Faces read from the brain</p><h1>" + escapedXml(names)
            + "</h1></header>\n<main>\n";
    for (const evaluate::SubjectEvaluation& subject : evaluation.subjects) {
        const std::size_t faces
            = subject.recognitions.empty() ? 0 : subject.recognitions.front().ranks.size();
        text += htmlHeading(subject.subject, subject.subject);
        text
            += "<p class=\"note\">" + std::to_string(faces)
               + (subject.faces == "all"
                      ? " test faces; the seal is open, and that is recorded in the fit."
                      : " exploration faces; the others stay sealed.")
               + " Chance: 50 % pairwise, "
               + (faces > 0 ? percent(1 / static_cast<double>(faces)) : "n/a")
               + " full. Intervals: " + fixedNumber(100 * evaluation.level, 0)
               + " %, over faces. p (&ge;) is the chance of at least as much, p (&gt;) of more, as "
                 "the paper prints some.</p>\n";
        text += recognitionTable(subject) + imageryTable(subject);
    }
    if (!evaluation.tests.empty())
        text += htmlHeading("group", "Over subjects") + testTable(evaluation.tests);
    if (!evaluation.imagery.empty()) {
        text += htmlHeading("imagery", "Imagery over subjects")
                + "<table><thead><tr><th>Face model</th><th>Region</th><th>Pairwise</th>"
                  "<th>p (&ge;)</th><th>p (&gt;)</th><th>p (mid)</th></tr></thead><tbody>\n";
        for (const evaluate::GroupImagery& one : evaluation.imagery) {
            double sum = 0;
            for (const double won : one.won)
                sum += won;
            text
                += cells({one.model, one.region,
                          percent(sum
                                  / (static_cast<double>(one.won.size())
                                     * static_cast<double>(one.candidates - 1))),
                          pText(one.tails.atLeast), pText(one.tails.more), pText(one.tails.mid())});
        }
        text += "</tbody></table>\n";
    }
    text += htmlHeading("figures", "Figures");
    for (const NamedFigure& one : evaluationFigures(evaluation, kEvaluationMm))
        text += "<figure>\n" + svgText(one.figure) + "</figure>\n";
    text += htmlHeading("provenance", "Where this comes from") + "<table class=\"plain\"><tbody>\n";
    for (const auto& [name, value] : evaluation.provenance)
        text += "<tr><th>" + escapedXml(name) + "</th><td>" + escapedXml(value) + "</td></tr>\n";
    return text + "<tr><th>Again</th><td><code>" + escapedXml(evaluation.command)
           + "</code></td></tr>\n</tbody></table>\n</main></body></html>\n";
}

} // namespace fusiform::report
