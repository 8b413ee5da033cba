// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/image_source.h"

#include "core/bids/preprocessed.h"
#include "core/glm/confounds.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <algorithm>

namespace fusiform::task {

namespace fs = std::filesystem;

ImageSource::ImageSource(const bids::Study& study, const bids::Subject& subject,
                         const std::string& images, std::string space)
    : m_root(study.root), m_subject(subject), m_space(std::move(space))
{
    if (images == "raw")
        return;
    const bool isAuto = images == "auto";
    for (const fs::path& pipeline :
         isAuto ? bids::pipelineFolders(study.root) : std::vector<fs::path>{images}) {
        const bool hasImages = std::ranges::any_of(subject.faceRuns, [&](const bids::Run& run) {
            return !bids::preprocessedImage(pipeline, subject.label, run, m_space).empty();
        });
        if (!hasImages)
            continue;
        m_pipeline = pipeline;
        return;
    }
    if (!isAuto)
        throw usage(FUSIFORM_TR("core", "%1 has no preprocessed images of %2 in the space \"%3\".")
                        .arg(images)
                        .arg(subject.label)
                        .arg(m_space));
}

bool ImageSource::isForeign() const
{
    return !m_pipeline.empty() && lowerCase(bids::pipelineName(m_pipeline)) != "fusiform";
}

RunSource ImageSource::of(const bids::Run& run) const
{
    const std::string& label = m_subject.label;
    if (m_pipeline.empty())
        return {run.bold, glm::findConfounds(m_root, label, run.session, run.name), {}};
    return {bids::preprocessedImage(m_pipeline, label, run, m_space),
            bids::confoundsTable(m_pipeline, label, run),
            bids::brainMask(m_pipeline, label, run, m_space)};
}

} // namespace fusiform::task
