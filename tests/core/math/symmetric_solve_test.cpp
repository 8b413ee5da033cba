// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/symmetric_solve.h"

#include "core/math/symmetric_eigen.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <Eigen/Eigenvalues>

#include <algorithm>

using namespace fusiform;
using Eigen::MatrixXd;

class SymmetricSolveTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void solvesWhatEigenSolves()
    {
        const MatrixXd half = MatrixXd::Random(30, 50);
        const MatrixXd a = half * half.transpose();
        const MatrixXd b = MatrixXd::Random(30, 7);
        const math::SymmetricSolver solver(a);
        QVERIFY(solver.isCholesky());
        QCOMPARE(solver.rank(), 30);
        QVERIFY(test::near(solver.solve(b), a.fullPivLu().solve(b), 1e-9));
        QVERIFY(test::near(solver.inverse() * a, MatrixXd::Identity(30, 30), 1e-9));
    }
    void aSingularMatrixGivesTheSmallestSolution()
    {
        const MatrixXd half = MatrixXd::Random(12, 5);
        const MatrixXd a = half * half.transpose();
        const MatrixXd b = a * MatrixXd::Random(12, 2);
        const math::SymmetricSolver solver(a);
        QVERIFY(!solver.isCholesky());
        QCOMPARE(solver.rank(), 5);
        QVERIFY(test::near(a * solver.solve(b), b, 1e-9));
    }
    void aZeroRowIsDependentAndHarmless()
    {
        MatrixXd a = MatrixXd::Identity(3, 3);
        a(1, 1) = 0;
        const math::SymmetricSolver solver(a);
        QCOMPARE(solver.rank(), 2);
        QVERIFY(
            test::near(solver.solve(Eigen::Vector3d(1, 0, 2)), Eigen::Vector3d(1, 0, 2), 1e-12));
    }
    void scalesThatDifferByMillionsDoNotMatter()
    {
        const Eigen::Vector3d scale(1e6, 1, 1e-6);
        MatrixXd a(3, 3);
        a << 2, 1, 0.5, 1, 3, 0.2, 0.5, 0.2, 1;
        const MatrixXd scaled = scale.asDiagonal() * a * scale.asDiagonal();
        const Eigen::Vector3d x(1e-6, 1, 1e6);
        QVERIFY(test::near(math::SymmetricSolver(scaled).solve(scaled * x).cwiseQuotient(x),
                           Eigen::Vector3d::Ones(), 1e-9));
    }
    void theConditionNumberIsThatOfTheEigenvalues()
    {
        const MatrixXd half = MatrixXd::Random(25, 40);
        const MatrixXd a = half * half.transpose();
        const Eigen::VectorXd values = Eigen::SelfAdjointEigenSolver<MatrixXd>(a).eigenvalues();
        const double exact = values[24] / values[0];
        QVERIFY(test::near(math::conditionNumber(a) / exact, 1, 0.02));
        // methods section 6: the small example.
        MatrixXd g(3, 3);
        g << 6.25, 1.25, 4.5, 1.25, 3.25, 1.5, 4.5, 1.5, 5;
        QVERIFY(test::near(math::conditionNumber(g), 10.372, 0.01));
        QVERIFY(std::isinf(math::conditionNumber(MatrixXd::Zero(2, 2))));
    }
    /// Fewer trials than latents: the pseudoinverse by LAPACK is the one by Eigen, a second way.
    void thePseudoinverseIsThatOfEigensDecomposition()
    {
        const MatrixXd half = MatrixXd::Random(130, 40);
        const MatrixXd a = half * half.transpose();
        const Eigen::VectorXd scale = a.diagonal().cwiseSqrt().cwiseInverse();
        const Eigen::SelfAdjointEigenSolver<MatrixXd> eigen(scale.asDiagonal() * a
                                                            * scale.asDiagonal());
        const MatrixXd kept = scale.asDiagonal() * eigen.eigenvectors().rightCols(40);
        const MatrixXd inverse
            = kept * eigen.eigenvalues().tail(40).cwiseInverse().asDiagonal() * kept.transpose();
        const math::SymmetricSolver solver(a);
        QCOMPARE(solver.rank(), 40);
        QVERIFY(test::near(solver.inverse(), inverse, 1e-9 * inverse.cwiseAbs().maxCoeff()));
        const math::SymmetricEigen found = math::symmetricEigen(a);
        QVERIFY(test::near(found.vectors * found.values.asDiagonal() * found.vectors.transpose(), a,
                           1e-10));
        QVERIFY(std::ranges::is_sorted(found.values));
        QCOMPARE(math::symmetricEigen(MatrixXd(0, 0)).values.size(), 0);
    }
};

FUSIFORM_TEST(SymmetricSolveTest)
#include "symmetric_solve_test.moc"
