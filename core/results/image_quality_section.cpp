// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_between.h"
#include "core/results/analyses.h"
#include "core/results/friedman_parts.h"
#include "core/results/json_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace fusiform::results {

namespace {

using evaluate::ImageQuality;
using evaluate::QualityDifference;
using evaluate::QualityMeasure;
using evaluate::SubjectEvaluation;

Text measureName(const std::string& key)
{
    if (key == "pix_corr")
        return FUSIFORM_TR("core", "Pixel correlation");
    if (key == "ssim")
        return FUSIFORM_TR("core", "SSIM");
    if (key == "ms_ssim")
        return FUSIFORM_TR("core", "Multi-scale SSIM");
    if (key == "latent_r")
        return FUSIFORM_TR("core", "Correlation of codes");
    if (key == "identity")
        return FUSIFORM_TR("core", "Identity");
    return report::plain(key);
}

Json describe(const QualityMeasure& one)
{
    return {{"measure", one.key},
            {"mean", finite(one.mean.estimate)},
            {"interval", jsonOf(one.mean.interval)},
            {"faces", one.faces},
            {"ceiling", finite(one.ceiling)},
            {"floor", finite(one.floor)},
            {"chance", finite(one.chance)},
            {"p", finite(one.permuted.p)},
            {"permutations", one.permuted.orders},
            {"p_is_exact", one.permuted.isExact}};
}

Json describe(const ImageQuality& one)
{
    Json measures = Json::array();
    for (const QualityMeasure& measure : one.measures)
        measures.push_back(describe(measure));
    return {{"model", one.model},           {"region", one.region},
            {"n_faces", one.faces},         {"image_size", one.imageSize},
            {"ms_ssim_scales", one.scales}, {"measures", std::move(measures)}};
}

Json describe(const QualityDifference& one)
{
    return {{"measure", one.key},
            {"first", one.first},
            {"second", one.second},
            {"difference", finite(one.mean.estimate)},
            {"interval", jsonOf(one.mean.interval)},
            {"p", finite(one.flipped.p)},
            {"orders", one.flipped.orders},
            {"p_is_exact", one.flipped.isExact}};
}

Table qualityTable(const SubjectEvaluation& subject)
{
    Table table{"image_quality",
                FUSIFORM_TR("core", "How near reconstructions come to their originals; single "
                                    "tests, not corrected"),
                {{"measure", FUSIFORM_TR("core", "Measure"), Kind::Name},
                 {"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"faces", FUSIFORM_TR("core", "Faces"), Kind::Count},
                 {"mean", FUSIFORM_TR("core", "Mean"), Kind::Number},
                 {"interval_low", FUSIFORM_TR("core", "from"), Kind::Number},
                 {"interval_high", FUSIFORM_TR("core", "to"), Kind::Number},
                 {"chance", FUSIFORM_TR("core", "Chance"), Kind::Number},
                 {"p", FUSIFORM_TR("core", "p (pairing)"), Kind::P},
                 {"floor", FUSIFORM_TR("core", "Mean face"), Kind::Number},
                 {"ceiling", FUSIFORM_TR("core", "True code"), Kind::Number}},
                {}};
    for (const ImageQuality& one : subject.quality)
        for (const QualityMeasure& measure : one.measures)
            table.rows.push_back({measureName(measure.key).english(), one.model, one.region,
                                  static_cast<double>(one.faces), measure.mean.estimate,
                                  measure.mean.interval.low, measure.mean.interval.high,
                                  measure.chance, measure.permuted.p, measure.floor,
                                  measure.ceiling});
    return table;
}

Table facesTable(const SubjectEvaluation& subject)
{
    Table table{"image_quality_faces",
                FUSIFORM_TR("core", "The same of each face"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"face", FUSIFORM_TR("core", "Face"), Kind::Name}},
                {}};
    for (const QualityMeasure& measure : subject.quality.front().measures)
        table.columns.push_back({measure.key, measureName(measure.key), Kind::Number});
    for (const ImageQuality& one : subject.quality) {
        const auto made = std::ranges::find(subject.reconstructions, one.model,
                                            &evaluate::Reconstructions::model);
        for (std::size_t f = 0; f < static_cast<std::size_t>(one.faces); ++f) {
            auto& row = table.rows.emplace_back();
            row.emplace_back(one.model);
            row.emplace_back(made == subject.reconstructions.end() ? std::to_string(f + 1)
                                                                   : made->names[f]);
            for (std::size_t c = 2; c < table.columns.size(); ++c) {
                const QualityMeasure* const measure = one.find(table.columns[c].key);
                row.emplace_back(measure ? measure->faces[f]
                                         : std::numeric_limits<double>::quiet_NaN());
            }
        }
    }
    return table;
}

Table differencesTable(const SubjectEvaluation& subject)
{
    Table table{"image_quality_models",
                FUSIFORM_TR("core", "Between face models, paired over faces (no difference: 0)"),
                {{"measure", FUSIFORM_TR("core", "Measure"), Kind::Name},
                 {"first", FUSIFORM_TR("core", "First"), Kind::Name},
                 {"second", FUSIFORM_TR("core", "Second"), Kind::Name},
                 {"difference", FUSIFORM_TR("core", "First − second"), Kind::Number},
                 {"interval_low", FUSIFORM_TR("core", "from"), Kind::Number},
                 {"interval_high", FUSIFORM_TR("core", "to"), Kind::Number},
                 {"p", FUSIFORM_TR("core", "p (signs)"), Kind::P}},
                {}};
    for (const QualityDifference& one : subject.qualityDifferences)
        table.rows.push_back({measureName(one.key).english(), one.first, one.second,
                              one.mean.estimate, one.mean.interval.low, one.mean.interval.high,
                              one.flipped.p});
    return table;
}

report::Ink inkOfModel(std::size_t model)
{
    constexpr std::array kInks = {report::Ink::First, report::Ink::Second};
    return kInks[model % kInks.size()];
}

report::Figure qualityFigure(const SubjectEvaluation& subject, double widthMm)
{
    report::BetweenPlot plot;
    plot.title = FUSIFORM_TR("core", "%1: reconstructions against originals").arg(subject.subject);
    plot.axis = FUSIFORM_TR("core", "mean over faces, interval; small dots: single faces");
    plot.floorName = FUSIFORM_TR("core", "mean training face");
    plot.chanceName = FUSIFORM_TR("core", "chance: other originals");
    plot.ceilingName = FUSIFORM_TR("core", "true code");
    for (const QualityMeasure& measure : subject.quality.front().measures) {
        for (std::size_t m = 0; m < subject.quality.size(); ++m) {
            const QualityMeasure* const one = subject.quality[m].find(measure.key);
            if (!one)
                continue;
            report::BetweenRow row;
            row.name = report::plain(subject.quality[m].model);
            if (m == 0)
                row.group = measureName(measure.key);
            row.value = one->mean.estimate;
            row.interval = one->mean.interval;
            if (measure.key != "identity") // of a face it is yes or no
                row.points = one->faces;
            row.floor = one->floor;
            row.chance = one->chance;
            row.ceiling = one->ceiling;
            row.note = report::plain("p = " + pText(one->permuted.p));
            row.ink = inkOfModel(m);
            plot.rows.push_back(std::move(row));
        }
    }
    return report::betweenFigure(plot, widthMm);
}

/// Means over subjects, with a dot for each of them.
report::Figure groupQualityFigure(const evaluate::Evaluation& evaluation, double widthMm)
{
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    report::BetweenPlot plot;
    plot.title = FUSIFORM_TR("core", "Reconstructions against originals");
    plot.axis = FUSIFORM_TR("core", "mean over subjects; small dots: subjects");
    for (const evaluate::GroupTest& test : evaluation.quality)
        for (std::size_t m = 0; m < test.conditions.size(); ++m) {
            const Eigen::VectorXd column = test.table.col(static_cast<Eigen::Index>(m));
            report::BetweenRow row;
            row.name = report::plain(test.conditions[m]);
            row.value = column.mean();
            row.interval = {kNone, kNone};
            row.points.assign(column.begin(), column.end());
            row.ink = inkOfModel(m);
            if (m == 0) {
                row.group = measureName(test.score);
                row.groupNote = FUSIFORM_TR("core", "W = %1, exact p = %2")
                                    .arg(std::isfinite(test.friedman.kendallsW)
                                             ? report::fixedNumber(test.friedman.kendallsW, 2)
                                             : "n/a")
                                    .arg(pText(test.friedman.exact.value_or(kNone)));
            }
            plot.rows.push_back(std::move(row));
        }
    return report::betweenFigure(plot, widthMm);
}

Text scalesOf(const SubjectEvaluation& subject)
{
    const ImageQuality& one = subject.quality.front();
    if (one.scales == 0)
        return FUSIFORM_TR("core", "Pictures of %1 pixels are too small for SSIM.")
            .arg(one.imageSize);
    if (one.scales < 5)
        return FUSIFORM_TR("core", "Pictures of %1 pixels hold %2 of the 5 scales; the weights of "
                                   "these are divided by their sum.")
            .arg(one.imageSize)
            .arg(one.scales);
    return FUSIFORM_TR("core", "All 5 scales are used.");
}

} // namespace

