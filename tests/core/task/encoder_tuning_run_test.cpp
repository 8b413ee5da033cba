// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/encoder_tuning_run.h"

#include "core/face_model/torch_module.h"
#include "core/face_model/vaegan_model.h"
#include "core/io/picture_file.h"
#include "core/util/error.h"
#include "core/util/parallel.h"
#include "tests/core/face_model/tiny_faces.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
using namespace fusiform::task;
namespace fs = std::filesystem;

class EncoderTuningRunTest : public QObject {
    Q_OBJECT

    test::TemporaryFolder m_folder;
    fs::path m_pictures = m_folder.path() / "faces";
    fs::path m_attributes = m_folder.path() / "attributes.txt";
    fs::path m_model = m_folder.path() / "model.safetensors";

    [[nodiscard]] TrainModelOptions tuning() const
    {
        TrainModelOptions options;
        options.images = m_pictures;
        options.out = m_folder.path() / "tuned.safetensors";
        options.tuneEncoder = m_model;
        options.attributes = m_attributes;
        options.heldOut = 8;
        options.batch = 8;
        options.epochs = 2;
        return options;
    }
    /// The sentence of a refusal; another one for another error or none.
    static std::string refusalOf(const TrainModelOptions& options)
    {
        Progress progress;
        try {
            (void)trainModel(options, progress);
        } catch (const Error& error) {
            return error.kind() == ErrorKind::Usage ? error.what() : "another kind";
        }
        return "none";
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!face_model::hasTorchModule())
            QSKIP("this build has no LibTorch module");
        setThreadCount(1); // nets this small gain nothing from more
        const std::vector<image::Picture> faces = test::tinyFaces(40, 5);
        std::string list = "40\nOdd Light\n";
        for (std::size_t i = 0; i < faces.size(); ++i) {
            const std::string name = std::to_string(100 + i) + ".png";
            io::writePicture(m_pictures / name, faces[i]);
            list
                += name + (i % 2 == 1 ? " 1" : " -1") + (faces[i].rgb[0] > 0.3F ? " 1\n" : " -1\n");
        }
        test::writeText(m_attributes, list);
        TrainModelOptions options;
        options.images = m_pictures;
        options.out = m_model;
        options.latent = 4;
        options.width = 4;
        options.imageSize = 32;
        options.batch = 8;
        options.epochs = 2;
        options.precision = "float32";
        Progress progress;
        (void)trainModel(options, progress);
    }

    void cleanupTestCase() { setThreadCount(0); }

    void aTunedModelIsWrittenAndMeasuredBeforeAndAfter()
    {
        TrainModelOptions options = tuning();
        options.weigh = {"Odd=2.5"};
        options.recipe = {"hold=10"};
        options.log = m_folder.path() / "log.tsv";
        Progress progress;
        const Outcome outcome = trainModel(options, progress);
        const Json& json = outcome.json;
        QCOMPARE(json.at("images").get<int>(), 32);
        QCOMPARE(json.at("epochs").get<int>(), 2);
        QCOMPARE(json.at("latent_dim").get<int>(), 4);
        QCOMPARE(json.at("weights").at("Odd").get<double>(), 2.5);
        QCOMPARE(json.at("quality_before").at("pictures").get<int>(), 8);
        QCOMPARE(json.at("quality_before").at("attributes").size(), 2U);
        QCOMPARE(json.at("quality").at("attributes").size(), 2U);
        QVERIFY(outcome.text.find("Odd: told of ") != std::string::npos);
        QVERIFY(fs::exists(options.log));
        QVERIFY(!fs::exists(checkpointOf(options.out)));

        const io::Safetensors before(m_model);
        const io::Safetensors after(options.out);
        const auto model = face_model::VaeganModel::read(after);
        QCOMPARE(model->manifest().at("quality"), json.at("quality"));
        const Json& recipe = model->manifest().at("encoder_tunings").at(0).at("recipe");
        QCOMPARE(recipe.at("hold").get<double>(), 10.0);
        for (const auto& [name, tensor] : before.tensors())
            if (name.starts_with("generator"))
                QVERIFY(std::ranges::equal(tensor.bytes, after.tensors().at(name).bytes));
    }

    void optionsOfATrainingFromTheStartAreRefused()
    {
        const auto refused = [this](const std::function<void(TrainModelOptions&)>& change) {
            TrainModelOptions options = tuning();
            options.out = m_folder.path() / "none.safetensors";
            change(options);
            return QString::fromStdString(refusalOf(options));
        };
        QVERIFY(refused([](auto& o) { o.latent = 8; }).contains("leave out --latent."));
        QVERIFY(refused([](auto& o) { o.minutes = 5; }).contains("leave out --minutes."));
        QVERIFY(refused([](auto& o) { o.startFrom = "x"; }).contains("leave out --start-from."));
        QVERIFY(refused([](auto& o) { o.resume = true; }).contains("leave out --resume."));
        QVERIFY(refused([](auto& o) { o.nodes = 2; }).contains("leave out --nodes."));
        QVERIFY(refused([](auto& o) { o.kind = "pca"; }).contains("leave out --kind."));
        QVERIFY(refused([](auto& o) { o.attributes.clear(); }).contains("--attributes"));
        QVERIFY(refused([](auto& o) { o.weigh = {"Odd"}; }).contains("expected NAME=NUMBER"));
        QVERIFY(refused([](auto& o) { o.weigh = {"Old=1"}; }).contains("Odd, Light"));
        QVERIFY(refused([](auto& o) { o.recipe = {"pixel_weight=1"}; }).contains("head_rate"));
        QVERIFY(refused([](auto& o) {
                    o.tuneEncoder.clear();
                    o.weigh = {"Odd=1"};
                }).contains("--tune-encoder only"));
        QVERIFY(!fs::exists(m_folder.path() / "none.safetensors"));
    }

    void anotherKindOfModelIsRefused()
    {
        TrainModelOptions options = tuning();
        options.out = m_folder.path() / "pca.safetensors";
        TrainModelOptions pca;
        pca.images = m_pictures;
        pca.kind = "pca";
        pca.out = options.tuneEncoder = m_folder.path() / "components.safetensors";
        pca.latent = 4;
        pca.imageSize = 32;
        Progress progress;
        (void)trainModel(pca, progress);
        QVERIFY(QString::fromStdString(refusalOf(options)).contains("compact VAE-GAN"));
    }
};

FUSIFORM_TEST(EncoderTuningRunTest)
#include "encoder_tuning_run_test.moc"
