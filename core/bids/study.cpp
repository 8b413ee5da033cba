// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/study.h"

#include "core/bids/file_name.h"
#include "core/util/error.h"
#include "core/util/joined.h"
#include "core/util/json.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace fusiform::bids {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> sortedEntries(const fs::path& folder)
{
    std::error_code error;
    fs::directory_iterator iterator(folder, error);
    if (error)
        throw systemFailure(folder, error.value());
    std::vector<fs::path> entries;
    for (const auto& entry : iterator)
        entries.push_back(entry.path());
    std::ranges::sort(entries);
    return entries;
}

std::vector<fs::path> subfolders(const fs::path& folder, std::string_view prefix)
{
    std::vector<fs::path> found;
    for (const fs::path& entry : sortedEntries(folder)) {
        std::error_code error;
        if (entry.filename().string().starts_with(prefix) && fs::is_directory(entry, error))
            found.push_back(entry);
    }
    return found;
}

int runNumber(const FileName& name)
{
    const auto run = name.entities.find("run");
    const auto number
        = run == name.entities.end() ? std::optional<double>(1) : numberFrom(run->second);
    return number ? static_cast<int>(*number) : 1;
}

void addFunctional(Subject& subject, const fs::path& folder, const std::string& session)
{
    std::map<std::string, Run> runs;
    for (const fs::path& file : sortedEntries(folder)) {
        const std::string name = file.filename().string();
        const auto end = name.rfind('_');
        if (end == std::string::npos || name.starts_with('.'))
            continue;
        const std::string suffix = name.substr(end + 1);
        const bool isBold = suffix == "bold.nii.gz" || suffix == "bold.nii";
        if (!isBold && suffix != "bold.json" && suffix != "events.tsv")
            continue;
        const std::string stem = name.substr(0, end);
        const FileName parts = fileNameOf(stem);
        const auto task = parts.entities.find("task");
        if (task == parts.entities.end())
            continue;
        Run& run = runs[stem];
        run.session = session;
        run.task = task->second;
        run.number = runNumber(parts);
        run.name = stem;
        (isBold ? run.bold : suffix == "events.tsv" ? run.events : run.sidecar) = file;
    }
    for (auto& [stem, run] : runs) {
        run.boldState = run.bold.empty() ? FileState::Missing : fileState(run.bold);
        const std::string task = lowerCase(run.task);
        (task == "loc" || task == "localizer" ? subject.localizerRuns : subject.faceRuns)
            .push_back(run);
    }
}

void addAnatomical(Subject& subject, const fs::path& folder, const std::string& session)
{
    std::map<std::string, Anatomy> anatomies;
    for (const fs::path& file : sortedEntries(folder)) {
        const std::string name = file.filename().string();
        const bool isImage = name.ends_with("_T1w.nii.gz") || name.ends_with("_T1w.nii");
        if (!isImage && !name.ends_with("_T1w.json"))
            continue;
        Anatomy& anatomy = anatomies[name.substr(0, name.find("_T1w"))];
        anatomy.session = session;
        if (isImage)
            anatomy.file = file;
    }
    for (auto& [stem, anatomy] : anatomies) {
        anatomy.state = anatomy.file.empty() ? FileState::Missing : fileState(anatomy.file);
        subject.anatomies.push_back(anatomy);
    }
}

void addSession(Subject& subject, const fs::path& folder, const std::string& session)
{
    std::error_code error;
    if (fs::is_directory(folder / "func", error))
        addFunctional(subject, folder / "func", session);
    if (fs::is_directory(folder / "anat", error))
        addAnatomical(subject, folder / "anat", session);
}

} // namespace

Study openStudy(const fs::path& root)
{
    std::error_code error;
    if (!fs::exists(root, error))
        throw badData(root, FUSIFORM_TR("core", "a BIDS study"),
                      FUSIFORM_TR("core", "nothing of that name"));
    if (!fs::is_directory(root, error))
        throw badData(root, FUSIFORM_TR("core", "a BIDS study (a folder)"),
                      FUSIFORM_TR("core", "a file"));
    Study study;
    study.root = root;
    for (const fs::path& folder : subfolders(root, "sub-"))
        study.subjectLabels.push_back(folder.filename().string());
    if (study.subjectLabels.empty())
        throw badData(root, FUSIFORM_TR("core", "a BIDS study with subjects (folders sub-...)"),
                      FUSIFORM_TR("core", "no such folder"));
    const fs::path description = root / "dataset_description.json";
    if (fileState(description) == FileState::Present) {
        const Json json = readJson(description);
        if (json.is_object() && json.contains("Name") && json["Name"].is_string())
            study.name = json["Name"].get<std::string>();
    }
    return study;
}

