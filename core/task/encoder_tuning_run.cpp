// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/encoder_tuning_run.h"

#include "core/face_model/encoder_tuning.h"
#include "core/face_model/face_folder.h"
#include "core/face_model/face_models.h"
#include "core/task/face_crop.h"
#include "core/task/model_measure.h"
#include "core/task/named_number.h"
#include "core/task/overwrite.h"
#include "core/task/training_attributes.h"
#include "core/task/training_measure.h"
#include "core/task/training_split.h"
#include "core/util/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace fusiform::task {

using namespace face_model;

namespace {

constexpr std::array kTuningTakes = {
    "images",          "kind",     "out",          "epochs",   "batch",      "seed",     "recipe",
    "weigh",           "eyes",     "tune-encoder", "training", "attributes", "held-out", "log",
    "keep-checkpoint", "overwrite"};

/// Whatever differs from the default was said by someone who expects it to matter.
void refuseOtherOptions(const TrainModelOptions& options)
{
    TrainModelOptions given = options;
    TrainModelOptions standard;
    Fields fields;
    Fields defaults;
    describe(given, fields);
    describe(standard, defaults);
    for (const Field& field : fields.all())
        if (std::ranges::find(kTuningTakes, field.name) == kTuningTakes.end()
            && fieldValue(field) != fieldValue(*defaults.find(field.name)))
            throw usage(FUSIFORM_TR("core", "--tune-encoder takes a finished model as it is: leave "
                                            "out --%1.")
                            .arg(field.name));
    if (options.kind != "vaegan")
        throw usage(
            FUSIFORM_TR("core", "Only a VAE-GAN has an encoder to tune: leave out --kind."));
    if (options.attributes.empty())
        throw usage(FUSIFORM_TR("core", "--tune-encoder needs a list of what the pictures show "
                                        "(--attributes)."));
}

std::shared_ptr<const VaeganModel> modelToTune(const std::filesystem::path& file)
{
    auto model = std::dynamic_pointer_cast<const VaeganModel>(loadFaceModel(file));
    if (!model || netShapeOf(model->manifest()).architecture != NetArchitecture::Compact)
        throw usage(FUSIFORM_TR("core", "Only the encoder of a compact VAE-GAN can be tuned; %1 is "
                                        "another model.")
                        .arg(file.string()));
    return model;
}

TuningRecipe recipeOf(const TrainModelOptions& options)
{
    TuningRecipe recipe;
    for (const std::string& word : options.recipe) {
        const std::optional<NamedNumber> number = namedNumber(word);
        if (!number)
            throw usage(
                FUSIFORM_TR("core", "--recipe %1: expected NAME=NUMBER, as in hold=30.").arg(word));
        setRecipe(recipe, number->name, number->value);
    }
    return recipe;
}

/// By column of the table; nothing: as the codes tell it.
std::vector<std::optional<double>> namedWeights(const TrainModelOptions& options,
                                                const AttributeTable& table)
{
    std::vector<std::optional<double>> weights(table.names.size());
    for (const std::string& word : options.weigh) {
        const std::optional<NamedNumber> number = namedNumber(word);
        if (!number || number->value < 0 || !std::isfinite(number->value))
            throw usage(FUSIFORM_TR("core", "--weigh %1: expected NAME=NUMBER, an attribute and a "
                                            "number of at least 0, as in Young=3.")
                            .arg(word));
        weights[table.column(number->name)] = number->value;
    }
    return weights;
}

Json measuredBefore(const VaeganModel& model, const TrainingSplit& split,
                    const LabelledPictures& labelled, const TrainModelOptions& options,
                    Progress& progress)
{
    const Eigen::MatrixXd codes = model.encode(split.heldOut, progress);
    Json json = heldOutMeasured(model, split, codes, options, "before", progress);
    json["attributes"]
        = attributesRead({labelled.codes, split.trainingFiles}, {codes, split.heldOutFiles},
                         readAttributes(options.attributes), progress);
    return json;
}

/// "Young: told of 80.7 % before, 86.2 % after" of every attribute.
std::string attributesText(const Json& before, const Json& after)
{
    const auto percent = [](const Json& read) {
        return numberText(std::round(1000 * read.at("accuracy").get<double>()) / 10);
    };
    std::string text;
    for (const auto& [name, read] : after.items())
        text += name + ": told of " + percent(before.at(name)) + " % before, " + percent(read)
                + " % after\n";
    return text;
}

TuningOptions tuningOptions(const TrainModelOptions& options)
{
    TuningOptions tuning;
    tuning.name = options.out.stem().string();
    tuning.training = options.training;
    tuning.batch = static_cast<std::size_t>(options.batch);
    tuning.seed = static_cast<std::uint64_t>(options.seed);
    if (options.epochs > 0)
        tuning.epochs = static_cast<int>(options.epochs);
    tuning.recipe = recipeOf(options);
    tuning.log = options.log;
    tuning.checkpoint = checkpointOf(options.out);
    return tuning;
}

Json summary(const TrainModelOptions& options, const TrainingSplit& split, const VaeganModel& tuned)
{
    const Json& tuning = tuned.manifest().at("encoder_tunings").back();
    const double seconds = tuning.at("seconds").get<double>();
    Json json = {{"out", options.out.string()},
                 {"kind", options.kind},
                 {"tuned", options.tuneEncoder.string()},
                 {"images", split.training.count()},
                 {"held_out", split.heldOut.size()},
                 {"latent_dim", options.latent},
                 {"crop", split.crop},
                 {"skipped", skippedJson(split.skipped)},
                 {"epochs", tuning.at("epochs")},
                 {"weights", tuning.at("recipe").at("weights")},
                 {"images_per_second",
                  tuning.at("steps").get<double>() * tuning.at("batch").get<double>() / seconds}};
    for (const char* const key : {"quality", "pca_quality"})
        if (tuned.manifest().contains(key))
            json[key] = tuned.manifest().at(key);
    return json;
}

} // namespace

