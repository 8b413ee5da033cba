// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/training_folds.h"

#include "core/decode/folds_file.h"
#include "core/decode/ridge_decoder.h"
#include "core/decode/training_score.h"
#include "core/glm/series_weights.h"
#include "core/glm/single_trials.h"
#include "core/util/error.h"
#include "core/util/random.h"
#include "tests/support/bytes.h"
#include "tests/support/coded_study.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using decode::VoxelChoice;
using Eigen::Index;
using Eigen::MatrixXd;
using test::near;

namespace {

decode::TrainingFolds foldsOf(const test::CodedStudy& study, Index trials = 1000)
{
    Progress progress;
    decode::TrainingFoldOptions options;
    options.trials = trials;
    return decode::trainingFolds(study.fit, study.fit.models[0], study.series, options, progress);
}

/// F of the latents from all runs, per voxel of the series: what a circular selection goes by.
std::vector<Index> byGainOnAllRuns(const test::CodedStudy& study)
{
    const glm::ModelFit& model = study.fit.models[0];
    const auto codes = glm::scaledTrialCodes(study.series, study.series.codes("codes"),
                                             model.latentMean, model.latentSd);
    const std::vector<std::size_t> runs = {0, 1, 2, 3, 4, 5, 6, 7};
    Progress progress;
    const glm::SeriesSums sums = glm::sumsOf(study.series, codes, runs, progress);
    const Eigen::VectorXd with = glm::estimate(sums).residualSquares(sums);
    const glm::SeriesSums conditions = glm::conditionsOf(sums);
    const Eigen::VectorXd without = glm::estimate(conditions).residualSquares(conditions);
    std::vector<Index> order(static_cast<std::size_t>(with.size()));
    std::iota(order.begin(), order.end(), Index(0));
    std::ranges::sort(order, {}, [&](Index v) { return with[v] / without[v]; });
    return order;
}

} // namespace

class TrainingFoldsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFoldsWeightsHaveNotSeenItsRuns()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study
            = test::makeCodedStudy(folder.path(), {.latents = 10, .shape = {5, 4, 2}});
        const decode::TrainingFolds folds = foldsOf(study, 80);
        QCOMPARE(folds.folds.size(), 4U);
        QCOMPARE(folds.unit, std::string("session"));
        const glm::ModelFit& model = study.fit.models[0];
        const glm::TrainingCodes codes = study.series.codes("codes");
        const auto scaled
            = glm::scaledTrialCodes(study.series, codes, model.latentMean, model.latentSd);
        Progress progress;
        const std::vector<std::size_t> others = {0, 1, 4, 5, 6, 7};
        const std::vector<std::size_t> withoutNext = {0, 1, 6, 7};
        QVERIFY(near(folds.folds[1].outer.model.weights.matrix().cast<double>(),
                     glm::weightsFrom(study.series, scaled, others, progress).matrix, 1e-5));
        QVERIFY(near(folds.folds[1].inner.model.weights.matrix().cast<double>(),
                     glm::weightsFrom(study.series, scaled, withoutNext, progress).matrix, 1e-5));
        // 80 trials over 8 runs are every tenth one.
        const glm::FaceSet& trials = folds.folds[1].outer.trials;
        QCOMPARE(trials.count(), 20);
        QCOMPARE(trials.names[1], study.series.runs()[2].training[10].stimulus);
        QCOMPARE(trials.names[10], study.series.runs()[3].training[0].stimulus);
        const Eigen::MatrixXf all
            = glm::trainingPatterns(study.series, glm::TrialMethod::Separate, progress);
        QVERIFY(near(trials.patterns.row(10), all.row(300), 1e-5));
        QVERIFY(near(trials.codes.row(1), codes.codes.row(210).cast<double>(), 1e-6));
        QVERIFY(folds.folds[1].inner.trials.names == folds.folds[2].outer.trials.names);
        QCOMPARE(folds.trialNoise, 1.0); // one scan a trial
    }
    void aPictureSeenElsewhereIsNotTested()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study = test::makeCodedStudy(
            folder.path(), {.latents = 6, .shape = {5, 4, 2}, .repeatedPictures = 7});
        const decode::TrainingFolds folds = foldsOf(study);
        // Seven pictures of the last run are those of the first run under other names: neither
        // side is tested.
        QCOMPARE(folds.dropped, 14);
        for (const decode::TrainingFold& fold : folds.folds)
            for (const std::string& name : fold.outer.trials.names)
                QVERIFY(name != "T10000.jpg" && name != "T10700.jpg");
    }
    void allStrengthsComeFromOneDecomposition()
    {
        Random random(5);
        MatrixXd w(9, 40);
        MatrixXd y(4, 40);
        for (double& number : w.reshaped())
            number = random.normal();
        for (double& number : y.reshaped())
            number = random.normal();
        const MatrixXd gram = w * w.transpose();
        const MatrixXd cross = y * w.transpose();
        const decode::RidgePath path(gram, cross);
        for (const double strength : {0.001, 0.1, 1.0, 10.0}) {
            const decode::RidgeSolution one
                = decode::ridgeDecodeSums(gram, cross, {.strength = strength});
            QVERIFY(near(path.codes(strength), one.codes.leftCols(8), 1e-9));
        }
    }
    void plantedSignalIsRecognisedAndNoiseIsNot()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy signal
            = test::makeCodedStudy(folder.path() / "signal", {.latents = 20, .noise = 1.5});
        const test::CodedStudy none = test::makeCodedStudy(
            folder.path() / "none", {.latents = 20, .noise = 1.5, .signal = 0});
        Progress progress;
        for (const test::CodedStudy* study : {&signal, &none}) {
            const decode::TrainingFolds folds = foldsOf(*study, 400);
            const glm::ModelFit& model = study->fit.models[0];
            const auto inputs = std::make_shared<const decode::DecoderInputs>(
                decode::decoderInputs(study->fit, model, progress));
            decode::TrainingScorer scorer(folds, study->fit, inputs);
            for (const char* const name : {"ridge", "gls", "bayes"}) {
                decode::DecodeOptions options;
                options.decoder = name;
                const decode::TrainingScore score
                    = scorer.score(model.selected, VoxelChoice::AsGiven, options, progress);
                QCOMPARE(score.trials, 400);
                QCOMPARE(score.folds.size(), 4U);
                if (study == &signal)
                    QVERIFY(score.pairwise > 0.95);
                else
                    QVERIFY(std::abs(score.pairwise - 0.5) < 0.04); // 400 trials: sd about 0.013
            }
        }
    }
    /// Where the best strength is large, both ways of choosing find a large one, and the score with
    /// it is better than with next to none.
    void theRidgeIsChosenOnTrainingFaces()
    {
        const test::TemporaryFolder folder;
        // Voxels about as many as unknowns: the plain inverse breaks down.
        const test::CodedStudy study
            = test::makeCodedStudy(folder.path(), {.latents = 39, .shape = {5, 4, 2}, .noise = 2});
        const decode::TrainingFolds folds = foldsOf(study, 800);
        decode::TrainingScorer scorer(folds, study.fit, nullptr);
        Progress progress;
        const image::VoxelSet& region = study.fit.models[0].selected;
        decode::DecodeOptions options;
        options.ridge = 0.001;
        const double without
            = scorer.score(region, VoxelChoice::AsGiven, options, progress).pairwise;
        const decode::TrainingScore chosen
            = scorer.scoreWithChosenRidge(region, VoxelChoice::AsGiven, options, progress);
        QVERIFY(chosen.pairwise > without + 0.03);
        const double strength = scorer.chooseRidge(region, VoxelChoice::AsGiven, options, progress);
        QVERIFY(strength >= 0.02);
        for (const double ridge : chosen.ridge)
            QVERIFY(ridge >= 0.02);
        // No strength of the grid would have been much better.
        for (const double other : decode::ridgeStrengths()) {
            options.ridge = other;
            QVERIFY(scorer.score(region, VoxelChoice::AsGiven, options, progress).pairwise
                    < chosen.pairwise + 0.02);
        }
    }
    /// Voxels chosen for what they say of all trials recognise even those trials that W has not
    /// seen, in pure noise; looked at again inside the fold they do not. (They fall a little below
    /// chance, as voxels that only the fold would choose are not among those given.)
    void aCriterionOutsideTheFoldsLeaks()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study = test::makeCodedStudy(
            folder.path(), {.latents = 8, .shape = {20, 20, 10}, .noise = 1, .signal = 0});
        const std::vector<Index> best = byGainOnAllRuns(study);
        std::vector<image::Index> chosen;
        for (std::size_t v = 0; v < 100; ++v)
            chosen.push_back(study.fit.voxels[static_cast<std::size_t>(best[v])]);
        const image::VoxelSet region = image::VoxelSet::of(study.fit.grid.shape, chosen);
        decode::TrainingFolds folds = foldsOf(study, 800);
        decode::TrainingScorer scorer(folds, study.fit, nullptr);
        Progress progress;
        const double leaky = scorer.score(region, VoxelChoice::AsGiven, {}, progress).pairwise;
        const double honest = scorer.score(region, VoxelChoice::ByCriterion, {}, progress).pairwise;
        qInfo("outside the folds %.3f, inside %.3f", leaky, honest);
        QVERIFY(leaky > 0.6);
        QVERIFY(honest < 0.52);
    }
    void foldsThatWereWrittenScoreTheSame()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study
            = test::makeCodedStudy(folder.path(), {.latents = 10, .shape = {8, 5, 2}, .noise = 2});
        const glm::ModelFit& model = study.fit.models[0];
        const decode::TrainingFolds folds = foldsOf(study, 200);
        std::filesystem::create_directories(folder.path() / "models" / "codes");
        decode::writeTrainingFolds(folds, model, folder.path());
        const decode::TrainingFolds read = decode::readTrainingFolds(study.fit, model);
        QCOMPARE(read.folds.size(), folds.folds.size());
        QVERIFY(read.folds[2].selected == folds.folds[2].selected);
        QVERIFY(read.folds[2].outer.trials.names == folds.folds[2].outer.trials.names);
        Progress progress;
        decode::TrainingScorer one(folds, study.fit, nullptr);
        decode::TrainingScorer two(read, study.fit, nullptr);
        const double expected
            = one.score(model.selected, VoxelChoice::AsGiven, {}, progress).pairwise;
        QVERIFY(near(two.score(model.selected, VoxelChoice::AsGiven, {}, progress).pairwise,
                     expected, 0.005)); // halves have 11 bits
        try {
            (void)two.scoreWithChosenRidge(model.selected, VoxelChoice::AsGiven, {}, progress);
            QFAIL("chosen without trials to choose on");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Usage);
        }
        // Damaged anywhere it is refused, or read as other numbers; never worse.
        const auto file = folder.path() / "models" / "codes" / "training_folds.safetensors";
        const std::string whole = test::bytesOf(file);
        for (std::size_t cut = 0; cut < whole.size(); cut += whole.size() / 40 + 1) {
            test::writeText(file, std::string_view(whole).substr(0, cut));
            try {
                (void)decode::readTrainingFolds(study.fit, model);
                QFAIL("read half a file");
            } catch (const Error& error) {
                QCOMPARE(error.kind(), ErrorKind::BadData);
            }
        }
    }
    void twoRunsAreTooFew()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study = test::makeCodedStudy(
            folder.path(), {.latents = 4, .shape = {5, 4, 2}, .sessions = 1, .runsASession = 2});
        try {
            (void)foldsOf(study);
            QFAIL("two folds");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Usage);
        }
    }
};

FUSIFORM_TEST(TrainingFoldsTest)
#include "training_folds_test.moc"
