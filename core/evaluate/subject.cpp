// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/subject.h"

#include "core/stats/sealed_faces.h"
#include "core/util/error.h"

namespace fusiform::evaluate {

namespace {

/// Of each face model the faces to be read, and the imagined ones.
struct OpenFaces {
    std::vector<glm::FaceSet> shown;
    std::vector<glm::FaceSet> imagined; ///< empty sets: none, or sealed
};

OpenFaces openFaces(glm::Fit& fit, Faces faces)
{
    OpenFaces open;
    for (const glm::ModelFit& model : fit.models)
        open.shown.push_back(model.exploration);
    open.imagined.resize(fit.models.size());
    if (faces == Faces::Exploration)
        return open;
    const roi::Region region = roi::offeredRegions(fit, fit.models.front()).front();
    const std::vector<glm::FaceSet> sealed
        = stats::SealOpener::openForAllModels(fit, stats::SealedPart::Confirmation, region);
    for (std::size_t m = 0; m < sealed.size(); ++m)
        open.shown[m] = stats::joined(open.shown[m], sealed[m]);
    if (fit.models.front().imagery.count() > 0)
        open.imagined
            = stats::SealOpener::openForAllModels(fit, stats::SealedPart::Imagery, region);
    return open;
}

} // namespace

SubjectEvaluation evaluateSubject(glm::Fit& fit, Faces faces, const RecognitionOptions& options,
                                  Progress& progress)
{
    if (fit.models.empty())
        throw usage(FUSIFORM_TR("core", "The fit has no face model."));
    const OpenFaces open = openFaces(fit, faces);
    SubjectEvaluation result;
    result.subject = fit.subject;
    result.faces = faces == Faces::All ? "all" : "explore";
    progress.begin(FUSIFORM_TR("core", "Reading faces of %1").arg(fit.subject), fit.models.size());
    for (std::size_t m = 0; m < fit.models.size(); ++m) {
        const glm::ModelFit& model = fit.models[m];
        for (const roi::Region& region : roi::offeredRegions(fit, model)) {
            progress.checkpoint();
            if (region.voxels.isEmpty())
                continue;
            result.recognitions.push_back(
                recognition(fit, model, region, open.shown[m], options, progress));
            if (open.imagined[m].count() > 0)
                result.imagery.push_back(
                    imagery(fit, model, region, open.imagined[m], options.decoding, progress));
        }
        progress.step();
    }
    return result;
}

} // namespace fusiform::evaluate
