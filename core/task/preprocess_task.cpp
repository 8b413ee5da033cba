// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/preprocess_task.h"

#include "core/bids/repetition_time.h"
#include "core/io/nifti.h"
#include "core/preprocess/run_decisions.h"
#include "core/preprocess/slice_timing.h"
#include "core/report/html_report.h"
#include "core/task/costs.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"

#include <cstdio>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;

struct SliceTimes {
    std::vector<double> times;
    bool isGuess = false; ///< nothing says how the slices were taken
};

SliceTimes sliceTimesOf(const bids::Run& run, const io::NiftiHeader& header, double repetitionTime,
                        const std::string& order)
{
    const image::Index slices = header.grid().shape[2];
    const bool isAuto = order == "auto";
    const auto named
        = isAuto ? preprocess::SliceOrder::Sidecar : preprocess::sliceOrderNamed(order);
    if (named == preprocess::SliceOrder::Custom)
        return {preprocess::sliceTimesOfList(order, slices, repetitionTime), false};
    if (named != preprocess::SliceOrder::Sidecar)
        return {preprocess::sliceTimes(named, slices, repetitionTime), false};
    std::vector<double> times;
    if (!run.sidecar.empty())
        times = bids::readSidecar(run.sidecar).sliceTiming;
    if (times.empty() && isAuto)
        return {preprocess::sliceTimes(preprocess::SliceOrder::OddThenEven, slices, repetitionTime),
                true};
    if (static_cast<image::Index>(times.size()) != slices)
        throw badData(run.sidecar.empty() ? run.bold : run.sidecar,
                      FUSIFORM_TR("core", "SliceTiming with %1 times, one a slice").arg(slices),
                      FUSIFORM_TR("core", "%1").arg(times.size()));
    for (const double time : times)
        if (!(time >= 0) || !(time < repetitionTime + 1e-3))
            throw badData(run.sidecar,
                          FUSIFORM_TR("core", "slice times between 0 and %1 s").arg(repetitionTime),
                          FUSIFORM_TR("core", "%1 s").arg(time));
    return {times, false};
}

Json jsonOf(const preprocess::RunReport& run)
{
    return {{"run", run.name},
            {"session", run.session},
            {"volumes", run.volumes},
            {"framewise_displacement_mean", run.meanDisplacement},
            {"framewise_displacement_max", run.largestDisplacement},
            {"tsnr_median", run.tsnrMedian},
            {"drift_percent", run.driftPercent},
            {"signal_lost", run.lostSignal},
            {"outlier_volumes", run.outliers}};
}

Json jsonOf(const preprocess::Coregistration& anatomy)
{
    return {{"t1_world_to_bold_world", image::Affine(anatomy.sourceFromReference).rows()},
            {"normalised_mutual_information", anatomy.similarity},
            {"normalised_mutual_information_before", anatomy.similarityBefore}};
}

std::string textOf(const preprocess::SubjectReport& report, const fs::path& output)
{
    std::string text = "run                                        volumes  FD mean  FD max   tSNR "
                       " drift %  outliers  lost %\n";
    for (const preprocess::RunReport& run : report.runs) {
        char line[160];
        std::snprintf(line, sizeof line, "%-42s %7ld %8.3f %7.2f %6.1f %8.2f %9zu %7.2f\n",
                      run.name.c_str(), static_cast<long>(run.volumes), run.meanDisplacement,
                      run.largestDisplacement, run.tsnrMedian, run.driftPercent,
                      run.outliers.size(), 100 * run.lostSignal);
        text += line;
    }
    text += std::to_string(report.maskVoxels) + " voxels in the mask of all face runs; "
            + std::to_string(report.runsSkipped) + " of " + std::to_string(report.runs.size())
            + " runs were done before. Written to " + output.string() + "\n";
    return text;
}

} // namespace

report::QualityReport qualityReportOf(const bids::Study& study, const bids::Subject& subject,
                                      const fs::path& derivatives, Progress& progress)
{
    report::QualityReport report;
    report.study = study.name;
    report.studyFolder = study.root;
    report.derivatives = derivatives;
    report.subject = subject.label;
    report.options = preprocess::writtenOptions(derivatives, subject.label);
    report.runs = preprocess::writtenRuns(derivatives, subject.label);
    std::set<std::string> dropped;
    for (auto& [name, decision] : preprocess::droppedRuns(derivatives))
        for (const preprocess::RunResult& run : report.runs)
            if (run.report.name == name && dropped.insert(name).second)
                report.dropped.emplace(name, decision);
    report.design = report::designOf(subject, derivatives, dropped, progress);
    return report;
}

