// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/region_decoder.h"
#include "core/decode/training_score.h"
#include "core/roi/shapes.h"
#include "core/stats/sealed_faces.h"
#include "core/util/random.h"
#include "tests/support/coded_study.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform;
using Eigen::Index;

namespace {

/// What a user does who paints for the score that is on screen: of 200 strokes, those that do not
/// lower it are kept.
image::VoxelSet paintedForTheScore(const glm::Fit& fit, std::uint64_t seed)
{
    const glm::ModelFit& model = fit.models[0];
    decode::RegionDecoder live(fit, model, model.exploration);
    Progress progress;
    Random random(seed);
    image::VoxelSet region = image::VoxelSet::of(fit.grid.shape, std::span(fit.voxels).first(60));
    double best = live.decode(region, {}, progress).pairwise;
    for (int stroke = 0; stroke < 200; ++stroke) {
        const auto at = fit.voxels[random.below(fit.voxels.size())];
        const image::VoxelSet dab = roi::ball(fit.grid, fit.grid.mm(at), random.uniform(3, 7));
        const image::VoxelSet next
            = random.uniform() < 0.5 ? region.united(dab) : region.minus(dab);
        if (next.count() < 10)
            continue;
        const double score = live.decode(next, {}, progress).pairwise;
        if (score >= best) {
            best = score;
            region = next;
        }
    }
    return region;
}

struct Mean {
    double value = 0;
    double error = 0;
};
Mean meanOf(const std::vector<double>& numbers)
{
    Mean mean;
    const auto count = static_cast<double>(numbers.size());
    for (const double number : numbers)
        mean.value += number / count;
    for (const double number : numbers)
        mean.error += (number - mean.value) * (number - mean.value);
    mean.error = std::sqrt(mean.error / (count - 1) / count);
    return mean;
}

} // namespace

/// The proof that the guard guards: a study of pure noise.
class DoubleDippingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void paintingForTheScoreRaisesItAndTellsNothingOfSealedFaces()
    {
        std::vector<double> exploration;
        std::vector<double> confirmation;
        std::vector<double> training;
        for (std::uint64_t seed = 101; seed <= 130; ++seed) {
            const test::TemporaryFolder folder;
            test::CodedStudy study = test::makeCodedStudy(
                folder.path(), {.latents = 8, .noise = 3, .signal = 0, .seed = seed});
            glm::ModelFit& model = study.fit.models[0];
            const roi::Region region
                = {"painted", {}, paintedForTheScore(study.fit, seed), "brush", true};
            Progress progress;
            exploration.push_back(decode::decodeRegion(study.fit, model, region.voxels,
                                                       model.exploration, {}, progress)
                                      .pairwise);
            const decode::TrainingFolds folds
                = decode::trainingFolds(study.fit, model, study.series, {.trials = 200}, progress);
            decode::TrainingScorer scorer(folds, study.fit, nullptr);
            training.push_back(
                scorer.score(region.voxels, decode::VoxelChoice::AsGiven, {}, progress).pairwise);
            const glm::FaceSet sealed = stats::SealOpener::open(
                study.fit, model, stats::SealedPart::Confirmation, region);
            confirmation.push_back(
                decode::decodeRegion(study.fit, model, region.voxels, sealed, {}, progress)
                    .pairwise);
            QVERIFY(!study.fit.openings.back().isConfirmatory); // and the ledger says what it was
        }
        const Mean seen = meanOf(exploration);
        const Mean unseen = meanOf(confirmation);
        const Mean trained = meanOf(training);
        qInfo("exploration %.3f +- %.3f, confirmation %.3f +- %.3f, training %.3f +- %.3f",
              seen.value, seen.error, unseen.value, unseen.error, trained.value, trained.error);
        QVERIFY(seen.value > 0.75);
        QVERIFY(std::abs(unseen.value - 0.5) < 3 * unseen.error);
        QVERIFY(std::abs(trained.value - 0.5) < 3 * trained.error);
    }
};

FUSIFORM_TEST(DoubleDippingTest)
#include "double_dipping_test.moc"
