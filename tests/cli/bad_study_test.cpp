// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/file.h"
#include "tests/support/program.h"
#include "tests/support/small_study.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

#include <cmath>
#include <cstring>
#include <functional>
#include <limits>

using namespace fusiform;
using test::SmallStudy;
namespace fs = std::filesystem;

namespace {

/// One way to spoil a study, and what must be said about it.
struct Damage {
    std::function<void(const SmallStudy&)> apply;
    std::function<fs::path(const SmallStudy&)> file; ///< that the message names
    QString expected; ///< a pattern within what was expected
    QString found; ///< a pattern within what was found
    std::vector<std::string> arguments = {}; ///< beside the ordinary ones
};

void replaceIn(const fs::path& file, const std::string& from, const std::string& to)
{
    std::string text = readTextFile(file);
    const std::size_t at = text.find(from);
    if (at == std::string::npos)
        qFatal("the text to replace is not there");
    test::writeText(file, text.replace(at, from.size(), to));
}

constexpr std::size_t kDimension = 40; // of a NIfTI-1 header: int16 each
constexpr std::size_t kHeader = 352;
constexpr std::size_t kVolume = 10 * 10 * 6 * sizeof(float);

/// The second run's image with its raw bytes changed.
std::function<void(const SmallStudy&)> withBytes(std::function<void(std::vector<std::byte>&)> edit)
{
    return [edit](const SmallStudy& study) {
        std::vector<std::byte> bytes = test::boldBytes(2);
        edit(bytes);
        test::writeGzip(study.bold(2), bytes);
    };
}

template <class T>
void put(std::vector<std::byte>& bytes, std::size_t offset, T value)
{
    std::memcpy(bytes.data() + offset, &value, sizeof value);
}

void putNaN(std::vector<std::byte>& bytes, std::size_t firstScan, std::size_t scans)
{
    for (std::size_t i = 0; i < scans * kVolume; i += sizeof(float))
        put(bytes, kHeader + firstScan * kVolume + i, std::numeric_limits<float>::quiet_NaN());
}

fs::path boldOf(const SmallStudy& study) { return study.bold(2); }
fs::path confoundsOf(const SmallStudy& study)
{
    return study.root / "derivatives" / "fmriprep" / "sub-01" / "func"
           / "sub-01_task-faces_run-01_desc-confounds_timeseries.tsv";
}

/// Motion of the first run; `cell` in column trans_y of row `gap` (from 1).
void writeConfounds(const SmallStudy& study, int gap, const std::string& cell, int rows = 100)
{
    std::string text = "trans_x\ttrans_y\ttrans_z\trot_x\trot_y\trot_z\n";
    for (int row = 1; row <= rows; ++row)
        text += std::to_string(row % 7) + "\t" + (row == gap ? cell : std::to_string(row % 5))
                + "\t" + std::to_string(row % 3) + "\t0." + std::to_string(row % 11) + "\t0."
                + std::to_string(row % 13) + "\t0." + std::to_string(row % 17) + "\n";
    test::writeText(confoundsOf(study), text);
}

void replaceAll(const fs::path& file, const std::string& from, const std::string& to)
{
    std::string text = readTextFile(file);
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    test::writeText(file, text);
}

fs::path eventsOf(const SmallStudy& study) { return study.events(1); }
fs::path sidecarOf(const SmallStudy& study) { return study.sidecar(1); }
fs::path pictureOf(const SmallStudy& study) { return study.picture("T07.png"); }
fs::path rootOf(const SmallStudy& study) { return study.root; }
fs::path subjectOf(const SmallStudy& study) { return study.root / "sub-01"; }

std::map<QString, Damage> damages()
{
    std::map<QString, Damage> all;
    for (const char* part : {"0.1", "0.5", "0.999"})
        all[QStringLiteral("image cut at ") + part]
            = {[part](const SmallStudy& s) {
                   const auto size = static_cast<double>(fs::file_size(s.bold(2)));
                   fs::resize_file(s.bold(2), static_cast<std::uintmax_t>(size * std::stod(part)));
               },
               boldOf, "240352 bytes of data", "[0-9]+ \\(the file is truncated or damaged\\)"};
    all["image shorter than its header says"]
        = {withBytes([](auto& bytes) { put<std::int16_t>(bytes, kDimension + 8, 120); }), boldOf,
           "288352 bytes of data", "240352"};
    all["image cut within its header"]
        = {withBytes([](auto& bytes) { bytes.resize(200); }), boldOf, "header", "200 bytes"};
    all["image empty"] = {[](const SmallStudy& s) { test::writeText(s.bold(2), ""); }, boldOf,
                          "header", "0 bytes"};
    all["image on another grid"] = {withBytes([](auto& bytes) {
                                        put<std::int16_t>(bytes, kDimension + 2, 20);
                                        put<std::int16_t>(bytes, kDimension + 4, 5);
                                    }),
                                    boldOf, "10 x 10 x 6", "20 x 5 x 6"};
    all["image of complex numbers"]
        = {withBytes([](auto& bytes) { put<std::int16_t>(bytes, 70, 32); }), boldOf,
           "one number a voxel", "complex64"};
    all["all volumes NaN"]
        = {withBytes([](auto& bytes) { putNaN(bytes, 0, 100); }), boldOf, "finite", "scan 1"};
    all["one volume NaN"]
        = {withBytes([](auto& bytes) { putNaN(bytes, 37, 1); }), boldOf, "finite", "scan 38"};
    all["all images links that were not fetched"]
        = {[](const SmallStudy& s) {
               for (const int run : {1, 2}) {
                   fs::remove(s.bold(run));
                   fs::create_symlink("../../.git/annex/objects/Xx/Yy/MD5-s9", s.bold(run));
               }
           },
           subjectOf, "image and events", "none of 2 runs"};
    all["no events tables"] = {[](const SmallStudy& s) {
                                   fs::remove(s.events(1));
                                   fs::remove(s.events(2));
                               },
                               subjectOf, "image and events", "none of 2 runs"};

    all["column with a wrong name"]
        = {[](const SmallStudy& s) { replaceIn(s.events(1), "trial_type", "condition"); }, eventsOf,
           "a column called trial_type", "onset, duration, condition, stim_file, oneback"};
    all["onset that is no number"]
        = {[](const SmallStudy& s) { replaceIn(s.events(1), "\n7\t", "\nn/a\t"); }, eventsOf,
           "a number in line 3, column onset", "\"n/a\""};
    all["onset with a comma"]
        = {[](const SmallStudy& s) { replaceIn(s.events(1), "\n7\t", "\n7,5\t"); }, eventsOf,
           "a number in line 3, column onset", "\"7,5\""};
    all["line with a cell missing"]
        = {[](const SmallStudy& s) { replaceIn(s.events(1), "\t0\n", "\n"); }, eventsOf,
           "5 cells in line 2", "4"};
    all["empty events table"] = {[](const SmallStudy& s) { test::writeText(s.events(1), "\n"); },
                                 eventsOf, "column names", "an empty file"};
    all["events that are an image"]
        = {[](const SmallStudy& s) {
               test::writeText(s.events(1), readTextFile(s.picture("F1.png")));
           },
           eventsOf, "a table of text", "binary content"};
    all["picture outside the study"]
        = {[](const SmallStudy& s) { replaceIn(s.events(1), "sub01/T01", "../../T01"); }, eventsOf,
           "a picture below stimuli/ in line 2", "\\.\\./\\.\\./T01"};
    all["face without a picture"]
        = {[](const SmallStudy& s) { replaceIn(s.events(1), "sub01/T01.png", "n/a"); }, eventsOf,
           "a picture for the face in line 2", "none"};
    all["no training faces"] = {[](const SmallStudy& s) {
                                    for (const int run : {1, 2})
                                        replaceAll(s.events(run), "train_face", "other_face");
                                },
                                subjectOf, "train_face", "none"};

    all["sidecar that is not JSON"]
        = {[](const SmallStudy& s) { test::writeText(s.sidecar(1), "{\"RepetitionTime\": 2.0,"); },
           sidecarOf, "JSON", ".+"};
    all["repetition time as text"]
        = {[](const SmallStudy& s) { replaceIn(s.sidecar(1), "2.0", "\"2 s\""); }, sidecarOf,
           "a RepetitionTime above 0 s", "2 s"};

    all["repetition time beyond all numbers"]
        = {[](const SmallStudy& s) { replaceIn(s.sidecar(1), "2.0", "1e999"); }, sidecarOf,
           "numbers of at most", "a larger one"};

    all["picture that is missing"]
        = {[](const SmallStudy& s) { fs::remove(pictureOf(s)); }, pictureOf,
           "the picture of a stimulus", "nothing of that name"};
    all["picture that is text"]
        = {[](const SmallStudy& s) { test::writeText(pictureOf(s), "not a picture"); }, pictureOf,
           "a JPEG or PNG picture", "something else"};
    all["picture cut short"]
        = {[](const SmallStudy& s) { fs::resize_file(pictureOf(s), 300); }, pictureOf, ".+", ".+"};
    all["JPEG cut short"]
        = {[](const SmallStudy& s) {
               test::writeText(pictureOf(s), std::string("\xFF\xD8\xFF\xE0\0\x10JFIF\0", 11));
           },
           pictureOf, ".+", ".+"};

    all["confounds with a gap"] = {[](const SmallStudy& s) { writeConfounds(s, 41, "n/a"); },
                                   confoundsOf, "a number in line 42, column trans_y", "\"n/a\""};
    all["confounds a row short"] = {[](const SmallStudy& s) { writeConfounds(s, 0, "0", 99); },
                                    confoundsOf, "100 rows, one a scan", "99"};

    all["empty folder"] = {[](const SmallStudy& s) {
                               fs::remove_all(s.root);
                               fs::create_directory(s.root);
                           },
                           rootOf, "subjects", "no such folder"};
    all["no folder"] = {[](const SmallStudy& s) { fs::remove_all(s.root); }, rootOf, "a BIDS study",
                        "nothing of that name"};
    all["a file instead of a folder"] = {[](const SmallStudy& s) {
                                             fs::remove_all(s.root);
                                             test::writeText(s.root, "text");
                                         },
                                         rootOf, "folder", "a file"};
    all["subject without runs"]
        = {[](const SmallStudy& s) { fs::remove_all(s.root / "sub-01" / "func"); }, subjectOf,
           "image and events", "none of 0 runs"};
    all["model that is not there"]
        = {[](const SmallStudy&) {},
           [](const SmallStudy& s) { return s.root / "absent.safetensors"; },
           ".+",
           ".+",
           {"--model", "ROOT/absent.safetensors"}};
    all["model that is a table"]
        = {[](const SmallStudy&) {}, eventsOf, ".+", ".+", {"--model", "EVENTS"}};
    return all;
}

std::vector<std::string> fitWords(const SmallStudy& study, const fs::path& output,
                                  const std::vector<std::string>& more)
{
    std::vector<std::string> words
        = {"fit", study.root.string(), output.string(), "--quiet", "--json", "--threads", "1"};
    for (std::string word : more) {
        if (word == "EVENTS")
            word = study.events(1).string();
        if (word.starts_with("ROOT/"))
            word = (study.root / word.substr(5)).string();
        words.push_back(word);
    }
    if (more.empty())
        words.insert(words.end(), {"--components", "4"});
    return words;
}

} // namespace

