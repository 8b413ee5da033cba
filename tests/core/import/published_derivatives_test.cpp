// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/published_derivatives.h"

#include "core/decode/decode_region.h"
#include "core/face_model/face_models.h"
#include "core/io/nifti.h"
#include "core/io/picture_file.h"
#include "core/math/correlation.h"
#include "core/stats/sealed_faces.h"
#include "core/util/error.h"
#include "core/roi/region.h"
#include "tests/support/fit_builder.h"
#include "tests/support/matlab_writer.h"
#include "tests/support/published_set.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

using namespace fusiform;
namespace fs = std::filesystem;
using Eigen::Index;
using test::PublishedFormat;
using test::PublishedSet;
using test::PublishedSetOptions;

namespace {

import::Imported imported(const PublishedSet& set, const fs::path& output,
                          import::DerivativesOptions options = {}){options.folder = set.folder();
fs::remove_all(output);
fs::create_directories(output);
Progress progress;
return import::importDerivatives(options, Json(), output, progress);
} // namespace

/// The error of an import as a sentence; empty if it went well.
std::string complaint(const PublishedSet& set, const fs::path& output,
                      const import::DerivativesOptions& options = {})
{
    try {
        (void)imported(set, output, options);
        return {};
    } catch (const Error& error) {
        const bool isFailure = error.kind() == ErrorKind::Failure;
        return (isFailure ? "a failure: " : "") + std::string(error.what());
    }
}

/// The least correlation of decoded with planted codes over all faces, the sealed ones too.
double leastCorrelation(const fs::path& folder, const PublishedSet& set, const std::string& name)
{
    glm::Fit fit = glm::readFit(folder);
    const glm::ModelFit& model = fit.modelNamed(name);
    const roi::Region region = roi::offeredRegions(fit, model).front();
    const glm::FaceSet sealed
        = stats::SealOpener::open(fit, model, stats::SealedPart::Confirmation, region);
    const glm::FaceSet all = stats::joined(model.exploration, sealed);
    decode::DecodeOptions options;
    options.decoder = "ols";
    Progress progress;
    const decode::Decoded decoded
        = decode::decodeRegion(fit, model, region.voxels, all, options, progress);
    Eigen::MatrixXd truth(decoded.latents.rows(), decoded.latents.cols());
    for (Index row = 0; row < truth.rows(); ++row) {
        // Names say which published row it is: males first.
        const std::string& face = decoded.names[static_cast<std::size_t>(row)];
        truth.row(row)
            = set.codes(name).row(std::stol(face.substr(1)) - 1 + (face[0] == 'F' ? 10 : 0));
    }
    return truth.rows() == 20 ? math::rowCorrelations(decoded.latents, truth).diagonal().minCoeff()
                              : -1;
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class PublishedDerivativesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decodingGivesBackThePlantedCodes_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<bool>("isTurned");
        QTest::addColumn<bool>("isMaskOnly");
        for (const int format : {0, 1, 2})
            for (const bool isTurned : {false, true})
                QTest::addRow("format %d, turned %d", format, static_cast<int>(isTurned))
                    << format << isTurned << (format == 1 || !isTurned);
        QTest::newRow("7.3, grid") << 0 << false << false;
    }
    void decodingGivesBackThePlantedCodes()
    {
        QFETCH(int, format);
        QFETCH(bool, isTurned);
        QFETCH(bool, isMaskOnly);
        const test::TemporaryFolder folder;
        PublishedSetOptions options;
        options.format = static_cast<PublishedFormat>(format);
        options.isTurned = isTurned;
        options.isMaskOnly = isMaskOnly;
        const PublishedSet set(folder.path() / "sub-03", options);
        const fs::path fit = folder.path() / "fit";
        const import::Imported result = imported(set, fit);
        QCOMPARE(result.subject, std::string("sub-03"));
        QCOMPARE(result.maskVoxels, static_cast<Index>(set.mask().size()));
        QCOMPARE(result.testPatterns, Index{20});
        QCOMPARE(result.storedVoxels, Index{170}); // 150 each, 130 in both
        QCOMPARE(result.models.size(), std::size_t{2});
        for (const import::ImportedModel& model : result.models) {
            QCOMPARE(model.latents, Index{12});
            QCOMPARE(model.selected, Index{150});
            QCOMPARE(model.unusable, Index{0});
            // The files hold float32 numbers, as SPM writes them.
            QVERIFY(1 - leastCorrelation(fit, set, model.name) < 1e-6);
        }
    }
    void indicesCountFromOne()
    {
        const test::TemporaryFolder folder;
        const PublishedSet set(folder.path() / "set", {});
        (void)imported(set, folder.path() / "fit");
        const glm::Fit fit = glm::readFit(folder.path() / "fit");
        for (const std::string model : {"vaegan", "pca"}) {
            const glm::ModelFit& one = fit.modelNamed(model);
            QCOMPARE(one.selected.indices(), set.roi(model));
            for (std::size_t v = 0; v < fit.voxels.size(); v += 7)
                for (const Index row : {Index{0}, Index{5}, Index{12}}) {
                    const double scale = row == 12 ? 1 : one.latentSd[row];
                    const double wanted = scale * set.weight(model, row, fit.voxels[v]);
                    const double found = one.weights.matrix()(row, static_cast<Index>(v));
                    QVERIFY(std::abs(found - wanted) < 1e-6);
                }
        }
        for (std::size_t v = 0; v < fit.voxels.size(); ++v)
            QCOMPARE(fit.tFace[v], set.t(fit.voxels[v]));
    }
    void indicesThatAreOneOffAreRefused()
    {
        const test::TemporaryFolder folder;
        const PublishedSet set(folder.path() / "set", {});
        for (const double shift : {-1.0, 1.0}) {
            rewriteRoi(set, [&](double index) { return index + shift; });
            const std::string said = complaint(set, folder.path() / "fit");
            QVERIFY2(contains(said, "ROI_VAEGAN.mat") && contains(said, "other weights"),
                     said.c_str());
        }
        for (const double value : {0.0, -1.0, 1.5, 1e9, std::nan("")}) {
            bool isFirst = true;
            rewriteRoi(set,
                       [&](double index) { return std::exchange(isFirst, false) ? value : index; });
            const std::string said = complaint(set, folder.path() / "fit");
            QVERIFY2(contains(said, "ROI_VAEGAN.mat") && contains(said, "from 1 to 1188"),
                     said.c_str());
        }
        rewriteRoi(set, [&](double) { return 600.0; });
        QVERIFY(contains(complaint(set, folder.path() / "fit"), "each once"));
    }
    void withoutRoiFilesThresholdsSelectTheSameVoxels()
    {
        const test::TemporaryFolder folder;
        const PublishedSet set(folder.path() / "set", {});
        for (const char* name : {"ROI_VAEGAN.mat", "ROI_PCA.mat"})
            fs::remove(set.file(name));
        (void)imported(set, folder.path() / "fit");
        const glm::Fit fit = glm::readFit(folder.path() / "fit");
        // Planted: t over 4 inside either ROI, gain 0.02 inside the model's own and 0.0005 outside.
        QCOMPARE(fit.modelNamed("vaegan").selected.indices(), set.roi("vaegan"));
        QCOMPARE(fit.modelNamed("pca").selected.indices(), set.roi("pca"));
        QVERIFY(1 - leastCorrelation(folder.path() / "fit", set, "pca") < 1e-6);
        fs::remove(set.file("FaceRV.mat"));
        QVERIFY(contains(complaint(set, folder.path() / "fit"), "FaceRV.mat"));
    }
    void roiFilesAloneAreEnough()
    {
        const test::TemporaryFolder folder;
        const PublishedSet set(folder.path() / "set", {});
        for (const char* name :
             {"W_VAEGAN.mat", "W_PCA.mat", "FacevsFix.mat", "FaceRV.mat", "FullRV_PCA.mat",
              "FullRV_VAEGAN.mat", "img_pattern.mat", "img_image.mat", "PCA_coeffs.mat"})
            fs::remove(set.file(name));
        const import::Imported result = imported(set, folder.path() / "fit");
        // 20 of the 170 stored voxels have weights of the other model only.
        QCOMPARE(result.models[0].unusable, Index{20});
        QCOMPARE(result.models[1].network, std::string("none"));
        QVERIFY(1 - leastCorrelation(folder.path() / "fit", set, "vaegan") < 1e-6);
        QVERIFY(1 - leastCorrelation(folder.path() / "fit", set, "pca") < 1e-6);
        QCOMPARE(glm::readFit(folder.path() / "fit").models[0].imagery.count(), Index{0});
    }
    void everySecondFaceOfEachSexIsSealed()
    {
        const test::TemporaryFolder folder;
        const PublishedSet set(folder.path() / "set", {});
        (void)imported(set, folder.path() / "fit");
        const glm::Fit fit = glm::readFit(folder.path() / "fit");
        const std::vector<std::string> wanted
            = {"F01.png", "F03.png", "F05.png", "F07.png", "F09.png",
               "M01.png", "M03.png", "M05.png", "M07.png", "M09.png"};
        QCOMPARE(fit.models[0].exploration.names, wanted);
        QCOMPARE(fit.models[0].confirmation.count(), Index{10});
        QCOMPARE(fit.models[0].imagery.count(), Index{1});
        QVERIFY(fit.openings.empty());
        // "F03" is row 12 of the files; pictures have height before width.
        const glm::FaceSet& faces = fit.models[0].exploration;
        QVERIFY((faces.codes.row(1) - set.codes("vaegan").row(12)).norm() < 1e-12);
        const image::Picture picture = io::readPicture(faces.pictures[1]);
        for (const auto& [y, x, colour] : {std::array{0, 5, 0}, std::array{6, 1, 2}}) {
            const float value = picture.rgb[static_cast<std::size_t>(3 * (8 * y + x) + colour)];
            QVERIFY(std::abs(value - PublishedSet::pixel(12, y, x, colour)) < 0.5 / 255 + 1e-6);
        }
    }
    void thePublishedPcaMakesPicturesAndTheVaeganSaysThatItCannot()
    {
        const test::TemporaryFolder folder;
        const PublishedSet set(folder.path() / "set", {});
        const import::Imported result = imported(set, folder.path() / "fit");
        QCOMPARE(result.models[0].network, std::string("none"));
        QCOMPARE(result.models[1].network, std::string("published PCA"));
        const glm::Fit fit = glm::readFit(folder.path() / "fit");
        Progress progress;
        const auto vaegan = face_model::loadFaceModel(fit.models[0].modelFile);
        QCOMPARE(vaegan->description().kind, std::string("codes"));
        QVERIFY_EXCEPTION_THROWN((void)vaegan->encode({}, progress), Error);
        // Code 0 is the mean picture; a component adds itself, height first.
        const auto pca = face_model::loadFaceModel(fit.models[1].modelFile);
        Eigen::MatrixXd codes = Eigen::MatrixXd::Zero(2, 12);
        codes(1, 11) = 0.25;
        const auto pictures = pca->generate(codes, progress);
        const Index y = 6;
        const Index x = 2;
        const Index colour = 1;
        const Index index = y + 8 * x + 64 * colour;
        const auto at = static_cast<std::size_t>(3 * (8 * y + x) + colour);
        QVERIFY(std::abs(pictures[0].rgb[at] - PublishedSet::mean(index)) < 1e-6);
        QVERIFY(std::abs(pictures[1].rgb[at] - PublishedSet::mean(index)
                         - 0.25 * PublishedSet::component(index, 11))
                < 1e-6);
    }
    void aModelFileMayBeAttached()
    {
        const test::TemporaryFolder folder;
        const glm::Fit other = test::makeFit(folder.path() / "other", 0.1, 12);
        const PublishedSet set(folder.path() / "set", {});
        import::DerivativesOptions options;
        options.modelFiles["vaegan"] = other.models[0].modelFile;
        (void)imported(set, folder.path() / "fit", options);
        const glm::Fit fit = glm::readFit(folder.path() / "fit");
        QCOMPARE(fit.models[0].model.kind, std::string("pca"));
        QCOMPARE(fit.models[0].model.name, std::string("vaegan"));
        QVERIFY(fs::exists(folder.path() / "fit" / "models" / "vaegan" / "model.safetensors"));

        const glm::Fit wrong = test::makeFit(folder.path() / "wrong", 0.1, 8);
        options.modelFiles["vaegan"] = wrong.models[0].modelFile;
        QVERIFY(contains(complaint(set, folder.path() / "fit", options), "12 latents"));
        options.modelFiles = {{"gan", "x"}};
        QVERIFY(contains(complaint(set, folder.path() / "fit", options), "called gan"));
    }
    void theT1ImageSaysWhereVoxelsLie()
    {
        const test::TemporaryFolder folder;
        const PublishedSet set(folder.path() / "set", {});
        Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
        affine.col(3) = Eigen::Vector4d(-5, 7, 11, 1);
        affine(0, 0) = -1;
        image::Volume t1{{{11, 12, 9}, image::Affine(affine)}, std::vector<float>(11 * 12 * 9, 3)};
        import::DerivativesOptions options;
        options.t1 = folder.path() / "t1.nii.gz";
        io::writeVolume(options.t1, t1);
        QVERIFY(imported(set, folder.path() / "fit", options).isAffineKnown);
        const glm::Fit fit = glm::readFit(folder.path() / "fit");
        QVERIFY(fit.grid.affine.mmFromVoxel().isApprox(affine));
        QVERIFY(!fit.anatomy.empty());

        (void)imported(set, folder.path() / "fit");
        const image::Grid centred = glm::readFit(folder.path() / "fit").grid;
        QVERIFY(centred.mm({5, 5, 4}).at.isApprox(Eigen::Vector3d(0, -0.5, 0)));

        t1.grid.shape = {11, 9, 12};
        io::writeVolume(options.t1, t1);
        QVERIFY(contains(complaint(set, folder.path() / "fit", options), "11 x 9 x 12"));
    }
    void everyNeededFileIsNamedWhenItIsMissingOrSomethingElse()
    {
        const test::TemporaryFolder folder;
        const PublishedSet set(folder.path() / "set", {});
        const fs::path kept = folder.path() / "kept.mat";
        for (const char* name : {"mask.mat", "test_patterns.mat", "test_images.mat"}) {
            fs::rename(set.file(name), kept);
            QVERIFY(
                contains(complaint(set, folder.path() / "fit"), std::string(name) + ": expected"));
            fs::rename(kept, set.file(name));
        }
        for (const char* name :
             {"mask.mat", "test_patterns.mat", "test_images.mat", "W_VAEGAN.mat", "ROI_VAEGAN.mat",
              "W_PCA.mat", "ROI_PCA.mat", "FacevsFix.mat", "FaceRV.mat", "FullRV_VAEGAN.mat",
              "FullRV_PCA.mat", "img_pattern.mat"}) {
            fs::rename(set.file(name), kept);
            for (const int kind : {0, 1, 2, 3}) {
                if (kind == 0)
                    test::writeText(set.file(name), "not a MATLAB file");
                if (kind == 1)
                    test::Mat73Writer(set.file(name)).add({"x", {2, 3}, std::vector<double>(6)});
                if (kind == 2) {
                    fs::copy_file(kept, set.file(name), fs::copy_options::overwrite_existing);
                    fs::resize_file(set.file(name), fs::file_size(kept) / 2);
                }
                if (kind == 3)
                    test::writeText(set.file(name), "");
                const std::string said = complaint(set, folder.path() / "fit");
                QVERIFY2(contains(said, std::string(name) + ": expected"),
                         (std::string(name) + " " + std::to_string(kind) + ": " + said).c_str());
            }
            fs::rename(kept, set.file(name));
        }
        QCOMPARE(complaint(set, folder.path() / "fit"), std::string());
    }
    /// MATLAB's, SciPy's and SPM's files, sound ones and damaged ones, in the place of each kind.
    void noForeignFileDoesHarm()
    {
        FUSIFORM_NEEDS_DATA("mat");
        const test::TemporaryFolder folder;
        const PublishedSet set(folder.path() / "set", {});
        std::vector<fs::path> fixtures;
        for (const auto& entry : fs::recursive_directory_iterator(test::sharedData("mat")))
            if (entry.is_regular_file())
                fixtures.push_back(entry.path());
        QVERIFY(fixtures.size() > 90);
        const fs::path kept = folder.path() / "kept.mat";
        for (const char* name : {"mask.mat", "test_patterns.mat", "test_images.mat", "W_VAEGAN.mat",
                                 "ROI_VAEGAN.mat", "FacevsFix.mat", "FullRV_PCA.mat",
                                 "img_pattern.mat", "img_image.mat", "PCA_coeffs.mat"}) {
            fs::rename(set.file(name), kept);
            // The last two are of use but not needed: then there is a whole fit to write.
            const bool mayBeUseless = name[0] == 'P' || std::string(name) == "img_image.mat";
            for (std::size_t f = 0; f < fixtures.size(); f += mayBeUseless ? 9 : 1) {
                const fs::path& fixture = fixtures[f];
                fs::copy_file(fixture, set.file(name));
                fs::permissions(set.file(name), fs::perms::owner_all);
                const std::string said = complaint(set, folder.path() / "fit");
                QVERIFY2((said.empty() && mayBeUseless) || contains(said, ": expected "),
                         (fixture.string() + " as " + name + ": " + said).c_str());
                fs::remove(set.file(name));
            }
            fs::rename(kept, set.file(name));
        }
    }
    void theAuthorsThirdsAreTheRegionsOfTheFit()
    {
        const test::TemporaryFolder folder;
        const PublishedSet set(folder.path() / "set", {});
        // Not thirds by planes at all: only the files can say this.
        const std::array<std::string, 3> names = {"occipital", "temporal", "frontoparietal"};
        std::array<std::vector<Index>, 3> parts;
        for (std::size_t v = 0; v < set.roi("vaegan").size(); ++v)
            parts[(v / 5) % 3].push_back(set.roi("vaegan")[v]);
        const auto write = [&](std::size_t p) {
            test::MatArray indices{"validindices", {1, std::ssize(parts[p])}, {}};
            for (const Index voxel : parts[p])
                indices.values.push_back(static_cast<double>(voxel) + 1);
            test::Mat73Writer(set.file("ROI_VAEGAN_" + names[p] + ".mat")).add(indices);
        };
        const auto regions = [&](const std::string& model) {
            (void)imported(set, folder.path() / "fit");
            const glm::Fit fit = glm::readFit(folder.path() / "fit");
            return roi::offeredRegions(fit, fit.modelNamed(model));
        };
        write(0);
        write(1);
        QVERIFY(regions("vaegan")[1].made.starts_with("equal thirds")); // one is missing
        write(2);
        const std::vector<roi::Region> offered = regions("vaegan");
        QCOMPARE(offered.size(), std::size_t{4});
        QCOMPARE(offered[0].voxels.indices(), set.roi("vaegan"));
        for (std::size_t p = 0; p < parts.size(); ++p) {
            QCOMPARE(offered[p + 1].name, names[p]);
            QCOMPARE(offered[p + 1].voxels.indices(), parts[p]);
            QVERIFY(contains(offered[p + 1].made, "ROI_VAEGAN_" + names[p] + ".mat"));
        }
        QVERIFY(regions("pca")[1].made.starts_with("equal thirds"));

        parts[2].push_back(parts[0].front());
        write(2);
        const std::string said = complaint(set, folder.path() / "fit");
        QVERIFY2(contains(said, "ROI_VAEGAN_frontoparietal.mat: expected voxels of ROI_VAEGAN.mat")
                     && contains(said, "1 of another part"),
                 said.c_str());
    }
    void numbersThatAreNotFiniteInPatternsCountAsZero()
    {
        const test::TemporaryFolder folder;
        const PublishedSet set(folder.path() / "set", {});
        std::vector<double> values(std::size_t{20} * 1188, 1.0);
        const Index voxel = set.roi("vaegan").front();
        values[static_cast<std::size_t>(20 * voxel + 2)] = std::nan("");
        test::Mat73Writer(set.file("test_patterns.mat")).add({"vol", {20, 1188}, values});
        QCOMPARE(imported(set, folder.path() / "fit").nanInPatterns, Index{1});
        const glm::Fit fit = glm::readFit(folder.path() / "fit");
        // Row 2 is "M03": exploration face 6 by name.
        QCOMPARE(fit.models[0].exploration.patterns(6, fit.positionOf(voxel)), 0.0F);
        QCOMPARE(fit.models[0].exploration.patterns(5, fit.positionOf(voxel)), 1.0F);
    }
    void aVoxelWithoutWeightsIsLeftOutOfDecoding()
    {
        const test::TemporaryFolder folder;
        const PublishedSet set(folder.path() / "set", {});
        for (const char* name : {"W_VAEGAN.mat", "W_PCA.mat", "ROI_PCA.mat"})
            fs::remove(set.file(name));
        rewriteRoi(
            set, [](double index) { return index; }, true);
        QCOMPARE(imported(set, folder.path() / "fit").models[0].unusable, Index{1});
        QVERIFY(1 - leastCorrelation(folder.path() / "fit", set, "vaegan") < 1e-6);
    }

private:
    /// ROI_VAEGAN.mat anew with changed indices; with `isBroken`, one weight is NaN.
    static void rewriteRoi(const PublishedSet& set, const std::function<double(double)>& change,
                           bool isBroken = false)
    {
        test::MatArray w{"W", {13, 150}, {}};
        test::MatArray indices{"validindices", {1, 150}, {}};
        for (const Index voxel : set.roi("vaegan")) {
            indices.values.push_back(change(static_cast<double>(voxel) + 1));
            for (Index row = 0; row < 13; ++row)
                w.values.push_back(set.weight("vaegan", row, voxel));
        }
        if (isBroken)
            w.values[40] = std::nan("");
        test::Mat73Writer writer(set.file("ROI_VAEGAN.mat"));
        writer.add(w);
        writer.add(indices);
    }
};

FUSIFORM_TEST(PublishedDerivativesTest)
#include "published_derivatives_test.moc"
