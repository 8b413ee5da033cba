// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_curve.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"
#include "core/results/spread.h"

#include <cmath>

namespace fusiform::results {

namespace {

using evaluate::LearningCurve;
using evaluate::LearningPoint;

constexpr std::array kCurveInks = {report::Ink::First, report::Ink::Second, report::Ink::Third};

std::vector<double> inPercent(std::vector<double> shares)
{
    for (double& share : shares)
        share *= 100;
    return shares;
}

report::Figure learningFigure(const evaluate::SubjectEvaluation& subject,
                              std::vector<double> LearningPoint::*score, const Text& title,
                              double chance, double widthMm)
{
    report::CurvePlot plot;
    plot.title = title.arg(subject.subject).arg(subject.learning.front().region);
    plot.xName = FUSIFORM_TR("core", "training faces shown, in parts of the runs");
    plot.chance = 100 * chance;
    for (std::size_t m = 0; m < subject.learning.size(); ++m) {
        const LearningCurve& curve = subject.learning[m];
        report::Curve drawn{report::plain(curve.model), kCurveInks[m % kCurveInks.size()], {}};
        for (const LearningPoint& point : curve.points)
            drawn.points.push_back({std::log2(point.share), inPercent(point.*score)});
        plot.curves.push_back(std::move(drawn));
    }
    for (const LearningPoint& point : subject.learning.front().points) {
        const auto parts = std::llround(1 / point.share);
        const std::string share = parts == 1 ? "1" : "1/" + std::to_string(parts);
        plot.xTicks.emplace_back(
            std::log2(point.share),
            report::plain(share + " (" + report::groupedNumber(std::llround(point.trials)) + ")"));
    }
    return report::curveFigure(plot, widthMm);
}

} // namespace

void tellLearning(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation&,
                  Section& section)
{
    if (subject.isWithoutSeries) {
        section.missing.push_back(withoutSeries());
        return;
    }
    if (subject.learning.empty())
        return;
    const double n = static_cast<double>(subject.recognitions.front().ranks.size());
    section.method
        = FUSIFORM_TR(
              "core",
              "The %1 training runs are dealt out into parts, those of a session in turn, and W is "
              "estimated from each part alone; whole runs are left out, so that the noise model "
              "holds. Where a part shows fewer faces than there are latents, the smallest of many "
              "W is taken. Voxels and test patterns stay those of the whole fit: the voxels have "
              "seen "
              "all training runs. A dot is a part, the band one standard deviation over parts, "
              "which are not independent. Chance: 50 % pairwise, %2 % full.")
              .arg(static_cast<long long>(subject.learning.front().runs))
              .arg(report::fixedNumber(100 / n, 1));
    section.figures.push_back(
        {"pairwise",
         learningFigure(subject, &LearningPoint::pairwise,
                        FUSIFORM_TR("core", "%1, %2: pairwise recognition by training, per cent"),
                        0.5, section.widthMm)});
    section.figures.push_back(
        {"full",
         learningFigure(subject, &LearningPoint::full,
                        FUSIFORM_TR("core", "%1, %2: full recognition by training, per cent"),
                        1 / n, section.widthMm)});
    Table table{"learning_curve",
                FUSIFORM_TR("core", "Recognition with a part of the training"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"share", FUSIFORM_TR("core", "Share of runs"), Kind::Share},
                 {"trials", FUSIFORM_TR("core", "Training faces"), Kind::Count},
                 {"parts", FUSIFORM_TR("core", "Parts"), Kind::Count},
                 {"pairwise", FUSIFORM_TR("core", "Pairwise"), Kind::Share},
                 {"pairwise_sd", FUSIFORM_TR("core", "sd"), Kind::Share},
                 {"full", FUSIFORM_TR("core", "Full"), Kind::Share},
                 {"full_sd", FUSIFORM_TR("core", "sd"), Kind::Share}},
                {}};
    section.json = Json::array();
    for (const LearningCurve& curve : subject.learning) {
        Json points = Json::array();
        for (const LearningPoint& point : curve.points) {
            table.rows.push_back({curve.model, point.share, std::round(point.trials),
                                  static_cast<double>(point.pairwise.size()),
                                  meanOf(point.pairwise), sdOf(point.pairwise), meanOf(point.full),
                                  sdOf(point.full)});
            points.push_back({{"share", point.share},
                              {"trials", point.trials},
                              {"pairwise", point.pairwise},
                              {"full", point.full}});
        }
        section.json.push_back({{"model", curve.model},
                                {"region", curve.region},
                                {"runs", curve.runs},
                                {"points", std::move(points)}});
    }
    section.tables.push_back(std::move(table));
}

} // namespace fusiform::results
