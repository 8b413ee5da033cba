// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/training_faces.h"

#include "core/evaluate/refit.h"
#include "core/util/error.h"

namespace fusiform::evaluate {

std::vector<TrainingFaces> trainingFaces(const OpenSubject& subject, const OpenModel& open,
                                         const decode::DecodeOptions& decoding, Progress& progress)
{
    std::vector<TrainingFaces> results;
    const glm::Fit& fit = *subject.fit;
    if (!decode::canHaveTrainingFolds(fit, *open.model))
        return results;
    decode::TrainingFolds folds;
    try {
        folds = decode::makeTrainingFolds(fit, *open.model, progress);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Usage) // too few sessions and runs
            throw;
        return results;
    }
    const decode::DecodeOptions how = ofWeightsAlone(decoding);
    decode::TrainingScorer scorer(folds, fit, nullptr);
    const bool canChoose = !folds.folds.front().selected.isEmpty();
    progress.begin(FUSIFORM_TR("core", "Training faces of %1").arg(open.model->model.name),
                   open.regions.size());
    for (const roi::Region& region : open.regions) {
        TrainingFaces one{open.model->model.name, region.name, folds.unit,
                          scorer.score(region.voxels, decode::VoxelChoice::AsGiven, how, progress),
                          std::nullopt};
        if (canChoose)
            one.inFolds
                = scorer.score(region.voxels, decode::VoxelChoice::ByCriterion, how, progress);
        results.push_back(std::move(one));
        progress.step();
    }
    return results;
}

} // namespace fusiform::evaluate
