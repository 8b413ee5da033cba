// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/bids_task.h"

#include "core/io/nifti.h"
#include "core/task/leak_results.h"
#include "core/util/error.h"
#include "core/util/parallel.h"

#include <map>
#include <set>

namespace fusiform::task {

namespace {

using bids::FileState;
using bids::Problem;
using bids::Severity;

constexpr std::size_t kLeaksListed = 10; // as text; the JSON has all

/// Collects problems of one kind into one entry with many files.
class ProblemList {
public:
    explicit ProblemList(std::filesystem::path root) : m_root(std::move(root)) { }

    void add(Severity severity, const std::string& kind, const std::filesystem::path& file)
    {
        Problem& problem = m_byKind[kind];
        problem.severity = severity;
        problem.kind = kind;
        problem.files.push_back(file.lexically_relative(m_root));
    }
    /// Gives a kind its sentence; %1 is the number of files.
    void explain(const std::string& kind, const Text& text)
    {
        if (const auto found = m_byKind.find(kind); found != m_byKind.end())
            found->second.message = text.arg(found->second.files.size());
    }
    void addMessage(Severity severity, const std::string& kind, Text text)
    {
        m_byKind[kind] = {severity, kind, std::move(text), {}};
    }
    [[nodiscard]] std::vector<Problem> take()
    {
        std::vector<Problem> all;
        for (auto& [kind, problem] : m_byKind)
            all.push_back(std::move(problem));
        return all;
    }

private:
    std::filesystem::path m_root;
    std::map<std::string, Problem> m_byKind;
};

std::filesystem::path nameOf(const bids::Study& study, const bids::Subject& subject,
                             const bids::Run& run)
{
    const std::filesystem::path folder = run.session.empty()
                                             ? study.root / subject.label
                                             : study.root / subject.label / run.session;
    return run.bold.empty() ? folder / "func" / (run.name + "_bold.nii.gz") : run.bold;
}

void checkImage(const bids::Run& run, const std::vector<bids::Event>& events, ProblemList& problems)
{
    const io::NiftiHeader header = io::readNiftiHeader(run.bold);
    const double headerTime = header.zooms.size() > 3 ? header.zooms[3] : 0;
    double time = headerTime;
    if (!run.sidecar.empty())
        if (const auto sidecar = bids::readSidecar(run.sidecar); sidecar.repetitionTime)
            time = *sidecar.repetitionTime;
    if (std::abs(time - headerTime) > 1e-3)
        problems.add(Severity::Warning, "repetition_time_differs", run.bold);
    const double end = time * static_cast<double>(header.volumeCount());
    for (const bids::Event& event : events)
        if (bids::eventEnd(event) > end + 1e-9) {
            problems.add(Severity::Note, "events_after_scan", run.events);
            break;
        }
}

void checkRun(const bids::Study& study, const bids::Subject& subject, const bids::Run& run,
              const std::vector<bids::Event>& events, ProblemList& problems)
{
    const std::filesystem::path image = nameOf(study, subject, run);
    switch (run.boldState) {
    case FileState::Present: checkImage(run, events, problems); break;
    case FileState::Missing: problems.add(Severity::Warning, "no_images", image); break;
    case FileState::NotDownloaded: problems.add(Severity::Warning, "not_downloaded", image); break;
    case FileState::BrokenLink: problems.add(Severity::Warning, "broken_link", image); break;
    case FileState::Unreadable: problems.add(Severity::Error, "unreadable", image); break;
    }
    if (run.events.empty())
        problems.add(Severity::Warning, "no_events", image);
    if (run.sidecar.empty())
        problems.add(Severity::Warning, "no_sidecar", image);
    else if (bids::readSidecar(run.sidecar).sliceTiming.empty())
        problems.add(Severity::Note, "no_slice_timing", run.sidecar);
}

void checkStimuli(const bids::Study& study, const SubjectSummary& summary, ProblemList& problems)
{
    std::set<std::string> seen;
    bool hasImagery = false;
    for (const auto& events : summary.events) {
        for (const bids::Event& event : events) {
            hasImagery |= event.kind == bids::EventKind::Imagery;
            if (event.stimulus.empty() || !seen.insert(event.stimulus).second)
                continue;
            const std::filesystem::path file = bids::stimulusFile(study, event.stimulus);
            const FileState state = bids::fileState(file);
            if (state == FileState::Missing || state == FileState::BrokenLink)
                problems.add(Severity::Warning, "missing_stimuli", file);
            else if (state == FileState::NotDownloaded)
                problems.add(Severity::Warning, "stimuli_not_downloaded", file);
        }
    }
    std::string folder = summary.subject.label;
    std::erase(folder, '-');
    if (hasImagery
        && bids::fileState(study.root / "stimuli" / folder / "imagery.tsv") == FileState::Missing)
        problems.addMessage(
            Severity::Note, "imagined_face_unknown",
            FUSIFORM_TR("core", "The events do not tell which face was imagined; put it into %1.")
                .arg("stimuli/" + folder + "/imagery.tsv"));
}

void explainAll(ProblemList& problems)
{
    problems.explain(
        "no_images",
        FUSIFORM_TR("core",
                    "%1 runs have no image: events and sidecars can be read, scans cannot."));
    problems.explain("not_downloaded",
                     FUSIFORM_TR("core", "%1 images are not downloaded; fetch them with \"datalad "
                                         "get\" in the study's folder."));
    problems.explain("broken_link", FUSIFORM_TR("core", "%1 images are links to nothing."));
    problems.explain("unreadable",
                     FUSIFORM_TR("core", "%1 images may not be read: permission is denied."));
    problems.explain("no_events", FUSIFORM_TR("core", "%1 runs have no events file."));
    problems.explain(
        "no_sidecar",
        FUSIFORM_TR("core", "%1 runs have no JSON sidecar; the header's repetition time is used."));
    problems.explain(
        "no_slice_timing",
        FUSIFORM_TR(
            "core",
            "%1 sidecars do not tell the slice order: it must be chosen for slice timing."));
    problems.explain(
        "events_after_scan",
        FUSIFORM_TR(
            "core",
            "In %1 runs an event ends after the last scan (truncated runs); it is clipped."));
    problems.explain("repetition_time_differs",
                     FUSIFORM_TR("core", "In %1 runs header and sidecar disagree on the repetition "
                                         "time by over 1 ms; the sidecar is used."));
    problems.explain(
        "two_anatomies",
        FUSIFORM_TR(
            "core",
            "%1 sessions have more than one T1 image: the subject may have been repositioned."));
    problems.explain("missing_stimuli",
                     FUSIFORM_TR("core", "%1 pictures named in the events are not there."));
    problems.explain("stimuli_not_downloaded",
                     FUSIFORM_TR("core", "%1 pictures are not downloaded."));
}

void countFaces(SubjectSummary& summary)
{
    std::set<std::string> train;
    std::map<std::string, std::size_t> test;
    for (const auto& events : summary.events) {
        summary.counts += bids::countEvents(events);
        for (const bids::Event& event : events) {
            if (event.kind == bids::EventKind::TrainFace && !event.isOneBack)
                train.insert(event.stimulus);
            if (event.kind == bids::EventKind::TestFace)
                ++test[bids::faceIdentity(event)];
        }
    }
    summary.uniqueTrain = train.size();
    summary.uniqueTest = test.size();
    for (const auto& [name, count] : test) {
        auto& [least, most] = summary.testRepetitions;
        least = least == 0 ? count : std::min(least, count);
        most = std::max(most, count);
    }
}

std::string severityName(Severity severity)
{
    return severity == Severity::Note      ? "note"
           : severity == Severity::Warning ? "warning"
                                           : "error";
}

Json describeProblem(const Problem& problem, const std::string& subject)
{
    Json files = Json::array();
    for (const auto& file : problem.files)
        files.push_back(file.string());
    Json json = {{"subject", subject},
                 {"severity", severityName(problem.severity)},
                 {"kind", problem.kind},
                 {"message", problem.message.english()},
                 {"files", files}};
    if (problem.kind == "not_downloaded" || problem.kind == "stimuli_not_downloaded")
        json["fetch"] = bids::fetchCommand(problem.files.front());
    return json;
}

Json describeSubject(const SubjectSummary& s, const bids::LeakAudit& audit)
{
    return {{"label", s.subject.label},
            {"sessions", s.subject.sessions.size()},
            {"runs", s.subject.faceRuns.size()},
            {"localizer_runs", s.subject.localizerRuns.size()},
            {"t1_images", s.subject.anatomies.size()},
            {"events",
             {{"rows", s.counts.rows},
              {"train_face", s.counts.trainFace},
              {"train_face_without_one_backs", s.counts.trainFace - s.counts.trainFaceOneBack},
              {"test_face", s.counts.testFace},
              {"test_face_without_one_backs", s.counts.testFace - s.counts.testFaceOneBack},
              {"fixation", s.counts.fixation},
              {"long_fixation", s.counts.longFixation},
              {"imagery", s.counts.imagery},
              {"one_back", s.counts.oneBack()}}},
            {"unique_train", s.uniqueTrain},
            {"unique_test", s.uniqueTest},
            {"test_repetitions", s.testRepetitions},
            {"pictures_compared", audit.hashes.size()},
            {"leaks", describeLeaks(audit)}};
}

std::string textOf(const SubjectSummary& s)
{
    const auto n = [](std::size_t value) { return std::to_string(value); };
    return s.subject.label + ": " + n(s.subject.sessions.size()) + " sessions, "
           + n(s.subject.faceRuns.size()) + " face runs, " + n(s.subject.localizerRuns.size())
           + " localizer runs; " + n(s.counts.trainFace) + " training events (" + n(s.uniqueTrain)
           + " faces), " + n(s.counts.testFace) + " test events (" + n(s.uniqueTest) + " faces, "
           + n(s.testRepetitions[0]) + "-" + n(s.testRepetitions[1]) + " times), "
           + n(s.counts.oneBack()) + " one-backs, " + n(s.counts.fixation) + " fixations, "
           + n(s.counts.imagery) + " imagery trials\n";
}

} // namespace

void describe(BidsOptions& options, Fields& fields)
{
    fields.add("folder", &options.folder, FUSIFORM_TR("core", "The BIDS study.")).positional();
}

SubjectSummary summarise(const bids::Study& study, const std::string& label, Progress& progress)
{
    SubjectSummary summary;
    summary.subject = bids::indexSubject(study, label);
    ProblemList problems(study.root);
    const auto check = [&](const bids::Run& run, bool isFaces) {
        progress.step();
        const bool canRead
            = !run.events.empty() && bids::fileState(run.events) == FileState::Present;
        std::vector<bids::Event> events
            = canRead ? bids::readEvents(run.events) : std::vector<bids::Event>();
        checkRun(study, summary.subject, run, events, problems);
        if (isFaces && canRead)
            summary.events.push_back(std::move(events));
    };
    for (const bids::Run& run : summary.subject.faceRuns)
        check(run, true);
    for (const bids::Run& run : summary.subject.localizerRuns)
        check(run, false);
    std::map<std::string, int> anatomies;
    for (const bids::Anatomy& anatomy : summary.subject.anatomies)
        if (++anatomies[anatomy.session] == 2)
            problems.add(Severity::Note, "two_anatomies",
                         study.root / summary.subject.label / anatomy.session);
    std::error_code error;
    if (std::filesystem::is_directory(study.root / "stimuli", error))
        checkStimuli(study, summary, problems);
    else
        problems.addMessage(Severity::Warning, "no_stimuli",
                            FUSIFORM_TR("core", "The study has no stimuli folder."));
    explainAll(problems);
    countFaces(summary);
    summary.problems = problems.take();
    return summary;
}

Outcome runBids(const BidsOptions& options, Progress& progress)
{
    const bids::Study study = bids::openStudy(options.folder);
    progress.begin(FUSIFORM_TR("core", "Reading the study"));
    std::vector<SubjectSummary> summaries(study.subjectLabels.size());
    parallelFor(summaries.size(), [&](std::size_t s) {
        summaries[s] = summarise(study, study.subjectLabels[s], progress);
    });
    std::vector<bids::LeakAudit> audits;
    for (SubjectSummary& summary : summaries) {
        audits.push_back(bids::auditLeaks(study, summary.events, progress));
        if (const auto problem = leakProblem(audits.back()))
            summary.problems.push_back(*problem);
    }

    Outcome outcome;
    Json subjects = Json::array();
    // One problem of a kind for the whole study: a list of four times the same sentence helps
    // nobody.
    std::map<std::string, Json> problems;
    for (std::size_t s = 0; s < summaries.size(); ++s) {
        const SubjectSummary& summary = summaries[s];
        subjects.push_back(describeSubject(summary, audits[s]));
        outcome.text += textOf(summary) + leaksText(audits[s], kLeaksListed);
        for (const Problem& problem : summary.problems) {
            Json one = describeProblem(problem, summary.subject.label);
            const auto [known, isNew] = problems.try_emplace(problem.kind, one);
            if (isNew)
                known->second["subjects"] = Json::array({summary.subject.label});
            if (isNew)
                continue;
            known->second["subjects"].push_back(summary.subject.label);
            for (const Json& file : one["files"])
                known->second["files"].push_back(file);
        }
    }
    Json list = Json::array();
    for (auto& [kind, problem] : problems) {
        problem.erase("subject");
        problem["count"] = problem["files"].size();
        outcome.text
            += problem["severity"].get<std::string>() + ": " + kind + ": "
               + problem["message"].get<std::string>()
               + (problem["subjects"].size() > 1
                      ? " (first of " + std::to_string(problem["subjects"].size()) + " subjects)\n"
                      : "\n");
        list.push_back(problem);
    }
    outcome.json = {{"study", study.root.string()},
                    {"name", study.name},
                    {"subjects", subjects},
                    {"problems", list}};
    return outcome;
}

} // namespace fusiform::task
