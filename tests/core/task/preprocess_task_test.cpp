// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/preprocess_task.h"

#include "core/preprocess/rigid.h"
#include "core/task/decode_task.h"
#include "core/task/fit_task.h"
#include "core/util/file.h"
#include "core/util/hash.h"
#include "core/util/json.h"
#include "core/util/tsv.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
using test::near;

namespace {

std::vector<Eigen::Matrix4d> movementsIn(const std::filesystem::path& file)
{
    std::vector<Eigen::Matrix4d> movements;
    for (const std::string& line : splitText(readTextFile(file), '\n')) {
        preprocess::RigidParameters p;
        Eigen::Index n = 0;
        for (const std::string& cell : splitText(line, ' '))
            if (const auto number = numberFrom(cell); number && n < 6)
                p[n++] = *number;
        // SPM tells where the image goes; the head moved the other way.
        if (n == 6)
            movements.push_back(preprocess::rigidInverse(preprocess::rigidMatrix(p)));
    }
    return movements;
}

double measured(const Json& json, const std::string& measure)
{
    return json
        .at(measure == "full"     ? "full_recognition"
            : measure == "mean_r" ? "mean_r"
                                  : "pairwise")
        .get<double>();
}

} // namespace

/// The synthetic study from raw scans through the whole preprocessing, against an independent
/// analysis and the planted movement (expected.json). One test after the other on the same results.
class PreprocessTaskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recoversThePlantedMovement()
    {
        FUSIFORM_NEEDS_DATA("fusi-mini");
        task::PreprocessOptions options;
        options.study = test::sharedData("fusi-mini");
        options.output = derivatives();
        Progress progress;
        const Json json = task::runPreprocess(options, progress).json;
        QCOMPARE(json.at("runs").size(), 12U);
        QCOMPARE(json.at("runs_skipped").get<int>(), 0);

        const Json expected = readJson(options.study / "expected.json");
        const Json& motion = expected.at("motion");
        const Json& tolerance = motion.at("tolerance");
        const auto centreList = motion.at("brain_centre_world_mm").get<std::vector<double>>();
        const Eigen::Vector3d centre(centreList[0], centreList[1], centreList[2]);
        for (const auto& [file, planted] : motion.at("runs").items()) {
            std::string name = std::filesystem::path(file).filename().string();
            name.erase(name.find("_bold"));
            const auto func = derivatives() / std::filesystem::path(file).parent_path();
            double shift = 0;
            double turn = 0;
            for (const Eigen::Matrix4d& movement : movementsIn(func / ("rp_" + name + ".txt"))) {
                shift = std::max(shift,
                                 ((movement * centre.homogeneous()).head<3>() - centre).norm());
                turn = std::max(turn, preprocess::rotationDegrees(movement));
            }
            QVERIFY(near(shift, planted.at("max_translation_of_brain_centre_mm").get<double>(),
                         tolerance.at("max_translation_mm").get<double>()));
            QVERIFY(near(turn, planted.at("max_rotation_deg").get<double>(),
                         tolerance.at("max_rotation_deg").get<double>()));
            for (const Json& run : json.at("runs"))
                if (run.at("run") == name)
                    QVERIFY(near(run.at("framewise_displacement_mean").get<double>(),
                                 planted.at("mean_framewise_displacement_mm").get<double>(),
                                 tolerance.at("mean_framewise_displacement_mm").get<double>()));
        }
        QVERIFY(std::filesystem::exists(derivatives() / "sub-01" / "anat"
                                        / "sub-01_space-boldref_desc-preproc_T1w.nii.gz"));
        const Json& placed = json.at("coregistration").at("t1_world_to_bold_world");
        const Json& planted = expected.at("coregistration").at(0).at("t1_world_to_bold_world");
        for (std::size_t row = 0; row < 3; ++row)
            QVERIFY(
                near(placed.at(row).at(3).get<double>(), planted.at(row).at(3).get<double>(), 0.7));
        const Json& ratio = expected.at("temporal_snr");
        for (const Json& run : json.at("runs")) {
            QVERIFY(run.at("tsnr_median").get<double>() >= ratio.at("min").get<double>());
            QVERIFY(run.at("tsnr_median").get<double>() <= ratio.at("max").get<double>());
        }
        const int mask = json.at("voxels_mask").get<int>();
        QVERIFY(mask >= expected.at("mask").at("min").get<int>()
                && mask <= expected.at("mask").at("max").get<int>());
    }

    /// Nothing has changed: nothing is done. One run is lost: that one is made again, to the byte.
    void goesOnWhereItWas()
    {
        FUSIFORM_NEEDS_DATA("fusi-mini");
        task::PreprocessOptions options;
        options.study = test::sharedData("fusi-mini");
        options.output = derivatives();
        const auto func = derivatives() / "sub-01" / "ses-02" / "func";
        const auto bold = func / "sub-01_ses-02_task-faces_run-03_desc-preproc_bold.nii.gz";
        const std::string before = fileHash(bold);
        std::filesystem::remove(bold);
        Progress progress;
        QCOMPARE(task::runPreprocess(options, progress).json.at("runs_skipped").get<int>(), 11);
        QCOMPARE(fileHash(bold), before);
        QCOMPARE(task::runPreprocess(options, progress).json.at("runs_skipped").get<int>(), 12);
    }

    void decodesAsTheReferenceAnalysis()
    {
        FUSIFORM_NEEDS_DATA("fusi-mini");
        const Json expected = readJson(test::sharedData("fusi-mini") / "expected.json");
        Progress progress;
        for (const std::string select : {"t", "t_and_gain"}) {
            task::FitOptions fit;
            fit.study = test::sharedData("fusi-mini");
            fit.output = m_folder.path() / select;
            fit.images = derivatives().string();
            fit.components = 64;
            fit.select = select;
            fit.noise = "none";
            fit.baseline = "implicit";
            const Json json = task::runFit(fit, progress).json;
            QCOMPARE(json.at("images").get<std::string>(), derivatives().filename().string());
            const Json& range = expected.at("selection").at(select);
            QVERIFY(json.at("voxels_selected").get<int>() >= range.at("min").get<int>());
            QVERIFY(json.at("voxels_selected").get<int>() <= range.at("max").get<int>());
        }
        std::map<std::string, double> pairwise;
        for (const Json& check : expected.at("decoding").at("checks")) {
            const auto text = [&](const char* key) { return check.at(key).get<std::string>(); };
            task::DecodeTaskOptions decode;
            decode.fit = m_folder.path() / text("selection");
            decode.region = text("region") == "all" ? "selected" : text("region");
            decode.decoder = text("decoder");
            decode.scoreUnits = text("latents").starts_with("raw") ? "model" : "sd";
            decode.faces = text("measure").starts_with("imagery") ? "imagery" : "all";
            const double value = measured(task::runDecode(decode, progress).json, text("measure"));
            QVERIFY2(value >= check.at("min").get<double>()
                         && value <= check.at("max").get<double>(),
                     qPrintable(QString::fromStdString(check.dump())
                                + QStringLiteral(" found %1").arg(value)));
            if (text("measure") == "pairwise" && text("selection") == "t"
                && decode.scoreUnits == "model")
                pairwise[text("decoder") + text("region")] = value;
        }
        for (const std::string decoder : {"ols", "ridge"}) {
            QVERIFY(pairwise[decoder + "occipital"] >= pairwise[decoder + "temporal"]);
            QVERIFY(pairwise[decoder + "temporal"] >= pairwise[decoder + "frontoparietal"] + 0.1);
        }
    }

private:
    [[nodiscard]] std::filesystem::path derivatives() const
    {
        return m_folder.path() / "derivatives";
    }
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(PreprocessTaskTest)
#include "preprocess_task_test.moc"
