// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/series_results.h"

#include "core/glm/kept_series.h"
#include "core/task/ceiling_results.h"
#include "core/task/reliability_results.h"
#include "core/task/trial_results.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;

Json describe(const glm::KeptSeries& series)
{
    const auto scans = series.index().scans();
    return {
        {"runs", series.runs().size()},
        {"scans", scans},
        {"voxels", series.voxels()},
        {"megabytes", static_cast<double>(scans) * static_cast<double>(series.voxels()) * 4 / 1e6},
        {"noise", series.index().noise},
        {"projected_out", "constant, cosines and confounds of each run"}};
}

/// "0.21", or "unknown" for null.
std::string rounded(const Json& number)
{
    if (!number.is_number())
        return "unknown";
    std::array<char, 32> text = {};
    std::snprintf(text.data(), text.size(), "%.3g", number.get<double>());
    return text.data();
}

} // namespace

Json writeSeriesResults(const glm::Fit& fit, const fs::path& folder, glm::TrialMethod trials,
                        Progress& progress)
{
    const glm::KeptSeries series = glm::KeptSeries::read(folder / "series");
    Json summary = {{"series", describe(series)},
                    {"reliability", writeReliability(fit, series, folder, progress)},
                    {"noise_ceiling", writeNoiseCeiling(fit, series, folder, progress)}};
    if (trials != glm::TrialMethod::None)
        summary["trials"] = writeTrials(series, trials, folder / "trials", progress);
    return summary;
}

Json describeSeriesResults(const glm::Fit& fit)
{
    const fs::path folder = fit.folder / "series";
    if (!glm::isKeptSeries(folder))
        return Json::object();
    Json summary = {{"series", describe(glm::KeptSeries::read(folder))},
                    {"reliability", readReliability(fit)},
                    {"noise_ceiling", readNoiseCeiling(fit.folder)}};
    if (const Json trials = readTrials(fit.folder / "trials"); !trials.is_null())
        summary["trials"] = trials;
    return summary;
}

std::string seriesText(const Json& summary)
{
    std::string text;
    for (const Json& model : summary.value("reliability", Json::array()))
        text += "W of odd and even runs, " + model.at("model").get<std::string>() + ": median r "
                + rounded(model.at("voxels").at("median")) + " over voxels, "
                + rounded(model.at("voxels_corrected").at("median"))
                + " for all runs (Spearman-Brown).\n";
    if (const Json ceiling = summary.value("noise_ceiling", Json()); ceiling.is_object()) {
        text += "Noise ceiling of " + std::to_string(ceiling.at("n_faces").get<long>())
                + " exploration faces, " + rounded(ceiling.at("repetitions")) + " repetitions:";
        for (const Json& region : ceiling.at("models").at(0).at("regions"))
            text += " " + region.at("region").get<std::string>() + " "
                    + rounded(region.at("pooled_percent")) + " %,";
        text.back() = '.';
        text += "\n";
    }
    return text;
}

} // namespace fusiform::task
