// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/run_projection.h"

#include "core/util/parallel.h"
#include "tests/support/near.h"
#include "tests/support/planted_series.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using Eigen::MatrixXd;
using test::near;

namespace {

constexpr Eigen::Index kProjectedScans = 40;

MatrixXd nuisance()
{
    MatrixXd columns = MatrixXd::Random(kProjectedScans, 4);
    columns.col(0).setOnes();
    columns.col(3) = 2 * columns.col(1); // dependent, as a motion parameter may be
    return columns;
}

/// Symmetric and far from a multiple of 1.
MatrixXd whitening()
{
    const MatrixXd numbers = MatrixXd::Random(kProjectedScans, kProjectedScans);
    return MatrixXd::Identity(kProjectedScans, kProjectedScans)
           + numbers * numbers.transpose() / static_cast<double>(kProjectedScans);
}

} // namespace

class RunProjectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setThreadCount(0); }

    void scansBecomeTheResidualsOfTheWhitenedNuisance()
    {
        const MatrixXd n = nuisance();
        const glm::ScanValues y = 100.0F + glm::ScanValues::Random(kProjectedScans, 1100).array();
        Progress progress;
        for (const MatrixXd& w : {MatrixXd(), whitening()}) {
            const glm::RunProjection projection(n, w);
            QCOMPARE(projection.rank(), 3);
            const MatrixXd white
                = w.size() == 0 ? MatrixXd::Identity(kProjectedScans, kProjectedScans) : w;
            const MatrixXd columns = white * n;
            const MatrixXd scans = white * y.cast<double>();
            const MatrixXd expected = scans - columns * test::leastSquares(columns, scans);
            // Floats of this size are kept to 2e-7.
            QVERIFY(near(projection.ofScans(y, progress).cast<double>(), expected, 1e-6));
            const MatrixXd design = MatrixXd::Random(kProjectedScans, 5);
            const MatrixXd rest
                = white * design - columns * test::leastSquares(columns, white * design);
            QVERIFY(near(projection.ofColumns(design), rest, 1e-10));
        }
    }
    void theThreadsDoNotChangeABit()
    {
        const glm::RunProjection projection(nuisance(), whitening());
        const glm::ScanValues y = glm::ScanValues::Random(kProjectedScans, 1100);
        Progress progress;
        setThreadCount(1);
        const glm::ScanValues one = projection.ofScans(y, progress);
        setThreadCount(3);
        QVERIFY(projection.ofScans(y, progress) == one);
    }
};

FUSIFORM_TEST(RunProjectionTest)
#include "run_projection_test.moc"
