// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/subject.h"

#include <algorithm>
#include <array>

namespace fusiform::evaluate {

namespace {

/// The three parts of the selected voxels; null if there are others.
std::array<const Recognition*, 3> partsOf(const SubjectEvaluation& found, const OpenModel& open)
{
    constexpr std::size_t kSelectedAndThirds = 4;
    std::array<const Recognition*, 3> parts = {};
    if (open.regions.size() == kSelectedAndThirds)
        for (std::size_t part = 0; part < parts.size(); ++part)
            parts[part] = found.find(open.model->model.name, open.regions[part + 1].name);
    return parts;
}

constexpr std::int64_t kLabelOrders = 1000; // a classifier is learnt anew with each

/// The regions read with one face model.
std::vector<const Recognition*> regionsOf(const SubjectEvaluation& found, const OpenModel& open)
{
    std::vector<const Recognition*> regions;
    for (const Recognition& one : found.recognitions)
        if (one.model == open.model->model.name)
            regions.push_back(&one);
    return regions;
}

/// What the codes that were read tell beyond whose they are.
void readCodes(SubjectEvaluation& result, const OpenSubject& subject, const OpenModel& open,
               const EvaluationOptions& options, Progress& progress)
{
    const std::vector<const Recognition*> regions = regionsOf(result, open);
    const RecognitionOptions& shared = options.recognition;
    const stats::BootstrapOptions bootstrap{shared.draws, shared.level, shared.seed};
    if (options.wants("attributes") || options.wants("attribute_classifier"))
        result.attributes.push_back(attributeReadings(
            open, regions, options.labels ? &*options.labels : nullptr, bootstrap, progress));
    if (options.wants("attribute_classifier"))
        result.learntAttributes.push_back(learntAttributes(
            open, regions, result.attributes.back(),
            {std::min<std::int64_t>(kLabelOrders, shared.permutations), bootstrap}, progress));
    AttributeMapOptions mapping;
    mapping.seed = shared.seed;
    if (options.wants("attribute_maps"))
        result.attributeMaps.push_back(attributeMaps(subject, open, mapping, progress));
    if (options.wants("representational_similarity"))
        if (auto structure
            = similarityStructure(open, regions, {shared.permutations, bootstrap}, progress))
            result.similarity.push_back(std::move(*structure));
}

/// What needs the scans again.
void refitFromSeries(SubjectEvaluation& result, const OpenSubject& subject, const OpenModel& open,
                     const glm::KeptSeries& series, const EvaluationOptions& options,
                     Progress& progress)
{
    const Refit refit(subject, open, series);
    const RecognitionOptions& shared = options.recognition;
    if (options.wants("learning_curve") && options.learningPartitions > 0)
        if (auto curve
            = learningCurve(refit, open.regions.front(),
                            {shared.decoding, options.learningPartitions, shared.seed}, progress))
            result.learning.push_back(std::move(*curve));
    if (options.wants("leaks"))
        result.leaks.push_back(leakEffect(refit, open.regions.front(), shared.decoding, progress));
    if (options.wants("one_backs"))
        for (OneBackEffect& one : oneBackEffect(refit, open.regions, shared, progress))
            result.oneBacks.push_back(std::move(one));
    if (options.wants("pipeline_permutation") && options.pipelinePermutations > 0)
        for (PipelinePermutation& one : permutePipeline(
                 refit, open.regions, {shared.decoding, options.pipelinePermutations, shared.seed},
                 progress))
            result.pipeline.push_back(std::move(one));
}

/// What needs the face model itself, which is read once.
void makePictures(SubjectEvaluation& result, const OpenSubject& subject, const OpenModel& open,
                  const EvaluationOptions& options, Progress& progress)
{
    constexpr std::array kNeedPictures
        = {"gallery", "image_quality", "imagery", "latent_arithmetic", "low_level", "schematic"};
    if (std::ranges::none_of(kNeedPictures, [&](const char* key) { return options.wants(key); }))
        return;
    const PictureMaker maker = pictureMakerOf(*open.model);
    Reconstructions made
        = reconstructions(open, maker, result.recognitions, result.imagery, progress);
    const Recognition* const selected = result.find(made.model, open.regions.front().name);
    if (selected && options.wants("schematic"))
        result.facts.push_back(studyFacts(subject, open, *selected));
    if (made.hasOriginals() && selected && options.wants("image_quality"))
        result.quality.push_back(
            imageQuality(open, made, *selected, options.recognition, progress));
    if (options.wants("latent_arithmetic"))
        result.strips.push_back(made.missing ? LatentStrips{made.model, {}, false}
                                             : latentStrips(open, maker, progress));
    if (options.wants("low_level"))
        for (LowLevel& one :
             withoutLowLevel(open, maker, result.recognitions, options.recognition, progress))
            result.lowLevel.push_back(std::move(one));
    result.reconstructions.push_back(std::move(made));
}

} // namespace

const Recognition* SubjectEvaluation::find(const std::string& model,
                                           const std::string& region) const
{
    const auto found = std::ranges::find_if(recognitions, [&](const Recognition& one) {
        return one.model == model && one.region == region;
    });
    return found == recognitions.end() ? nullptr : &*found;
}

std::vector<std::string> SubjectEvaluation::models() const
{
    std::vector<std::string> names;
    for (const Recognition& one : recognitions)
        if (names.empty() || names.back() != one.model)
            names.push_back(one.model);
    return names;
}

SubjectEvaluation evaluateSubject(const OpenSubject& subject, const EvaluationOptions& options,
                                  Progress& progress)
{
    const RecognitionOptions& shared = options.recognition;
    SubjectEvaluation result;
    result.subject = subject.fit->subject;
    result.faces = subject.faces;
    const std::optional<glm::KeptSeries> series = keptSeriesOf(*subject.fit);
    result.isWithoutSeries = !series;
    result.areOneBacksUnknown = series && series->index().oneBacks.empty();
    result.isPipelineWanted = options.pipelinePermutations > 0;
    if (options.wants("study"))
        result.record = fitRecord(*subject.fit);
    if (options.wants("preprocessing"))
        result.preprocessing = preprocessingFacts(*subject.fit);
    if (options.wants("noise_ceiling"))
        result.ceiling = ceilingFacts(*subject.fit);
    for (const OpenModel& open : subject.models) {
        if (open.regions.empty())
            continue;
        progress.begin(FUSIFORM_TR("core", "Reading faces of %1 with %2")
                           .arg(result.subject)
                           .arg(open.model->model.name),
                       open.regions.size());
        if (options.wants("selection"))
            result.selections.push_back(selectedVoxels(subject, open));
        for (const roi::Region& region : open.regions) {
            progress.checkpoint();
            result.recognitions.push_back(
                recognition(*subject.fit, *open.model, region, open.shown, shared, progress));
            if (options.wants("identification"))
                result.identification.push_back(identification(open, result.recognitions.back()));
            if (options.wants("imagery") && open.imagined.count() > 0)
                result.imagery.push_back(imagery(*subject.fit, *open.model, region, open.imagined,
                                                 shared.decoding, progress));
            progress.step();
        }
        if (options.wants("control_regions"))
            for (DrawnVoxels& drawn : controlRegions(
                     subject, open, {shared.decoding, options.draws, shared.seed, options.controls},
                     progress))
                result.controls.push_back(std::move(drawn));
        if (const auto parts = partsOf(result, open);
            options.wants("variance_partition") && parts.front())
            result.variance.push_back(variancePartition(
                open, parts, {shared.draws, shared.level, shared.seed}, progress));
        if (options.wants("training_faces"))
            for (TrainingFaces& one : trainingFaces(subject, open, shared.decoding, progress))
                result.training.push_back(std::move(one));
        if (options.wants("ridge"))
            result.ridges.push_back(ridgeEffect(subject, open, shared.decoding, progress));
        readCodes(result, subject, open, options, progress);
        makePictures(result, subject, open, options, progress);
        if (series)
            refitFromSeries(result, subject, open, *series, options, progress);
    }
    result.qualityDifferences = qualityDifferences(result.quality, shared, progress);
    return result;
}

} // namespace fusiform::evaluate
