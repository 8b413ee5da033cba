// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/leak_results.h"

#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace fusiform::task {

namespace {
double fourDigits(double r) { return std::round(1e4 * r) / 1e4; }
} // namespace

Json describeLeaks(const bids::LeakAudit& audit)
{
    Json leaks = Json::array();
    for (const bids::Leak& leak : audit.leaks)
        leaks.push_back({{"train_file", leak.trainStimulus},
                         {"test_face", leak.testFace},
                         {"kind", bids::nameOf(leak.kind)},
                         {"correlation", fourDigits(leak.correlation)},
                         {"sha256", leak.hash}});
    return leaks;
}

std::string leaksText(const bids::LeakAudit& audit, std::size_t most)
{
    std::string text;
    for (std::size_t l = 0; l < std::min(most, audit.leaks.size()); ++l) {
        const bids::Leak& leak = audit.leaks[l];
        text += "  " + leak.trainStimulus + " is " + bids::nameOf(leak.kind) + " to the test face "
                + leak.testFace;
        if (leak.kind == bids::LeakKind::NearlyIdentical)
            text += " (r = " + numberText(fourDigits(leak.correlation)) + ")";
        text += "\n";
    }
    if (audit.leaks.size() > most)
        text += "  and " + std::to_string(audit.leaks.size() - most) + " more\n";
    return text;
}

std::optional<bids::Problem> leakProblem(const bids::LeakAudit& audit)
{
    if (audit.leaks.empty())
        return {};
    bids::Problem problem;
    problem.kind = "leaks";
    problem.message
        = FUSIFORM_TR("core",
                      "%1 training pictures are also test faces (%2 identical, %3 nearly "
                      "identical): a fit leaves them out of training unless told otherwise.")
              .arg(audit.leaks.size())
              .arg(audit.count(bids::LeakKind::Identical))
              .arg(audit.count(bids::LeakKind::NearlyIdentical));
    for (const bids::Leak& leak : audit.leaks)
        problem.files.push_back(std::filesystem::path("stimuli") / leak.trainStimulus);
    return problem;
}

std::optional<FitLeaks> leaksOf(const glm::Fit& fit)
{
    const Json& made = fit.provenance;
    if (!made.is_object() || !made.contains("counts") || !made.at("counts").is_object()
        || !made.at("counts").contains("leaks") || !made.at("counts").at("leaks").is_array())
        return {};
    const Json& counts = made.at("counts");
    FitLeaks leaks;
    for (const Json& leak : counts.at("leaks")) {
        // Fits of the time when only bytes were compared name no kind.
        const bool isNear
            = leak.is_object()
              && leak.value("kind", "identical") == bids::nameOf(bids::LeakKind::NearlyIdentical);
        ++(isNear ? leaks.nearlyIdentical : leaks.identical);
    }
    const Json options = made.value("options", Json::object());
    const bool isDropped = !options.is_object() || options.value("leaks", "drop") == "drop";
    leaks.areLeftOut = counts.value("leaks_left_out", isDropped);
    return leaks;
}

} // namespace fusiform::task
