// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/reconstructions.h"

#include "core/evaluate/subject.h"
#include "core/face_model/face_models.h"
#include "core/io/picture_file.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <fstream>

using namespace fusiform;
using evaluate::Reconstructions;

namespace {

evaluate::EvaluationOptions fast()
{
    evaluate::EvaluationOptions options;
    options.recognition.permutations = 50;
    options.recognition.draws = 100;
    options.draws = 0;
    return options;
}

/// As a fit on disk, whose seal can be opened.
glm::Fit onDisk(const std::filesystem::path& folder)
{
    glm::Fit fit = test::makeFit(folder);
    fit.folder = folder / "fit";
    std::filesystem::create_directories(fit.folder);
    glm::writeFit(fit, fit.folder);
    return glm::readFit(fit.folder);
}

/// 8 bits of a stored picture.
constexpr double kStored = 0.5 / 255 + 1e-6;

double largestDifference(const image::Picture& a, const image::Picture& b)
{
    return static_cast<double>((a.vector() - b.vector()).cwiseAbs().maxCoeff());
}

} // namespace

class ReconstructionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void picturesAreThoseOfTheCodes()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path(), 1);
        Progress progress;
        const auto found = evaluate::evaluateSubject(
            evaluate::openSubject(fit, evaluate::Faces::Exploration), fast(), progress);
        QCOMPARE(found.reconstructions.size(), std::size_t{1});
        const Reconstructions& made = found.reconstructions.front();
        QVERIFY(!made.missing && made.hasOriginals());
        QCOMPARE(made.names, fit.models[0].exploration.names);
        QCOMPARE(made.regions.size(), std::size_t{4});
        const auto model = face_model::loadFaceModel(fit.models[0].modelFile);
        const glm::ModelFit& models = fit.models[0];
        constexpr Eigen::Index kFace = 3;
        QVERIFY(largestDifference(*made.originals[kFace],
                                  io::readPicture(models.exploration.pictures[kFace]))
                < 1e-6);
        const auto truth = model->generate(models.exploration.codes.row(kFace), progress);
        QCOMPARE(largestDifference(*made.fromTruth[kFace], truth.front()), 0.0);
        const auto mean = model->generate(models.latentMean.transpose(), progress);
        QCOMPARE(largestDifference(*made.mean, mean.front()), 0.0);
        // The code of the temporal voxels, stretched by hand: all latents vary.
        const auto& decoded = found.find(made.model, "temporal")->decoded.latents;
        Eigen::RowVectorXd deviation = decoded.row(kFace) - models.latentMean.transpose();
        double squares = 0;
        for (Eigen::Index l = 0; l < deviation.size(); ++l)
            squares += std::pow(deviation[l] / models.latentSd[l], 2);
        deviation *= std::sqrt(static_cast<double>(deviation.size()) / squares);
        const Eigen::MatrixXd stretched = models.latentMean.transpose() + deviation;
        QVERIFY(largestDifference(*made.find("temporal")->faces[kFace],
                                  model->generate(stretched, progress).front())
                < 1e-6);
    }
    void theImaginedFaceStaysSealedUntilItIsOpened()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = onDisk(folder.path());
        Progress progress;
        const auto explored = evaluate::evaluateSubject(
            evaluate::openSubject(fit, evaluate::Faces::Exploration), fast(), progress);
        const Reconstructions& sealed = explored.reconstructions.front();
        QVERIFY(sealed.imagined.empty() && sealed.candidates.empty());
        QVERIFY(!sealed.imaginedOriginal());
        for (const evaluate::ReadPictures& region : sealed.regions)
            QVERIFY(region.imagined.empty());

        const auto all = evaluate::evaluateSubject(evaluate::openSubject(fit, evaluate::Faces::All),
                                                   fast(), progress);
        const Reconstructions& opened = all.reconstructions.front();
        const glm::FaceSet& candidates = fit.models[0].imageryCandidates;
        QCOMPARE(opened.imagined, candidates.names[2]);
        QCOMPARE(opened.candidates.size(), candidates.names.size());
        QVERIFY(
            largestDifference(*opened.imaginedOriginal(), io::readPicture(candidates.pictures[2]))
            < kStored);
        // Planted without noise to speak of: what is read is near what the model makes of the code.
        const auto model = face_model::loadFaceModel(fit.models[0].modelFile);
        const auto truth = model->generate(candidates.codes.row(2), progress);
        QCOMPARE(largestDifference(*opened.imaginedFromTruth, truth.front()), 0.0);
        QCOMPARE(opened.regions.front().imagined.size(), std::size_t{1});
        QCOMPARE(opened.names.size(), std::size_t{20});
    }
    void scoresNeedNoPictures()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        Progress progress;
        const auto whyNone = [&] {
            const auto found = evaluate::evaluateSubject(
                evaluate::openSubject(fit, evaluate::Faces::Exploration), fast(), progress);
            const Reconstructions& made = found.reconstructions.front();
            return found.recognitions.size() == 4 && made.regions.empty() && found.quality.empty()
                           && made.missing
                       ? made.missing->english()
                       : std::string();
        };
        // A picture that is no picture, then a model that is gone, then one that is only codes.
        const std::filesystem::path picture = fit.models[0].exploration.pictures[1];
        std::ofstream(picture) << "no picture";
        QVERIFY(whyNone().find(picture.filename().string()) != std::string::npos);
        std::filesystem::remove(fit.models[0].modelFile);
        QVERIFY(whyNone().find("pca.safetensors") != std::string::npos);
        fit.models[0].model.kind = "codes";
        QVERIFY(whyNone().find("network") != std::string::npos);
    }
    void facesWithoutFilesHaveNoOriginals()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        fit.models[0].exploration.pictures[4].clear();
        Progress progress;
        const auto found = evaluate::evaluateSubject(
            evaluate::openSubject(fit, evaluate::Faces::Exploration), fast(), progress);
        const Reconstructions& made = found.reconstructions.front();
        QVERIFY(!made.missing && !made.hasOriginals());
        QCOMPARE(made.regions.front().faces.size(), std::size_t{10});
        QVERIFY(found.quality.empty());
    }
};

FUSIFORM_TEST(ReconstructionsTest)
#include "reconstructions_test.moc"