Outcome tuneModelsEncoder(const TrainModelOptions& given, Progress& progress)
{
    refuseOtherOptions(given);
    refuseExisting(given.out, given.overwrite);
    const auto begin = std::chrono::steady_clock::now();
    TuningOptions tuning = tuningOptions(given);
    const std::shared_ptr<const VaeganModel> model = modelToTune(given.tuneEncoder);
    TrainModelOptions options = given; // as if the model had been trained with them
    options.latent = model->description().latentSize;
    options.imageSize = model->description().imageSize;
    const AttributeTable table = readAttributes(options.attributes);
    const std::vector<std::optional<double>> named = namedWeights(options, table);
    const io::FaceCrop crop = faceCrop(model->description().imageSize, options.eyes);
    compareCrop(*model, crop, progress);
    const TrainingSplit split = readSplit(options, crop, PictureStorage::usual(), progress);
    checkAttributes(split, options.attributes, progress);

    const Eigen::MatrixXd codes = codesOfTraining(*model, split, progress);
    const LabelledPictures labelled{split.training, codes, table.names,
                                    labelsOf(table, split.trainingFiles)};
    tuning.weights = attributeWeights(labelled, tuning.recipe.attributeWeight, progress);
    for (std::size_t a = 0; a < named.size(); ++a)
        tuning.weights[a] = named[a].value_or(tuning.weights[a]);
    Json before;
    if (!split.heldOut.empty())
        before = measuredBefore(*model, split, labelled, options, progress);
    const std::unique_ptr<VaeganModel> tuned = tuneEncoder(*model, labelled, tuning, progress);
    tuned->save(options.out); // measuring takes minutes in which a machine can fail
    measureTrained(*tuned, split, options, progress);
    tuned->save(options.out);
    if (!options.keepCheckpoint)
        std::filesystem::remove(tuning.checkpoint);

    Outcome outcome;
    outcome.json = summary(options, split, *tuned);
    outcome.json["seconds"]
        = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    outcome.text = options.out.string() + ": encoder of " + options.tuneEncoder.string()
                   + " tuned on " + std::to_string(split.training.count()) + " pictures\n";
    if (!before.is_null()) {
        outcome.json["quality_before"] = before;
        const Json& after = outcome.json.at("quality");
        outcome.text += qualityText("before", before) + qualityText("after", after);
        outcome.text += attributesText(before.at("attributes"), after.at("attributes"));
    }
    if (outcome.json.contains("pca_quality"))
        outcome.text += qualityText("pca of the same size", outcome.json["pca_quality"]);
    outcome.text += skippedText(split.skipped);
    return outcome;
}

} // namespace fusiform::task
