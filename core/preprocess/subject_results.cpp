// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/subject_results.h"

#include "core/preprocess/rigid.h"
#include "core/preprocess/subject.h"
#include "core/util/atomic_file.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <map>

namespace fusiform::preprocess {

namespace {

namespace fs = std::filesystem;
using Eigen::Index;

constexpr std::string_view kSuffix = "_desc-preproc_bold.json";

fs::path tableFile(const fs::path& folder, const std::string& subject)
{
    return folder / subject / (subject + "_desc-quality_runs.tsv");
}

/// Share of the usual mask that is lost, by run; empty if the table is not there yet.
std::map<std::string, double> lostSignals(const fs::path& folder, const std::string& subject)
{
    std::map<std::string, double> lost;
    const fs::path file = tableFile(folder, subject);
    if (!fs::exists(file))
        return lost;
    const Tsv table = readTsv(file);
    const std::size_t run = table.requiredColumn({"run"});
    const std::size_t share = table.requiredColumn({"signal_lost"});
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        lost[table.rows[row][run]] = table.number(row, share);
    return lost;
}

void findRuns(const fs::path& func, const fs::path& folder, const std::string& subject,
              const std::string& session, std::vector<RunResult>& runs)
{
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(func, error)) {
        std::string name = entry.path().filename().string();
        if (!name.ends_with(kSuffix))
            continue;
        name.resize(name.size() - kSuffix.size());
        RunResult run{{}, runFiles(folder, subject, session, name)};
        const auto report = writtenRun(run.files);
        if (!report)
            continue;
        run.report = *report;
        run.report.name = name;
        run.report.session = session;
        runs.push_back(std::move(run));
    }
}

std::vector<double> column(const Tsv& table, const char* name)
{
    const std::size_t at = table.requiredColumn({name});
    std::vector<double> values;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        values.push_back(table.optionalNumber(row, at).value_or(0));
    return values;
}

} // namespace

std::vector<RunResult> writtenRuns(const fs::path& folder, const std::string& subject)
{
    std::vector<RunResult> runs;
    findRuns(folder / subject / "func", folder, subject, {}, runs);
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder / subject, error))
        if (const std::string session = entry.path().filename().string();
            session.starts_with("ses-"))
            findRuns(entry.path() / "func", folder, subject, session, runs);
    std::ranges::sort(runs, {}, [](const RunResult& run) { return run.report.name; });
    const auto lost = lostSignals(folder, subject);
    for (RunResult& run : runs) {
        const auto found = lost.find(run.report.name);
        run.report.lostSignal
            = found == lost.end() ? std::numeric_limits<double>::quiet_NaN() : found->second;
    }
    return runs;
}

RunSeries readRunSeries(const RunFiles& files)
{
    const Tsv table = readTsv(files.confounds);
    RunSeries series;
    series.motion.resize(static_cast<Index>(table.rows.size()), 6);
    for (Index p = 0; p < 6; ++p) {
        const std::vector<double> values
            = column(table, kMotionColumns[static_cast<std::size_t>(p)]);
        series.motion.col(p)
            = Eigen::Map<const Eigen::VectorXd>(values.data(), static_cast<Index>(values.size()));
    }
    series.displacement = column(table, "framewise_displacement");
    series.dvars = column(table, "dvars");
    series.globalSignal = column(table, "global_signal");
    const std::vector<double> marks = column(table, "motion_outlier");
    for (std::size_t t = 0; t < marks.size(); ++t)
        if (marks[t] > 0)
            series.outliers.push_back(static_cast<Index>(t));
    return series;
}

OptionList writtenOptions(const fs::path& folder, const std::string& subject)
{
    const fs::path file = tableFile(folder, subject).replace_extension(".json");
    OptionList options;
    if (!fs::exists(file))
        return options;
    const Json json = readJson(file);
    if (const auto listed = json.find("Options"); listed != json.end() && listed->is_object())
        for (const auto& [name, value] : listed->items())
            if (value.is_string())
                options.emplace_back(name, value.get<std::string>());
    return options;
}

void writeRunTable(const fs::path& folder, const std::string& subject, const SubjectReport& report,
                   const OptionList& options)
{
    Tsv table;
    table.columns = {"run",    "session", "face_run", "volumes",       "fd_mean",
                     "fd_max", "tsnr",    "outliers", "drift_percent", "signal_lost"};
    for (const RunReport& run : report.runs)
        table.rows.push_back({run.name, run.session.empty() ? "n/a" : run.session,
                              run.isFaceRun ? "1" : "0", std::to_string(run.volumes),
                              numberText(run.meanDisplacement), numberText(run.largestDisplacement),
                              numberText(run.tsnrMedian), std::to_string(run.outliers.size()),
                              numberText(run.driftPercent), numberText(run.lostSignal)});
    writeFileAtomically(tableFile(folder, subject), tsvText(table));
    Json listed = Json::object();
    for (const auto& [name, value] : options)
        listed[name] = value;
    writeJson(tableFile(folder, subject).replace_extension(".json"),
              {{"FusiformVersion", FUSIFORM_VERSION}, {"Options", listed}});
}

} // namespace fusiform::preprocess
