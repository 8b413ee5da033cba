// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scores/recognition.h"

#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using test::near;

class RecognitionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWorkedMatrixAgrees()
    {
        // methods 4.2, item 6.
        Eigen::Matrix4d r;
        r << 0.5, 0.2, 0.1, 0.5, 0.3, 0.4, 0.35, 0.1, 0.6, 0.1, 0.2, 0, 0.05, 0.1, 0.2, 0.3;
        QVERIFY(near(scores::pairwiseStrict(r), 0.8333333333, 1e-9));
        // By hand: two of three and a tie, all, two of three, all.
        const std::vector<double> rows = scores::pairwiseOfRows(r);
        for (const auto& [row, share] :
             {std::pair(0, 2.5 / 3), std::pair(1, 1.0), std::pair(2, 2.0 / 3), std::pair(3, 1.0)})
            QVERIFY(near(rows[static_cast<std::size_t>(row)], share, 1e-12));
        QVERIFY(near(scores::pairwise(r), 0.875, 1e-12));
        QVERIFY(near(scores::full(r), 0.5, 1e-12));
        QCOMPARE(scores::ranks(r), (std::vector<int>{2, 1, 2, 1}));
    }
    void perfectAndReversed()
    {
        const Eigen::MatrixXd perfect = Eigen::MatrixXd::Identity(5, 5);
        QCOMPARE(scores::pairwise(perfect), 1.0);
        QCOMPARE(scores::full(perfect), 1.0);
        QCOMPARE(scores::pairwise(-perfect), 0.0);
    }
    void aRowWithoutNumbersLosesEveryComparison()
    {
        Eigen::MatrixXd r = Eigen::MatrixXd::Identity(3, 3);
        r.row(1).setConstant(NAN);
        QVERIFY(near(scores::pairwise(r), 4.0 / 6, 1e-12));
        QVERIFY(near(scores::full(r), 2.0 / 3, 1e-12));
    }
    void oneFaceCannotBeCompared()
    {
        QVERIFY(std::isnan(scores::pairwise(Eigen::MatrixXd::Ones(1, 1))));
    }
};

FUSIFORM_TEST(RecognitionTest)
#include "recognition_test.moc"
