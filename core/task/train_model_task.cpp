// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/train_model_task.h"

#include "core/face_model/face_folder.h"
#include "core/face_model/latent_space.h"
#include "core/face_model/pca_model.h"
#include "core/face_model/vaegan_trainer.h"
#include "core/task/encoder_tuning_run.h"
#include "core/task/face_crop.h"
#include "core/task/model_measure.h"
#include "core/task/named_number.h"
#include "core/task/overwrite.h"
#include "core/task/training_attributes.h"
#include "core/task/training_measure.h"
#include "core/task/training_split.h"
#include "core/util/error.h"

#include <chrono>
#include <cmath>

namespace fusiform::task {

using namespace face_model;
using image::Picture;

namespace {

/// What the codes are to hold of the attributes in a list, if the recipe asks for it.
void addLabels(VaeganOptions& vaegan, const TrainModelOptions& options, const TrainingSplit& split)
{
    if (vaegan.recipe.attributeWeight == 0)
        return;
    if (options.attributes.empty())
        throw usage(FUSIFORM_TR("core", "--recipe attribute_weight=... needs a list of what the "
                                        "pictures show (--attributes)."));
    const AttributeTable table = readAttributes(options.attributes);
    vaegan.attributes = table.names;
    vaegan.labels = labelsOf(table, split.trainingFiles);
}

VaeganOptions vaeganOptions(const TrainModelOptions& options, const TrainingSplit& split)
{
    VaeganOptions result;
    result.name = options.out.stem().string();
    result.training = options.training;
    result.crop = split.crop;
    result.architecture = options.architecture;
    result.latentSize = static_cast<int>(options.latent);
    result.width = static_cast<int>(options.width);
    if (options.width == 0)
        result.width = options.architecture == "published" ? 192 : 32;
    result.batch = static_cast<std::size_t>(options.batch);
    result.portion = static_cast<std::size_t>(options.portion);
    result.seed = static_cast<std::uint64_t>(options.seed);
    result.epochs = static_cast<int>(options.epochs);
    result.minutes = options.minutes;
    result.precision = options.precision;
    result.device = options.device == "cuda" ? Device::Cuda : Device::Cpu;
    result.place.nodes = static_cast<int>(options.nodes);
    result.place.rank = static_cast<int>(options.rank);
    setMeeting(result.place, options.meet);
    result.checkpoint = checkpointOf(options.out);
    result.isResumed = options.resume;
    result.log = options.log;
    result.measureEvery = static_cast<int>(options.measureEvery);
    result.patience = static_cast<int>(options.earlyStop);
    result.startFrom = options.startFrom;
    for (const std::string& word : options.recipe) {
        const std::optional<NamedNumber> number = namedNumber(word);
        if (!number)
            throw usage(FUSIFORM_TR("core", "--recipe %1: expected NAME=NUMBER, as in "
                                            "pixel_weight=10.")
                            .arg(word));
        setRecipe(result.recipe, number->name, number->value);
    }
    addLabels(result, options, split);
    return result;
}

/// Makes pictures of a model in training: always of the same pictures and the same draws.
class SnapshotMaker final : public face_model::TrainingObserver {
public:
    SnapshotMaker(const TrainingSplit& split, std::uint64_t seed, TrainingFollower& follower)
        : m_split(split), m_seed(seed), m_follower(follower)
    {
        const auto& heldOut = split.heldOut;
        m_pictures.assign(
            heldOut.begin(),
            heldOut.begin()
                + std::min(std::ssize(heldOut), std::ptrdiff_t{TrainingFollower::kPictures}));
        if (m_pictures.empty())
            m_pictures = somePictures(split.training, TrainingFollower::kPictures);
        follower.begin(m_pictures);
    }
    void stepDone(const face_model::TrainingMoment& moment) override { m_follower.follow(moment); }
    bool wantsModel(const face_model::TrainingMoment& moment) override
    {
        return m_follower.wantsSnapshot(moment);
    }
    void modelMade(const VaeganModel& model, const face_model::TrainingMoment& moment,
                   Progress& progress) override
    {
        // As many pictures as tell the spread of the codes: this comes again and again.
        constexpr std::size_t kForSpread = 128;
        TrainingSnapshot snapshot{moment, {}, {}};
        snapshot.reconstructions = model.generate(model.encode(m_pictures, progress), progress);
        const Eigen::MatrixXd codes
            = model.encode(somePictures(m_split.training, kForSpread), progress);
        snapshot.samples = model.generate(
            face_model::LatentSpace(codes).drawn(TrainingFollower::kSamples, m_seed), progress);
        m_follower.show(std::move(snapshot));
    }
    void waitWhilePaused(Progress& progress) override { m_follower.waitWhilePaused(progress); }

private:
    const TrainingSplit& m_split;
    std::uint64_t m_seed;
    TrainingFollower& m_follower;
    std::vector<Picture> m_pictures;
};

std::unique_ptr<VaeganModel> vaeganOf(const TrainingSplit& split, const TrainModelOptions& options,
                                      TrainingFollower* follower, Progress& progress)
{
    std::unique_ptr<SnapshotMaker> snapshots;
    if (follower)
        snapshots = std::make_unique<SnapshotMaker>(split, static_cast<std::uint64_t>(options.seed),
                                                    *follower);
    const auto measure = [&](const VaeganModel& model, int epoch) {
        const std::string label = "epoch-" + std::to_string(epoch);
        Json json = heldOutMeasured(model, split, model.encode(split.heldOut, progress), options,
                                    label, progress);
        if (!options.sheets.empty())
            model.save(options.sheets / (label + ".safetensors"));
        return json;
    };
    const VaeganOptions vaegan = vaeganOptions(options, split);
    std::unique_ptr<VaeganModel> model = trainVaegan(
        split.training, vaegan, split.heldOut.empty() ? MeasureModel() : MeasureModel(measure),
        progress, snapshots.get());
    if (!model)
        return nullptr;
    model->save(options.out); // measuring takes minutes in which a machine can fail
    measureTrained(*model, split, options, progress);
    return model;
}

} // namespace

void describe(TrainModelOptions& options, Fields& fields)
{
    fields.add("images", &options.images, FUSIFORM_TR("core", "Folder of JPEG or PNG pictures."))
        .required();
    fields.add("kind", &options.kind, FUSIFORM_TR("core", "What to train."))
        .oneOf({"vaegan", "pca"});
    fields.add("out", &options.out, FUSIFORM_TR("core", "The model file to write (.safetensors)."))
        .required();
    fields.add("latent", &options.latent, FUSIFORM_TR("core", "Numbers in a code."))
        .between(1, 8192);
    fields.add("architecture", &options.architecture, FUSIFORM_TR("core", "Layers of a VAE-GAN."))
        .oneOf({"compact", "published"});
    fields
        .add("width", &options.width,
             FUSIFORM_TR("core", "Channels of the first convolution; 0: 32, published 192."))
        .between(0, 512);
    fields
        .add("image-size", &options.imageSize,
             FUSIFORM_TR("core", "Side to which pictures are cropped and resized."))
        .in("pixels")
        .between(16, 1024);
    fields
        .add("minutes", &options.minutes,
             FUSIFORM_TR("core", "Train for this time; 0: use epochs, or an hour."))
        .in("min")
        .between(0, 100000);
    fields
        .add("epochs", &options.epochs,
             FUSIFORM_TR("core", "Train for so many passes over the pictures."))
        .between(0, 1000000);
    fields.add("batch", &options.batch, FUSIFORM_TR("core", "Pictures per step.")).between(1, 4096);
    fields
        .add("portion", &options.portion,
             FUSIFORM_TR("core",
                         "Pictures that go through the nets together, the gradients of a batch "
                         "being added up; 0: as many as half of the free memory holds."))
        .between(0, 4096);
    fields.add("seed", &options.seed, FUSIFORM_TR("core", "All random numbers follow from it."))
        .between(0, 9e15);
    fields.add("precision", &options.precision, FUSIFORM_TR("core", "Of convolutions in training."))
        .oneOf({"auto", "float32", "bfloat16"});
    fields
        .add("device", &options.device,
             FUSIFORM_TR("core", "Where to train; cuda needs a LibTorch that was built with it."))
        .oneOf({"cpu", "cuda"});
    fields
        .add("nodes", &options.nodes,
             FUSIFORM_TR("core", "Processes that train one model together, on one machine or "
                                 "several; each is started with the same options and a --rank."))
        .between(1, 1024);
    fields
        .add("rank", &options.rank,
             FUSIFORM_TR("core", "Which of these processes this is, from 0; process 0 measures and "
                                 "writes."))
        .between(0, 1023);
    fields.add("meet", &options.meet,
               FUSIFORM_TR("core", "HOST:PORT where process 0 listens and the others call."));
    fields.add("recipe", &options.recipe,
               FUSIFORM_TR("core",
                           "NAME=NUMBER: changes one number of the recipe of a VAE-GAN; may be "
                           "given more than once. The model's manifest lists them all."));
    fields.add("start-from", &options.startFrom,
               FUSIFORM_TR("core",
                           "A checkpoint of another training whose weights are the start, for "
                           "instance to go on with other pictures."));
    fields.add("tune-encoder", &options.tuneEncoder,
               FUSIFORM_TR("core", "A finished compact VAE-GAN: instead of a new model, train its "
                                   "encoder alone to tell the attributes (--attributes); its "
                                   "generator stays as it is."));
    fields.add("weigh", &options.weigh,
               FUSIFORM_TR("core", "NAME=NUMBER: how much an attribute counts when an encoder is "
                                   "tuned; may be given more than once. The others count the more, "
                                   "the worse codes tell them so far."));
    describeEyes(options.eyes, fields);
    fields.add("training", &options.training,
               FUSIFORM_TR("core", "One line about the pictures, kept in the model."));
    fields.add("attributes", &options.attributes,
               FUSIFORM_TR("core", "CelebA-like list; tests how well codes tell each attribute."));
    fields
        .add("held-out", &options.heldOut,
             FUSIFORM_TR("core", "Pictures kept out of training and used to measure the model."))
        .between(0, 1000000);
    fields
        .add("measure-every", &options.measureEvery,
             FUSIFORM_TR("core", "Measure on the held-out pictures every so many epochs."))
        .between(0, 1000000);
    fields
        .add("early-stop", &options.earlyStop,
             FUSIFORM_TR("core", "End a stage after so many measurements without a better score "
                                 "(SSIM + sharpness / 10) and keep the best model; 0: never."))
        .between(0, 1000000);
    fields.add("log", &options.log, FUSIFORM_TR("core", "Table of losses to write (.tsv)."));
    fields.add("sheets", &options.sheets,
               FUSIFORM_TR("core", "Folder for contact sheets and models at each measurement."));
    fields.add(
        "keep-checkpoint", &options.keepCheckpoint,
        FUSIFORM_TR("core", "Leave the last checkpoint beside the model, for --start-from."));
    fields.add("resume", &options.resume, FUSIFORM_TR("core", "Go on from the last checkpoint."));
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing model."));
}

std::filesystem::path checkpointOf(const std::filesystem::path& model)
{
    std::filesystem::path file = model;
    return file += ".checkpoint";
}

Outcome trainModel(const TrainModelOptions& options, Progress& progress)
{
    return trainFollowed(options, nullptr, progress);
}

Outcome trainFollowed(const TrainModelOptions& given, TrainingFollower* follower,
                      Progress& progress)
{
    if (!given.tuneEncoder.empty())
        return tuneModelsEncoder(given, progress);
    if (!given.weigh.empty())
        throw usage(FUSIFORM_TR("core", "--weigh goes together with --tune-encoder only."));
    TrainModelOptions options = given;
    if (options.epochs == 0 && options.minutes == 0)
        options.minutes = 60;
    refuseExisting(options.out, options.overwrite);
    if (options.kind == "pca" && options.nodes > 1)
        throw usage(FUSIFORM_TR("core", "A PCA is made by one process: leave out --nodes."));
    if (options.earlyStop > 0 && (options.heldOut == 0 || options.measureEvery == 0))
        throw usage(FUSIFORM_TR("core", "To stop early, the model must be measured: say how often "
                                        "(--measure-every) and on how many pictures "
                                        "(--held-out)."));
    const auto begin = std::chrono::steady_clock::now();
    const io::FaceCrop crop = faceCrop(static_cast<int>(options.imageSize), options.eyes);
    const TrainingSplit split = readSplit(options, crop, PictureStorage::usual(), progress);
    if (!options.attributes.empty() && !split.heldOut.empty())
        checkAttributes(split, options.attributes, progress);
    Outcome outcome;
    Json& json = outcome.json;
    json = {{"out", options.out.string()},
            {"kind", options.kind},
            {"images", split.training.count()},
            {"held_out", split.heldOut.size()},
            {"latent_dim", options.latent}};
    json["crop"] = crop.name();
    json["skipped"] = skippedJson(split.skipped);
    json["epochs"] = 1;
    double imagesSeen = static_cast<double>(split.training.count());
    double trainingSeconds = 0;
    if (options.kind == "pca") {
        const auto model = pcaOf(split, options, progress);
        if (!split.heldOut.empty())
            json["quality"] = allMeasured(*model, split, options, "final", progress);
        model->save(options.out);
    } else {
        const auto model = vaeganOf(split, options, follower, progress);
        if (!model) {
            json["rank"] = options.rank;
            outcome.text = "process " + std::to_string(options.rank) + " of "
                           + std::to_string(options.nodes) + " is done; process 0 writes "
                           + options.out.string() + "\n";
            return outcome;
        }
        model->save(options.out);
        if (!options.keepCheckpoint)
            std::filesystem::remove(checkpointOf(options.out));
        json["epochs"] = model->manifest().at("trained").at("epochs");
        trainingSeconds = model->manifest().at("trained").at("step_seconds").get<double>();
        imagesSeen = model->manifest().at("trained").at("steps").get<double>()
                     * model->manifest().at("trained").at("batch").get<double>();
        for (const char* const key : {"quality", "pca_quality"})
            if (model->manifest().contains(key))
                json[key] = model->manifest().at(key);
    }
    const double seconds
        = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    json["seconds"] = seconds;
    json["images_per_second"] = imagesSeen / (trainingSeconds > 0 ? trainingSeconds : seconds);
    outcome.text = options.out.string() + ": " + options.kind + " of "
                   + std::to_string(split.training.count()) + " pictures\n";
    if (json.contains("quality"))
        outcome.text += qualityText(options.kind, json["quality"]);
    if (json.contains("pca_quality"))
        outcome.text += qualityText("pca of the same size", json["pca_quality"]);
    outcome.text += skippedText(split.skipped);
    return outcome;
}

} // namespace fusiform::task
