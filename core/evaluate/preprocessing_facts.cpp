// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/preprocessing_facts.h"

#include "core/glm/provenance.h"
#include "core/preprocess/quality.h"
#include "core/preprocess/run_decisions.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <limits>

namespace fusiform::evaluate {

namespace {

namespace fs = std::filesystem;

/// What another program's table tells of a run.
preprocess::RunResult ofConfounds(const fs::path& file, const std::string& name)
{
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    preprocess::RunResult run;
    run.files.confounds = file;
    preprocess::RunReport& report = run.report;
    report.name = name;
    report.tsnrMedian = report.driftPercent = report.lostSignal = kNone;
    const Tsv table = readTsv(file);
    report.volumes = static_cast<image::Index>(table.rows.size());
    const auto moved = table.column({"framewise_displacement"});
    if (!moved) {
        report.meanDisplacement = report.largestDisplacement = kNone;
        return run;
    }
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        if (const auto value = table.optionalNumber(row, *moved)) { // none of the first volume
            sum += *value;
            ++count;
            report.largestDisplacement = std::max(report.largestDisplacement, *value);
            if (*value > preprocess::kMotionOutlierMm)
                report.outliers.push_back(static_cast<image::Index>(row));
        }
    report.meanDisplacement = count > 0 ? sum / static_cast<double>(count) : kNone;
    return run;
}

void addRunsOfConfounds(const fs::path& func, std::vector<preprocess::RunResult>& runs)
{
    constexpr std::string_view kEnd = "_desc-confounds_timeseries.tsv";
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(func, ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(kEnd) && name.find("_task-loc") == std::string::npos)
            runs.push_back(ofConfounds(entry.path(), name.substr(0, name.size() - kEnd.size())));
    }
}

std::vector<preprocess::RunResult> runsOfOthers(const fs::path& folder, const std::string& subject)
{
    std::vector<preprocess::RunResult> runs;
    addRunsOfConfounds(folder / subject / "func", runs);
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder / subject, ignored))
        if (entry.path().filename().string().starts_with("ses-"))
            addRunsOfConfounds(entry.path() / "func", runs);
    std::ranges::sort(runs, {}, [](const preprocess::RunResult& run) { return run.report.name; });
    return runs;
}

} // namespace

PreprocessingFacts preprocessingFacts(const glm::Fit& fit)
{
    PreprocessingFacts facts;
    const std::string images = glm::recordedText(fit, "counts", "images");
    const fs::path study = glm::recordedText(fit, "options", "study");
    if (images.empty() || study.empty())
        return facts;
    if (images == "raw") {
        facts.images = PreprocessingFacts::Images::Raw;
        return facts;
    }
    facts.images = PreprocessingFacts::Images::Preprocessed;
    facts.madeBy = glm::recordedText(fit, "counts", "images_made_by");
    fs::path folder = glm::recordedText(fit, "options", "images"); // "auto", or the folder itself
    std::error_code ignored;
    if (!fs::is_directory(folder / fit.subject, ignored))
        folder = study / "derivatives" / images;
    facts.folder = folder.string();
    if (lowerCase(facts.madeBy).starts_with("fusiform")) {
        facts.runs = preprocess::writtenRuns(folder, fit.subject);
        facts.options = preprocess::writtenOptions(folder, fit.subject);
    } else {
        facts.runs = runsOfOthers(folder, fit.subject);
    }
    std::erase_if(facts.runs,
                  [](const preprocess::RunResult& run) { return !run.report.isFaceRun; });
    for (const auto& [name, decision] : preprocess::droppedRuns(study / "derivatives" / "fusiform"))
        facts.dropped.insert(name);
    return facts;
}

} // namespace fusiform::evaluate