/// Whatever is wrong with a study: exit code 3, one sentence, nothing written, nothing touched.
class BadStudyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSoundStudyFits()
    {
        const test::TemporaryFolder folder;
        const SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        const test::Finished done
            = test::runProgram(fitWords(study, folder.path() / "fit", {}), {});
        QCOMPARE(test::withoutWarnings(done.errors), std::string());
        QCOMPARE(done.exitCode, 0);
        QVERIFY(fs::exists(folder.path() / "fit" / "fit.json"));
    }
    void eachDamageIsOneSentence_data()
    {
        QTest::addColumn<QString>("damage");
        for (const auto& [name, damage] : damages())
            QTest::newRow(qPrintable(name)) << name;
    }
    void eachDamageIsOneSentence()
    {
        QFETCH(QString, damage);
        const Damage one = damages().at(damage);
        const test::TemporaryFolder folder;
        const SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        one.apply(study);
        const auto before = test::contentsOf(folder.path());
        const test::Finished done
            = test::runProgram(fitWords(study, folder.path() / "fit", one.arguments), {});

        const QString said = QString::fromStdString(test::withoutWarnings(done.errors));
        const QString name
            = QRegularExpression::escape(QString::fromStdString(one.file(study).string()));
        const QRegularExpression sentence("^fusiform-cli: " + name + ": expected [^\\n]*"
                                          + one.expected + "[^\\n]*, found [^\\n]*" + one.found
                                          + "[^\\n]*\\.\\n$");
        QVERIFY2(sentence.match(said).hasMatch(), qPrintable(said));
        QCOMPARE(done.exitCode, 3);
        QCOMPARE(done.output, std::string());
        QVERIFY(!fs::exists(folder.path() / "fit"));
        QVERIFY2(test::contentsOf(folder.path()) == before, "files were changed or left behind");
    }
    void eventsBeyondTheScanAreCountedAndTold()
    {
        const test::TemporaryFolder folder;
        const SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        // The run ends at 200 s: one event begins within it and ends after, one begins after it.
        test::writeText(study.events(1), readTextFile(study.events(1))
                                             + "199.5\t1\ttrain_face\tsub01/T01.png\t0\n"
                                               "900\t1\ttrain_face\tsub01/T02.png\t0\n");
        const test::Finished fitted
            = test::runProgram(fitWords(study, folder.path() / "fit", {}), {});
        QCOMPARE(fitted.exitCode, 0);
        QVERIFY(fitted.output.find("\"events_clipped\": 2") != std::string::npos);
        const test::Finished listed = test::runProgram({"bids", study.root.string(), "--json"});
        QCOMPARE(listed.exitCode, 0);
        QVERIFY(listed.output.find("\"events_after_scan\"") != std::string::npos);
    }
    void aGapInTheFirstRowOfConfoundsIsANote()
    {
        const test::TemporaryFolder folder;
        const SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        writeConfounds(study, 1, "n/a");
        std::vector<std::string> words = fitWords(study, folder.path() / "fit", {});
        std::erase(words, "--quiet");
        const test::Finished done = test::runProgram(words, {});
        QVERIFY2(done.exitCode == 0, done.errors.c_str());
        QVERIFY2(done.errors.find("_desc-confounds_timeseries.tsv") != std::string::npos
                     && done.errors.find("first row") != std::string::npos,
                 done.errors.c_str());
    }
    void aStudyWithoutFixationsIsFittedAndTheContrastSaysSo()
    {
        const test::TemporaryFolder folder;
        const SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        for (const int run : {1, 2})
            replaceAll(study.events(run), "Fix", "pause");
        const test::Finished done
            = test::runProgram(fitWords(study, folder.path() / "fit", {}), {});
        QVERIFY2(done.exitCode == 0, done.errors.c_str());
        QVERIFY2(done.errors.find("fixation") != std::string::npos, done.errors.c_str());
        QVERIFY(readTextFile(folder.path() / "fit" / "fit.json").find("face - fixation")
                == std::string::npos);
    }
    void aStudyWithoutTestFacesIsFittedAndDecodingSaysWhatIsMissing()
    {
        const test::TemporaryFolder folder;
        const SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        for (const int run : {1, 2})
            replaceAll(study.events(run), "test_face", "other");
        const std::string fit = (folder.path() / "fit").string();
        const test::Finished done = test::runProgram(fitWords(study, fit, {}), {});
        QVERIFY2(done.exitCode == 0, done.errors.c_str());
        for (const char* faces : {"explore", "all"}) {
            const test::Finished decoded = test::runProgram({"decode", fit, "--faces", faces});
            QVERIFY2(decoded.exitCode == 3, (decoded.output + decoded.errors).c_str());
            QCOMPARE(QString::fromStdString(decoded.errors),
                     QString::fromStdString("fusiform-cli: " + fit
                                            + ": expected test faces to read, found none: the "
                                              "study shows no test face.\n"));
        }
        QVERIFY(readTextFile(fs::path(fit) / "openings.json") == "[]\n");
    }
    void aFolderWithoutPermissionIsNamed_data()
    {
        QTest::addColumn<QString>("closed");
        QTest::addColumn<int>("exitCode");
        for (const char* place :
             {"", "sub-01/func", "sub-01/func/sub-01_task-faces_run-02_bold.nii.gz",
              "sub-01/func/sub-01_task-faces_run-01_events.tsv", "stimuli/sub01/T07.png"})
            QTest::newRow(*place ? place : "the study itself") << QString(place) << 1;
    }
    void aFolderWithoutPermissionIsNamed()
    {
        QFETCH(QString, closed);
        const test::TemporaryFolder folder;
        const SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        const auto before = test::contentsOf(folder.path());
        const fs::path place = closed.isEmpty() ? study.root : study.root / closed.toStdString();
        const fs::perms usual = fs::status(place).permissions();
        fs::permissions(place, fs::perms::none);
        test::ProgramOptions options;
        options.isOrdinaryUser = true;
        const test::Finished done
            = test::runProgram(fitWords(study, folder.path() / "fit", {}), options);
        fs::permissions(place, usual);

        const QString said = QString::fromStdString(test::withoutWarnings(done.errors));
        const QString name = QRegularExpression::escape(QString::fromStdString(place.string()));
        const QRegularExpression sentence("^fusiform-cli: " + name + ": [^\\n]*\\.\\n$");
        QVERIFY2(sentence.match(said).hasMatch(), qPrintable(said));
        QVERIFY2(said.contains("ermission denied"), qPrintable(said));
        QVERIFY(done.exitCode == 1 || done.exitCode == 3);
        QVERIFY(test::contentsOf(folder.path()) == before);
    }
    void anOutputFolderWithoutPermissionIsNamed()
    {
        const test::TemporaryFolder folder;
        const SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        const fs::path closed = folder.path() / "closed";
        fs::create_directory(closed);
        fs::permissions(closed, fs::perms::owner_read | fs::perms::owner_exec);
        test::ProgramOptions options;
        options.isOrdinaryUser = true;
        const test::Finished done = test::runProgram(fitWords(study, closed / "fit", {}), options);
        fs::permissions(closed, fs::perms::owner_all);
        QCOMPARE(done.exitCode, 1);
        QCOMPARE(done.errors,
                 "fusiform-cli: " + (closed / "fit").string() + ": Permission denied.\n");
        QVERIFY(fs::is_empty(closed));
    }
    void halfAStudyNotFetchedStillFits()
    {
        const test::TemporaryFolder folder;
        const SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        fs::remove(study.bold(2));
        fs::create_symlink("../../.git/annex/objects/Xx/Yy/MD5-s9", study.bold(2));
        const test::Finished done
            = test::runProgram(fitWords(study, folder.path() / "fit", {}), {});
        QCOMPARE(done.exitCode, 0);
        QVERIFY(done.output.find("\"runs\": 1") != std::string::npos);
        QVERIFY(done.errors.find("1 of 2 runs have no image here") != std::string::npos);
    }
    void everyCommandLeavesRawDataAlone()
    {
        const test::TemporaryFolder folder;
        const SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        const auto before = test::contentsOf(study.root);
        const std::string root = study.root.string();
        const std::string out = (folder.path() / "out").string();
        const std::string picture = study.picture("F1.png").string();
        QCOMPARE(
            test::runProgram(fitWords(study, out + "/fit", {"--select", "t", "--components", "4"}))
                .exitCode,
            0);
        const std::string model = out + "/fit/models/pca/model.safetensors";
        const std::vector<std::vector<std::string>> commands
            = {{"bids", root},
               {"info", study.bold(1).string()},
               {"design", "--events", study.events(1).string(), "--tr", "2", "--scans", "100"},
               {"decode", out + "/fit", "--out", out + "/faces"},
               {"train-model", "--images", root + "/stimuli/sub01", "--kind", "pca", "--latent",
                "4", "--out", out + "/m.safetensors"},
               {"encode", model, picture, "--out", out + "/z.tsv"},
               {"generate", model, "--latents", out + "/z.tsv", "--out", out + "/generated"}};
        for (const auto& words : commands) {
            const test::Finished done = test::runProgram(words);
            QVERIFY2(done.exitCode == 0, (words[0] + ": " + done.errors).c_str());
        }
        QVERIFY(test::contentsOf(study.root) == before);
    }
};

FUSIFORM_TEST(BadStudyTest)
#include "bad_study_test.moc"
