// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/kept_series.h"

#include "core/util/error.h"
#include "tests/support/bytes.h"
#include "tests/support/planted_series.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

/// The file that reading complains about; empty if it does not.
std::string complaint(const fs::path& folder)
{
    try {
        (void)glm::KeptSeries::read(folder);
        return {};
    } catch (const Error& error) {
        return error.kind() == ErrorKind::BadData ? error.file().filename().string() : "no data";
    }
}

} // namespace

class KeptSeriesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const test::TemporaryFolder folder;
        glm::SeriesIndex index = {"sub-09", "ar1", {3, 8}, {"train_face", "sealed 1"}, {}, {}};
        glm::SeriesWriter writer(folder.path(), index);
        std::vector<glm::ScanValues> values;
        for (const Eigen::Index scans : {4, 3}) {
            glm::SeriesRun run;
            run.name = "run of " + std::to_string(scans);
            run.session = "ses-02";
            run.repetitionTime = 1.5;
            run.scans = scans;
            run.cosines = 2;
            run.confounds = 6;
            run.nuisanceRank = 9;
            run.training = {{2.5, 1, "a.png"}};
            run.conditions = Eigen::MatrixXd::Random(scans, 2);
            run.trainingResponses = Eigen::MatrixXd::Random(scans, 1);
            run.explorationResponses.resize(scans, 0);
            index.runs.push_back(run);
            values.emplace_back(glm::ScanValues::Random(scans, 2));
            writer.add(run, values.back());
        }
        const glm::TrainingCodes codes
            = {{"a.png", "b.png"}, (Eigen::MatrixXf(2, 3) << 1, 2, 3, 4, 5, 6).finished()};
        writer.addCodes("pca", codes);
        QCOMPARE(glm::isKeptSeries(folder.path()), false);
        writer.finish();

        const glm::KeptSeries series = glm::KeptSeries::read(folder.path());
        QVERIFY(glm::isKeptSeries(folder.path()));
        QCOMPARE(series.index().subject, std::string("sub-09"));
        QVERIFY(series.index().voxels == index.voxels);
        QVERIFY(series.index().models == std::vector<std::string>{"pca"});
        QCOMPARE(series.index().scans(), 7);
        QCOMPARE(series.index().condition("sealed 1"), 1);
        QCOMPARE(series.index().condition("F1"), -1);
        for (std::size_t r = 0; r < 2; ++r) {
            const glm::SeriesRun& run = series.runs()[r];
            QVERIFY(series.values(r) == values[r]);
            QVERIFY(run.conditions == index.runs[r].conditions);
            QVERIFY(run.trainingResponses == index.runs[r].trainingResponses);
            QCOMPARE(run.explorationResponses.cols(), 0);
            QCOMPARE(run.session, std::string("ses-02"));
            QCOMPARE(run.repetitionTime, 1.5);
            QCOMPARE(run.confounds, 6);
            QCOMPARE(run.training.at(0).onset, 2.5);
        }
        const std::vector<glm::ShownFace> trials = {{0, 1, "b.png"}, {5, 1, "a.png"}};
        QVERIFY(series.codes("pca").of(trials)
                == (Eigen::MatrixXd(2, 3) << 4, 5, 6, 1, 2, 3).finished());
        const std::vector<glm::ShownFace> stranger = {{0, 1, "c.png"}};
        QVERIFY_THROWS_EXCEPTION(Error, (void)codes.of(stranger));
        // The layout that others read: run after run, scan after scan, voxels side by side.
        const std::string bytes = test::bytesOf(folder.path() / "values.bin");
        float second = 0;
        std::memcpy(&second, bytes.data() + 4 * sizeof(float) * 2 + sizeof(float), sizeof second);
        QCOMPARE(second, values[1](0, 1));
    }
    void anUnfinishedOneIsNone()
    {
        const test::TemporaryFolder folder;
        {
            glm::SeriesWriter writer(folder.path(), {});
        }
        QVERIFY(folder.files().empty());
        QCOMPARE(complaint(folder.path()), std::string("index.json"));
    }
    void damageIsNamed()
    {
        const test::TemporaryFolder folder;
        const fs::path values = folder.path() / "values.bin";
        const fs::path index = folder.path() / "index.json";
        const fs::path design = folder.path() / "design.safetensors";
        (void)test::plantSeries(folder.path(), {.runs = 2});
        QCOMPARE(complaint(folder.path()), std::string());

        const std::string goodValues = test::bytesOf(values);
        test::writeText(values, std::string_view(goodValues).substr(0, goodValues.size() - 1));
        QCOMPARE(complaint(folder.path()), std::string("values.bin"));
        fs::remove(values);
        QCOMPARE(complaint(folder.path()), std::string("values.bin"));
        test::writeText(values, goodValues);

        const std::string goodDesign = test::bytesOf(design);
        test::writeText(design, std::string_view(goodDesign).substr(0, goodDesign.size() / 2));
        QCOMPARE(complaint(folder.path()), std::string("design.safetensors"));
        std::string notANumber = goodDesign;
        std::fill_n(notANumber.end() - 8, 8, '\xFF'); // a NaN
        test::writeText(design, notANumber);
        QCOMPARE(complaint(folder.path()), std::string("design.safetensors"));
        test::writeText(design, goodDesign);

        const std::string goodIndex = test::bytesOf(index);
        const auto replaced = [&](const std::string& from, const std::string& to) {
            std::string text = goodIndex;
            const std::size_t at = text.find(from);
            return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
        };
        for (const std::string& text :
             {replaced("\"scans\": 100", "\"scans\": -100"),
              replaced("\"scans\": 100", "\"scans\": \"many\""),
              replaced("\"fusiform series\"", "\"recipe\""),
              replaced("\"format_version\": 1", "\"format_version\": 9"),
              replaced("\"training\"", "\"straining\""), std::string("[]"), std::string()}) {
            test::writeText(index, text);
            QCOMPARE(complaint(folder.path()), std::string("index.json"));
        }
        test::writeText(index, replaced("\"scans\": 200", "\"scans\": 7")); // a sum nobody reads
        QCOMPARE(complaint(folder.path()), std::string());
        // A number of scans that others would multiply past the end of memory.
        test::writeText(index, replaced("\"scans\": 100", "\"scans\": 999999999"));
        QCOMPARE(complaint(folder.path()), std::string("values.bin"));
        for (std::size_t size = 0; size + 2 < goodIndex.size(); size += 97) {
            test::writeText(index, std::string_view(goodIndex).substr(0, size));
            QCOMPARE(complaint(folder.path()), std::string("index.json"));
        }
    }
};

FUSIFORM_TEST(KeptSeriesTest)
#include "kept_series_test.moc"
