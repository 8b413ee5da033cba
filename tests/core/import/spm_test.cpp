// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/spm.h"

#include "core/face_model/pca_model.h"
#include "core/io/picture_file.h"
#include "core/stats/sealed_faces.h"
#include "core/util/error.h"
#include "tests/support/bytes.h"
#include "tests/support/near.h"
#include "tests/support/spm_folder.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using Eigen::Index;
namespace fs = std::filesystem;
using test::SpmFolder;

namespace {

/// All numbers are planted as float32 that is exact; the means of two sessions stay so.
constexpr double kFloat = 1e-6;

double meanBeta(std::span<const Index> columns, Index voxel)
{
    double sum = 0;
    for (const Index column : columns)
        sum += SpmFolder::beta(column, voxel);
    return sum / static_cast<double>(columns.size());
}

struct Made {
    import::SpmImported imported;
    glm::Fit fit;
    std::string warnings;
};

Made importedFrom(import::SpmOptions options, const fs::path& out)
{
    Made made;
    Progress progress({}, {},
                      [&](NoteLevel, const Text& text) { made.warnings += text.english() + "\n"; });
    fs::create_directories(out);
    made.imported = import::importSpm(options, Json::object(), out, progress);
    made.fit = glm::readFit(out);
    return made;
}

Made importedFrom(const SpmFolder& folder, const fs::path& out)
{
    import::SpmOptions options;
    options.folder = folder.path();
    return importedFrom(options, out);
}

std::string refusal(const import::SpmOptions& options)
{
    const test::TemporaryFolder out;
    try {
        (void)importedFrom(options, out.path() / "fit");
    } catch (const Error& error) {
        return error.kind() == ErrorKind::BadData ? error.what() : "another kind of error";
    }
    return "none";
}

std::vector<Index> maskOf()
{
    std::vector<Index> voxels;
    for (Index v = 0; v < SpmFolder::kVoxels; ++v)
        if (SpmFolder::isInMask(v))
            voxels.push_back(v);
    return voxels;
}

} // namespace

class SpmTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bothVersionsGiveThePlantedFit_data()
    {
        QTest::addColumn<QString>("mat");
        QTest::newRow("MATLAB 5, by SciPy") << "SPM5.mat";
        QTest::newRow("MATLAB 7.3, by h5py") << "SPM73.mat";
    }
    void bothVersionsGiveThePlantedFit()
    {
        QFETCH(QString, mat);
        const test::TemporaryFolder temporary;
        const SpmFolder folder(temporary.path() / "sub-07" / "model", mat.toStdString());
        const Made made = importedFrom(folder, temporary.path() / "fit");
        const glm::Fit& fit = made.fit;
        QCOMPARE(fit.subject, std::string("sub-07"));
        QVERIFY(test::near(fit.grid.affine.mmFromVoxel(), SpmFolder::affine(), kFloat));
        QCOMPARE(fit.grid.shape, (std::array<Index, 3>{5, 4, 3}));
        QCOMPARE(fit.voxels, maskOf());

        const glm::ModelFit& model = fit.models.front();
        QCOMPARE(model.weights.rows(), SpmFolder::kLatents + 1);
        for (std::size_t v = 0; v < fit.voxels.size(); ++v) {
            const Index voxel = fit.voxels[v];
            const auto weights = model.weights.voxel(static_cast<Index>(v));
            for (Index k = 0; k < SpmFolder::kLatents; ++k) {
                const std::array columns = {1 + k, 17 + k};
                QVERIFY(test::near(weights[static_cast<std::size_t>(k)],
                                   meanBeta(columns, voxel) * SpmFolder::scale(k).second, kFloat));
            }
            // The bias is last.
            QVERIFY(test::near(weights[SpmFolder::kLatents], meanBeta(SpmFolder::kFace, voxel),
                               kFloat));
            QVERIFY(test::near(fit.tFace[v], SpmFolder::t(voxel), kFloat));
        }
        for (Index k = 0; k < SpmFolder::kLatents; ++k) {
            QVERIFY(test::near(model.latentMean[k], SpmFolder::scale(k).first, 1e-12));
            QVERIFY(test::near(model.latentSd[k], SpmFolder::scale(k).second, 1e-12));
        }
        QCOMPARE(model.selected.count(), 16); // t > 3.09 from voxel 43 on, without 50
        QVERIFY(made.imported.tSource.find("face > Fix") != std::string::npos);
        // The second file says that SPM orthogonalised.
        QCOMPARE(made.warnings.find("orthogonal") != std::string::npos, mat == "SPM73.mat");
    }
    void patternsAreMeansOfTheSessionsThatShowTheFace()
    {
        const test::TemporaryFolder temporary;
        const SpmFolder folder(temporary.path() / "model", "SPM5.mat");
        Made made = importedFrom(folder, temporary.path() / "fit");
        glm::Fit& fit = made.fit;
        const glm::ModelFit& model = fit.models.front();
        QCOMPARE(model.exploration.names, (std::vector<std::string>{"F01", "M01"}));
        const roi::Region region;
        const glm::FaceSet all = stats::joined(
            model.exploration,
            stats::SealOpener::open(fit, model, stats::SealedPart::Confirmation, region));
        QCOMPARE(all.names, (std::vector<std::string>{"F01", "F02", "M01", "M02"}));
        for (Index f = 0; f < all.count(); ++f) {
            const auto columns = SpmFolder::testColumns(all.names[static_cast<std::size_t>(f)]);
            for (std::size_t v = 0; v < fit.voxels.size(); ++v)
                QVERIFY(test::near(all.patterns(f, static_cast<Index>(v)),
                                   meanBeta(columns, fit.voxels[v]), kFloat));
        }
    }
    void withoutTheContrastsMapTIsComputed()
    {
        const test::TemporaryFolder temporary;
        const SpmFolder folder(temporary.path() / "model", "SPM5.mat");
        fs::remove(folder.file("spmT_0003.nii"));
        import::SpmOptions options;
        options.folder = folder.path();
        options.tThreshold = 0;
        const Made made = importedFrom(options, temporary.path() / "fit");
        // c' Cov c, with 1/2 for each session's faces and -1/2 for its fixation.
        const std::array<std::pair<Index, double>, 4> contrast
            = {{{0, 0.5}, {16, 0.5}, {5, -0.5}, {21, -0.5}}};
        double variance = 0;
        for (const auto& [row, a] : contrast)
            for (const auto& [column, b] : contrast)
                variance += a * b * SpmFolder::covariance(row, column);
        for (std::size_t v = 0; v < made.fit.voxels.size(); ++v) {
            const Index voxel = made.fit.voxels[v];
            const double effect
                = meanBeta(SpmFolder::kFace, voxel) - meanBeta(SpmFolder::kFixation, voxel);
            QVERIFY(test::near(made.fit.tFace[v],
                               effect / std::sqrt(variance * SpmFolder::residual(voxel)), kFloat));
        }
    }
    void codesComeFromATableByTheNamesOfTheFaces()
    {
        const test::TemporaryFolder temporary;
        const SpmFolder folder(temporary.path() / "model", "SPM5.mat");
        test::writeText(folder.file("codes.tsv"), "picture\tz1\tz2\tz3\tz4\n"
                                                  "m02.png\t1\t2\t3\t4\nM01.png\t5\t6\t7\t8\n"
                                                  "F02.png\t0\t0\t0\t1\nF01.png\t9\t8\t7\t6.5\n");
        import::SpmOptions options;
        options.folder = folder.path();
        options.codes = folder.file("codes.tsv");
        const Made made = importedFrom(options, temporary.path() / "fit");
        Eigen::MatrixXd expected(2, 4);
        expected << 9, 8, 7, 6.5, 5, 6, 7, 8;
        QVERIFY(test::near(made.fit.models.front().exploration.codes, expected, 0));
        test::writeText(folder.file("codes.tsv"), "picture\tz1\tz2\tz3\tz4\nM01\t5\t6\t7\t8\n");
        QVERIFY(refusal(options).find("F01") != std::string::npos);
    }
    void picturesAreCodedByTheFaceModelOfTheLatents()
    {
        const test::TemporaryFolder temporary;
        const SpmFolder folder(temporary.path() / "model", "SPM5.mat");
        // Codes are the first four numbers of a picture: a truth without arithmetic.
        constexpr int kSide = 8;
        constexpr Index kNumbers = 3 * kSide * kSide;
        face_model::ModelDescription description;
        description.name = "first four";
        description.kind = "pca";
        description.latentSize = SpmFolder::kLatents;
        description.imageSize = kSide;
        const fs::path model = temporary.path() / "four.safetensors";
        face_model::PcaModel(description, Eigen::VectorXf::Zero(kNumbers),
                             Eigen::MatrixXf::Identity(kNumbers, SpmFolder::kLatents),
                             Eigen::VectorXd::Ones(SpmFolder::kLatents), 4)
            .save(model);
        const std::array<std::string, 4> names = {"F01", "F02", "M01", "M02"};
        const auto value = [](std::size_t face, Index number) {
            return static_cast<float>((7 * static_cast<Index>(face) + number) % 256) / 255;
        };
        for (std::size_t f = 0; f < names.size(); ++f) {
            image::Picture picture{kSide, kSide, {}};
            for (Index number = 0; number < kNumbers; ++number)
                picture.rgb.push_back(value(f, number));
            fs::create_directories(folder.file("faces"));
            io::writePicture(folder.file("faces") / (names[f] + ".png"), picture);
        }
        import::SpmOptions options;
        options.folder = folder.path();
        options.pictures = folder.file("faces");
        options.modelFile = model.string();
        const Made made = importedFrom(options, temporary.path() / "fit");
        const glm::ModelFit& fit = made.fit.models.front();
        QCOMPARE(fit.model.name, std::string("first four"));
        QCOMPARE(fit.exploration.names, (std::vector<std::string>{"F01.png", "M01.png"}));
        for (Index k = 0; k < SpmFolder::kLatents; ++k) {
            QVERIFY(test::near(fit.exploration.codes(0, k), value(0, k), kFloat));
            QVERIFY(test::near(fit.exploration.codes(1, k), value(2, k), kFloat));
        }
        QVERIFY(fs::exists(temporary.path() / "fit" / "faces" / "M02.png"));
        fs::remove(folder.file("faces") / "F02.png");
        QVERIFY(refusal(options).find("F02") != std::string::npos);
    }
    void columnsThatAreNotFoundAreToldWithThoseThatAreThere()
    {
        const test::TemporaryFolder temporary;
        const SpmFolder folder(temporary.path() / "model", "SPM5.mat");
        import::SpmOptions options;
        options.folder = folder.path();
        const auto said = [&](import::SpmPatterns patterns) {
            options.patterns = std::move(patterns);
            return refusal(options);
        };
        const std::string latents = said({"pca#", "", "", ""});
        QVERIFY2(latents.find("--latents") != std::string::npos, latents.c_str());
        QVERIFY2(latents.find("facexlatent# (8), Fix (2), test_F# (4), test_M# (3)")
                     != std::string::npos,
                 latents.c_str());
        QVERIFY(said({"facexlatent*", "", "", ""}).find("#") != std::string::npos);
        QVERIFY(said({"", "house", "", ""}).find("--faces") != std::string::npos);
        QVERIFY(said({"", "*", "", ""}).find("--faces") != std::string::npos);
        QVERIFY(said({"", "", "house", ""}).find("--fixation") != std::string::npos);
        QVERIFY(said({"", "", "", "probe_*"}).find("--test") != std::string::npos);
        QCOMPARE(said({"facexlatent#", "face", "Fix", "test_*"}), std::string("none"));
    }
    void imagesThatAreMissingOrElsewhereAreNamed()
    {
        const test::TemporaryFolder temporary;
        const SpmFolder folder(temporary.path() / "model", "SPM5.mat");
        import::SpmOptions options;
        options.folder = folder.path();
        SpmFolder::writeImage(folder.file("beta_0003.nii"),
                              std::vector<float>(SpmFolder::kVoxels, 1), 0.5F);
        QVERIFY(refusal(options).find("beta_0003.nii: expected the grid") != std::string::npos);
        fs::remove(folder.file("beta_0003.nii"));
        QVERIFY(refusal(options).find("beta_0003.nii: expected") != std::string::npos);
        fs::remove(folder.file("SPM.mat"));
        QVERIFY(refusal(options).find("SPM.mat") != std::string::npos);
    }
    void anImageThatMovedSinceTheEstimateIsTold()
    {
        const test::TemporaryFolder temporary;
        const SpmFolder folder(temporary.path() / "model", "SPM5.mat");
        std::vector<fs::path> images;
        for (const auto& entry : fs::directory_iterator(folder.path()))
            if (entry.path().extension() == ".nii")
                images.push_back(entry.path());
        for (const fs::path& image : images)
            SpmFolder::writeImage(image, std::vector<float>(SpmFolder::kVoxels, 4), 2);
        const Made made = importedFrom(folder, temporary.path() / "fit");
        QVERIFY2(made.warnings.find("up to 2 mm from where SPM.mat has it") != std::string::npos,
                 made.warnings.c_str());
    }
    void aThresholdThatNoVoxelReachesIsToldWithTheLargest()
    {
        const test::TemporaryFolder temporary;
        const SpmFolder folder(temporary.path() / "model", "SPM5.mat");
        import::SpmOptions options;
        options.folder = folder.path();
        options.tThreshold = 8;
        // Voxel 59 has (59 - 30) / 4.
        QVERIFY(
            refusal(options).find("expected voxels with t > 8, found none; the largest t is 7.25")
            != std::string::npos);
    }
    void voxelsWithABetaThatIsNotFiniteAreLeftOutAndCounted()
    {
        const test::TemporaryFolder temporary;
        const SpmFolder folder(temporary.path() / "model", "SPM5.mat");
        std::vector<float> values(SpmFolder::kVoxels, 1);
        values[11] = std::numeric_limits<float>::infinity();
        SpmFolder::writeImage(folder.file("beta_0003.nii"), values);
        const Made made = importedFrom(folder, temporary.path() / "fit");
        QCOMPARE(made.imported.unusable, 1);
        QCOMPARE(made.fit.positionOf(11), -1);
    }
    void motionIsReadWhereThereIsAFileASession()
    {
        const test::TemporaryFolder temporary;
        const SpmFolder folder(temporary.path() / "model", "SPM5.mat");
        // Steps of 0.1 mm along x: the mean over 30 scans, the first of which did not move.
        for (const auto& [name, scans] : {std::pair{"rp_a.txt", 30}, {"rp_b.txt", 40}}) {
            std::string text;
            for (int scan = 0; scan < scans; ++scan)
                text += "  " + numberText(0.1 * scan) + "  0  0  0  0  0\n";
            test::writeText(folder.file(name), text);
        }
        const Made made = importedFrom(folder, temporary.path() / "fit");
        QCOMPARE(made.imported.framewiseDisplacement.size(), std::size_t{2});
        QVERIFY(test::near(made.imported.framewiseDisplacement[0], 0.1 * 29 / 30, 1e-9));
        QVERIFY(test::near(made.imported.framewiseDisplacement[1], 0.1 * 39 / 40, 1e-9));
    }
    void everyOtherMatlabFileIsRefusedWithWhatItLacks()
    {
        FUSIFORM_NEEDS_DATA("mat/scipy");
        const test::TemporaryFolder temporary;
        import::SpmOptions options;
        options.folder = temporary.path();
        int files = 0;
        for (const auto& entry : fs::directory_iterator(test::sharedData("mat/scipy"))) {
            fs::copy_file(entry.path(), temporary.path() / "SPM.mat",
                          fs::copy_options::overwrite_existing);
            const std::string message = refusal(options);
            QVERIFY2(message.find("SPM.mat: expected ") != std::string::npos,
                     (entry.path().filename().string() + ": " + message).c_str());
            ++files;
        }
        QVERIFY(files > 100);
    }
    void aDamagedSpmMatNeverCrashes()
    {
        const std::string content = test::bytesOf(test::ownData("spm/SPM5.mat"));
        const auto read = [](const auto& file) { (void)import::readSpmModel(file); };
        QVERIFY(test::cutEverywhere(content, "SPM.mat", 41, read) > 100);
        QVERIFY(test::survivesDamage(content, "SPM.mat", 13, read));
        const std::string hdf5 = test::bytesOf(test::ownData("spm/SPM73.mat"));
        QVERIFY(test::cutEverywhere(hdf5, "SPM.mat", 9001, read) > 20);
    }
};

FUSIFORM_TEST(SpmTest)
#include "spm_test.moc"
