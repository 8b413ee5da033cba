// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/sealed_faces.h"

#include "core/decode/decode_region.h"
#include "core/util/error.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {
std::vector<std::vector<bids::Event>> eventsOf(const std::vector<std::string>& stimuli)
{
    std::string text = "onset\tduration\ttrial_type\tstim_file\n";
    for (std::size_t i = 0; i < stimuli.size(); ++i)
        text += std::to_string(6 + 3 * i) + "\t1\ttest_face\t" + stimuli[i] + "\n";
    return {bids::parseEvents(text, "e.tsv")};
}
} // namespace

class SealedFacesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theStudysOwnGroupsAreKept()
    {
        using Names = std::vector<std::string>;
        const auto split
            = stats::splitTestFaces(eventsOf({"s/run27/F1.jpg", "s/run28/F2.jpg", "s/run29/M3.jpg",
                                              "s/run30/M4.jpg", "s/run31/F1.jpg"}));
        QCOMPARE(split.exploration, (Names{"F1.jpg", "M3.jpg"}));
        QCOMPARE(split.confirmation, (Names{"F2.jpg", "M4.jpg"}));
    }
    void withoutGroupsHalvesAreBalancedBySex()
    {
        using Names = std::vector<std::string>;
        const auto split = stats::splitTestFaces(eventsOf(
            {"s/run1/F1.jpg", "s/run2/F1.jpg", "s/run1/F2.jpg", "s/run1/M3.jpg", "s/run1/M4.jpg"}));
        QCOMPARE(split.exploration, (Names{"F1.jpg", "M3.jpg"}));
        QCOMPARE(split.confirmation, (Names{"F2.jpg", "M4.jpg"}));
    }
    void openingIsWrittenBeforeAnythingIsGiven()
    {
        const test::TemporaryFolder folder;
        glm::Fit made = test::makeFit(folder.path() / "made");
        fs::create_directories(folder.path() / "fit");
        glm::writeFit(made, folder.path() / "fit");
        glm::Fit fit = glm::readFit(folder.path() / "fit");
        QVERIFY(fit.openings.empty());
        const auto region = roi::offeredRegions(fit, fit.models[0])[1];
        const glm::FaceSet faces
            = stats::SealOpener::open(fit, fit.models[0], stats::SealedPart::Confirmation, region);
        QCOMPARE(faces.count(), 10);
        const glm::Fit again = glm::readFit(folder.path() / "fit");
        QCOMPARE(again.openings.size(), 1U);
        QCOMPARE(again.openings[0].regionName, std::string("occipital"));
        QCOMPARE(again.openings[0].regionHash, region.voxels.hash());
        QVERIFY(again.openings[0].isConfirmatory);
    }
    void aLedgerThatCannotBeWrittenKeepsTheSealShut()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path() / "made");
        fit.folder = "/proc/nowhere";
        const auto region = roi::offeredRegions(fit, fit.models[0])[1];
        QVERIFY_THROWS_EXCEPTION(
            Error,
            (void)stats::SealOpener::open(fit, fit.models[0], stats::SealedPart::Imagery, region));
        QVERIFY(fit.openings.empty());
    }
    void aFitComesBackFromItsFolderAndDecodesThePlantedFaces()
    {
        const test::TemporaryFolder folder;
        const glm::Fit made = test::makeFit(folder.path() / "made");
        fs::create_directories(folder.path() / "fit");
        glm::writeFit(made, folder.path() / "fit");
        const glm::Fit fit = glm::readFit(folder.path() / "fit");
        QVERIFY(fit.voxels == made.voxels);
        QVERIFY(fit.models[0].selected == made.models[0].selected);
        QVERIFY(fit.models[0].weights.matrix() == made.models[0].weights.matrix());
        QVERIFY(fit.models[0].exploration.patterns == made.models[0].exploration.patterns);
        QVERIFY(fs::exists(fit.models[0].exploration.pictures[0]));
        QVERIFY(test::near(fit.grid.affine.mmFromVoxel(), made.grid.affine.mmFromVoxel(), 1e-12));
        Progress progress;
        const auto decoded = decode::decodeRegion(fit, fit.models[0], fit.models[0].selected,
                                                  fit.models[0].exploration, {}, progress);
        QCOMPARE(decoded.pairwise, 1.0);
        QCOMPARE(decoded.fullRecognition, 1.0);
        // Without noise and ridge the codes are the planted ones.
        const glm::Fit exact = test::makeFit(folder.path() / "exact", 0);
        decode::DecodeOptions ols;
        ols.decoder = "ols";
        const auto codes = decode::decodeRegion(exact, exact.models[0], exact.models[0].selected,
                                                exact.models[0].exploration, ols, progress);
        QVERIFY(test::near(codes.latents, exact.models[0].exploration.codes, 1e-4));
    }
    void damagedFitsAreRefusedWithWords()
    {
        const test::TemporaryFolder folder;
        const glm::Fit made = test::makeFit(folder.path() / "made");
        for (const char* name : {"models/pca/W.bin", "voxels.bin", "fit.json",
                                 "models/pca/exploration.safetensors", "t_face.nii.gz"}) {
            const fs::path target = folder.path() / "fit";
            fs::remove_all(target);
            fs::create_directories(target);
            glm::writeFit(made, target);
            fs::resize_file(target / name, fs::file_size(target / name) / 2);
            try {
                (void)glm::readFit(target);
                QFAIL(name);
            } catch (const Error& error) {
                QVERIFY2(error.exitCode() == 3, error.what());
            }
        }
        QVERIFY_THROWS_EXCEPTION(Error, (void)glm::readFit(folder.path() / "none"));
    }
};

FUSIFORM_TEST(SealedFacesTest)
#include "sealed_faces_test.moc"