Subject indexSubject(const Study& study, const std::string& label)
{
    const std::string full = label.starts_with("sub-") ? label : "sub-" + label;
    if (std::ranges::find(study.subjectLabels, full) == study.subjectLabels.end()) {
        throw usage(FUSIFORM_TR("core", "There is no subject %1 in %2; it has %3.")
                        .arg(full)
                        .arg(study.root.string())
                        .arg(joined(study.subjectLabels)));
    }
    Subject subject;
    subject.label = full;
    const fs::path folder = study.root / full;
    const std::vector<fs::path> sessions = subfolders(folder, "ses-");
    for (const fs::path& session : sessions) {
        subject.sessions.push_back(session.filename().string());
        addSession(subject, session, session.filename().string());
    }
    if (sessions.empty())
        addSession(subject, folder, {});
    const auto inOrder = [](const Run& a, const Run& b) {
        return std::tie(a.session, a.task, a.number) < std::tie(b.session, b.task, b.number);
    };
    std::ranges::sort(subject.faceRuns, inOrder);
    std::ranges::sort(subject.localizerRuns, inOrder);
    return subject;
}

std::filesystem::path stimulusFile(const Study& study, const std::string& stimulus)
{
    return study.root / "stimuli" / stimulus;
}

Subject chosenSubject(const Study& study, const std::string& label)
{
    if (!label.empty())
        return indexSubject(study, label);
    if (study.subjectLabels.size() != 1)
        throw usage(
            FUSIFORM_TR("core", "The study has %1 subjects: choose one with --participant-label.")
                .arg(study.subjectLabels.size()));
    return indexSubject(study, study.subjectLabels.front());
}

std::filesystem::path firstAnatomy(const Subject& subject)
{
    const auto found = std::ranges::find(subject.anatomies, FileState::Present, &Anatomy::state);
    return found == subject.anatomies.end() ? std::filesystem::path() : found->file;
}

Sidecar readSidecar(const std::filesystem::path& file)
{
    const Json json = readJson(file);
    Sidecar sidecar;
    if (!json.is_object())
        throw badData(file, FUSIFORM_TR("core", "a JSON object"),
                      FUSIFORM_TR("core", "something else"));
    if (const auto time = json.find("RepetitionTime"); time != json.end()) {
        if (!time->is_number() || !(time->get<double>() > 0))
            throw badData(file, FUSIFORM_TR("core", "a RepetitionTime above 0 s"),
                          FUSIFORM_TR("core", "%1").arg(time->dump()));
        sidecar.repetitionTime = time->get<double>();
    }
    if (const auto timing = json.find("SliceTiming"); timing != json.end()) {
        if (!timing->is_array()
            || !std::ranges::all_of(*timing, [](const Json& t) { return t.is_number(); }))
            throw badData(file, FUSIFORM_TR("core", "numbers in SliceTiming"),
                          FUSIFORM_TR("core", "something else"));
        sidecar.sliceTiming = timing->get<std::vector<double>>();
        // "k-": the first entry belongs to the slice with the highest index (BIDS).
        if (json.value("SliceEncodingDirection", "k") == "k-")
            std::ranges::reverse(sidecar.sliceTiming);
    }
    if (const auto time = json.find("AcquisitionTime"); time != json.end() && time->is_string()) {
        const std::vector<std::string> parts = splitText(time->get<std::string>(), ':');
        double seconds = 0;
        bool isTime = parts.size() == 3;
        for (const std::string& part : parts) {
            const auto number = numberFrom(part);
            isTime = isTime && number.has_value();
            seconds = 60 * seconds + number.value_or(0);
        }
        if (isTime)
            sidecar.acquisitionSeconds = seconds;
    }
    return sidecar;
}

} // namespace fusiform::bids
