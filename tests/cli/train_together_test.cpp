// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/torch_module.h"
#include "core/io/picture_file.h"
#include "core/util/tsv.h"
#include "tests/core/face_model/tiny_faces.h"
#include "tests/support/program.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <csignal>

#include <unistd.h>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

/// 20 pictures to learn from in batches of 8, and 4 to measure on.
void writeFaces(const fs::path& folder)
{
    fs::create_directories(folder);
    const auto faces = test::tinyFaces(24, 5);
    for (std::size_t i = 0; i < faces.size(); ++i)
        io::writePicture(folder / ("face-" + std::to_string(10 + i) + ".png"), faces[i]);
}

/// Words that train a tiny net in `folder`.
std::vector<std::string> wordsFor(const fs::path& folder, const std::string& name,
                                  const std::vector<std::string>& more)
{
    std::vector<std::string> words = {"train-model",
                                      "--images",
                                      (folder / "faces").string(),
                                      "--out",
                                      (folder / (name + ".safetensors")).string(),
                                      "--log",
                                      (folder / (name + ".tsv")).string(),
                                      "--latent",
                                      "8",
                                      "--width",
                                      "4",
                                      "--image-size",
                                      "32",
                                      "--batch",
                                      "8",
                                      "--seed",
                                      "3",
                                      "--precision",
                                      "float32",
                                      "--held-out",
                                      "4",
                                      "--measure-every",
                                      "3",
                                      "--threads",
                                      "1"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// Two trainings at a time, tests beside each other too: a port of this process.
std::string meetingPlace(int test)
{
    return "127.0.0.1:" + std::to_string(20000 + (getpid() * 8 + test) % 40000);
}

std::vector<std::string> processOfTwo(int rank, int test)
{
    return {"--nodes", "2", "--rank", std::to_string(rank), "--meet", meetingPlace(test)};
}

std::vector<std::string> with(std::vector<std::string> words, const std::vector<std::string>& more)
{
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

} // namespace

/// Several processes that train one model (LibTorch's c10d).
class TrainTogetherTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!face_model::hasTorchModule())
            QSKIP("this build has no LibTorch module");
    }

    void twoProcessesLearnAsOneWithTheSameBatch()
    {
        const test::TemporaryFolder folder;
        writeFaces(folder.path() / "faces");
        const std::vector<std::string> epochs = {"--epochs", "12"};
        // Normalisation is over what goes through the net together, half a batch in either case.
        const test::Finished one
            = test::runProgram(wordsFor(folder.path(), "one", with(epochs, {"--portion", "4"})));
        QVERIFY2(one.exitCode == 0, one.errors.c_str());
        test::Program second(wordsFor(folder.path(), "two", with(epochs, processOfTwo(1, 0))));
        test::Program first(wordsFor(folder.path(), "two", with(epochs, processOfTwo(0, 0))));
        const test::Finished leader = first.finish();
        const test::Finished other = second.finish();
        QVERIFY2(leader.exitCode == 0, leader.errors.c_str());
        QVERIFY2(other.exitCode == 0, other.errors.c_str());
        QVERIFY(other.output.find("process 1 of 2 is done") != std::string::npos);

        const Tsv expected = readTsv(folder.path() / "one.tsv");
        const Tsv found = readTsv(folder.path() / "two.tsv");
        QCOMPARE(found.rows.size(), 12U);
        QCOMPARE(found.number(11, found.requiredColumn({"stage"})), 2.0);
        for (const char* const name : {"pixel", "chroma", "ssim_loss", "kl", "feature",
                                       "adversarial", "discriminator", "gradient", "mean_sigma"}) {
            const std::size_t column = expected.requiredColumn({name});
            for (std::size_t row = 0; row < 12; ++row) {
                const double wanted = expected.number(row, column);
                const double is = found.number(row, column);
                QVERIFY2(std::abs(is - wanted) <= 1e-3 * std::abs(wanted) + 1e-9,
                         qPrintable(QStringLiteral("%1, epoch %2: %3 instead of %4")
                                        .arg(name)
                                        .arg(row + 1)
                                        .arg(is)
                                        .arg(wanted)));
            }
        }
        for (const char* const name : {"ssim", "pix_corr"}) {
            const std::size_t column = expected.requiredColumn({name});
            QVERIFY(std::abs(expected.number(11, column) - found.number(11, column)) < 1e-3);
        }
    }

    void otherOptionsAreNoticed()
    {
        const test::TemporaryFolder folder;
        writeFaces(folder.path() / "faces");
        test::Program second(
            wordsFor(folder.path(), "two", with(processOfTwo(1, 1), {"--epochs", "9"})));
        const test::Finished leader = test::runProgram(
            wordsFor(folder.path(), "two", with(processOfTwo(0, 1), {"--epochs", "8"})));
        for (const test::Finished& done : {leader, second.finish()}) {
            QCOMPARE(done.exitCode, 2);
            QVERIFY2(done.errors.find("different options or pictures") != std::string::npos,
                     done.errors.c_str());
        }
        QVERIFY(!fs::exists(folder.path() / "two.safetensors"));
    }

    void theEndOfOneProcessEndsTheOthers()
    {
        const test::TemporaryFolder folder;
        writeFaces(folder.path() / "faces");
        const std::vector<std::string> epochs = {"--epochs", "100000"};
        test::Program second(wordsFor(folder.path(), "two", with(epochs, processOfTwo(1, 2))));
        test::Program first(wordsFor(folder.path(), "two", with(epochs, processOfTwo(0, 2))));
        QVERIFY(first.waitForMessage("Epoch 3:"));
        second.signal(SIGKILL);
        (void)second.finish();
        const test::Finished leader = first.finish();
        QCOMPARE(leader.exitCode, 1);
        QVERIFY2(leader.errors.find("another process of this training has ended")
                     != std::string::npos,
                 leader.errors.c_str());
    }

    void aProcessThatWaitsCanBeCancelled()
    {
        const test::TemporaryFolder folder;
        writeFaces(folder.path() / "faces");
        test::Program alone(
            wordsFor(folder.path(), "two", with(processOfTwo(0, 3), {"--epochs", "2"})));
        QVERIFY(alone.waitForMessage("Waiting for the other processes"));
        alone.signal(SIGINT);
        QCOMPARE(alone.finish().exitCode, 130);
    }

    void impossibleGroupsAreRefused()
    {
        const test::TemporaryFolder folder;
        writeFaces(folder.path() / "faces");
        for (const std::vector<std::string>& more :
             {std::vector<std::string>{"--epochs", "2", "--nodes", "2", "--rank", "2"},
              {"--epochs", "2", "--nodes", "3", "--rank", "0"}, // 8 pictures by 3
              {"--minutes", "1", "--nodes", "2"},
              {"--epochs", "2", "--nodes", "2", "--meet", "here:there"},
              {"--kind", "pca", "--nodes", "2"}}) {
            const test::Finished done = test::runProgram(wordsFor(folder.path(), "two", more));
            QVERIFY2(done.exitCode == 2, done.errors.c_str());
        }
    }
};

FUSIFORM_TEST(TrainTogetherTest)
#include "train_together_test.moc"
