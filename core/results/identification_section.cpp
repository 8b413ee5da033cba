// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_matrix.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

namespace fusiform::results {

namespace {

using evaluate::Identification;

report::Figure confusionFigure(const std::string& subject, const Identification& one,
                               double widthMm)
{
    report::MatrixPlot plot;
    plot.title = FUSIFORM_TR("core", "%1, %2, %3: which decoded face resembles which true face")
                     .arg(subject)
                     .arg(one.model)
                     .arg(one.region);
    plot.rowsName = FUSIFORM_TR("core", "decoded face");
    plot.columnsName
        = FUSIFORM_TR("core", "true face (frame: the own one, dot: the best of the row)");
    plot.values = one.similarity;
    plot.names = one.names;
    plot.isOwnMarked = true;
    return report::matrixFigure(plot, widthMm);
}

Table topTable(const evaluate::SubjectEvaluation& subject)
{
    Table table{"identification",
                FUSIFORM_TR("core", "The own face among the most similar, of candidates drawn at "
                                    "random (expectation over all draws)"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"candidates", FUSIFORM_TR("core", "Candidates"), Kind::Count},
                 {"best", FUSIFORM_TR("core", "Among the best"), Kind::Count},
                 {"faces", FUSIFORM_TR("core", "Faces"), Kind::Count},
                 {"share", FUSIFORM_TR("core", "Found"), Kind::Share},
                 {"chance", FUSIFORM_TR("core", "Chance"), Kind::Share}},
                {}};
    for (const Identification& one : subject.identification)
        for (const evaluate::TopK& top : one.tops)
            table.rows.push_back({one.model, one.region, static_cast<double>(top.ways),
                                  static_cast<double>(top.best),
                                  static_cast<double>(one.names.size()), top.share, top.chance});
    return table;
}

Table spreadTable(const evaluate::SubjectEvaluation& subject)
{
    Table table{"code_spread",
                FUSIFORM_TR("core", "Do decoded faces all come out alike? Beside the true codes"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"forward", FUSIFORM_TR("core", "Pairwise"), Kind::Share},
                 {"backward", FUSIFORM_TR("core", "the other way"), Kind::Share},
                 {"median_rank", FUSIFORM_TR("core", "Median rank"), Kind::Number},
                 {"reciprocal_rank", FUSIFORM_TR("core", "1 / rank, mean"), Kind::Number},
                 {"reciprocal_chance", FUSIFORM_TR("core", "chance"), Kind::Number},
                 {"directions", FUSIFORM_TR("core", "Directions, decoded"), Kind::Number},
                 {"directions_true", FUSIFORM_TR("core", "true"), Kind::Number},
                 {"r", FUSIFORM_TR("core", "r between faces, decoded"), Kind::Number},
                 {"r_true", FUSIFORM_TR("core", "true"), Kind::Number},
                 {"length", FUSIFORM_TR("core", "Length, decoded"), Kind::Number},
                 {"length_true", FUSIFORM_TR("core", "true"), Kind::Number}},
                {}};
    for (const Identification& one : subject.identification)
        table.rows.push_back({one.model, one.region, one.forward, one.backward, one.medianRank,
                              one.reciprocalRank, one.reciprocalChance, one.decoded.participation,
                              one.truth.participation, one.decoded.correlation,
                              one.truth.correlation, one.decoded.length, one.truth.length});
    return table;
}

Json describe(const evaluate::CodeSpread& spread)
{
    return {{"directions", finite(spread.participation)},
            {"r", finite(spread.correlation)},
            {"length", finite(spread.length)}};
}

Json describe(const Identification& one)
{
    Json tops = Json::array();
    for (const evaluate::TopK& top : one.tops)
        tops.push_back({{"candidates", top.ways},
                        {"best", top.best},
                        {"share", finite(top.share)},
                        {"chance", top.chance}});
    Json matrix = Json::array();
    for (Eigen::Index row = 0; row < one.similarity.rows(); ++row) {
        Json& line = matrix.emplace_back(Json::array());
        for (Eigen::Index column = 0; column < one.similarity.cols(); ++column)
            line.push_back(finite(one.similarity(row, column)));
    }
    return {{"model", one.model},
            {"region", one.region},
            {"names", one.names},
            {"pairwise", finite(one.forward)},
            {"pairwise_other_way", finite(one.backward)},
            {"median_rank", one.medianRank},
            {"reciprocal_rank", one.reciprocalRank},
            {"reciprocal_chance", one.reciprocalChance},
            {"top", std::move(tops)},
            {"decoded", describe(one.decoded)},
            {"true", describe(one.truth)},
            {"similarity", std::move(matrix)}};
}

} // namespace

void tellIdentification(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation&,
                        Section& section)
{
    if (subject.identification.empty())
        return;
    section.method = FUSIFORM_TR(
        "core",
        "Similarity is the correlation of the decoded with the true code. The other way asks "
        "which decoded face resembles a true one: it falls behind where some decoded faces "
        "resemble "
        "everything. Directions are the participation ratio of the codes' covariance over faces, r "
        "the mean correlation between different faces and length their mean distance from the "
        "training mean, in training standard deviations about that mean: a decoder that collapses "
        "has few directions and faces that correlate; noise and ridge make decoded codes shorter "
        "than true ones.");
    for (const Identification& one : subject.identification) {
        // One matrix a face model, of the selected voxels: the others are in the numbers.
        if (section.figures.empty() || section.figures.back().name != one.model)
            section.figures.push_back(
                {one.model, confusionFigure(subject.subject, one, section.widthMm)});
        section.json.push_back(describe(one));
    }
    section.tables.push_back(topTable(subject));
    section.tables.push_back(spreadTable(subject));
}

} // namespace fusiform::results
