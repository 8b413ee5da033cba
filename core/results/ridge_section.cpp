// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_curve.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

#include <array>
#include <cmath>

namespace fusiform::results {

namespace {

using evaluate::RidgeEffect;
using evaluate::RidgeStep;

report::Figure ridgeFigure(const evaluate::SubjectEvaluation& subject, double widthMm)
{
    constexpr std::array kInks = {report::Ink::First, report::Ink::Second, report::Ink::Third};
    report::CurvePlot plot;
    plot.title = FUSIFORM_TR("core", "%1, %2: pairwise recognition by ridge, per cent")
                     .arg(subject.subject)
                     .arg(subject.ridges.front().region);
    plot.xName = FUSIFORM_TR("core", "ridge, relative to the mean diagonal of the Gram matrix");
    for (std::size_t m = 0; m < subject.ridges.size(); ++m) {
        const RidgeEffect& effect = subject.ridges[m];
        report::Curve curve{report::plain(effect.model), kInks[m % kInks.size()], {}};
        for (const RidgeStep& step : effect.steps)
            curve.points.push_back({std::log10(step.ridge), {100 * step.pairwise}});
        plot.curves.push_back(std::move(curve));
    }
    for (const RidgeStep& step : subject.ridges.front().steps)
        if (const double power = std::log10(step.ridge); std::abs(power - std::round(power)) < 0.01)
            plot.xTicks.emplace_back(power, report::plain(report::shortNumber(step.ridge)));
    if (const double used = subject.ridges.front().used; used > 0)
        plot.marks.emplace_back(std::log10(used), FUSIFORM_TR("core", "used"));
    return report::curveFigure(plot, widthMm);
}

} // namespace

void tellRidge(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation&,
               Section& section)
{
    if (subject.ridges.empty())
        return;
    section.method = FUSIFORM_TR(
        "core",
        "The selected voxels are read with ridges of other strengths. This is shown to say "
        "how much depends on the choice, and must not be chosen by: these are the test "
        "faces. A ridge is chosen on training faces (decode --choose-ridge). Chance: 50 %.");
    section.figures.push_back({"pairwise", ridgeFigure(subject, section.widthMm)});
    Table table{"ridge",
                FUSIFORM_TR("core", "Recognition by ridge (chance 50 % pairwise)"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"ridge", FUSIFORM_TR("core", "Ridge"), Kind::Number},
                 {"pairwise", FUSIFORM_TR("core", "Pairwise"), Kind::Share},
                 {"full", FUSIFORM_TR("core", "Full"), Kind::Share}},
                {}};
    section.json = Json::array();
    for (const RidgeEffect& effect : subject.ridges) {
        Json steps = Json::array();
        for (const RidgeStep& step : effect.steps) {
            table.rows.push_back({effect.model, step.ridge, step.pairwise, step.full});
            steps.push_back({{"ridge", step.ridge},
                             {"pairwise", finite(step.pairwise)},
                             {"full", finite(step.full)}});
        }
        section.json.push_back({{"model", effect.model},
                                {"region", effect.region},
                                {"used", effect.used},
                                {"steps", std::move(steps)}});
    }
    section.tables.push_back(std::move(table));
}

} // namespace fusiform::results
