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
    void emptyProductsAreEmpty()
    {
        const MatrixXd none(5, 0);
        QVERIFY(math::product(none, MatrixXd(0, 3)) == MatrixXd::Zero(5, 3));
    }
};

FUSIFORM_TEST(BlasTest)
#include "blas_test.moc"
