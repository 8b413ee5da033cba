// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_rows.h"
#include "core/report/plots_structure.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

#include <cmath>
#include <filesystem>

namespace fusiform::results {

namespace {

using evaluate::GroupSimilarity;
using evaluate::RegionSimilarity;
using evaluate::SimilarityStructure;

std::vector<std::vector<double>> rowsOf(const Eigen::MatrixXd& matrix)
{
    std::vector<std::vector<double>> rows;
    for (Eigen::Index r = 0; r < matrix.rows(); ++r) {
        const Eigen::VectorXd row = matrix.row(r);
        rows.emplace_back(row.begin(), row.end());
    }
    return rows;
}

Json describe(const SimilarityStructure& structure)
{
    Json regions = Json::array();
    for (const RegionSimilarity& region : structure.regions)
        regions.push_back({{"region", region.region},
                           {"rho", finite(region.rho)},
                           {"interval", jsonOf(region.interval)},
                           {"p_labels", finite(region.p)},
                           {"permutations", region.orders},
                           {"is_exact", region.isExact},
                           {"dissimilarity", rowsOf(region.dissimilarity)}});
    return {{"model", structure.model},
            {"faces", structure.faces},
            {"n_pairs", structure.pairs},
            {"true_dissimilarity", rowsOf(structure.truth)},
            {"regions", std::move(regions)}};
}

report::Figure matricesFigure(const std::string& subject, const SimilarityStructure& structure,
                              double widthMm)
{
    report::StructurePlot plot;
    plot.title
        = FUSIFORM_TR("core", "%1, %2: likeness of the faces").arg(subject).arg(structure.model);
    plot.scale = FUSIFORM_TR("core", "dissimilarity, 1 − r");
    for (const std::string& face : structure.faces)
        plot.items.push_back(std::filesystem::path(face).stem().string());
    plot.panels.push_back(
        {FUSIFORM_TR("core", "true codes"),
         FUSIFORM_TR("core", "%1 faces, %2 pairs").arg(structure.faces.size()).arg(structure.pairs),
         structure.truth});
    for (const RegionSimilarity& region : structure.regions)
        plot.panels.push_back(
            {report::plain(region.region),
             FUSIFORM_TR("core", "ρ = %1, p = %2")
                 .arg(std::isfinite(region.rho) ? report::fixedNumber(region.rho, 2) : "n/a")
                 .arg(pText(region.p)),
             region.dissimilarity});
    return report::structureFigure(plot, widthMm);
}

report::Figure correlationFigure(const std::string& subject, const SimilarityStructure& structure,
                                 double widthMm)
{
    report::RowPlot plot;
    plot.title = FUSIFORM_TR("core", "%1, %2: is the likeness of faces kept?")
                     .arg(subject)
                     .arg(structure.model);
    plot.axis = FUSIFORM_TR("core", "Spearman correlation with the true dissimilarities");
    plot.decimals = 2;
    plot.low = -0.2;
    plot.high = 1;
    plot.reference = 0;
    plot.referenceName = FUSIFORM_TR("core", "chance");
    for (const RegionSimilarity& region : structure.regions) {
        report::PlotRow row;
        row.name = report::plain(region.region);
        row.value = region.rho;
        row.interval = region.interval;
        row.note = FUSIFORM_TR("core", "p = %1").arg(pText(region.p));
        plot.rows.push_back(std::move(row));
    }
    return report::rowFigure(plot, widthMm);
}

Table correlationTable(const std::vector<SimilarityStructure>& structures)
{
    Table table{"representational_similarity",
                FUSIFORM_TR("core", "Dissimilarities of the codes read, against those of the true "
                                    "codes (chance: 0)"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"faces", FUSIFORM_TR("core", "Faces"), Kind::Count},
                 {"pairs", FUSIFORM_TR("core", "Pairs"), Kind::Count},
                 {"rho", FUSIFORM_TR("core", "Spearman ρ"), Kind::Number},
                 {"interval_low", FUSIFORM_TR("core", "from"), Kind::Number},
                 {"interval_high", FUSIFORM_TR("core", "to"), Kind::Number},
                 {"p_labels", FUSIFORM_TR("core", "p (labels)"), Kind::P},
                 {"permutations", FUSIFORM_TR("core", "Permutations"), Kind::Count}},
                {}};
    for (const SimilarityStructure& structure : structures)
        for (const RegionSimilarity& region : structure.regions)
            table.rows.push_back(
                {structure.model, region.region, static_cast<double>(structure.faces.size()),
                 static_cast<double>(structure.pairs), region.rho, region.interval.low,
                 region.interval.high, region.p, static_cast<double>(region.orders)});
    return table;
}

/// The numbers behind the pictures, a pair of faces a row.
Table pairsTable(const SimilarityStructure& structure)
{
    Table table{
        "dissimilarity_" + structure.model,
        FUSIFORM_TR("core", "%1: dissimilarity of pairs of faces, 1 − r").arg(structure.model),
        {{"first_face", FUSIFORM_TR("core", "First"), Kind::Name},
         {"second_face", FUSIFORM_TR("core", "Second"), Kind::Name},
         {"true_codes", FUSIFORM_TR("core", "true codes"), Kind::Number}},
        {}};
    for (std::size_t r = 0; r < structure.regions.size(); ++r)
        table.columns.push_back({"region_" + structure.regions[r].region,
                                 report::plain(structure.regions[r].region), Kind::Number});
    for (Eigen::Index i = 0; i < structure.truth.rows(); ++i)
        for (Eigen::Index j = i + 1; j < structure.truth.cols(); ++j) {
            std::vector<Cell> row
                = {structure.faces[static_cast<std::size_t>(i)],
                   structure.faces[static_cast<std::size_t>(j)], structure.truth(i, j)};
            for (const RegionSimilarity& region : structure.regions)
                row.emplace_back(region.dissimilarity(i, j));
            table.rows.push_back(std::move(row));
        }
    return table;
}

Json describe(const GroupSimilarity& group)
{
    Json json = jsonOf(group.sign);
    json["model"] = group.model;
    json["region"] = group.region;
    json["subjects"] = group.subjects;
    json["rho"] = group.rho;
    json["mean"] = group.mean.estimate;
    json["interval"] = jsonOf(group.mean.interval);
    json["above"] = group.above;
    return json;
}

} // namespace

