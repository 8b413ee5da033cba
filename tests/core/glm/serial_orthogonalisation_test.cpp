// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/serial_orthogonalisation.h"

#include "core/glm/hrf.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using test::near;

namespace {
/// X' of X = X' T.
MatrixXd orthogonal(const MatrixXd& x)
{
    const MatrixXd t = glm::serialOrthogonalisation(x.transpose() * x);
    return t.transpose().triangularView<Eigen::Lower>().solve(x.transpose()).transpose();
}
} // namespace

class SerialOrthogonalisationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsSpmOrth()
    {
        MatrixXd x(4, 3); // methods 2.3
        x << 1, 1, 1, 1, 2, 4, 1, 3, 9, 1, 4, 16;
        MatrixXd expected(4, 3);
        expected << 1, -1.5, 1, 1, -0.5, -1, 1, 0.5, -1, 1, 1.5, 1;
        QVERIFY(near(orthogonal(x), expected, 1e-12));
    }
    void convolvedColumnsEndWhereSpmsTwoPassesEnd()
    {
        // methods 2.2, row 6 with orth = 1.
        const std::vector<glm::Stimulation> events
            = {{5.994993, 1}, {8.992463, 1}, {15.004293, 1}, {20.999423, 1}};
        MatrixXd modulators(4, 3);
        modulators << 1, 0.5, 1, 1, -1, 1, 1, 0.25, -1, 1, 1, 0.2;
        const MatrixXd found = orthogonal(glm::eventResponses(events, 2, 15, {}) * modulators);
        QVERIFY(near(found(6, 0), 0.36736526, 1e-8));
        QVERIFY(near(found(6, 1), -0.08928208, 1e-8));
        QVERIFY(near(found(6, 2), 0.16054133, 1e-8));
    }
    void estimatesInSpmsColumnsAreTTimesThoseInTheRawOnes()
    {
        const MatrixXd x = MatrixXd::Random(60, 6);
        const MatrixXd y = MatrixXd::Random(60, 4);
        const MatrixXd raw = x.householderQr().solve(y);
        const MatrixXd spm = orthogonal(x).householderQr().solve(y);
        QVERIFY(near(glm::serialOrthogonalisation(x.transpose() * x) * raw, spm, 1e-10));
    }
    void aDependentColumnBecomesZero()
    {
        MatrixXd x = MatrixXd::Random(20, 4);
        x.col(2) = 2 * x.col(0) - x.col(1);
        const MatrixXd found = orthogonal(x);
        QVERIFY(near(found.col(2), Eigen::VectorXd::Zero(20), 1e-9));
        QVERIFY(near(found.col(3).dot(x.col(0)), 0, 1e-9));
        QVERIFY(near(found.col(3).dot(x.col(1)), 0, 1e-9));
    }
};

FUSIFORM_TEST(SerialOrthogonalisationTest)
#include "serial_orthogonalisation_test.moc"
