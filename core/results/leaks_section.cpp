// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

namespace fusiform::results {

using evaluate::LeakEffect;

void tellLeaks(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation&,
               Section& section)
{
    if (subject.leaks.empty()) {
        if (subject.isWithoutSeries)
            section.missing.push_back(withoutSeries());
        return;
    }
    section.method = FUSIFORM_TR(
        "core",
        "A training picture counts as a test face where the face model gives both the same code. "
        "Where there are such pictures, W is estimated again from the kept series without them: "
        "their trials keep the response to any face and lose that to their latents. Pictures that "
        "are only nearly the same are found by the audit of the study. Chance: 50 % pairwise.");
    Table table{"leaks",
                FUSIFORM_TR("core", "Training pictures that are also test faces, and the scores "
                                    "without them"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"pictures", FUSIFORM_TR("core", "Pictures"), Kind::Count},
                 {"trials", FUSIFORM_TR("core", "Trials"), Kind::Count},
                 {"pairwise", FUSIFORM_TR("core", "Pairwise"), Kind::Share},
                 {"pairwise_without", FUSIFORM_TR("core", "without them"), Kind::Share},
                 {"full", FUSIFORM_TR("core", "Full"), Kind::Share},
                 {"full_without", FUSIFORM_TR("core", "without them"), Kind::Share}},
                {}};
    section.json = Json::array();
    for (const LeakEffect& one : subject.leaks) {
        const bool hasAny = !one.stimuli.empty();
        const double none = one.pairwiseWithout; // NaN where there are none
        table.rows.push_back({one.model, one.region, static_cast<double>(one.stimuli.size()),
                              static_cast<double>(one.trials), hasAny ? one.pairwise : none,
                              one.pairwiseWithout, hasAny ? one.full : none, one.fullWithout});
        section.json.push_back({{"model", one.model},
                                {"region", one.region},
                                {"pictures", one.stimuli},
                                {"trials", one.trials},
                                {"pairwise", hasAny ? finite(one.pairwise) : Json(nullptr)},
                                {"pairwise_without", finite(one.pairwiseWithout)},
                                {"full", hasAny ? finite(one.full) : Json(nullptr)},
                                {"full_without", finite(one.fullWithout)}});
    }
    section.tables.push_back(std::move(table));
}

} // namespace fusiform::results
