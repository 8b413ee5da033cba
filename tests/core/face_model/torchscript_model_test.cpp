// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/torchscript_model.h"

#include "core/face_model/face_models.h"
#include "core/face_model/torch_module.h"
#include "core/task/import_checkpoint_task.h"
#include "core/util/hash.h"
#include "core/util/parallel.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "tests/support/zip_archive.h"

#include <QProcess>
#include <nlohmann/json.hpp>

#include <cmath>

using namespace fusiform;
using namespace fusiform::face_model;
namespace fs = std::filesystem;

#ifndef FUSIFORM_TORCHSCRIPT_FILES
#define FUSIFORM_TORCHSCRIPT_FILES ""
#endif

namespace {

/// What tests/support/torchscript_main.cpp computes, brought from -1..1 to 0..1.
image::Picture pictureOf(const Eigen::VectorXd& z)
{
    constexpr int kGeneratedSide = 6;
    image::Picture picture{kGeneratedSide, kGeneratedSide, {}};
    for (int y = 0; y < kGeneratedSide; ++y)
        for (int x = 0; x < kGeneratedSide; ++x)
            for (int c = 0; c < 3; ++c) {
                const double raw
                    = z[0] * (c - 1) + z[1] * y / kGeneratedSide + z[2] * x / kGeneratedSide + 0.25;
                picture.rgb.push_back(static_cast<float>((std::tanh(raw) + 1) / 2));
            }
    return picture;
}

Eigen::MatrixXd someCodes()
{
    Eigen::MatrixXd codes(5, 3);
    codes << 0, 0, 0, 1, -2, 0.5, -1.5, 0.25, 2, 0.1, 0.2, -0.3, 3, 3, 3;
    return codes;
}

Json trusted(const fs::path& file, std::int64_t latent = 0)
{
    Progress progress;
    task::ImportCheckpointOptions options;
    options.checkpoint = file;
    options.trust = true;
    options.latent = latent;
    return task::importCheckpoint(options, progress).json;
}

/// What an action complains of.
template <class Action>
std::pair<ErrorKind, std::string> complaintOf(const Action& action)
{
    try {
        action();
    } catch (const Error& error) {
        return {error.kind(), error.what()};
    }
    return {ErrorKind::Failure, "nothing"};
}

bool speaksOf(const std::string& text, const std::string& part)
{
    const bool isThere = text.find(part) != std::string::npos;
    if (!isThere)
        std::printf("\"%s\" is not in: %s\n", part.c_str(), text.c_str());
    return isThere;
}

} // namespace

class TorchscriptModelTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TemporaryFolder> m_folder;

    [[nodiscard]] fs::path file(const std::string& name) const
    {
        return m_folder->path() / (name + ".pt");
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!hasTorchModule() || std::string(FUSIFORM_TORCHSCRIPT_FILES).empty())
            QSKIP("this build has no LibTorch module");
        m_folder = std::make_unique<test::TemporaryFolder>();
        QCOMPARE(QProcess::execute(QStringLiteral(FUSIFORM_TORCHSCRIPT_FILES),
                                   {QString::fromStdString(m_folder->path().string())}),
                 0);
    }
    void init()
    {
        // Every test begins without trust.
        fs::remove_all(m_folder->path() / "config");
        qputenv("XDG_CONFIG_HOME",
                QByteArray::fromStdString((m_folder->path() / "config").string()));
    }
    void cleanupTestCase()
    {
        qunsetenv("XDG_CONFIG_HOME");
        m_folder.reset();
    }

    void withoutTrustNothingRuns()
    {
        const std::string hash = fileHash(file("whole"));
        const auto [kind, text] = complaintOf([&] { (void)loadFaceModel(file("whole")); });
        QVERIFY(kind == ErrorKind::Usage);
        QVERIFY(speaksOf(text, hash));
        QVERIFY(speaksOf(text, "import-checkpoint \"" + file("whole").string() + "\" --trust"));
        // Not even one that would stop whoever loads it.
        Progress progress;
        task::ImportCheckpointOptions options;
        options.checkpoint = file("without_forward");
        const auto [own, said]
            = complaintOf([&] { (void)task::importCheckpoint(options, progress); });
        QVERIFY(own == ErrorKind::Usage);
        QVERIFY(speaksOf(said, "--trust"));
        QVERIFY(!fs::exists(trustedProgramsFile()));
    }
    void picturesAreThoseOfTheFormula()
    {
        const Json json = trusted(file("plain"), 3);
        QCOMPARE(json.at("latent_dim").get<int>(), 3);
        QCOMPARE(json.at("image_size").get<int>(), 6);
        QVERIFY(json.at("value_range") == Json({-1, 1}));
        QCOMPARE(json.at("value_range_from").get<std::string>(), std::string("random codes"));
        QVERIFY(!json.at("encodes").get<bool>());
        QVERIFY(json.at("lowest").get<double>() < -0.5 && json.at("highest").get<double>() > 0.5);

        const auto model = loadFaceModel(file("plain"));
        QCOMPARE(model->description().kind, std::string("torchscript"));
        QCOMPARE(model->description().name, std::string("plain"));
        QCOMPARE(model->description().hash, fileHash(file("plain")));
        const Eigen::MatrixXd codes = someCodes();
        Progress progress;
        const auto pictures = model->generate(codes, progress);
        QCOMPARE(pictures.size(), 5U);
        for (std::size_t i = 0; i < 5; ++i)
            QVERIFY(test::near(pictures[i].vector(),
                               pictureOf(codes.row(static_cast<Eigen::Index>(i))).vector(), 1e-6));
    }
    void theProgramsOwnWordsCount()
    {
        const Json json = trusted(file("whole"));
        QCOMPARE(json.at("value_range_from").get<std::string>(), std::string("attribute"));
        QVERIFY(json.at("encodes").get<bool>());
        const auto model = loadFaceModel(file("whole"));
        Progress progress;
        image::Picture picture{6, 6, std::vector<float>(108)};
        for (std::size_t i = 0; i < 108; ++i)
            picture.rgb[i] = static_cast<float>(i % 3) / 4 + (i < 54 ? 0.25F : 0.0F);
        const Eigen::MatrixXd codes = model->encode({&picture, 1}, progress);
        QVERIFY(test::near(codes.row(0), Eigen::RowVector3d(0.125, 0.375, 0.625), 1e-6));
        QVERIFY(test::near(model->generate(codes, progress).front().vector(),
                           pictureOf(codes.row(0)).vector(), 1e-6));
    }
    void rangesAreGuessed()
    {
        QVERIFY(trusted(file("positive")).at("value_range") == Json({0, 1}));
        QVERIFY(trusted(file("positive")).at("value_range_from") == "random codes");
    }
    void aProgramThatOnlyGeneratesSaysSo()
    {
        (void)trusted(file("plain"), 3);
        const auto model = loadFaceModel(file("plain"));
        Progress progress;
        const image::Picture picture{6, 6, std::vector<float>(108)};
        const auto [kind, text] = complaintOf([&] {
            (void)model->encode({&picture, 1}, progress);
        });
        QVERIFY(kind == ErrorKind::Usage);
        QVERIFY(speaksOf(text, "plain only generates"));
    }
    void neighboursAndThreadsChangeNothing()
    {
        // Also not for a program that draws random numbers.
        for (const char* name : {"whole", "noisy"}) {
            (void)trusted(file(name));
            const auto model = loadFaceModel(file(name));
            Progress progress;
            const Eigen::MatrixXd codes = someCodes();
            const auto together = model->generate(codes, progress);
            for (const unsigned threads : {1U, 4U}) {
                setThreadCount(threads);
                for (Eigen::Index i = 4; i >= 0; --i)
                    QVERIFY(model->generate(codes.row(i), progress).front().rgb
                            == together[static_cast<std::size_t>(i)].rgb);
            }
            setThreadCount(0);
        }
    }
    void theContentIsTrustedAndNotTheName()
    {
        (void)trusted(file("whole"));
        const fs::path copy = file("copied");
        fs::copy_file(file("whole"), copy);
        QCOMPARE(loadFaceModel(copy)->description().name, std::string("whole"));
        loadFaceModel(copy)->save(file("saved"));
        QCOMPARE(fileHash(file("saved")), fileHash(copy));
        // One byte more is another program.
        test::writeText(copy, test::bytesOf(file("whole")) + " ");
        QVERIFY(complaintOf([&] { (void)loadFaceModel(copy); }).first == ErrorKind::Usage);
        // And others keep their trust.
        (void)trusted(file("plain"), 3);
        (void)loadFaceModel(file("whole"));
    }
    void wrongProgramsAreNamed_data()
    {
        QTest::addColumn<QString>("found");
        QTest::newRow("channels_last") << "1 x 4 x 4 x 3";
        QTest::newRow("oblong") << "1 x 3 x 4 x 6";
        QTest::newRow("no_number") << "not finite";
        QTest::newRow("pair") << "Tuple";
        QTest::newRow("raising") << "the moon is down";
        QTest::newRow("without_forward") << "no method forward";
        QTest::newRow("bad_encoder") << "1 x 2";
        QTest::newRow("counting") << "another one the second time";
        QTest::newRow("bytes") << "values from";
    }
    void wrongProgramsAreNamed()
    {
        QFETCH(const QString, found);
        const fs::path wrong = file(QTest::currentDataTag());
        const auto [kind, text] = complaintOf([&] { (void)trusted(wrong); });
        QVERIFY2(kind == ErrorKind::BadData, text.c_str());
        QVERIFY(text.starts_with(wrong.string() + ": expected "));
        QVERIFY(speaksOf(text, found.toStdString()));
        QVERIFY(!fs::exists(trustedProgramsFile()));
    }
    void howLongCodesAreMustBeKnown()
    {
        const auto [kind, text] = complaintOf([&] { (void)trusted(file("plain")); });
        QVERIFY(kind == ErrorKind::Usage);
        QVERIFY(speaksOf(text, "--latent"));
        // Another length than the program can take is its complaint.
        const auto [other, said] = complaintOf([&] { (void)trusted(file("plain"), 4); });
        QVERIFY(other == ErrorKind::BadData);
        QVERIFY(speaksOf(said, "1 x 4"));
    }
    void whatIsNoProgramIsNotRun()
    {
        const fs::path weights = file("weights");
        test::writeText(weights, test::zipArchive({"a/data.pkl", "a/data/0", "a/version"}));
        QVERIFY(speaksOf(complaintOf([&] { (void)loadFaceModel(weights); }).second,
                         "weights without code"));
        // A zip with the right names and nothing in it.
        const fs::path empty = file("empty");
        test::writeText(empty, test::zipArchive({"a/data.pkl", "a/code/b.py", "a/version"}));
        const auto [kind, text] = complaintOf([&] { (void)trusted(empty); });
        QVERIFY2(kind == ErrorKind::BadData, text.c_str());
        const std::string whole = test::bytesOf(file("whole"));
        QVERIFY(test::cutEverywhere(whole, "cut.pt", 97,
                                    [](const fs::path& cut) { (void)trusted(cut); })
                > 10);
    }
    void aDamagedListIsNamed()
    {
        (void)trusted(file("whole"));
        test::writeText(trustedProgramsFile(), "{\"" + fileHash(file("whole")) + "\": {}}");
        const auto [kind, text] = complaintOf([&] { (void)loadFaceModel(file("whole")); });
        QVERIFY(kind == ErrorKind::BadData);
        QVERIFY(text.starts_with(trustedProgramsFile().string()));
    }
    void aCancelledPictureIsNotMade()
    {
        (void)trusted(file("whole"));
        const auto model = loadFaceModel(file("whole"));
        std::stop_source stop;
        stop.request_stop();
        Progress progress(stop.get_token());
        const auto [kind, text]
            = complaintOf([&] { (void)model->generate(someCodes(), progress); });
        QVERIFY(kind == ErrorKind::Cancelled);
    }
};

FUSIFORM_TEST(TorchscriptModelTest)
#include "torchscript_model_test.moc"
