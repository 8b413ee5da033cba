// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/encoder_tuning.h"

#include "core/face_model/attribute_readout.h"
#include "core/face_model/face_models.h"
#include "core/face_model/torch_module.h"
#include "core/face_model/vaegan_trainer.h"
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
using fusiform::image::Picture;
using fusiform::test::near;

namespace {

/// Tiny faces, half of them with a mark on the chin: too little of a picture to be in the codes of
/// a model that was not asked for it.
struct MarkedFaces {
    std::vector<Picture> faces;
    std::vector<float> labels; ///< 1 with the mark, else -1
    TrainingSet set{32};

    MarkedFaces(std::size_t count, std::uint64_t seed) : faces(test::tinyFaces(count, seed))
    {
        Random random(seed, 7);
        for (Picture& face : faces) {
            const bool isMarked = random.below(2) == 1;
            for (int y = 20; isMarked && y < 23; ++y)
                for (int x = 14; x < 17; ++x)
                    for (int c = 0; c < 3; ++c)
                        face.rgb[static_cast<std::size_t>(3 * (32 * y + x) + c)] += 0.3F;
            labels.push_back(isMarked ? 1.0F : -1.0F);
            set.add(face);
        }
    }
    [[nodiscard]] Eigen::VectorXd labelVector() const
    {
        return Eigen::Map<const Eigen::VectorXf>(labels.data(), std::ssize(labels)).cast<double>();
    }
};

std::map<std::string, std::vector<std::uint16_t>> arraysOf(const VaeganModel& model,
                                                           const std::string& beginning)
{
    std::map<std::string, std::vector<std::uint16_t>> arrays;
    for (const auto& [name, array] : model.arrays())
        if (name.starts_with(beginning))
            arrays[name] = array.values;
    return arrays;
}

} // namespace

class EncoderTuningTest : public QObject {
    Q_OBJECT

    std::unique_ptr<VaeganModel> m_model;
    MarkedFaces m_faces{256, 5};
    Eigen::MatrixXd m_codes;

