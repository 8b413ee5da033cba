// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/ridge_decoder.h"

#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using decode::ridgeDecode;
using decode::RidgeOptions;
using Eigen::MatrixXd;
using test::near;

namespace {

/// The small example of methods, section 6: two latents and a bias, five voxels.
MatrixXd exampleWeights()
{
    MatrixXd w(3, 5);
    w << 1, 0, 2, 1, 0.5, 0, 1, 1, -1, 0.5, 1, 1, 1, 1, 1;
    return w;
}
Eigen::RowVectorXd examplePattern()
{
    Eigen::RowVectorXd y(5);
    y << 1.6, 0.55, 1.8, 1.75, 1.225;
    return y;
}
MatrixXd randomMatrix(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed)
{
    Random random(seed);
    MatrixXd m(rows, columns);
    for (double& value : m.reshaped())
        value = random.normal();
    return m;
}
RidgeOptions absolute(double strength, bool penaliseBias = false)
{
    RidgeOptions options;
    options.strength = strength;
    options.isAbsolute = true;
    options.penaliseBias = penaliseBias;
    return options;
}

} // namespace

class RidgeDecoderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutNoiseTheCodeComesBackExactly()
    {
        const Eigen::RowVector3d x(0.5, -0.25, 1);
        QVERIFY(
            near(ridgeDecode(exampleWeights(), x * exampleWeights(), absolute(0)).codes, x, 1e-12));
    }
    void theWorkedExamplesAgree()
    {
        const MatrixXd w = exampleWeights();
        const auto y = examplePattern();
        QVERIFY(near(ridgeDecode(w, y, absolute(0)).codes,
                     Eigen::RowVector3d(0.591463414634, -0.287804878049, 0.939024390244), 1e-11));
        QVERIFY(near(ridgeDecode(w, y, absolute(0.5, true)).codes,
                     Eigen::RowVector3d(0.619678492239, -0.206596452328, 0.808425720621), 1e-11));
        QVERIFY(near(ridgeDecode(w, y, absolute(0.5)).codes,
                     Eigen::RowVector3d(0.483426966292, -0.247471910112, 1.024157303371), 1e-11));
    }
    void fewerVoxelsThanUnknownsGiveTheSmallestSolution()
    {
        const auto solution
            = ridgeDecode(exampleWeights().leftCols(2), examplePattern().leftCols(2), absolute(0));
        QCOMPARE(solution.form, std::string("dual"));
        QVERIFY(near(solution.codes, Eigen::RowVector3d(0.883333, -0.166667, 0.716667), 1e-6));
        QVERIFY(near(ridgeDecode(exampleWeights().leftCols(2), examplePattern().leftCols(2),
                                 absolute(1e-3, true))
                         .codes,
                     Eigen::RowVector3d(0.882689, -0.166261, 0.716427), 1e-6));
    }
    void dualAndPrimalFormsAreOneEstimator()
    {
        // The same problem padded with voxels of no weight is solved in the other form.
        const MatrixXd w = randomMatrix(40, 25, 3);
        const MatrixXd y = randomMatrix(6, 25, 4);
        MatrixXd wide = MatrixXd::Zero(40, 50);
        wide.leftCols(25) = w;
        MatrixXd wideY = MatrixXd::Zero(6, 50);
        wideY.leftCols(25) = y;
        for (const bool penaliseBias : {false, true}) {
            const auto dual = ridgeDecode(w, y, absolute(2.5, penaliseBias));
            const auto primal = ridgeDecode(wide, wideY, absolute(2.5, penaliseBias));
            QCOMPARE(dual.form, std::string("dual"));
            QCOMPARE(primal.form, std::string("primal"));
            QVERIFY(near(dual.codes, primal.codes, 1e-9));
        }
    }
    void strengthIsRelativeToTheMeanDiagonal()
    {
        const MatrixXd w = randomMatrix(10, 30, 5);
        const MatrixXd y = randomMatrix(2, 30, 6);
        RidgeOptions relative;
        relative.strength = 0.1;
        const auto a = ridgeDecode(w, y, relative);
        QVERIFY(near(a.lambda, 0.1 * (w * w.transpose()).trace() / 10, 1e-12));
        QVERIFY(near(a.codes, ridgeDecode(w, y, absolute(a.lambda)).codes, 1e-12));
    }
    void moreRidgeMeansSmallerCodes()
    {
        const MatrixXd w = randomMatrix(30, 60, 7);
        const MatrixXd y = randomMatrix(1, 60, 8);
        double before = 1e300;
        for (const double strength : {0.0, 0.01, 0.1, 1.0, 10.0}) {
            const double norm = ridgeDecode(w, y, absolute(strength)).codes.leftCols(29).norm();
            QVERIFY(norm <= before + 1e-12);
            before = norm;
        }
    }
    void theSquareCaseIsIllConditionedAndSaysSo()
    {
        // methods section 6: as many voxels as unknowns is the peak of the double descent.
        const auto square
            = ridgeDecode(randomMatrix(200, 200, 9), randomMatrix(1, 200, 10), absolute(0));
        const auto wide
            = ridgeDecode(randomMatrix(200, 800, 9), randomMatrix(1, 800, 10), absolute(0));
        QVERIFY(square.conditionNumber() > 1e4);
        QVERIFY(wide.conditionNumber() < 100);
    }
};

FUSIFORM_TEST(RidgeDecoderTest)
#include "ridge_decoder_test.moc"
