// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/split_half.h"

#include "core/util/error.h"
#include "tests/support/indices.h"
#include "tests/support/near.h"
#include "tests/support/planted_series.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using test::near;

namespace {

/// Pearson's r as the textbook has it.
double correlation(const Eigen::VectorXd& a, const Eigen::VectorXd& b)
{
    const Eigen::VectorXd x = a.array() - a.mean();
    const Eigen::VectorXd y = b.array() - b.mean();
    return x.dot(y) / std::sqrt(x.squaredNorm() * y.squaredNorm());
}

glm::SplitHalf splitOf(const test::PlantedSeries& planted, const std::vector<Index>& voxels)
{
    Progress progress;
    return glm::splitHalfReliability(planted.series, planted.codes, voxels, progress);
}

} // namespace

class SplitHalfTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lengthIsCorrectedAsSpearmanAndBrownDo()
    {
        QVERIFY(near(glm::spearmanBrown(0.5), 2.0 / 3, 1e-15));
        QCOMPARE(glm::spearmanBrown(0), 0.0);
        QCOMPARE(glm::spearmanBrown(1), 1.0);
        QVERIFY(near(glm::spearmanBrown(-0.2), -0.5, 1e-15));
        QVERIFY(std::isnan(glm::spearmanBrown(-1)));
    }
    void oddRunsAreComparedWithEvenRuns()
    {
        const test::TemporaryFolder folder;
        const test::PlantedSeries planted
            = test::plantSeries(folder.path(), {.runs = 5, .voxels = 40, .latents = 6});
        const std::vector<Index> voxels = {0, 3, 4, 17, 39};
        const glm::SplitHalf split = splitOf(planted, voxels);
        QVERIFY((split.odd == std::vector<std::size_t>{0, 2, 4}));
        QVERIFY((split.even == std::vector<std::size_t>{1, 3}));
        QCOMPARE(split.rank, split.columns);

        Progress progress;
        const MatrixXd odd
            = glm::weightsFrom(planted.series, planted.codes, split.odd, progress).matrix;
        const MatrixXd even
            = glm::weightsFrom(planted.series, planted.codes, split.even, progress).matrix;
        for (const Index v : voxels)
            QVERIFY(near(split.voxels[static_cast<std::size_t>(v)],
                         correlation(odd.col(v).head(6), even.col(v).head(6)), 1e-12));
        QVERIFY(std::isnan(split.voxels[1])); // not asked for
        for (Index l = 0; l < 6; ++l)
            QVERIFY(near(split.latents[static_cast<std::size_t>(l)],
                         correlation(odd(l, voxels).transpose(), even(l, voxels).transpose()),
                         1e-12));
        QVERIFY(near(split.bias,
                     correlation(odd(6, voxels).transpose(), even(6, voxels).transpose()), 1e-12));
    }
    void reliabilityFallsWithNoise()
    {
        // Without noise the halves agree; with a thousand times the signal they do not.
        for (const double noise : {0.0, 1000.0}) {
            const test::TemporaryFolder folder;
            const test::PlantedSeries planted
                = test::plantSeries(folder.path(), {.voxels = 400, .latents = 8, .noise = noise});
            const glm::SplitHalf split = splitOf(planted, test::upTo(400));
            double mean = 0;
            for (const double r : split.voxels)
                mean += r / 400;
            if (noise == 0) {
                QVERIFY(near(mean, 1, 1e-6));
                for (const double r : split.latents)
                    QVERIFY(near(r, 1, 1e-6));
            } else {
                // 400 correlations of 8 numbers: a standard error of 1 / sqrt(7 x 400) = 0.019.
                QVERIFY(near(mean, 0, 0.08));
                for (const double r : split.latents)
                    QVERIFY(near(r, 0, 0.2)); // 4 standard errors of 400 numbers
            }
        }
    }
    void latentsThatDoNotVaryHaveNoReliability()
    {
        const test::TemporaryFolder folder;
        test::PlantedSeries planted = test::plantSeries(folder.path(), {.latents = 4});
        for (MatrixXd& codes : planted.codes)
            codes.col(2).setZero();
        const glm::SplitHalf split = splitOf(planted, test::upTo(30));
        QVERIFY(std::isnan(split.latents[2]));
        QVERIFY(std::isfinite(split.latents[1]));
        QVERIFY(std::isfinite(split.voxels[0]));
    }
    void oneRunHasNoHalves()
    {
        const test::TemporaryFolder folder;
        const test::PlantedSeries planted = test::plantSeries(folder.path(), {.runs = 1});
        QVERIFY_THROWS_EXCEPTION(Error, (void)splitOf(planted, test::upTo(30)));
    }
};

FUSIFORM_TEST(SplitHalfTest)
#include "split_half_test.moc"
