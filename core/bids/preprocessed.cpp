// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/preprocessed.h"

#include "core/bids/file_name.h"
#include "core/bids/file_state.h"
#include "core/util/error.h"
#include "core/util/json.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace fusiform::bids {

namespace {

namespace fs = std::filesystem;

using Entities = std::map<std::string, std::string, std::less<>>;

/// What a file of results has to be called beside the names of its run.
struct Wanted {
    Entities entities; ///< {"desc", "preproc"}, ...; none but these and those that may be more
    Entities more; ///< those that make no difference unless a value is asked for
    std::string suffix;
    std::vector<std::string> extensions;
};

bool isOf(const FileName& file, const FileName& run, const Wanted& wanted)
{
    if (file.suffix != wanted.suffix
        || std::ranges::find(wanted.extensions, file.extension) == wanted.extensions.end())
        return false;
    Entities missing = run.entities;
    missing.insert(wanted.entities.begin(), wanted.entities.end());
    for (const auto& [entity, value] : file.entities) {
        const auto needed = missing.find(entity);
        const auto free = wanted.more.find(entity);
        const bool isNeeded = needed != missing.end() && isSameValue(entity, needed->second, value);
        const bool isFree
            = free != wanted.more.end() && (free->second.empty() || free->second == value);
        if (!isNeeded && !isFree)
            return false;
        missing.erase(entity);
    }
    return missing.empty();
}

std::vector<fs::path> filesOf(const fs::path& pipeline, const std::string& subject, const Run& run,
                              const Wanted& wanted)
{
    const fs::path folder
        = run.session.empty() ? pipeline / subject : pipeline / subject / run.session;
    const FileName name = fileNameOf(run.name);
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder / "func", error))
        if (isOf(fileNameOf(entry.path().filename().string()), name, wanted)
            && fileState(entry.path()) == FileState::Present)
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

/// One image of a space. A resolution may be said as fMRIPrep takes it: "MNI152Lin:res-2".
fs::path imageOf(const fs::path& pipeline, const std::string& subject, const Run& run,
                 const std::string& space, Wanted wanted)
{
    wanted.extensions = {".nii.gz", ".nii"};
    const std::vector<std::string> parts = splitText(space, ':');
    if (parts.front() != "native") {
        wanted.entities["space"] = parts.front();
        wanted.more["res"];
    }
    for (std::size_t part = 1; part < parts.size(); ++part)
        if (const std::size_t dash = parts[part].find('-'); dash != std::string::npos)
            wanted.more[parts[part].substr(0, dash)] = parts[part].substr(dash + 1);
    const std::vector<fs::path> files = filesOf(pipeline, subject, run, wanted);
    if (files.size() > 1)
        throw badData(files.front().parent_path(),
                      FUSIFORM_TR("core",
                                  "one image of %1 in the space %2; a resolution is said as "
                                  "in %2:res-2")
                          .arg(run.name)
                          .arg(space),
                      FUSIFORM_TR("core", "%1 and %2")
                          .arg(files[0].filename().string())
                          .arg(files[1].filename().string()));
    return files.empty() ? fs::path() : files.front();
}

} // namespace

std::string pipelineName(const fs::path& pipeline)
{
    std::string name = pipeline.filename().string();
    const fs::path file = pipeline / "dataset_description.json";
    if (fileState(file) != FileState::Present)
        return name;
    try {
        const Json json = readJson(file);
        if (const auto by = json.find("GeneratedBy");
            by != json.end() && by->is_array() && !by->empty())
            name = by->front().value("Name", name);
        else if (const auto older = json.find("PipelineDescription"); older != json.end())
            name = older->value("Name", name);
    } catch (const std::exception&) {
        // A damaged description: the images below it may be whole.
    }
    return name;
}

std::vector<fs::path> pipelineFolders(const fs::path& studyRoot)
{
    std::error_code error;
    std::set<std::pair<int, fs::path>> ranked;
    for (const auto& entry : fs::directory_iterator(studyRoot / "derivatives", error)) {
        const std::string name = lowerCase(pipelineName(entry.path()));
        const int rank = name == "fusiform" ? 0 : name.starts_with("fmriprep") ? 1 : 2;
        ranked.emplace(rank, entry.path());
    }
    std::vector<fs::path> pipelines;
    for (const auto& [rank, folder] : ranked)
        pipelines.push_back(folder);
    return pipelines;
}

fs::path preprocessedImage(const fs::path& pipeline, const std::string& subject, const Run& run,
                           const std::string& space)
{
    return imageOf(pipeline, subject, run, space, {{{"desc", "preproc"}}, {}, "bold", {}});
}

fs::path brainMask(const fs::path& pipeline, const std::string& subject, const Run& run,
                   const std::string& space)
{
    return imageOf(pipeline, subject, run, space, {{{"desc", "brain"}}, {}, "mask", {}});
}

fs::path confoundsTable(const fs::path& pipeline, const std::string& subject, const Run& run)
{
    // The second is what fMRIPrep called it before version 20.
    for (const char* suffix : {"timeseries", "regressors"})
        if (const auto files
            = filesOf(pipeline, subject, run, {{{"desc", "confounds"}}, {}, suffix, {".tsv"}});
            !files.empty())
            return files.front();
    return {};
}

} // namespace fusiform::bids