void tellImageQuality(const SubjectEvaluation& subject, const evaluate::Evaluation& evaluation,
                      Section& section)
{
    for (const evaluate::Reconstructions& one : subject.reconstructions)
        if (!one.hasOriginals())
            section.missing.push_back(
                FUSIFORM_TR("core", "Pictures of %1 cannot be compared with originals: one or the "
                                    "other is missing.")
                    .arg(one.model));
    section.json = Json::object();
    section.json["models"] = Json::array();
    section.json["differences"] = Json::array();
    section.method = FUSIFORM_TR(
        "core",
        "Pictures of the codes read from the selected voxels, contrast matched as they are "
        "shown, are compared with their originals at the model's size. Pixel correlation: "
        "Pearson over all pixels and colours. SSIM: grey values, window of 11 × 11 with "
        "a Gaussian of sd 1.5 (Wang et al. 2004). Multi-scale SSIM: Wang et al. 2003. %1 "
        "Correlation of codes: Pearson over latents, in training standard deviations from "
        "the training mean. Identity: share of faces whose picture correlates more with its "
        "own original than with any other, in the middle of the picture at 32 × 32 grey "
        "values; chance 1 in %2. Chance: the same pictures against all other originals. p: "
        "originals given to the pictures in %3 orders. Intervals hold %4 %: bootstrap over "
        "faces (BCa). Mean face: the picture of the mean training code. Face models are "
        "compared by flipping the signs of the differences between faces (two-sided).");
    if (subject.quality.empty()) {
        section.method = FUSIFORM_TR("core", "Pictures of the codes are compared with originals.");
        return;
    }
    section.method
        = section.method.arg(scalesOf(subject).english())
              .arg(static_cast<long long>(subject.quality.front().faces))
              .arg(static_cast<long long>(subject.quality.front().measures.front().permuted.orders))
              .arg(100 * evaluation.level);
    section.figures.push_back({"measures", qualityFigure(subject, section.widthMm)});
    section.tables.push_back(qualityTable(subject));
    if (!subject.qualityDifferences.empty())
        section.tables.push_back(differencesTable(subject));
    section.tables.push_back(facesTable(subject));
    for (const ImageQuality& one : subject.quality)
        section.json["models"].push_back(describe(one));
    for (const QualityDifference& one : subject.qualityDifferences)
        section.json["differences"].push_back(describe(one));
}

