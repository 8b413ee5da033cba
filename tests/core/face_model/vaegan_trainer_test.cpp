// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/vaegan_trainer.h"

#include "core/face_model/torch_module.h"
#include "core/util/error.h"
#include "core/util/parallel.h"
#include "core/util/tsv.h"
#include "tests/core/face_model/tiny_faces.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace fusiform;
using namespace fusiform::face_model;
using fusiform::test::near;

namespace {

std::unique_ptr<VaeganModel> trained(const VaeganOptions& options, Progress& progress)
{
    return trainVaegan(test::tinySet(), options, {}, progress);
}

Eigen::MatrixXd codesOf(const VaeganModel& model)
{
    Progress progress;
    return model.encode(test::tinyFaces(6, 77), progress);
}

/// Stops a training at the first note that begins with `words`.
struct StopAt {
    std::stop_source source;
    Progress progress;
    explicit StopAt(const std::string& words)
        : progress(source.get_token(), {}, [this, words](NoteLevel, const Text& note) {
              if (note.english().starts_with(words))
                  source.request_stop();
          })
    {
    }
};

/// The error of a training that is stopped there.
ErrorKind stopped(const VaeganOptions& options, const std::string& words)
{
    StopAt stop(words);
    try {
        (void)trained(options, stop.progress);
    } catch (const Error& error) {
        return error.kind();
    }
    return ErrorKind::Failure;
}

} // namespace

class VaeganTrainerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!hasTorchModule())
            QSKIP("this build has no LibTorch module");
        // Nets this small gain nothing from more, and oneDNN's threads wait for each other
        // actively.
        setThreadCount(1);
    }

    void cleanupTestCase() { setThreadCount(0); }

    void lossesFallAndAllAreLogged()
    {
        const test::TemporaryFolder folder;
        VaeganOptions options = test::tinyOptions();
        options.epochs = 20;
        options.log = folder.path() / "log.tsv";
        Progress progress;
        const auto model = trained(options, progress);
        QCOMPARE(model->description().latentSize, options.latentSize);
        const Tsv log = readTsv(options.log);
        QCOMPARE(log.rows.size(), 20U);
        const auto value = [&](std::size_t row, const char* column) {
            return log.number(row, log.requiredColumn({column}));
        };
        QVERIFY(value(19, "pixel") < 0.9 * value(0, "pixel"));
        QVERIFY(value(19, "ssim_loss") < value(0, "ssim_loss"));
        QCOMPARE(value(0, "stage"), 1.0);
        QCOMPARE(value(19, "stage"), 2.0);
        QVERIFY(value(0, "discriminator") == 0 && value(19, "discriminator") > 0);
        QVERIFY(value(19, "learning_rate") < value(13, "learning_rate"));
    }

    void measurementsAreAskedForAndLogged()
    {
        const test::TemporaryFolder folder;
        VaeganOptions options = test::tinyOptions();
        options.log = folder.path() / "log.tsv";
        options.measureEvery = 2;
        std::vector<int> epochs;
        Progress progress;
        (void)trainVaegan(
            test::tinySet(), options,
            [&](const VaeganModel& model, int epoch) {
                epochs.push_back(epoch);
                return Json{{"ssim", codesOf(model).allFinite() ? 0.5 : 0.0}};
            },
            progress);
        QVERIFY(epochs == (std::vector<int>{2, 4}));
        const Tsv log = readTsv(options.log);
        const std::size_t column = log.requiredColumn({"ssim"});
        QCOMPARE(log.rows[0][column], std::string("n/a"));
        QCOMPARE(log.number(1, column), 0.5);
    }

    void theSameSeedGivesTheSameModel()
    {
        Progress progress;
        const VaeganOptions options = test::tinyOptions();
        const Eigen::MatrixXd codes = codesOf(*trained(options, progress));
        QVERIFY(near(codesOf(*trained(options, progress)), codes, 1e-5));
        VaeganOptions other = options;
        other.seed = options.seed + 1;
        QVERIFY((codesOf(*trained(other, progress)) - codes).cwiseAbs().maxCoeff() > 1e-3);
    }

    void aResumedTrainingEqualsAnUninterruptedOne()
    {
        const test::TemporaryFolder folder;
        VaeganOptions options = test::tinyOptions();
        Progress progress;
        const Eigen::MatrixXd whole = codesOf(*trained(options, progress));
        options.checkpoint = folder.path() / "checkpoint";
        options.checkpointMinutes = 0; // after every step
        options.isResumed = true;
        // Once in each stage.
        QCOMPARE(stopped(options, "Checkpoint at step 3."), ErrorKind::Cancelled);
        QCOMPARE(stopped(options, "Checkpoint at step 14."), ErrorKind::Cancelled);
        const Eigen::MatrixXd resumed = codesOf(*trained(options, progress));
        QVERIFY(near(resumed, whole, 1e-5));
    }

    void codesCanBeAskedToHoldAttributes()
    {
        const test::TemporaryFolder folder;
        VaeganOptions options = test::tinyOptions();
        options.epochs = 60;
        options.log = folder.path() / "log.tsv";
        // Whether the upper left corner is lighter than most; of every fourth face nobody knows.
        const std::vector<image::Picture> faces = test::tinyFaces(32, 5);
        options.attributes = {"Light_Ground"};
        for (std::size_t i = 0; i < faces.size(); ++i)
            options.labels.push_back(i % 4 == 3 ? 0.0F : faces[i].rgb[0] > 0.3F ? 1.0F : -1.0F);
        const auto lastLoss = [&](double weight) {
            setRecipe(options.recipe, "attribute_weight", weight);
            Progress progress;
            (void)trained(options, progress);
            const Tsv log = readTsv(options.log);
            return log.number(59, log.requiredColumn({"attribute"}));
        };
        // Nothing is learned of what is not asked for: log 2, as before the first step.
        QVERIFY(near(lastLoss(0), std::log(2.0), 1e-4));
        const double asked = lastLoss(1);
        QVERIFY(asked < 0.35);
    }

    void aTrainingWithAttributesIsResumedAndStartsFromOneWithout()
    {
        const test::TemporaryFolder folder;
        VaeganOptions options = test::tinyOptions();
        options.checkpoint = folder.path() / "without";
        options.checkpointMinutes = 0;
        Progress progress;
        (void)trained(options, progress);
        options.startFrom = options.checkpoint;
        options.checkpoint.clear();
        options.attributes = {"Even"};
        for (int i = 0; i < 32; ++i)
            options.labels.push_back(i % 2 == 0 ? 1.0F : -1.0F);
        setRecipe(options.recipe, "attribute_weight", 0.1);
        const auto model = trained(options, progress);
        QCOMPARE(model->manifest().at("learned_attributes"), Json::array({"Even"}));
        options.checkpoint = folder.path() / "with";
        options.isResumed = true;
        QCOMPARE(stopped(options, "Checkpoint at step 7."), ErrorKind::Cancelled);
        QVERIFY(near(codesOf(*trained(options, progress)), codesOf(*model), 1e-5));
        options.checkpoint.clear();
        options.labels.pop_back();
        QVERIFY_THROWS_EXCEPTION(Error, (void)trained(options, progress));
    }

    void aCheckpointOfAnotherTrainingIsRefused()
    {
        const test::TemporaryFolder folder;
        VaeganOptions options = test::tinyOptions();
        options.checkpoint = folder.path() / "checkpoint";
        options.checkpointMinutes = 0;
        QCOMPARE(stopped(options, "Checkpoint at step 1."), ErrorKind::Cancelled);
        options.isResumed = true;
        options.seed += 1;
        Progress progress;
        try {
            (void)trained(options, progress);
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Usage);
            QVERIFY(std::string(error.what()).find("checkpoint") != std::string::npos);
        }
        test::writeText(options.checkpoint, "no safetensors");
        QVERIFY_THROWS_EXCEPTION(Error, (void)trained(options, progress));
    }

    void aPenaltyKeepsTheDiscriminatorFlat()
    {
        const test::TemporaryFolder folder;
        VaeganOptions options = test::tinyOptions();
        options.epochs = 40;
        options.log = folder.path() / "log.tsv";
        setRecipe(options.recipe, "first_stage", 0);
        setRecipe(options.recipe, "discriminator_rate", 2e-3);
        setRecipe(options.recipe, "penalty_every", 1);
        const auto lastGradient = [&](double penalty) {
            setRecipe(options.recipe, "gradient_penalty", penalty);
            Progress progress;
            (void)trained(options, progress);
            const Tsv log = readTsv(options.log);
            return log.number(39, log.requiredColumn({"gradient"}));
        };
        const double free = lastGradient(1e-6);
        const double held = lastGradient(10);
        QVERIFY2(held > 0 && held < 0.2 * free, qPrintable(QString::number(held / free)));
    }

    void aBatchMayComeInPortions()
    {
        const test::TemporaryFolder folder;
        VaeganOptions options = test::tinyOptions();
        options.epochs = 20;
        options.log = folder.path() / "log.tsv";
        const auto last = [&](std::size_t portion) {
            options.portion = portion;
            Progress progress;
            const auto model = trained(options, progress);
            if (model->manifest().at("trained").at("portion") != portion)
                return -1.0;
            const Tsv log = readTsv(options.log);
            return log.number(19, log.requiredColumn({"pixel"}));
        };
        // Normalisation is over a portion, so the two trainings differ a little, and no more: a
        // gradient that was not added up, or was added twice, would show.
        const double whole = last(8);
        const double portions = last(4);
        QVERIFY2(portions > 0.8 * whole && portions < 1.25 * whole,
                 qPrintable(QString::number(portions / whole)));
    }

    void aResumedTrainingKeepsItsPortions()
    {
        const test::TemporaryFolder folder;
        VaeganOptions options = test::tinyOptions();
        options.checkpoint = folder.path() / "checkpoint";
        options.checkpointMinutes = 0;
        options.portion = 4;
        QCOMPARE(stopped(options, "Checkpoint at step 3."), ErrorKind::Cancelled);
        options.isResumed = true;
        options.portion = 0; // now there would be memory for all
        Progress progress;
        const auto model = trained(options, progress);
        QCOMPARE(model->manifest().at("trained").at("portion").get<int>(), 4);
    }

    void aTrainingCanStartFromTheWeightsOfAnother()
    {
        const test::TemporaryFolder folder;
        VaeganOptions options = test::tinyOptions();
        options.epochs = 20;
        options.checkpoint = folder.path() / "checkpoint";
        options.checkpointMinutes = 0;
        options.log = folder.path() / "log.tsv";
        QCOMPARE(stopped(options, "Epoch 15:"), ErrorKind::Cancelled);
        const auto pixelOf = [&](std::size_t row) {
            const Tsv log = readTsv(options.log);
            return log.number(row, log.requiredColumn({"pixel"}));
        };
        const double first = pixelOf(0);
        const double last = pixelOf(14);
        VaeganOptions next = options;
        next.startFrom = options.checkpoint;
        next.checkpoint.clear();
        next.seed += 1; // another training in every other respect
        next.epochs = 1;
        setRecipe(next.recipe, "first_rate", 1e-5);
        Progress progress;
        (void)trained(next, progress);
        QVERIFY(last < 0.9 * first);
        QVERIFY(std::abs(pixelOf(0) - last) < 0.5 * (first - last));

        next.latentSize += 1;
        QVERIFY_THROWS_EXCEPTION(Error, (void)trained(next, progress));
        next.startFrom = folder.path() / "none";
        QVERIFY_THROWS_EXCEPTION(Error, (void)trained(next, progress));
    }

    /// Measurements that get worse after the second; `epochs` says when they were taken.
    static MeasureModel worseAfterTwo(std::vector<int>& epochs)
    {
        return [&epochs](const VaeganModel&, int epoch) {
            epochs.push_back(epoch);
            return Json{{"score", epoch == 2 ? 0.6 : 0.5 - 0.01 * epoch}};
        };
    }

    void aTrainingThatGetsNoBetterStopsAndKeepsTheBest()
    {
        const test::TemporaryFolder folder;
        VaeganOptions options = test::tinyOptions();
        options.epochs = 20; // ten of each stage
        options.measureEvery = 1;
        options.patience = 3;
        options.log = folder.path() / "log.tsv";
        setRecipe(options.recipe, "first_stage", 0.5);
        std::vector<int> epochs;
        Progress progress;
        const auto model = trainVaegan(test::tinySet(), options, worseAfterTwo(epochs), progress);
        // Stage 1 ends three measurements after the best one, stage 2 after three of its own.
        QVERIFY(epochs == (std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8}));
        const Tsv log = readTsv(options.log);
        QCOMPARE(log.number(4, log.requiredColumn({"stage"})), 1.0);
        QCOMPARE(log.number(5, log.requiredColumn({"stage"})), 2.0);
        QCOMPARE(log.number(1, log.requiredColumn({"score"})), 0.6);
        QCOMPARE(model->manifest().at("trained").at("epochs").get<int>(), 2);
        // Stage 2 anneals over its whole length, from its beginning.
        QVERIFY(near(log.number(7, log.requiredColumn({"learning_rate"})),
                     settingsAt(0.5 + 3.0 / 20, 200, 32, 0, options.recipe).learningRate, 1e-9));
    }

    void aResumedTrainingKnowsItsBestModel()
    {
        const test::TemporaryFolder folder;
        VaeganOptions options = test::tinyOptions();
        options.epochs = 20;
        options.measureEvery = 1;
        options.patience = 3;
        std::vector<int> epochs;
        const auto run = [&](Progress& progress) {
            return trainVaegan(test::tinySet(), options, worseAfterTwo(epochs), progress);
        };
        Progress progress;
        const Eigen::MatrixXd whole = codesOf(*run(progress));
        options.checkpoint = folder.path() / "checkpoint";
        options.checkpointMinutes = 0;
        options.isResumed = true;
        StopAt stop("Checkpoint at step 14.");
        QVERIFY_THROWS_EXCEPTION(Error, (void)run(stop.progress));
        QVERIFY(folder.files() == (std::vector<std::string>{"checkpoint", "checkpoint.best"}));
        epochs.clear();
        QVERIFY(near(codesOf(*run(progress)), whole, 1e-5));
        QCOMPARE(epochs.front(), 4); // nothing is measured again
        QVERIFY(folder.files() == (std::vector<std::string>{"checkpoint"}));

        options.patience = 1;
        options.measureEvery = 0;
        QVERIFY_THROWS_EXCEPTION(Error, (void)run(progress));
    }

    void aDeviceThatIsNotThereIsRefused()
    {
        std::int32_t hasCuda = 0;
        callTorch([&](DoorMessage* message) { return torchDoor().hasCuda(&hasCuda, message); });
        VaeganOptions options = test::tinyOptions();
        options.device = Device::Cuda;
        Progress progress;
        if (!hasCuda)
            QVERIFY_THROWS_EXCEPTION(Error, (void)trained(options, progress));
        else // random numbers come from the processor: both devices train alike
            QVERIFY(near(codesOf(*trained(options, progress)),
                         codesOf(*trained(test::tinyOptions(), progress)), 1e-3));
    }

    void aMeetingPlaceIsUnderstood()
    {
        TrainingPlace place;
        setMeeting(place, "node17:1234");
        QCOMPARE(place.host, std::string("node17"));
        QCOMPARE(place.port, 1234);
        setMeeting(place, "node18");
        QCOMPARE(place.host, std::string("node18"));
        for (const char* const wrong : {"", ":12", "node:", "node:x", "node:0", "node:70000"})
            QVERIFY_THROWS_EXCEPTION(Error, setMeeting(place, wrong));
    }

    void aRecipeIsChangedByName()
    {
        VaeganRecipe recipe;
        setRecipe(recipe, "ssim_weight", 0.25);
        QCOMPARE(recipe.ssimWeight, 0.25);
        QCOMPARE(recipeJson(recipe).at("ssim_weight").get<double>(), 0.25);
        QVERIFY_THROWS_EXCEPTION(Error, setRecipe(recipe, "ssim", 1));
        QVERIFY_THROWS_EXCEPTION(Error, setRecipe(recipe, "ssim_weight", -1));
    }

    void aBreakdownKeepsTheLastGoodCheckpoint()
    {
        const test::TemporaryFolder folder;
        VaeganOptions options = test::tinyOptions();
        options.checkpoint = folder.path() / "checkpoint";
        options.checkpointMinutes = 0;
        setRecipe(options.recipe, "first_rate", 1e30);
        Progress progress;
        try {
            (void)trained(options, progress);
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Failure);
            QVERIFY(std::string(error.what()).find("broke down at step") != std::string::npos);
        }
        const io::Safetensors file(options.checkpoint);
        for (const auto& [name, tensor] : file.tensors())
            for (const float value : tensor.floats())
                QVERIFY2(std::isfinite(value), name.c_str());
    }

    void aStoppedTrainingLeavesNoHalfFile()
    {
        const test::TemporaryFolder folder;
        VaeganOptions options = test::tinyOptions();
        options.checkpoint = folder.path() / "checkpoint";
        options.checkpointMinutes = 0;
        options.log = folder.path() / "log.tsv";
        QCOMPARE(stopped(options, "Epoch 2:"), ErrorKind::Cancelled);
        QVERIFY(folder.files() == (std::vector<std::string>{"checkpoint", "log.tsv"}));
        QCOMPARE(readTsv(options.log).rows.size(), 2U);
        QVERIFY(io::Safetensors(options.checkpoint).tensors().size() > 10);
    }

    void impossibleOptionsAreRefused()
    {
        Progress progress;
        VaeganOptions options = test::tinyOptions();
        options.minutes = 1; // and epochs
        QVERIFY_THROWS_EXCEPTION(Error, (void)trained(options, progress));
        options = test::tinyOptions();
        options.architecture = "huge";
        QVERIFY_THROWS_EXCEPTION(Error, (void)trained(options, progress));
        options = test::tinyOptions();
        QVERIFY_THROWS_EXCEPTION(Error, (void)trainVaegan(TrainingSet(32), options, {}, progress));
    }

    void thePublishedArchitectureTrainsToo()
    {
        VaeganOptions options = test::tinyOptions();
        options.architecture = "published";
        options.width = 6;
        options.epochs = 2;
        Progress progress;
        const auto model = trained(options, progress);
        const Eigen::MatrixXd codes = codesOf(*model);
        QVERIFY(codes.allFinite());
        const auto shown = model->generate(codes, progress);
        QVERIFY(shown.front().vector().allFinite());
        QVERIFY(shown.front().vector().minCoeff() >= 0 && shown.front().vector().maxCoeff() <= 1);
    }

    void briefPrecisionTrainsToFiniteCodes()
    {
        VaeganOptions options = test::tinyOptions();
        options.precision = "bfloat16";
        Progress progress;
        QVERIFY(codesOf(*trained(options, progress)).allFinite());
    }

    void timeEndsATraining()
    {
        VaeganOptions options = test::tinyOptions();
        options.epochs = 0;
        options.minutes = 0.005;
        Progress progress;
        QVERIFY(codesOf(*trained(options, progress)).allFinite());
    }
};

FUSIFORM_TEST(VaeganTrainerTest)
#include "vaegan_trainer_test.moc"