preprocess::SubjectInput preprocessInput(const bids::Subject& subject,
                                         const std::string& sliceOrder, Progress& progress)
{
    preprocess::SubjectInput input;
    input.subject = subject.label;
    input.anatomy = bids::firstAnatomy(subject);
    std::size_t guessed = 0;
    const auto add = [&](const bids::Run& run, bool isFaceRun) {
        if (run.boldState == bids::FileState::Unreadable)
            throw failure(FUSIFORM_TR("core", "%1: permission denied.").arg(run.bold.string()));
        if (run.boldState != bids::FileState::Present)
            return;
        const io::NiftiHeader header = io::readNiftiHeader(run.bold);
        const double repetitionTime = bids::repetitionTime(run, header);
        SliceTimes slices = sliceTimesOf(run, header, repetitionTime, sliceOrder);
        guessed += slices.isGuess;
        input.runs.push_back(
            {run.session, run.name, run.bold, repetitionTime, std::move(slices.times), isFaceRun});
    };
    for (const std::string& session :
         subject.sessions.empty() ? std::vector<std::string>{""} : subject.sessions) {
        for (const bids::Run& run : subject.faceRuns)
            if (run.session == session)
                add(run, true);
        for (const bids::Run& run : subject.localizerRuns)
            if (run.session == session)
                add(run, false);
    }
    if (guessed > 0)
        progress.warn(
            FUSIFORM_TR("core",
                        "%1 runs do not say in which order their slices were taken: odd, then even "
                        "ones are assumed, as Philips does; --slice-order says otherwise.")
                .arg(guessed));
    return input;
}

void describe(PreprocessOptions& options, Fields& fields)
{
    fields.add("study", &options.study, FUSIFORM_TR("core", "The BIDS study.")).positional();
    fields
        .add("output", &options.output,
             FUSIFORM_TR("core",
                         "Folder of the derivatives, usually derivatives/fusiform of the study."))
        .positional();
    fields.add("participant-label", &options.participant,
               FUSIFORM_TR("core", "The subject, with or without \"sub-\"."));
    fields.add("slice-order", &options.sliceOrder,
               FUSIFORM_TR(
                   "core",
                   "auto (the sidecar's SliceTiming, else odd-even), sidecar, odd-even, ascending, "
                   "descending, interleaved (Philips: steps of the square root), off, or a list of "
                   "slice numbers from 1."));
}

fs::path writeQualityReport(const bids::Study& study, const bids::Subject& subject,
                            const fs::path& derivatives, Progress& progress)
{
    const report::QualityReport report = qualityReportOf(study, subject, derivatives, progress);
    const fs::path file = report::reportFile(derivatives, subject.label);
    writeFileAtomically(file, report::qualityHtml(report, progress));
    return file;
}

Outcome runPreprocess(const PreprocessOptions& options, Progress& progress)
{
    const Costs costs;
    const bids::Study study = bids::openStudy(options.study);
    const bids::Subject subject = bids::chosenSubject(study, options.participant);
    const preprocess::SubjectInput input = preprocessInput(subject, options.sliceOrder, progress);
    const preprocess::SubjectReport report
        = preprocess::preprocessSubject(input, options.output, progress);

    preprocess::writeRunTable(options.output, subject.label, report,
                              {{"Slice order", options.sliceOrder}});
    const fs::path page = writeQualityReport(study, subject, options.output, progress);

    Outcome outcome;
    Json runs = Json::array();
    for (const preprocess::RunReport& run : report.runs)
        runs.push_back(jsonOf(run));
    outcome.json = {{"subject", subject.label},
                    {"slice_order", options.sliceOrder},
                    {"voxels_mask", report.maskVoxels},
                    {"runs_skipped", report.runsSkipped},
                    {"runs", runs},
                    {"report", page.string()},
                    {"coregistration", report.anatomy ? jsonOf(*report.anatomy) : Json()}};
    costs.addTo(outcome.json);
    outcome.text = textOf(report, options.output);
    return outcome;
}

} // namespace fusiform::task