void tellImageQualityOverSubjects(const evaluate::Evaluation& evaluation, Section& section)
{
    if (evaluation.quality.empty())
        return;
    section.method = FUSIFORM_TR(
        "core",
        "Means over faces are ranked between face models within each subject (Friedman's test, "
        "corrected for ties). The asymptotic p is what papers print; with few subjects only the "
        "exact one keeps its level. Each measure is tested by itself, not corrected for their "
        "number.");
    Table table{"image_quality",
                FUSIFORM_TR("core", "Do face models differ? Friedman's test over subjects"),
                {{"measure", FUSIFORM_TR("core", "Measure"), Kind::Name},
                 {"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"mean", FUSIFORM_TR("core", "Mean"), Kind::Number},
                 {"low", FUSIFORM_TR("core", "Lowest subject"), Kind::Number},
                 {"high", FUSIFORM_TR("core", "Highest subject"), Kind::Number},
                 {"subjects", FUSIFORM_TR("core", "Subjects"), Kind::Count}},
                {}};
    addFriedmanColumns(table);
    section.json = Json::array();
    for (const evaluate::GroupTest& test : evaluation.quality) {
        Json means = Json::object();
        for (std::size_t m = 0; m < test.conditions.size(); ++m) {
            const Eigen::VectorXd column = test.table.col(static_cast<Eigen::Index>(m));
            means[test.conditions[m]] = std::vector<double>(column.begin(), column.end());
            table.rows.push_back({measureName(test.score).english(), test.conditions[m],
                                  column.mean(), column.minCoeff(), column.maxCoeff(),
                                  static_cast<double>(test.subjects.size())});
            addFriedmanCells(table.rows.back(), test.friedman);
        }
        Json& json = section.json.emplace_back(Json{{"measure", test.score},
                                                    {"region", test.of},
                                                    {"subjects", test.subjects},
                                                    {"means", std::move(means)}});
        addFriedman(json, test.friedman);
    }
    section.tables.push_back(std::move(table));
    section.figures.push_back({"measures", groupQualityFigure(evaluation, section.widthMm)});
}

} // namespace fusiform::results
