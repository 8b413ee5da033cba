// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/fit_run.h"

#include "core/bids/repetition_time.h"
#include "core/glm/confounds.h"
#include "core/io/nifti.h"

namespace fusiform::task {

glm::FitRun readFitRun(const bids::Run& run, const RunSource& files,
                       const std::vector<std::string>& confounds, Progress& progress)
{
    const io::NiftiHeader header = io::readNiftiHeader(files.bold);
    glm::FitRun result;
    result.name = run.name;
    result.bold = files.bold;
    result.events = bids::readEvents(run.events);
    result.repetitionTime = bids::repetitionTime(run, header);
    if (files.confounds.empty())
        result.confounds.resize(header.volumeCount(), 0);
    else
        result.confounds
            = glm::readConfounds(files.confounds, confounds, header.volumeCount(), progress);
    return result;
}

} // namespace fusiform::task
