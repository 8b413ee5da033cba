// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/blas.h"

#include "core/util/parallel.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using Eigen::MatrixXd;
using Eigen::MatrixXf;

class BlasTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setThreadCount(0); }

    void productsAgreeWithEigen()
    {
        const MatrixXd a = MatrixXd::Random(37, 21);
        const MatrixXd b = MatrixXd::Random(21, 500);
        QVERIFY(test::near(math::product(a, b), a * b, 1e-12));
        const MatrixXd c = MatrixXd::Random(37, 50);
        QVERIFY(test::near(math::transposedProduct(a, c), a.transpose() * c, 1e-12));
    }
    void blocksOfLargerMatricesAreUsedInPlace()
    {
        const MatrixXf a = MatrixXf::Random(10, 8);
        MatrixXf c = MatrixXf::Zero(10, 10);
        math::multiplyAdd(a.middleCols(2, 3), math::Transpose::No, a.middleRows(1, 4).leftCols(3),
                          math::Transpose::Yes, c.block(0, 3, 10, 4));
        MatrixXf expected = MatrixXf::Zero(10, 10);
        expected.block(0, 3, 10, 4)
            = a.middleCols(2, 3) * a.middleRows(1, 4).leftCols(3).transpose();
        QVERIFY(test::near(c, expected, 1e-5));
    }
    void oneThreadAndManyGiveTheSameBits()
    {
        const MatrixXd a = MatrixXd::Random(300, 200);
        const MatrixXd b = MatrixXd::Random(200, 1100);
        setThreadCount(1);
        const MatrixXd one = math::product(a, b);
        setThreadCount(5);
        QVERIFY(math::product(a, b) == one);
    }
    void rankUpdatesAreThoseOfEigenOnEveryNumberOfThreads()
    {
        for (const Eigen::Index rows : {1, 255, 256, 257, 600}) {
            const MatrixXd a = MatrixXd::Random(rows, 70);
            const MatrixXd before = MatrixXd::Random(rows, rows);
            MatrixXd one = before;
            setThreadCount(1);
            math::addRankUpdate(a, -1, one);
            MatrixXd expected = before;
            expected.triangularView<Eigen::Lower>() -= a * a.transpose();
            const MatrixXd lower = one.triangularView<Eigen::Lower>();
            QVERIFY(test::near(lower, MatrixXd(expected.triangularView<Eigen::Lower>()), 1e-12));
            MatrixXd many = before;
            setThreadCount(5);
            math::addRankUpdate(a, -1, many);
            QVERIFY(MatrixXd(many.triangularView<Eigen::Lower>()) == lower);
        }
    }
    void theCholeskyFactorMultipliesToTheMatrix()
    {
        const MatrixXd half = MatrixXd::Random(90, 120);
        const MatrixXd matrix = half * half.transpose();
        MatrixXd lower = matrix;
        QVERIFY(math::factorLower(lower));
        const MatrixXd l = lower.triangularView<Eigen::Lower>();
        QVERIFY(test::near(l * l.transpose(), matrix, 1e-11));
        MatrixXd indefinite = -matrix;
        QVERIFY(!math::factorLower(indefinite));
        MatrixXd none(0, 0);
        QVERIFY(math::factorLower(none));
    }
    void emptyProductsAreEmpty()
    {
        const MatrixXd none(5, 0);
        QVERIFY(math::product(none, MatrixXd(0, 3)) == MatrixXd::Zero(5, 3));
    }
};

FUSIFORM_TEST(BlasTest)
#include "blas_test.moc"
