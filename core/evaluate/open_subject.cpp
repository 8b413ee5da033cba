// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/open_subject.h"

#include "core/stats/sealed_faces.h"
#include "core/util/error.h"

namespace fusiform::evaluate {

namespace {

void openSeal(OpenSubject& subject, glm::Fit& fit)
{
    const roi::Region region = roi::offeredRegions(fit, fit.models.front()).front();
    const std::vector<glm::FaceSet> sealed
        = stats::SealOpener::openForAllModels(fit, stats::SealedPart::Confirmation, region);
    for (std::size_t m = 0; m < sealed.size(); ++m)
        subject.models[m].shown = stats::joined(subject.models[m].shown, sealed[m]);
    if (fit.models.front().imagery.count() == 0)
        return;
    std::vector<glm::FaceSet> imagined
        = stats::SealOpener::openForAllModels(fit, stats::SealedPart::Imagery, region);
    for (std::size_t m = 0; m < imagined.size(); ++m)
        subject.models[m].imagined = std::move(imagined[m]);
}

} // namespace

OpenSubject openSubject(glm::Fit& fit, Faces faces)
{
    if (fit.models.empty())
        throw usage(FUSIFORM_TR("core", "The fit has no face model."));
    OpenSubject subject;
    subject.fit = &fit;
    subject.faces = faces;
    for (const glm::ModelFit& model : fit.models) {
        OpenModel open{&model, model.exploration, {}, {}};
        for (roi::Region& region : roi::offeredRegions(fit, model))
            if (!region.voxels.isEmpty())
                open.regions.push_back(std::move(region));
        subject.models.push_back(std::move(open));
    }
    if (faces == Faces::All)
        openSeal(subject, fit);
    return subject;
}

} // namespace fusiform::evaluate
