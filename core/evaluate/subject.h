// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/attribute_classifier.h"
#include "core/evaluate/attribute_maps.h"
#include "core/evaluate/attribute_reading.h"
#include "core/evaluate/ceiling_facts.h"
#include "core/evaluate/control_regions.h"
#include "core/evaluate/fit_record.h"
#include "core/evaluate/identification.h"
#include "core/evaluate/image_quality.h"
#include "core/evaluate/imagery.h"
#include "core/evaluate/in_template.h"
#include "core/evaluate/latent_strips.h"
#include "core/evaluate/leak_effect.h"
#include "core/evaluate/learning_curve.h"
#include "core/evaluate/low_level.h"
#include "core/evaluate/one_back_effect.h"
#include "core/evaluate/open_subject.h"
#include "core/evaluate/pipeline_permutation.h"
#include "core/evaluate/preprocessing_facts.h"
#include "core/evaluate/recognition.h"
#include "core/evaluate/reconstructions.h"
#include "core/evaluate/representational.h"
#include "core/evaluate/ridge_effect.h"
#include "core/evaluate/selected_voxels.h"
#include "core/evaluate/study_facts.h"
#include "core/evaluate/training_faces.h"
#include "core/evaluate/variance_partition.h"

#include <algorithm>
#include <string_view>

namespace fusiform::evaluate {

/// What was found in one subject.
struct SubjectEvaluation {
    std::string subject;
    Faces faces = Faces::Exploration;
    std::optional<FitRecord> record; ///< of the fit
    std::optional<PreprocessingFacts> preprocessing; ///< of the images
    std::vector<SelectedVoxels> selections; ///< of each face model
    InTemplate placed; ///< the same in a template; whoever has the transforms fills it
    std::optional<CorticalBorder> border; ///< on the grid that subjects share; likewise
    std::vector<Recognition> recognitions; ///< of each face model its regions
    std::vector<Imagery> imagery; ///< likewise; empty: no imagery, or it stays sealed
    std::vector<VariancePartition> variance; ///< of each face model with three regions beside the
                                             ///< selected voxels
    std::vector<Identification> identification; ///< of each face model its regions
    std::vector<DrawnVoxels> controls; ///< of each face model its regions, then voxels left out
    std::vector<RidgeEffect> ridges; ///< of each face model
    std::optional<CeilingFacts> ceiling; ///< none: the fit has worked out none
    std::vector<LowLevel> lowLevel; ///< of each face model that makes pictures its regions
    std::vector<LearningCurve> learning; ///< of each face model: the selected voxels
    std::vector<TrainingFaces> training; ///< of each face model its regions
    std::vector<LeakEffect> leaks; ///< of each face model: the selected voxels
    std::vector<OneBackEffect> oneBacks; ///< of each face model its regions; empty: there are none
    std::vector<PipelinePermutation> pipeline; ///< of each face model its regions; empty: not done
    std::vector<AttributeReadings> attributes; ///< of each face model
    std::vector<AttributeMaps> attributeMaps; ///< of each face model
    std::vector<LearntAttributes> learntAttributes; ///< of each face model
    std::vector<SimilarityStructure> similarity; ///< of each face model, with four faces or more
    std::vector<Reconstructions> reconstructions; ///< of each face model: pictures
    std::vector<ImageQuality> quality; ///< of each face model with originals: selected voxels
    std::vector<QualityDifference> qualityDifferences; ///< between these
    std::vector<LatentStrips> strips; ///< of each face model
    std::vector<StudyFacts> facts; ///< of each face model
    bool isPipelineWanted = false;
    bool isWithoutSeries = false; ///< W cannot be estimated again
    bool areOneBacksUnknown = false; ///< the kept series is of an older program

    [[nodiscard]] const Recognition* find(const std::string& model,
                                          const std::string& region) const;
    /// Names of the face models, in the order of the fit.
    [[nodiscard]] std::vector<std::string> models() const;
};

struct EvaluationOptions {
    RecognitionOptions recognition;
    std::vector<std::string> only = {}; ///< keys of analyses; empty: all. Recognition is always
                                        ///< there: others start from it
    std::vector<roi::Region> controls = {}; ///< that should know nothing: white matter
    int draws = 10; ///< of voxels, for regions of equal size; 0: none
    int learningPartitions = 1; ///< of the learning curve; 0: none
    int pipelinePermutations = 0; ///< trainings on exchanged codes
    /// What the pictures of test faces show, by their names; none: the axes alone tell.
    std::optional<face_model::AttributeTable> labels = {};

    [[nodiscard]] bool wants(std::string_view key) const
    {
        return only.empty() || std::ranges::find(only, key) != only.end();
    }
};

/// Every analysis of one subject: each face model of the fit, each region that the fit offers.
/// @throws Error{Usage} without test faces, Error{Cancelled}
[[nodiscard]] SubjectEvaluation
evaluateSubject(const OpenSubject& subject, const EvaluationOptions& options, Progress& progress);

} // namespace fusiform::evaluate