    [[nodiscard]] LabelledPictures marked() const
    {
        return {m_faces.set, m_codes, {"Marked"}, m_faces.labels};
    }
    [[nodiscard]] static TuningOptions tinyTuning()
    {
        TuningOptions options;
        options.batch = 32;
        options.seed = 3;
        options.epochs = 2;
        options.weights = {1};
        return options;
    }
    [[nodiscard]] std::unique_ptr<VaeganModel> tuned(const TuningOptions& options) const
    {
        Progress progress;
        return tuneEncoder(*m_model, marked(), options, progress);
    }
    /// What the last row of the log says after a tuning.
    [[nodiscard]] double lastOfLog(TuningOptions options, const std::string& column) const
    {
        const test::TemporaryFolder folder;
        options.log = folder.path() / "log.tsv";
        (void)tuned(options);
        const Tsv log = readTsv(options.log);
        return log.number(log.rows.size() - 1, log.requiredColumn({column}));
    }
    [[nodiscard]] double toldOf(const VaeganModel& model) const
    {
        const MarkedFaces others(256, 6);
        Progress progress;
        return readAttributeFrom(model.encode(m_faces.faces, progress), m_faces.labelVector(),
                                 model.encode(others.faces, progress), others.labelVector())
            .accuracy;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!hasTorchModule())
            QSKIP("this build has no LibTorch module");
        // Nets this small gain nothing from more, and oneDNN's threads wait for each other
        // actively.
        setThreadCount(1);
        Progress progress;
        VaeganOptions options = test::tinyOptions();
        options.attributes = {"Round"};
        options.labels.assign(m_faces.set.count(), 1);
        m_model = trainVaegan(m_faces.set, options, {}, progress);
        std::vector<Picture> faces; // in 8 bits, as they are trained on
        for (std::size_t i = 0; i < m_faces.set.count(); ++i)
            faces.push_back(m_faces.set.picture(i));
        m_codes = m_model->encode(faces, progress);
    }

    void cleanupTestCase() { setThreadCount(0); }

    void aPlantedAttributeIsToldBetterAndTheGeneratorStays()
    {
        TuningOptions options = tinyTuning();
        options.epochs = 40;
        setRecipe(options.recipe, "hold", 0.3);
        setRecipe(options.recipe, "rate", 1e-3);
        const auto model = tuned(options);
        const double before = toldOf(*m_model);
        const double after = toldOf(*model);
        QVERIFY2(before < 0.65 && after > 0.9, qPrintable(QString("%1 %2").arg(before).arg(after)));
        QVERIFY(arraysOf(*model, "generator") == arraysOf(*m_model, "generator"));
        QVERIFY(arraysOf(*model, "encoder") != arraysOf(*m_model, "encoder"));
        QCOMPARE(model->arrays().size(), m_model->arrays().size()); // no head stays behind
    }

    void codesStayWhereTheyWereTheMoreTheyAreHeld()
    {
        TuningOptions options = tinyTuning();
        options.epochs = 10;
        setRecipe(options.recipe, "rate", 5e-3);
        setRecipe(options.recipe, "hold", 0.01);
        const double loose = lastOfLog(options, "drift");
        setRecipe(options.recipe, "hold", 100);
        const double held = lastOfLog(options, "drift");
        QVERIFY2(held < 0.1 * loose, qPrintable(QString("%1 %2").arg(held).arg(loose)));
    }

    void anEncoderThatLearnsNothingHasTheLossesItMustHave()
    {
        TuningOptions options = tinyTuning();
        options.weights = {3, 0.5};
        setRecipe(options.recipe, "rate", 0);
        setRecipe(options.recipe, "head_rate", 0);
        const test::TemporaryFolder folder;
        options.log = folder.path() / "log.tsv";
        LabelledPictures labelled = marked();
        labelled.attributes.emplace_back("Known_Of_Half");
        labelled.labels.clear();
        for (std::size_t i = 0; i < m_faces.labels.size(); ++i)
            labelled.labels.insert(labelled.labels.end(),
                                   {m_faces.labels[i], i % 2 == 0 ? 1.0F : 0.0F});
        Progress progress;
        const auto model = tuneEncoder(*m_model, labelled, options, progress);
        QVERIFY(arraysOf(*model, "") == arraysOf(*m_model, ""));
        const Tsv log = readTsv(options.log);
        QCOMPARE(log.rows.size(), 2U);
        // Batches are whole epochs: exactly half of the pictures count for the second attribute.
        QVERIFY(near(log.number(0, log.requiredColumn({"attribute"})),
                     std::log(2.0) * (3 + 0.5 * 0.5), 1e-5));
        // Of pictures as they are and of shifted ones, the codes of before are the same codes.
        QVERIFY(log.number(1, log.requiredColumn({"drift"})) < 1e-9);
    }

    void theSameSeedGivesTheSameBytes()
    {
        TuningOptions options = tinyTuning();
        const auto model = tuned(options);
        QVERIFY(arraysOf(*tuned(options), "") == arraysOf(*model, ""));
        options.seed += 1;
        QVERIFY(arraysOf(*tuned(options), "") != arraysOf(*model, ""));
    }

    void theManifestTellsOfTheTuning()
    {
        TuningOptions options = tinyTuning();
        options.name = "tuned";
        m_model->setManifestEntry("quality", {{"ssim", 0.5}});
        const auto once = tuned(options);
        const Json& manifest = once->manifest();
        QCOMPARE(manifest.at("name").get<std::string>(), std::string("tuned"));
        QVERIFY(!manifest.contains("quality")); // of another encoder
        QCOMPARE(manifest.at("trained"), m_model->manifest().at("trained"));
        QCOMPARE(manifest.at("learned_attributes"), Json::array({"Round", "Marked"}));
        const Json& tuning = manifest.at("encoder_tunings").at(0);
        QCOMPARE(tuning.at("model").get<std::string>(), m_model->description().hash);
        QCOMPARE(tuning.at("images").get<int>(), 256);
        QCOMPARE(tuning.at("epochs").get<int>(), 2);
        QCOMPARE(tuning.at("steps").get<int>(), 16);
        QCOMPARE(tuning.at("recipe").at("hold").get<double>(), 30.0);
        QCOMPARE(tuning.at("recipe").at("weights"), (Json{{"Marked", 1.0}}));
        Progress progress;
        const auto twice = tuneEncoder(*once, marked(), options, progress);
        QCOMPARE(twice->manifest().at("encoder_tunings").size(), 2U);
        QCOMPARE(twice->manifest().at("learned_attributes").size(), 2U);
    }

    void attributesCountTheMoreTheWorseTheyAreTold()
    {
        // One is the sign of the first latent, one is drawn, one is always there.
        Random random(11);
        Eigen::MatrixXd codes(256, 4);
        for (double& value : codes.reshaped())
            value = random.normal();
        LabelledPictures drawn{m_faces.set, codes, {"Told", "Drawn", "Always"}, {}};
        for (Eigen::Index i = 0; i < codes.rows(); ++i)
            for (const bool has : {codes(i, 0) > 0, random.below(2) == 1, true})
                drawn.labels.push_back(has ? 1.0F : -1.0F);
        Progress progress;
        const std::vector<double> weights = attributeWeights(drawn, 0.4, progress);
        QVERIFY(near(weights[0] + weights[1] + weights[2], 1.2, 1e-12));
        QVERIFY(weights[1] > 3 * weights[0]);
        QCOMPARE(weights[2], 0.0);
    }

    void aStoppedTuningLeavesTheModelOfItsLastEpoch()
    {
        const test::TemporaryFolder folder;
        TuningOptions options = tinyTuning();
        options.checkpoint = folder.path() / "checkpoint";
        std::stop_source source;
        Progress progress(source.get_token(), {}, [&](NoteLevel, const Text& note) {
            if (note.english().starts_with("Epoch 1:"))
                source.request_stop();
        });
        try {
            (void)tuneEncoder(*m_model, marked(), options, progress);
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Cancelled);
        }
        QVERIFY(folder.files() == (std::vector<std::string>{"checkpoint"}));
        const io::Safetensors file(options.checkpoint);
        const auto model = VaeganModel::read(file);
        QCOMPARE(model->manifest().at("encoder_tunings").at(0).at("epochs").get<int>(), 1);
        QVERIFY(arraysOf(*model, "generator") == arraysOf(*m_model, "generator"));
    }

    void aBreakdownIsSaidAndLeavesNothing()
    {
        const test::TemporaryFolder folder;
        // Once a loss is no number, once the weights are too large for the file.
        for (const double rate : {1e30, 1e6}) {
            TuningOptions options = tinyTuning();
            options.checkpoint = folder.path() / "checkpoint";
            setRecipe(options.recipe, "rate", rate);
            try {
                (void)tuned(options);
                QFAIL("no error");
            } catch (const Error& error) {
                QCOMPARE(error.kind(), ErrorKind::Failure);
                QVERIFY(std::string(error.what()).find("broke down at step") != std::string::npos);
            }
            QVERIFY(folder.files().empty());
        }
    }

    void aLateBreakdownKeepsTheModelOfTheEpochBefore()
    {
        const test::TemporaryFolder folder;
        TuningOptions options = tinyTuning();
        options.epochs = 20;
        options.checkpoint = folder.path() / "checkpoint";
        // A gradient that is there in the first step only moves weights by some five rates in all:
        // beyond the 65504 of half precision, but not within the first eight steps.
        setRecipe(options.recipe, "rate", 14000);
        try {
            (void)tuned(options);
            QFAIL("no error");
        } catch (const Error& error) {
            const std::string what = error.what();
            QVERIFY2(what.find("model after epoch 1 is kept in " + options.checkpoint.string())
                         != std::string::npos,
                     what.c_str());
        }
        const io::Safetensors file(options.checkpoint);
        const auto model = VaeganModel::read(file);
        QCOMPARE(model->manifest().at("encoder_tunings").at(0).at("epochs").get<int>(), 1);
        Progress progress;
        QVERIFY(model->encode(m_faces.faces, progress).allFinite());
    }

    void whatCannotBeTunedIsRefused()
    {
        const auto refusal = [](const VaeganModel& model, const LabelledPictures& labelled,
                                const TuningOptions& options) -> std::string {
            Progress progress;
            try {
                (void)tuneEncoder(model, labelled, options, progress);
            } catch (const Error& error) {
                return error.kind() == ErrorKind::Usage ? error.what() : "another kind";
            }
            return "none";
        };
        TuningOptions options = tinyTuning();
        LabelledPictures labelled = marked();
        labelled.labels.assign(256, 0);
        QVERIFY(refusal(*m_model, labelled, options).find("nothing to tune") != std::string::npos);
        labelled.labels.pop_back();
        labelled.labels.front() = 1;
        QVERIFY(refusal(*m_model, labelled, options).find("do not agree") != std::string::npos);
        options.weights.push_back(1);
        QVERIFY(refusal(*m_model, marked(), options).find("do not agree") != std::string::npos);
        options = tinyTuning();
        options.epochs = 0;
        QVERIFY(refusal(*m_model, marked(), options).find("epoch") != std::string::npos);
        VaeganOptions published = test::tinyOptions();
        published.architecture = "published";
        published.epochs = 1;
        Progress progress;
        const auto model = trainVaegan(test::tinySet(), published, {}, progress);
        QVERIFY(refusal(*model, marked(), tinyTuning()).find("compact") != std::string::npos);
        TuningRecipe recipe;
        QVERIFY_THROWS_EXCEPTION(Error, setRecipe(recipe, "holt", 1));
        QVERIFY_THROWS_EXCEPTION(Error, setRecipe(recipe, "hold", -1));
    }
};

FUSIFORM_TEST(EncoderTuningTest)
#include "encoder_tuning_test.moc"
