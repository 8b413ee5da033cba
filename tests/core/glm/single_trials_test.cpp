// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/single_trials.h"

#include "core/util/parallel.h"
#include "tests/support/near.h"
#include "tests/support/planted_series.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using glm::TrialMethod;
using test::near;

namespace {

constexpr Index kTrials = 16; // in a run

Eigen::MatrixXf patternsOf(const test::PlantedSeries& planted, TrialMethod method)
{
    Progress progress;
    return glm::trainingPatterns(planted.series, method, progress);
}

/// The conditions beside the training faces: fixation and the three exploration faces.
MatrixXd others(const test::PlantedSeries& planted, std::size_t run)
{
    return planted.raw[run].conditions.rightCols(4);
}

} // namespace

class SingleTrialsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setThreadCount(0); }

    void allAtOnceIsOneColumnATrial()
    {
        const test::TemporaryFolder folder;
        const test::PlantedSeries planted = test::plantSeries(folder.path());
        const Eigen::MatrixXf patterns = patternsOf(planted, TrialMethod::AllAtOnce);
        QCOMPARE(patterns.rows(), 4 * kTrials);
        for (std::size_t r = 0; r < 4; ++r) {
            MatrixXd columns(100, kTrials + 4);
            columns << planted.raw[r].trainingResponses, others(planted, r);
            const MatrixXd beta
                = test::leastSquares(planted.tall(r, columns), planted.values[r].cast<double>());
            QVERIFY(
                near(patterns.middleRows(kTrials * static_cast<Index>(r), kTrials).cast<double>(),
                     beta.topRows(kTrials), 1e-4));
        }
    }
    void separatelyIsItsDefinitionTrialByTrial()
    {
        const test::TemporaryFolder folder;
        const test::PlantedSeries planted = test::plantSeries(folder.path(), {.runs = 2});
        const Eigen::MatrixXf patterns = patternsOf(planted, TrialMethod::Separate);
        for (std::size_t r = 0; r < 2; ++r)
            for (Index trial = 0; trial < kTrials; ++trial) {
                const MatrixXd& responses = planted.raw[r].trainingResponses;
                MatrixXd columns(100, 6);
                columns << responses.col(trial), responses.rowwise().sum() - responses.col(trial),
                    others(planted, r);
                const MatrixXd beta = test::leastSquares(planted.tall(r, columns),
                                                         planted.values[r].cast<double>());
                QVERIFY(near(patterns.row(kTrials * static_cast<Index>(r) + trial).cast<double>(),
                             beta.row(0), 1e-4));
            }
    }
    void plantedTrialsComeBackWithoutNoise()
    {
        const test::TemporaryFolder folder;
        const test::PlantedSeries planted
            = test::plantSeries(folder.path(), {.voxels = 600, .noise = 0});
        const Eigen::MatrixXf patterns = patternsOf(planted, TrialMethod::AllAtOnce);
        for (std::size_t r = 0; r < 4; ++r) {
            const MatrixXd answers = (planted.codes[r] * planted.weights.topRows(3)).rowwise()
                                     + planted.weights.row(3);
            QVERIFY(
                near(patterns.middleRows(kTrials * static_cast<Index>(r), kTrials).cast<double>(),
                     answers, 1e-3));
        }
        setThreadCount(1);
        const Eigen::MatrixXf one = patternsOf(planted, TrialMethod::AllAtOnce);
        const Eigen::MatrixXf oneByOne = patternsOf(planted, TrialMethod::Separate);
        setThreadCount(3);
        QVERIFY(patternsOf(planted, TrialMethod::AllAtOnce) == one);
        QVERIFY(patternsOf(planted, TrialMethod::Separate) == oneByOne);
    }
    void edgesAreAnswered()
    {
        Progress progress;
        const MatrixXd two = MatrixXd::Random(20, 2);
        const glm::ScanValues values = glm::ScanValues::Random(20, 3);
        const MatrixXd none(20, 0);
        QCOMPARE(glm::jointResponses(none, two, values, progress).rows(), 0);
        QCOMPARE(glm::oneByOneResponses(none, two, values, progress).rows(), 0);
        // The only trial of a run has no others beside it.
        const MatrixXd one = two.leftCols(1);
        const MatrixXd expected = test::leastSquares(one, values.cast<double>());
        QVERIFY(near(glm::jointResponses(one, none, values, progress), expected, 1e-12));
        QVERIFY(near(glm::oneByOneResponses(one, none, values, progress), expected, 1e-12));
        // An event that the others explain altogether, and one after the last scan.
        MatrixXd lost = two;
        lost.col(1).setZero();
        QVERIFY(glm::jointResponses(lost, two, values, progress).isZero(0));
        QVERIFY(glm::oneByOneResponses(lost, two, values, progress).isZero(0));
    }
};

FUSIFORM_TEST(SingleTrialsTest)
#include "single_trials_test.moc"
