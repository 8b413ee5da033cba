// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/group.h"

#include "core/util/error.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fusiform;
using evaluate::Recognition;
using evaluate::SubjectEvaluation;

namespace {

evaluate::RecognitionOptions quick()
{
    evaluate::RecognitionOptions options;
    options.permutations = 2000;
    options.draws = 500;
    return options;
}

evaluate::EvaluationOptions withoutScans()
{
    evaluate::EvaluationOptions options;
    options.recognition = quick();
    options.learningPartitions = 0;
    return options;
}

/// A subject with one score, made up: `won` of 20 faces' 380 comparisons, `best` first of 20.
Recognition made(const std::string& model, const std::string& region, double won, long best)
{
    Recognition one;
    one.model = model;
    one.region = region;
    one.ranks.assign(20, 1);
    one.won = won;
    one.full = stats::binomialTest(best, 20, 0.05);
    return one;
}

evaluate::Imagery imagined(double won)
{
    evaluate::Imagery one;
    one.model = "vae";
    one.region = "temporal";
    one.candidates = 20;
    one.won = {won};
    return one;
}

} // namespace

class EvaluateSubjectsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scoresAndTheirChanceAreCounted()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path(), 3); // noisy: neither all nor nothing
        const glm::ModelFit& model = fit.models.front();
        const roi::Region region = roi::offeredRegions(fit, model).front();
        Progress progress;
        constexpr Eigen::Index kFaces = 6; // few enough to count every outcome
        glm::FaceSet faces = model.exploration;
        faces.names.resize(kFaces);
        faces.pictures.resize(kFaces);
        faces.codes = faces.codes.topRows(kFaces).eval();
        faces.patterns = faces.patterns.topRows(kFaces).eval();
        const Recognition found
            = evaluate::recognition(fit, model, region, faces, quick(), progress);
        // Comparisons one by one.
        const Eigen::MatrixXd& r = found.decoded.similarity;
        const Eigen::Index n = r.rows();
        QCOMPARE(n, kFaces);
        int won = 0;
        long best = 0;
        for (Eigen::Index f = 0; f < n; ++f) {
            int mine = 0;
            for (Eigen::Index g = 0; g < n; ++g)
                mine += g != f && r(f, f) > r(f, g);
            won += mine;
            best += mine == n - 1;
        }
        QCOMPARE(found.won, static_cast<double>(won));
        QCOMPARE(found.wonStrictly, static_cast<double>(won));
        QVERIFY(test::near(found.full.share, static_cast<double>(best) / static_cast<double>(n),
                           1e-12));
        // The null, outcome by outcome: each face wins 0 ... n - 1 comparisons.
        long outcomes = 0;
        long atLeast = 0;
        std::vector<int> rows(static_cast<std::size_t>(n), 0);
        bool isLast = false;
        while (!isLast) {
            ++outcomes;
            int sum = 0;
            for (const int row : rows)
                sum += row;
            atLeast += sum >= won;
            isLast = true;
            for (int& row : rows)
                if (++row < n) {
                    isLast = false;
                    break;
                } else {
                    row = 0;
                }
        }
        QVERIFY(test::near(found.pairwise.atLeast,
                           static_cast<double>(atLeast) / static_cast<double>(outcomes), 1e-12));
        QVERIFY(found.pairwiseInterval.low <= found.won / found.comparisons());
        QVERIFY(found.pairwiseInterval.high >= found.won / found.comparisons());
        QVERIFY(test::near(found.permuted.score, found.won / found.comparisons(), 1e-12));
    }
    void theSealIsOpenedOnlyWhenAsked()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        fit.folder = folder.path() / "fit";
        std::filesystem::create_directories(fit.folder);
        glm::writeFit(fit, fit.folder);
        fit = glm::readFit(fit.folder);
        Progress progress;
        const SubjectEvaluation explored = evaluate::evaluateSubject(
            evaluate::openSubject(fit, evaluate::Faces::Exploration), withoutScans(), progress);
        QVERIFY(glm::readOpenings(fit.folder).empty());
        const auto exploration = static_cast<std::size_t>(fit.models[0].exploration.count());
        QCOMPARE(explored.recognitions.front().ranks.size(), exploration);
        QVERIFY(explored.imagery.empty());
        // Selected voxels and their thirds.
        QCOMPARE(explored.recognitions.size(), std::size_t{4});
        QVERIFY(explored.find(fit.models[0].model.name, "temporal"));
        QVERIFY(!explored.find(fit.models[0].model.name, "cerebellar"));

        const SubjectEvaluation all = evaluate::evaluateSubject(
            evaluate::openSubject(fit, evaluate::Faces::All), withoutScans(), progress);
        QVERIFY(!glm::readOpenings(fit.folder).empty());
        QVERIFY(all.recognitions.front().ranks.size() > exploration);
        // Planted: little noise, many voxels.
        QVERIFY(all.recognitions.front().won > 0.95 * all.recognitions.front().comparisons());
        QVERIFY(all.recognitions.front().pairwise.atLeast < 0.01);
    }
    /// The paper's four subjects: the tests that it prints, of scores that give the same ranks.
    void groupsAreTestedAsInThePaper()
    {
        std::vector<SubjectEvaluation> subjects;
        for (int s = 0; s < 4; ++s) {
            SubjectEvaluation subject;
            subject.subject = "sub-0" + std::to_string(s + 1);
            subject.recognitions = {made("vae", "selected", 350 + s, 13),
                                    made("vae", "occipital", 340, 9),
                                    made("vae", "temporal", 300, s == 3 ? 9 : 7),
                                    made("vae", "frontoparietal", 230, 3),
                                    made("pca", "selected", 320 + s, s == 3 ? 13 : 8),
                                    made("pca", "occipital", 330, 7),
                                    made("pca", "temporal", 310, 6),
                                    made("pca", "frontoparietal", 220, 2)};
            subject.imagery = {imagined(16)};
            subjects.push_back(std::move(subject));
        }
        const auto tests = evaluate::groupTests(subjects);
        QCOMPARE(tests.size(), std::size_t{6});
        const auto find = [&](const std::string& of, const std::string& score) {
            return *std::ranges::find_if(tests, [&](const evaluate::GroupTest& test) {
                return test.of == of && test.score == score;
            });
        };
        // Face models on the selected voxels: 4 of 4, then 3 and a tie.
        QVERIFY(test::near(find("selected", "pairwise").friedman.p, 0.045500, 5e-7));
        QVERIFY(test::near(*find("selected", "pairwise").friedman.exact, 0.125, 1e-12));
        QVERIFY(test::near(find("selected", "full").friedman.p, 0.083265, 5e-7));
        // Three regions, in the same order in all.
        QCOMPARE(find("vae", "pairwise").conditions.size(), std::size_t{3});
        QVERIFY(test::near(find("vae", "pairwise").friedman.p, 0.018316, 5e-7));
        QVERIFY(test::near(find("vae", "pairwise").postHoc.pairs[1].tukey, 0.0130, 5e-5));
        // A tie between occipital and temporal in one subject.
        QVERIFY(test::near(find("vae", "full").friedman.statistic, 7.6, 1e-9));

        const auto imagery = evaluate::groupImagery(subjects);
        QCOMPARE(imagery.size(), std::size_t{1});
        QVERIFY(test::near(imagery.front().tails.atLeast, 1820.0 / 160000, 1e-12));
        QVERIFY(evaluate::groupTests(std::span(subjects).first(1)).empty());
        QVERIFY(evaluate::groupImagery(std::span(subjects).first(1)).empty());
        // What one subject lacks is not tested.
        subjects[2].recognitions.pop_back();
        QCOMPARE(evaluate::groupTests(subjects).size(), std::size_t{4});
    }
    void fewerThanTwoFacesAreRefused()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        const glm::ModelFit& model = fit.models.front();
        const roi::Region region = roi::offeredRegions(fit, model).front();
        glm::FaceSet one = model.exploration;
        one.names.resize(1);
        one.pictures.resize(1);
        one.codes = one.codes.topRows(1).eval();
        one.patterns = one.patterns.topRows(1).eval();
        Progress progress;
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)evaluate::recognition(fit, model, region, one, quick(), progress));
    }
};

FUSIFORM_TEST(EvaluateSubjectsTest)
#include "evaluate_subjects_test.moc"
