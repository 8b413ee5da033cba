// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/refit.h"

#include "core/evaluate/leak_effect.h"
#include "core/evaluate/learning_curve.h"
#include "core/evaluate/one_back_effect.h"
#include "core/evaluate/pipeline_permutation.h"
#include "core/evaluate/training_faces.h"
#include "core/glm/series_weights.h"
#include "tests/support/coded_study.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <numeric>

using namespace fusiform;
using evaluate::LearningCurve;

namespace {

roi::Region everything(const glm::Fit& fit)
{
    roi::Region region;
    region.name = "all";
    region.voxels = roi::brainMask(fit);
    return region;
}

double mean(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// The pairwise score with W from some runs, by the functions that a fit uses.
double scoreWith(const test::CodedStudy& study, const std::vector<std::size_t>& runs)
{
    const glm::ModelFit& model = study.fit.models[0];
    const auto codes = glm::scaledTrialCodes(study.series, study.series.codes("codes"),
                                             model.latentMean, model.latentSd);
    Progress progress;
    glm::ModelFit part = model;
    part.weights
        = glm::Weights(glm::weightsFrom(study.series, codes, runs, progress).matrix.cast<float>());
    return decode::decodeRegion(study.fit, part, roi::brainMask(study.fit), model.exploration, {},
                                progress)
        .pairwise;
}

} // namespace

class RefitTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recognitionGrowsWithTraining()
    {
        const test::TemporaryFolder folder;
        test::CodedStudy study
            = test::makeCodedStudy(folder.path(), {.latents = 40, .shape = {8, 8, 4}, .noise = 3});
        const evaluate::OpenSubject subject
            = evaluate::openSubject(study.fit, evaluate::Faces::Exploration);
        const evaluate::Refit refit(subject, subject.models[0], study.series);
        Progress progress;
        const auto curve
            = evaluate::learningCurve(refit, everything(study.fit), {{}, 2, 1}, progress);
        QVERIFY(curve.has_value());
        QCOMPARE(curve->runs, 8);
        const std::vector<double> shares = {0.125, 0.25, 0.5, 1};
        const std::vector<std::size_t> parts = {16, 8, 4, 1};
        QCOMPARE(curve->points.size(), shares.size());
        for (std::size_t p = 0; p < shares.size(); ++p) {
            QCOMPARE(curve->points[p].share, shares[p]);
            QCOMPARE(curve->points[p].pairwise.size(), parts[p]);
            QCOMPARE(curve->points[p].trials, 800 * shares[p]);
        }
        QVERIFY(mean(curve->points[0].pairwise) > 0.5);
        QVERIFY(mean(curve->points[0].pairwise) < mean(curve->points[3].pairwise));
        // Everything is the fit itself.
        QVERIFY(test::near(curve->points[3].pairwise[0], scoreWith(study, {0, 1, 2, 3, 4, 5, 6, 7}),
                           1e-12));
        // The same again.
        const auto again
            = evaluate::learningCurve(refit, everything(study.fit), {{}, 2, 1}, progress);
        QCOMPARE(again->points[1].pairwise, curve->points[1].pairwise);
    }
    void twoRunsAreTwoHalves()
    {
        const test::TemporaryFolder folder;
        test::CodedStudy study = test::makeCodedStudy(
            folder.path(),
            {.latents = 20, .shape = {6, 6, 3}, .sessions = 1, .runsASession = 2, .noise = 3});
        const evaluate::OpenSubject subject
            = evaluate::openSubject(study.fit, evaluate::Faces::Exploration);
        const evaluate::Refit refit(subject, subject.models[0], study.series);
        Progress progress;
        const auto curve
            = evaluate::learningCurve(refit, everything(study.fit), {{}, 1, 3}, progress);
        QCOMPARE(curve->points.size(), std::size_t{2});
        std::vector<double> halves = {scoreWith(study, {0}), scoreWith(study, {1})};
        std::vector<double> found = curve->points[0].pairwise;
        std::ranges::sort(halves);
        std::ranges::sort(found);
        QVERIFY(test::near(found[0], halves[0], 1e-12) && test::near(found[1], halves[1], 1e-12));
    }
    /// One-backs whose answers say the opposite of their faces spoil W where they are counted, and
    /// nothing where they stand apart; those that answer as before do no harm.
    void oneBacksCountAsWhatTheyAnswer()
    {
        const auto effectOf = [](double signal) {
            const test::TemporaryFolder folder;
            test::CodedStudy study = test::makeCodedStudy(folder.path(), {.latents = 40,
                                                                          .shape = {8, 8, 4},
                                                                          .showings = 16,
                                                                          .noise = 2,
                                                                          .oneBacks = 30,
                                                                          .oneBackSignal = signal});
            const evaluate::OpenSubject subject
                = evaluate::openSubject(study.fit, evaluate::Faces::All);
            const evaluate::Refit refit(subject, subject.models[0], study.series);
            evaluate::RecognitionOptions options;
            options.permutations = 2000;
            options.draws = 200;
            Progress progress;
            const roi::Region all = everything(study.fit);
            const auto effects
                = evaluate::oneBackEffect(refit, std::span(&all, 1), options, progress);
            // Apart is how the study was fitted.
            const evaluate::Recognition fitted = evaluate::recognition(
                study.fit, study.fit.models[0], all, subject.models[0].shown, options, progress);
            if (effects.size() != 1
                || !test::near(effects[0].apart.pairwise, fitted.decoded.pairwise, 1e-12))
                return evaluate::OneBackEffect{};
            return effects.front();
        };
        const evaluate::OneBackEffect opposite = effectOf(-4);
        QCOMPARE(opposite.oneBacks.training, 240);
        QCOMPARE(opposite.oneBacks.exploration, 80);
        QCOMPARE(opposite.oneBacks.other, 0);
        QCOMPARE(opposite.trialsApart, 800);
        QCOMPARE(opposite.trialsCounted, 1040);
        QCOMPARE(opposite.faces, 20);
        QCOMPARE(opposite.patternsAnew, 10);
        QVERIFY(!opposite.areCountedInFit);
        QVERIFY(opposite.apart.pairwise > 0.85);
        QVERIFY(opposite.counted.pairwise < opposite.apart.pairwise - 0.1);
        QVERIFY(test::near(opposite.pairwise.mean,
                           opposite.counted.pairwise - opposite.apart.pairwise, 1e-12));
        QVERIFY(opposite.pairwise.p < 0.01 && opposite.r.p < 0.01);
        QVERIFY(test::near(opposite.r.mean, opposite.counted.meanR - opposite.apart.meanR, 1e-12));
        const evaluate::OneBackEffect alike = effectOf(1);
        QVERIFY(std::abs(alike.pairwise.mean) < 0.05);
        QVERIFY(alike.counted.meanR > opposite.counted.meanR + 0.1);
    }
    void withoutOneBacksNothingIsTold()
    {
        const test::TemporaryFolder folder;
        test::CodedStudy study
            = test::makeCodedStudy(folder.path(), {.latents = 20, .shape = {6, 6, 3}});
        const evaluate::OpenSubject subject
            = evaluate::openSubject(study.fit, evaluate::Faces::Exploration);
        const evaluate::Refit refit(subject, subject.models[0], study.series);
        Progress progress;
        const roi::Region all = everything(study.fit);
        QVERIFY(evaluate::oneBackEffect(refit, std::span(&all, 1), {}, progress).empty());
    }
    void trainingOnExchangedCodesLearnsNothing()
    {
        const test::TemporaryFolder folder;
        test::CodedStudy study
            = test::makeCodedStudy(folder.path(), {.latents = 30, .shape = {8, 8, 3}});
        const evaluate::OpenSubject subject
            = evaluate::openSubject(study.fit, evaluate::Faces::Exploration);
        const evaluate::Refit refit(subject, subject.models[0], study.series);
        Progress progress;
        const roi::Region all = everything(study.fit);
        const auto permuted
            = evaluate::permutePipeline(refit, std::span(&all, 1), {{}, 40, 1}, progress);
        QCOMPARE(permuted.size(), std::size_t{1});
        const evaluate::PipelinePermutation& one = permuted.front();
        QCOMPARE(one.pairwiseByChance.size(), std::size_t{40});
        QVERIFY(test::near(one.pairwise, scoreWith(study, {0, 1, 2, 3, 4, 5, 6, 7}), 1e-12));
        QVERIFY(one.pairwise > 0.9);
        // 40 exchanges of 10 faces: the mean of chance scores lies near a half.
        QVERIFY(std::abs(mean(one.pairwiseByChance) - 0.5) < 0.05);
        QVERIFY(std::ranges::max(one.pairwiseByChance) < one.pairwise);
        QVERIFY(test::near(one.pairwiseP(), 1.0 / 41, 1e-12));
    }
    void withoutSignalItIsNoBetterThanExchanged()
    {
        const test::TemporaryFolder folder;
        test::CodedStudy study = test::makeCodedStudy(
            folder.path(), {.latents = 20, .shape = {6, 6, 3}, .signal = 0, .seed = 5});
        const evaluate::OpenSubject subject
            = evaluate::openSubject(study.fit, evaluate::Faces::Exploration);
        const evaluate::Refit refit(subject, subject.models[0], study.series);
        Progress progress;
        const roi::Region all = everything(study.fit);
        const auto permuted
            = evaluate::permutePipeline(refit, std::span(&all, 1), {{}, 40, 1}, progress);
        QVERIFY(permuted.front().pairwiseP() > 1.5 / 41);
    }
    /// As decode --faces cv counts them.
    void trainingFacesAreThoseOfTheScorer()
    {
        const test::TemporaryFolder folder;
        test::CodedStudy study
            = test::makeCodedStudy(folder.path(), {.latents = 20, .shape = {6, 6, 3}, .noise = 2});
        evaluate::OpenSubject subject
            = evaluate::openSubject(study.fit, evaluate::Faces::Exploration);
        Progress progress;
        const auto faces = evaluate::trainingFaces(subject, subject.models[0], {}, progress);
        QCOMPARE(faces.size(), subject.models[0].regions.size());
        const decode::TrainingFolds folds
            = decode::makeTrainingFolds(study.fit, study.fit.models[0], progress);
        decode::TrainingScorer scorer(folds, study.fit, nullptr);
        const decode::TrainingScore score = scorer.score(
            subject.models[0].regions[0].voxels, decode::VoxelChoice::AsGiven, {}, progress);
        QVERIFY(test::near(faces[0].asGiven.pairwise, score.pairwise, 1e-12));
        QCOMPARE(faces[0].asGiven.folds.size(), std::size_t{4}); // sessions
        QVERIFY(score.pairwise > 0.6);
        // Without its series and folds the fit has none.
        glm::Fit bare = study.fit;
        bare.folder = folder.path() / "nowhere";
        subject.fit = &bare;
        QVERIFY(evaluate::trainingFaces(subject, subject.models[0], {}, progress).empty());
    }
    /// A training picture with the code of a test face is found, and its weight told.
    void leaksAreFoundByTheirCode()
    {
        const test::TemporaryFolder folder;
        test::CodedStudy study
            = test::makeCodedStudy(folder.path(), {.latents = 20, .shape = {6, 6, 3}, .noise = 3});
        evaluate::OpenSubject subject
            = evaluate::openSubject(study.fit, evaluate::Faces::Exploration);
        Progress progress;
        const roi::Region all = everything(study.fit);
        const evaluate::LeakEffect none = evaluate::leakEffect(
            evaluate::Refit(subject, subject.models[0], study.series), all, {}, progress);
        QVERIFY(none.stimuli.empty());
        QVERIFY(std::isnan(none.pairwiseWithout));
        // Two faces get the codes of the 4th and the 9th training picture.
        const glm::TrainingCodes codes = study.series.codes("codes");
        subject.models[0].shown.codes.row(0) = codes.codes.row(3).cast<double>();
        subject.models[0].shown.codes.row(1) = codes.codes.row(8).cast<double>();
        const evaluate::Refit refit(subject, subject.models[0], study.series);
        const evaluate::LeakEffect two = evaluate::leakEffect(refit, all, {}, progress);
        QCOMPARE(two.stimuli, (std::vector<std::string>{codes.stimuli[3], codes.stimuli[8]}));
        QCOMPARE(two.trials, 2);
        QVERIFY(two.pairwiseWithout >= 0 && two.pairwiseWithout <= 1);
        // Without these trials' latents: W as it is estimated with their codes at the mean.
        glm::TrainingCodes without = codes;
        without.codes.row(3) = without.codes.row(8)
            = study.fit.models[0].latentMean.transpose().cast<float>();
        const glm::SeriesSums sums
            = glm::sumsOf(study.series, refit.scaled(without),
                          std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7}, progress);
        QVERIFY(test::near(two.pairwiseWithout,
                           refit.read(sums, std::span(&all, 1), {}, progress).front().pairwise,
                           1e-12));
    }
    void aFitWithoutSeriesHasNone()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit;
        fit.folder = folder.path();
        QVERIFY(!evaluate::keptSeriesOf(fit).has_value());
    }
};

FUSIFORM_TEST(RefitTest)
#include "refit_test.moc"
