// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/top_eigen.h"

#include "core/util/parallel.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <Eigen/Eigenvalues>

using namespace fusiform;
using Eigen::MatrixXd;

namespace {
/// Symmetric with eigenvalues that fall off as in a set of pictures.
MatrixXd exampleMatrix(Eigen::Index n)
{
    const MatrixXd q = MatrixXd::Random(n, n).householderQr().householderQ();
    Eigen::VectorXd values(n);
    for (Eigen::Index i = 0; i < n; ++i)
        values[i] = 100.0 / static_cast<double>((i + 1) * (i + 1));
    return q * values.asDiagonal() * q.transpose();
}
} // namespace

class TopEigenTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setThreadCount(0); }

    void subspaceIterationFindsTheLargest()
    {
        Progress progress;
        const MatrixXd a = exampleMatrix(150);
        const math::TopEigen top = math::topEigen(a, 10, progress);
        for (Eigen::Index i = 0; i < 10; ++i)
            QVERIFY(
                test::near(top.values[i], 100.0 / static_cast<double>((i + 1) * (i + 1)), 1e-8));
        QVERIFY(test::near(a * top.vectors, top.vectors * top.values.asDiagonal(), 1e-5));
        QVERIFY(
            test::near(top.vectors.transpose() * top.vectors, MatrixXd::Identity(10, 10), 1e-12));
    }
    void manyOfFewAreFoundByAFullDecomposition()
    {
        Progress progress;
        const math::TopEigen top = math::topEigen(exampleMatrix(20), 19, progress);
        QVERIFY(test::near(top.values[18], 100.0 / (19 * 19), 1e-9));
    }
    void theBitsDoNotDependOnTheThreads()
    {
        Progress progress;
        const MatrixXd a = exampleMatrix(150);
        setThreadCount(1);
        const math::TopEigen one = math::topEigen(a, 10, progress);
        setThreadCount(4);
        const math::TopEigen four = math::topEigen(a, 10, progress);
        QVERIFY(one.vectors == four.vectors);
    }
};

FUSIFORM_TEST(TopEigenTest)
#include "top_eigen_test.moc"
