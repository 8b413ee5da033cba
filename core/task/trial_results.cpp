// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/trial_results.h"

#include "core/util/error.h"
#include "core/util/json.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;

constexpr const char* kTrialsFile = "trials.json";
constexpr const char* kPatterns = "patterns.bin";

const char* described(glm::TrialMethod method)
{
    return method == glm::TrialMethod::AllAtOnce
               ? "LSA: per run one model with a column for every training trial, beside the other "
                 "conditions"
               : "LSS (Mumford et al. 2012): per trial a model with its column and one for the "
                 "run's other training trials, beside the other conditions";
}

Tsv tableOf(const glm::KeptSeries& series)
{
    Tsv table;
    table.columns = {"run", "session", "onset", "duration", "stimulus"};
    for (const glm::SeriesRun& run : series.runs())
        for (const glm::ShownFace& face : run.training)
            table.rows.push_back({run.name, run.session.empty() ? "n/a" : run.session,
                                  numberText(face.onset), numberText(face.duration),
                                  face.stimulus});
    return table;
}

} // namespace

Json writeTrials(const glm::KeptSeries& series, glm::TrialMethod method, const fs::path& folder,
                 Progress& progress)
{
    using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const RowMajor patterns = glm::trainingPatterns(series, method, progress);
    const Json json
        = {{"method", method == glm::TrialMethod::AllAtOnce ? "lsa" : "lss"},
           {"description", described(method)},
           {"layout", "patterns.bin: little-endian float32, trial after trial, the voxels of the "
                      "kept series side by side; trials.tsv: one row a trial"},
           {"units", "percent of the run's grand mean"},
           {"trials", patterns.rows()},
           {"voxels", patterns.cols()}};
    writeFileAtomically(
        folder / kPatterns,
        std::as_bytes(std::span(patterns.data(), static_cast<std::size_t>(patterns.size()))));
    writeFileAtomically(folder / "trials.tsv", tsvText(tableOf(series)));
    writeJson(folder / kTrialsFile, json);
    return json;
}

Json readTrials(const fs::path& folder)
{
    if (!fs::exists(folder / kTrialsFile))
        return nullptr;
    Json json = readJson(folder / kTrialsFile);
    std::error_code error;
    const auto found = fs::file_size(folder / kPatterns, error);
    try {
        const auto trials = json.at("trials").get<std::uint64_t>();
        const auto voxels = json.at("voxels").get<std::uint64_t>();
        if (error || found != 4 * trials * voxels)
            throw badData(folder / kPatterns,
                          FUSIFORM_TR("core", "%1 bytes (%2 trials x %3 voxels)")
                              .arg(4 * trials * voxels)
                              .arg(trials)
                              .arg(voxels),
                          FUSIFORM_TR("core", "%1").arg(error ? 0 : found));
    } catch (const Json::exception& problem) {
        throw badData(folder / kTrialsFile, FUSIFORM_TR("core", "the fields of single trials"),
                      FUSIFORM_TR("core", "%1").arg(problem.what()));
    }
    return json;
}

} // namespace fusiform::task