void tellSimilarity(const evaluate::SubjectEvaluation& subject,
                    const evaluate::Evaluation& evaluation, Section& section)
{
    if (subject.similarity.empty()) {
        if (!subject.recognitions.empty() && subject.recognitions.front().ranks.size() < 4)
            section.missing.push_back(
                FUSIFORM_TR("core", "The structure of fewer than four faces is not compared."));
        return;
    }
    section.method
        = FUSIFORM_TR(
              "core",
              "Two faces are as dissimilar as 1 − r of their codes, in training standard "
              "deviations "
              "from the training mean. The dissimilarities of all pairs of codes read from a "
              "region are "
              "compared with those of the true codes by Spearman's rank correlation. Its p "
              "exchanges "
              "the faces' labels, %1 times or every order once, one-sided; its interval holds %2 % "
              "(bootstrap over faces, BCa), where pairs of a face with itself are left out. Faces "
              "are "
              "in the order of the fit; all matrices have one scale of colours, and the diagonal "
              "is "
              "white. Not corrected for the number of regions.")
              .arg(static_cast<long long>(subject.similarity.front().regions.front().orders))
              .arg(100 * evaluation.level);
    section.json = Json::array();
    section.tables.push_back(correlationTable(subject.similarity));
    for (const SimilarityStructure& structure : subject.similarity) {
        section.figures.push_back({structure.model + "_matrices",
                                   matricesFigure(subject.subject, structure, section.widthMm)});
        section.figures.push_back({structure.model + "_correlations",
                                   correlationFigure(subject.subject, structure, section.widthMm)});
        section.tables.push_back(pairsTable(structure));
        section.json.push_back(describe(structure));
    }
}

void tellSimilarityOverSubjects(const evaluate::Evaluation& evaluation, Section& section)
{
    if (evaluation.similarity.empty())
        return;
    section.method
        = FUSIFORM_TR(
              "core",
              "The mean of the subjects' rank correlations, with its interval (%1 %, bootstrap "
              "over "
              "subjects, BCa: of few subjects it is a rough guide). p counts the signs alone: the "
              "chance of at least as many subjects above 0, one half each (sign test, exact).")
              .arg(100 * evaluation.level);
    Table table{"representational_similarity",
                FUSIFORM_TR("core", "Structure of the faces, over subjects (chance: 0)"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"subjects", FUSIFORM_TR("core", "Subjects"), Kind::Count},
                 {"mean", FUSIFORM_TR("core", "Mean ρ"), Kind::Number},
                 {"interval_low", FUSIFORM_TR("core", "from"), Kind::Number},
                 {"interval_high", FUSIFORM_TR("core", "to"), Kind::Number},
                 {"above", FUSIFORM_TR("core", "above 0"), Kind::Count},
                 {"p", FUSIFORM_TR("core", "p (sign test)"), Kind::P}},
                {}};
    section.json = Json::array();
    std::vector<std::pair<std::string, report::RowPlot>> plots;
    for (const GroupSimilarity& group : evaluation.similarity) {
        table.rows.push_back({group.model, group.region, static_cast<double>(group.rho.size()),
                              group.mean.estimate, group.mean.interval.low,
                              group.mean.interval.high, static_cast<double>(group.above),
                              group.sign.atLeast});
        section.json.push_back(describe(group));
        if (plots.empty() || plots.back().first != group.model) {
            report::RowPlot plot;
            plot.title = FUSIFORM_TR("core", "%1: structure of the faces, mean of subjects")
                             .arg(group.model);
            plot.axis = FUSIFORM_TR("core", "Spearman correlation with the true codes; dots: "
                                            "subjects");
            plot.decimals = 2;
            plot.low = -0.2;
            plot.high = 1;
            plot.reference = 0;
            plot.referenceName = FUSIFORM_TR("core", "chance");
            plots.emplace_back(group.model, std::move(plot));
        }
        report::PlotRow row;
        row.name = report::plain(group.region);
        row.value = group.mean.estimate;
        row.interval = group.mean.interval;
        row.points = group.rho;
        row.note = FUSIFORM_TR("core", "%1 of %2 above 0, p = %3")
                       .arg(group.above)
                       .arg(group.rho.size())
                       .arg(pText(group.sign.atLeast));
        plots.back().second.rows.push_back(std::move(row));
    }
    for (auto& [model, plot] : plots)
        section.figures.push_back({model, report::rowFigure(plot, section.widthMm)});
    section.tables.push_back(std::move(table));
}

} // namespace fusiform::results
