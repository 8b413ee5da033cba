// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/image_quality.h"

#include "core/evaluate/group.h"
#include "core/face_model/model_quality.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform;
using evaluate::ImageQuality;
using evaluate::QualityMeasure;
using evaluate::SubjectEvaluation;

namespace {

SubjectEvaluation evaluatedOnce(const std::filesystem::path& folder, double noise)
{
    glm::Fit fit = test::makeFit(folder, noise);
    evaluate::EvaluationOptions options;
    options.recognition.permutations = 500;
    options.recognition.draws = 300;
    options.draws = 0;
    Progress progress;
    return evaluate::evaluateSubject(evaluate::openSubject(fit, evaluate::Faces::Exploration),
                                     options, progress);
}

/// Pearson over all pixels and colours, number after number.
double pixelsByHand(const image::Picture& a, const image::Picture& b)
{
    double meanA = 0;
    double meanB = 0;
    const auto n = static_cast<double>(a.rgb.size());
    for (std::size_t i = 0; i < a.rgb.size(); ++i) {
        meanA += static_cast<double>(a.rgb[i]) / n;
        meanB += static_cast<double>(b.rgb[i]) / n;
    }
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i) {
        const double x = static_cast<double>(a.rgb[i]) - meanA;
        const double y = static_cast<double>(b.rgb[i]) - meanB;
        ab += x * y;
        aa += x * x;
        bb += y * y;
    }
    return ab / std::sqrt(aa * bb);
}

QualityMeasure measuredAs(const std::string& key, double mean)
{
    QualityMeasure one;
    one.key = key;
    one.faces = {mean, mean};
    one.mean.estimate = mean;
    return one;
}

} // namespace

class ImageQualityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ownOriginalsOthersAndTheMeanFaceAreHeldApart()
    {
        const test::TemporaryFolder folder;
        const SubjectEvaluation found = evaluatedOnce(folder.path(), 2);
        QCOMPARE(found.quality.size(), std::size_t{1});
        const ImageQuality& quality = found.quality.front();
        const evaluate::Reconstructions& pictures = found.reconstructions.front();
        const auto& read = pictures.regions.front().faces;
        const std::size_t n = read.size();
        QCOMPARE(quality.scales, 1); // 16 pixels
        QCOMPARE(quality.measures.size(), std::size_t{5});
        double own = 0;
        double others = 0;
        double ceiling = 0;
        double floor = 0;
        for (std::size_t f = 0; f < n; ++f) {
            own += pixelsByHand(*read[f], *pictures.originals[f]) / static_cast<double>(n);
            ceiling += pixelsByHand(*pictures.fromTruth[f], *pictures.originals[f])
                       / static_cast<double>(n);
            floor += pixelsByHand(*pictures.mean, *pictures.originals[f]) / static_cast<double>(n);
            for (std::size_t g = 0; g < n; ++g)
                if (g != f)
                    others += pixelsByHand(*read[f], *pictures.originals[g])
                              / static_cast<double>(n * (n - 1));
        }
        const QualityMeasure& pixels = *quality.find("pix_corr");
        QVERIFY(test::near(pixels.mean.estimate, own, 1e-6));
        QVERIFY(test::near(pixels.chance, others, 1e-6));
        QVERIFY(test::near(pixels.ceiling, ceiling, 1e-6));
        QVERIFY(test::near(pixels.floor, floor, 1e-6));
        QVERIFY(pixels.mean.interval.low <= own && own <= pixels.mean.interval.high);
        QVERIFY(pixels.permuted.p < 0.01); // planted
        // One scale of MS-SSIM is SSIM.
        QCOMPARE(quality.find("ms_ssim")->faces, quality.find("ssim")->faces);
        QVERIFY(test::near(quality.find("ssim")->faces[2],
                           face_model::structuralSimilarity(*read[2], *pictures.originals[2]),
                           1e-12));
    }
    void identityCountsTheNearestOriginal()
    {
        const test::TemporaryFolder folder;
        const SubjectEvaluation found = evaluatedOnce(folder.path(), 4);
        const evaluate::Reconstructions& pictures = found.reconstructions.front();
        std::vector<image::Picture> originals;
        std::vector<image::Picture> read;
        for (std::size_t f = 0; f < pictures.names.size(); ++f) {
            originals.push_back(*pictures.originals[f]);
            read.push_back(*pictures.regions.front().faces[f]);
        }
        Progress progress;
        const QualityMeasure& identity = *found.quality.front().find("identity");
        QVERIFY(test::near(identity.mean.estimate,
                           face_model::qualityOf(originals, read, progress).identity, 1e-12));
        QVERIFY(test::near(identity.chance, 0.1, 1e-12));
        // One picture for all is nearest to one of ten.
        QVERIFY(test::near(identity.floor, 0.1, 1e-12));
    }
    void codesAreComparedInDeviationsFromTheTrainingMean()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path(), 2);
        evaluate::EvaluationOptions options;
        options.recognition.permutations = 100;
        options.recognition.draws = 100;
        options.draws = 0;
        Progress progress;
        const auto found = evaluate::evaluateSubject(
            evaluate::openSubject(fit, evaluate::Faces::Exploration), options, progress);
        const QualityMeasure& latents = *found.quality.front().find("latent_r");
        const glm::ModelFit& model = fit.models.front();
        const Eigen::MatrixXd& decoded = found.recognitions.front().decoded.latents;
        for (Eigen::Index f = 0; f < decoded.rows(); ++f) {
            Eigen::VectorXd x(decoded.cols());
            Eigen::VectorXd y(decoded.cols());
            for (Eigen::Index l = 0; l < decoded.cols(); ++l) {
                x[l] = (decoded(f, l) - model.latentMean[l]) / model.latentSd[l];
                y[l] = (model.exploration.codes(f, l) - model.latentMean[l]) / model.latentSd[l];
            }
            x.array() -= x.mean();
            y.array() -= y.mean();
            QVERIFY(test::near(latents.faces[static_cast<std::size_t>(f)],
                               x.dot(y) / (x.norm() * y.norm()), 1e-9));
        }
        QVERIFY(std::isnan(latents.ceiling) && std::isnan(latents.floor));
    }
    void modelsArePairedOverFaces()
    {
        const test::TemporaryFolder folder;
        const SubjectEvaluation found = evaluatedOnce(folder.path(), 1);
        ImageQuality better = found.quality.front();
        better.model = "better";
        for (QualityMeasure& measure : better.measures)
            for (double& face : measure.faces)
                face += 0.1;
        const std::vector<ImageQuality> two = {better, found.quality.front()};
        Progress progress;
        evaluate::RecognitionOptions options;
        options.permutations = 2000;
        options.draws = 200;
        const auto differences = evaluate::qualityDifferences(two, options, progress);
        QCOMPARE(differences.size(), better.measures.size());
        for (const evaluate::QualityDifference& one : differences) {
            QCOMPARE(one.first, std::string("better"));
            QVERIFY(test::near(one.mean.estimate, 0.1, 1e-12));
            // Ten faces of one sign: 2 of 1,024 choices.
            QVERIFY(one.flipped.isExact);
            QVERIFY(test::near(one.flipped.p, 2.0 / 1024, 1e-12));
        }
    }
    /// The paper's SSIM: VAE-GAN above PCA in all four subjects, chi squared (1) = 4, p < .05.
    void subjectsAreTestedAsInThePaper()
    {
        std::vector<SubjectEvaluation> subjects(4);
        for (std::size_t s = 0; s < subjects.size(); ++s) {
            subjects[s].subject = "sub-0" + std::to_string(s + 1);
            ImageQuality vae;
            vae.model = "vae";
            vae.region = "selected";
            vae.measures = {measuredAs("ssim", 0.484 + 0.01 * static_cast<double>(s))};
            ImageQuality pca = vae;
            pca.model = "pca";
            pca.measures = {measuredAs("ssim", 0.435 + 0.01 * static_cast<double>(s))};
            subjects[s].quality = {vae, pca};
        }
        const auto tests = evaluate::groupQuality(subjects);
        QCOMPARE(tests.size(), std::size_t{1});
        QVERIFY(test::near(tests.front().friedman.statistic, 4, 1e-12));
        QVERIFY(test::near(tests.front().friedman.p, 0.045500, 5e-7));
        QVERIFY(test::near(*tests.front().friedman.exact, 0.125, 1e-12));
        subjects[2].quality.pop_back(); // what one subject lacks is not tested
        QVERIFY(evaluate::groupQuality(subjects).empty());
        QVERIFY(evaluate::groupQuality(std::span(subjects).first(1)).empty());
    }
};

FUSIFORM_TEST(ImageQualityTest)
#include "image_quality_test.moc"
