// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/searchlight_training.h"

#include "core/decode/training_score.h"
#include "core/roi/shapes.h"
#include "core/util/error.h"
#include "core/util/parallel.h"
#include "core/util/random.h"
#include "tests/support/coded_study.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform;
using Eigen::Index;
using test::near;

namespace {

decode::TrainingFolds foldsOfCoded(const test::CodedStudy& study)
{
    Progress progress;
    return decode::trainingFolds(study.fit, study.fit.models[0], study.series, {}, progress);
}

image::VoxelSet ballAt(const decode::TrainingFolds& folds, std::size_t voxel, double radiusMm)
{
    return roi::ball(folds.fit.grid, folds.fit.grid.mm(folds.fit.voxels[voxel]), radiusMm);
}

/// The folds with single trials in which only the voxels within `radiusMm` of `centre` say
/// anything.
decode::TrainingFolds withSignalOnlyIn(decode::TrainingFolds folds, const image::MmPoint& centre,
                                       double radiusMm)
{
    Random random(17);
    for (decode::TrainingFold& fold : folds.folds) {
        fold.selected = {};
        Eigen::MatrixXf& patterns = fold.outer.trials.patterns;
        for (Index v = 0; v < patterns.cols(); ++v) {
            const auto voxel = folds.fit.voxels[static_cast<std::size_t>(v)];
            if ((folds.fit.grid.mm(voxel).at - centre.at).norm() <= radiusMm)
                continue;
            const float sd
                = std::sqrt(patterns.col(v).squaredNorm() / static_cast<float>(patterns.rows()));
            for (float& value : patterns.col(v))
                value = sd * static_cast<float>(random.normal());
        }
    }
    return folds;
}

} // namespace

class SearchlightTrainingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyBallScoresAsThatRegionDoes_data()
    {
        QTest::addColumn<int>("latents");
        QTest::addColumn<QString>("decoder");
        QTest::addColumn<bool>("isInSd");
        QTest::newRow("fewer voxels than rows") << 64 << QStringLiteral("ridge") << false;
        QTest::newRow("in sd") << 64 << QStringLiteral("ridge") << true;
        QTest::newRow("without ridge") << 64 << QStringLiteral("ols") << false;
        QTest::newRow("more voxels than rows") << 10 << QStringLiteral("ridge") << false;
    }
    void everyBallScoresAsThatRegionDoes()
    {
        QFETCH(int, latents);
        QFETCH(QString, decoder);
        QFETCH(bool, isInSd);
        const test::TemporaryFolder folder;
        const test::CodedStudy study = test::makeCodedStudy(
            folder.path(), {.latents = latents, .shape = {7, 7, 4}, .trialsARun = 60});
        const decode::TrainingFolds folds = foldsOfCoded(study);
        decode::SearchlightOptions options;
        options.radiusMm = 6;
        options.fewestVoxels = 3;
        options.decoding.decoder = decoder.toStdString();
        options.decoding.scoreInSd = isInSd;
        Progress progress;
        const decode::SearchlightMap map
            = decode::trainingSearchlight(study.fit, folds, options, progress);
        QVERIFY(map.isComplete);
        QVERIFY(map.centres > 50);
        QCOMPARE(map.centres + map.tooFewVoxels, static_cast<Index>(folds.fit.voxels.size()));
        decode::TrainingScorer scorer(folds, study.fit, nullptr);
        for (std::size_t v = 0; v < folds.fit.voxels.size(); v += 5) {
            const auto place = static_cast<std::size_t>(study.fit.positionOf(folds.fit.voxels[v]));
            if (!std::isfinite(map.accuracy[place]))
                continue;
            const double region
                = scorer
                      .score(ballAt(folds, v, options.radiusMm), decode::VoxelChoice::ByCriterion,
                             options.decoding, progress)
                      .pairwise;
            // A pair more or less would be 1e-5; maps are floats.
            QVERIFY(near(static_cast<double>(map.accuracy[place]), region, 1e-7));
        }
    }

    void aPlantedBallIsFoundAndNothingElse()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study = test::makeCodedStudy(
            folder.path(), {.latents = 30, .shape = {12, 12, 4}, .noise = 0.5});
        const image::MmPoint centre{Eigen::Vector3d(9, 9, 6)};
        const decode::TrainingFolds folds = withSignalOnlyIn(foldsOfCoded(study), centre, 7);
        decode::SearchlightOptions options;
        options.radiusMm = 7;
        options.permutations = 200;
        Progress progress;
        const decode::SearchlightMap map
            = decode::trainingSearchlight(study.fit, folds, options, progress);
        QVERIFY(map.threshold.has_value());
        QCOMPARE(map.permutations, 200);
        Index found = 0;
        Index far = 0;
        for (std::size_t v = 0; v < study.fit.voxels.size(); ++v) {
            if (!std::isfinite(map.accuracy[v]))
                continue;
            const double distance = (study.fit.grid.mm(study.fit.voxels[v]).at - centre.at).norm();
            if (distance < 1) {
                QVERIFY(map.accuracy[v] > 0.6F);
                QVERIFY(map.pCorrected[v] <= 0.05F);
                ++found;
            } else if (distance > 15) {
                QVERIFY(map.pCorrected[v] > 0.05F);
                ++far;
            }
        }
        QCOMPARE(found, 1);
        QVERIFY(far > 100);
    }

    void noiseStaysAtChance()
    {
        std::vector<double> means;
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            const test::TemporaryFolder folder;
            const test::CodedStudy study = test::makeCodedStudy(
                folder.path(),
                {.latents = 20, .shape = {6, 6, 3}, .trialsARun = 50, .signal = 0, .seed = seed});
            decode::TrainingFolds folds = foldsOfCoded(study);
            for (decode::TrainingFold& fold : folds.folds)
                fold.selected = {}; // all voxels: the criterion rightly leaves next to none
            Progress progress;
            decode::SearchlightOptions options;
            options.fewestVoxels = 3;
            const decode::SearchlightMap map
                = decode::trainingSearchlight(study.fit, folds, options, progress);
            double sum = 0;
            for (const float accuracy : map.accuracy)
                sum += static_cast<double>(accuracy);
            means.push_back(sum / static_cast<double>(map.accuracy.size()));
        }
        const auto count = static_cast<double>(means.size());
        double mean = 0;
        for (const double one : means)
            mean += one / count;
        double squares = 0;
        for (const double one : means)
            squares += (one - mean) * (one - mean);
        const double standardError = std::sqrt(squares / (count - 1) / count);
        qInfo("mean %.4f, standard error %.4f", mean, standardError);
        QVERIFY(standardError < 0.01);
        QVERIFY(std::abs(mean - 0.5) < 3 * standardError);
    }

    void aStoppedJobKeepsItsPartAndThreadsChangeNothing()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study = test::makeCodedStudy(
            folder.path(), {.latents = 20, .shape = {8, 8, 4}, .trialsARun = 40});
        const decode::TrainingFolds folds = foldsOfCoded(study);
        decode::SearchlightOptions options;
        options.permutations = 20;
        options.fewestVoxels = 3;
        Progress progress;
        const decode::SearchlightMap whole
            = decode::trainingSearchlight(study.fit, folds, options, progress);
        setThreadCount(1);
        const decode::SearchlightMap alone
            = decode::trainingSearchlight(study.fit, folds, options, progress);
        setThreadCount(0);
        std::stop_source stop;
        Progress stopped(stop.get_token());
        const decode::SearchlightMap part
            = decode::trainingSearchlight(study.fit, folds, options, stopped,
                                          [&](std::span<const float>) { stop.request_stop(); });
        QVERIFY(!part.isComplete);
        QVERIFY(part.centres > 0 && part.centres < whole.centres);
        QVERIFY(part.p.empty());
        for (std::size_t v = 0; v < whole.accuracy.size(); ++v) {
            const auto same
                = [](float a, float b) { return a == b || (std::isnan(a) && std::isnan(b)); };
            QVERIFY(same(whole.accuracy[v], alone.accuracy[v]));
            QVERIFY(same(whole.pCorrected[v], alone.pCorrected[v]));
            QVERIFY(std::isnan(part.accuracy[v]) || part.accuracy[v] == whole.accuracy[v]);
        }
    }

    void decodersThatWeighVoxelsAreRefused()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study = test::makeCodedStudy(
            folder.path(), {.latents = 10, .shape = {4, 4, 2}, .trialsARun = 30});
        decode::SearchlightOptions options;
        options.decoding.decoder = "gls";
        Progress progress;
        QVERIFY_THROWS_EXCEPTION(Error, (void)decode::trainingSearchlight(
                                            study.fit, foldsOfCoded(study), options, progress));
    }
};

FUSIFORM_TEST(SearchlightTrainingTest)
#include "searchlight_training_test.moc"
