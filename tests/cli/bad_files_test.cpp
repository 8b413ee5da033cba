// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/nifti.h"
#include "core/io/picture_file.h"
#include "core/util/file.h"
#include "core/util/json.h"
#include "tests/support/program.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

/// Runs and checks that bad data were named: exit code 3, one sentence with file, expected, found.
QString complaintAbout(const fs::path& file, const std::vector<std::string>& words)
{
    std::vector<std::string> quiet = words;
    quiet.emplace_back("--quiet");
    const test::Finished done = test::runProgram(quiet);
    const QString said = QString::fromStdString(test::withoutWarnings(done.errors));
    const QRegularExpression sentence(
        "^fusiform-cli: " + QRegularExpression::escape(QString::fromStdString(file.string()))
        + ": expected [^\\n]+, found [^\\n]+\\.\\n$");
    if (done.exitCode != 3 || !done.output.empty() || !sentence.match(said).hasMatch())
        return "exit code " + QString::number(done.exitCode) + ": " + said;
    return {};
}

} // namespace

/// Files given one at a time: images, models, tables, fits.
class BadFilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<test::TemporaryFolder>();
        test::writeSmallFit(fit());
    }
    void cleanupTestCase() { m_folder.reset(); }

    void absentFilesAreNamed()
    {
        const fs::path absent = m_folder->path() / "absent.nii.gz";
        const std::string out = (m_folder->path() / "z.tsv").string();
        QCOMPARE(complaintAbout(absent, {"info", absent.string()}), QString());
        QCOMPARE(
            complaintAbout(absent, {"encode", model().string(), absent.string(), "--out", out}),
            QString());
        QCOMPARE(complaintAbout(absent, {"generate", model().string(), "--latents", absent.string(),
                                         "--out", out}),
                 QString());
        QCOMPARE(complaintAbout(
                     absent, {"design", "--events", absent.string(), "--tr", "2", "--scans", "10"}),
                 QString());
        QCOMPARE(complaintAbout(absent / "fit.json", {"decode", absent.string()}), QString());
        QVERIFY(!fs::exists(out));
    }
    void foldersAndUnknownFilesAreNoImages()
    {
        QCOMPARE(complaintAbout(m_folder->path(), {"info", m_folder->path().string()}), QString());
        const fs::path file = m_folder->path() / "letter.txt";
        for (const std::string& content :
             {std::string("Dear reader"), std::string(), std::string(2000, '\0')}) {
            test::writeText(file, content);
            QCOMPARE(complaintAbout(file, {"info", file.string()}), QString());
        }
    }
    void aTableOfCodesIsChecked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        QString columns = "picture";
        for (int k = 1; k <= 8; ++k)
            columns += "\tz" + QString::number(k);
        const QString row = "\na.png\t0\t0\t0\t0\t0\t0\t0\t";
        QTest::newRow("a column less")
            << columns.left(columns.size() - 3) + "\na.png\t0\t0\t0\t0\t0\t0\t0\n"
            << "7 such columns";
        QTest::newRow("wrong names") << "x1\tx2\n1\t2\n"
                                     << "0 such columns";
        QTest::newRow("text") << columns + row + "high\n"
                              << "\"high\"";
        QTest::newRow("decimal comma") << columns + row + "0,5\n"
                                       << "\"0,5\"";
        QTest::newRow("not a number") << columns + row + "nan\n"
                                      << "\"nan\"";
        QTest::newRow("infinite") << columns + row + "inf\n"
                                  << "\"inf\"";
        QTest::newRow("beyond the range") << columns + row + "1e999\n"
                                          << "\"1e999\"";
        QTest::newRow("unequal rows") << columns + row + "1\t2\n"
                                      << "10";
    }
    void aTableOfCodesIsChecked()
    {
        QFETCH(QString, text);
        QFETCH(QString, found);
        const fs::path table = m_folder->path() / "codes.tsv";
        test::writeText(table, text.toStdString());
        const test::Finished done
            = test::runProgram({"generate", model().string(), "--latents", table.string(), "--out",
                                (m_folder->path() / "pictures").string()});
        QCOMPARE(done.exitCode, 3);
        QVERIFY2(done.errors.find(table.string() + ": expected ") != std::string::npos
                     && done.errors.find(found.toStdString()) != std::string::npos,
                 done.errors.c_str());
        QVERIFY(!fs::exists(m_folder->path() / "pictures"));
    }
    void aTableCannotChooseTheFolderOfItsPictures()
    {
        std::string text = "picture";
        std::string row = "\n../../escaped.png";
        for (int k = 1; k <= 8; ++k) {
            text += "\tz" + std::to_string(k);
            row += "\t0";
        }
        test::writeText(m_folder->path() / "codes.tsv", text + row + "\n");
        const test::Finished done = test::runProgram(
            {"generate", model().string(), "--latents", (m_folder->path() / "codes.tsv").string(),
             "--out", (m_folder->path() / "a" / "b" / "pictures").string()});
        QCOMPARE(done.exitCode, 0);
        QVERIFY(!fs::exists(m_folder->path() / "a" / "escaped.png"));
        QVERIFY(fs::exists(m_folder->path() / "a" / "b" / "pictures" / "escaped.png"));
    }
    void trainingNeedsPictures()
    {
        const fs::path empty = m_folder->path() / "empty";
        fs::create_directories(empty);
        const std::string out = (m_folder->path() / "m.safetensors").string();
        QCOMPARE(complaintAbout(empty, {"train-model", "--images", empty.string(), "--kind", "pca",
                                        "--out", out}),
                 QString());
        test::writeText(empty / "a.png", "not a picture");
        test::writeText(empty / "b.png", "not a picture");
        QCOMPARE(complaintAbout(empty / "a.png",
                                {"train-model", "--images", empty.string(), "--kind", "pca",
                                 "--latent", "1", "--out", out, "--threads", "1"}),
                 QString());
        QVERIFY(!fs::exists(out));
    }
    void aTrainingGoesOnWithoutDamagedPictures()
    {
        const fs::path pictures = m_folder->path() / "some damaged";
        fs::create_directories(pictures);
        for (int i = 0; i < 6; ++i)
            io::writePicture(pictures / ("face" + std::to_string(i) + ".png"),
                             {16, 16, std::vector<float>(768, 0.1F * static_cast<float>(i))});
        test::writeText(pictures / "face2.png", "not a picture");
        const test::Finished result
            = test::runProgram({"train-model", "--images", pictures.string(), "--kind", "pca",
                                "--latent", "1", "--image-size", "16", "--held-out", "1", "--out",
                                (m_folder->path() / "without.safetensors").string(), "--json"});
        QCOMPARE(result.exitCode, 0);
        const Json json = Json::parse(result.output);
        QCOMPARE(json.at("skipped").size(), 1U);
        QVERIFY(json.at("skipped").at(0).at("file").get<std::string>().ends_with("face2.png"));
        QCOMPARE(json.at("images").get<int>() + json.at("held_out").get<int>(), 5);
    }
    void everyFileOfAFitIsCheckedWhenItIsCutInHalf_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"fit.json", "openings.json", "voxels.bin", "mean.nii.gz", "t_face.nii.gz",
              "models/pca/W.bin", "models/pca/gain.nii.gz", "models/pca/gain_p.nii.gz",
              "models/pca/selected.nii.gz", "models/pca/exploration.safetensors",
              "models/pca/sealed_confirmation.safetensors", "models/pca/sealed_imagery.safetensors",
              "models/pca/imagery_candidates.safetensors", "models/pca/model.safetensors"})
            QTest::newRow(name) << QString(name);
    }
    void everyFileOfAFitIsCheckedWhenItIsCutInHalf()
    {
        QFETCH(QString, name);
        const fs::path copy = m_folder->path() / "copy";
        const fs::path out = m_folder->path() / "faces";
        for (const bool isAbsent : {false, true}) {
            fs::remove_all(copy);
            fs::copy(fit(), copy, fs::copy_options::recursive);
            const fs::path file = copy / name.toStdString();
            if (isAbsent)
                fs::remove(file);
            else
                fs::resize_file(file, fs::file_size(file) / 2);
            QCOMPARE(complaintAbout(file, {"decode", copy.string(), "--out", out.string()}),
                     QString());
            QVERIFY(!fs::exists(out));
        }
    }
    void everyNumberOfAFitMayBeWrong_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* key, const char* value) {
            QTest::newRow((std::string(key) + " = " + value).c_str())
                << QString(key) << QString(value);
        };
        row("/format", "\"another\"");
        row("/format_version", "99");
        row("/format_version", "\"1\"");
        row("/shape", "[17, 17]");
        row("/shape", "[17, 17, -17]");
        row("/shape", "[4000000000, 4000000000, 4000000000]");
        row("/affine/0/0", "\"a\"");
        row("/affine/0", "[0, 0, 0, 0]");
        row("/voxels", "7");
        row("/models", "[]");
        row("/models/0/latent_size", "0");
        row("/models/0/latent_size", "9");
        row("/models/0/latent_size", "-1");
        row("/models/0/latent_size", "1e300");
        row("/models/0/latent_mean", "[1, 2]");
        row("/models/0/latent_sd", "null");
        row("/models/0/folder", "\"../elsewhere\"");
    }
    void everyNumberOfAFitMayBeWrong()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        const fs::path copy = m_folder->path() / "copy";
        fs::remove_all(copy);
        fs::copy(fit(), copy, fs::copy_options::recursive);
        Json json = readJson(copy / "fit.json");
        json[Json::json_pointer(key.toStdString())] = Json::parse(value.toStdString());
        test::writeText(copy / "fit.json", json.dump());
        const test::Finished done = test::runProgram({"decode", copy.string(), "--quiet"});
        const QString said = QString::fromStdString(test::withoutWarnings(done.errors));
        QVERIFY2(done.exitCode == 3, qPrintable(QString::number(done.exitCode) + ": " + said));
        QVERIFY2(said.contains(QString::fromStdString(copy.string())) && said.count('\n') == 1,
                 qPrintable(said));
    }
    void masksOnOtherGridsAreResampledWithAWordOrRefused()
    {
        const image::Volume own = io::readVolume(fit() / "models" / "pca" / "selected.nii.gz");
        image::Volume moved = own;
        Eigen::Matrix4d affine = own.grid.affine.mmFromVoxel();
        affine(0, 3) += 4;
        moved.grid.affine = image::Affine(affine);
        const fs::path mask = m_folder->path() / "mask.nii.gz";
        io::writeVolume(mask, moved);
        const test::Finished resampled
            = test::runProgram({"decode", fit().string(), "--region", mask.string()});
        QCOMPARE(resampled.exitCode, 0);
        QVERIFY2(resampled.errors.find("mask.nii.gz lies on another grid") != std::string::npos,
                 resampled.errors.c_str());
        affine(0, 3) += 4000;
        moved.grid.affine = image::Affine(affine);
        io::writeVolume(mask, moved);
        QCOMPARE(complaintAbout(mask, {"decode", fit().string(), "--region", mask.string()}),
                 QString());
        image::Volume empty = own;
        std::ranges::fill(empty.values, 0.0F);
        io::writeVolume(mask, empty);
        const test::Finished none
            = test::runProgram({"decode", fit().string(), "--region", mask.string()});
        QVERIFY2(none.exitCode == 2 || none.exitCode == 3, none.errors.c_str());
        QVERIFY(none.errors.find("oxel") != std::string::npos);
        const test::Finished unknown
            = test::runProgram({"decode", fit().string(), "--region", "amygdala"});
        QCOMPARE(unknown.exitCode, 2);
        QVERIFY(unknown.errors.find("occipital") != std::string::npos);
    }
    void theDecodingOfASoundFitWorks()
    {
        const test::Finished done = test::runProgram(
            {"decode", fit().string(), "--out", (m_folder->path() / "sound").string()});
        QVERIFY2(done.exitCode == 0, done.errors.c_str());
    }

private:
    [[nodiscard]] fs::path fit() const { return m_folder->path() / "fit"; }
    [[nodiscard]] fs::path model() const { return fit() / "models" / "pca" / "model.safetensors"; }

    std::unique_ptr<test::TemporaryFolder> m_folder;
};

FUSIFORM_TEST(BadFilesTest)
#include "bad_files_test.moc"
