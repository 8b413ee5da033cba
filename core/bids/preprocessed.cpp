// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/preprocessed.h"

#include "core/bids/file_state.h"
#include "core/util/tsv.h"

#include <algorithm>

namespace fusiform::bids {

namespace {

namespace fs = std::filesystem;

fs::path presentFile(const fs::path& pipeline, const std::string& subject, const Run& run,
                     const std::string& suffix)
{
    const fs::path folder
        = run.session.empty() ? pipeline / subject : pipeline / subject / run.session;
    fs::path file = folder / "func" / (run.name + suffix);
    return fileState(file) == FileState::Present ? file : fs::path();
}

} // namespace

std::vector<fs::path> pipelineFolders(const fs::path& studyRoot)
{
    std::error_code error;
    std::vector<fs::path> pipelines;
    for (const auto& entry : fs::directory_iterator(studyRoot / "derivatives", error))
        pipelines.push_back(entry.path());
    std::ranges::sort(pipelines, [](const fs::path& a, const fs::path& b) {
        const auto rank = [](const fs::path& p) {
            const std::string name = lowerCase(p.filename().string());
            return name == "fusiform" ? 0 : name.starts_with("fmriprep") ? 1 : 2;
        };
        return std::pair(rank(a), a) < std::pair(rank(b), b);
    });
    return pipelines;
}

fs::path preprocessedImage(const fs::path& pipeline, const std::string& subject, const Run& run,
                           const std::string& space)
{
    return presentFile(pipeline, subject, run,
                       (space == "native" ? std::string() : "_space-" + space)
                           + "_desc-preproc_bold.nii.gz");
}

fs::path confoundsTable(const fs::path& pipeline, const std::string& subject, const Run& run)
{
    return presentFile(pipeline, subject, run, "_desc-confounds_timeseries.tsv");
}

} // namespace fusiform::bids
