// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/latent_space.h"

#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::face_model;
using test::near;

namespace {

Eigen::MatrixXd correlatedCodes()
{
    Random random(4);
    Eigen::MatrixXd codes(4000, 2);
    for (Eigen::Index i = 0; i < codes.rows(); ++i) {
        const double shared = random.normal();
        codes.row(i) << 1 + shared, -2 + 0.5 * shared + 0.5 * random.normal();
    }
    return codes;
}

} // namespace

class LatentSpaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void drawnCodesHaveTheMeanAndCovarianceOfTheCodes()
    {
        const Eigen::MatrixXd codes = correlatedCodes();
        const LatentSpace space(codes);
        const Eigen::MatrixXd drawn = space.drawn(20000, 9);
        const Eigen::RowVectorXd mean = drawn.colwise().mean();
        const Eigen::MatrixXd centred = drawn.rowwise() - mean;
        const Eigen::Matrix2d covariance = centred.transpose() * centred / 20000;
        // Standard errors: 4000 codes give 0.016 for a mean and 0.022 for a variance of 1.
        QVERIFY(near(mean, Eigen::RowVector2d(1, -2), 0.06));
        QVERIFY(near(covariance, Eigen::Matrix2d{{1, 0.5}, {0.5, 0.5}}, 0.08));
        QVERIFY((drawn.colwise().maxCoeff().array() <= codes.colwise().maxCoeff().array()).all());
        QVERIFY((drawn.colwise().minCoeff().array() >= codes.colwise().minCoeff().array()).all());
        QVERIFY(space.drawn(5, 9) == drawn.topRows(5));
    }
    void nearestPicturesAreThoseOfAPlainSearch()
    {
        // Standard deviations by hand: 1 (of -1, 1, -1, 1) and 10 (of -10, -10, 10, 10).
        const LatentSpace space(Eigen::MatrixXd{{-1, -10}, {1, -10}, {-1, 10}, {1, 10}});
        QVERIFY(near(space.sd(), Eigen::Vector2d(1, 10), 1e-12));
        // Of (0.8, 9): 0.2 and 0.1 deviations from the last, 1.8 and 0.1 from the third.
        const auto found = space.nearest(Eigen::Vector2d(0.8, 9), 3);
        QCOMPARE(found.size(), 3U);
        QCOMPARE(found[0].picture, Eigen::Index(3));
        QVERIFY(near(found[0].distance, std::sqrt((0.04 + 0.01) / 2), 1e-12));
        QCOMPARE(found[1].picture, Eigen::Index(2));
        QVERIFY(near(found[1].distance, std::sqrt((3.24 + 0.01) / 2), 1e-12));
        QCOMPARE(found[2].picture, Eigen::Index(1));
        QCOMPARE(space.nearest(Eigen::Vector2d(0, 0), 9).size(), 4U);
    }
    void placesOutsideThePicturesAreUnusual()
    {
        const Eigen::MatrixXd codes = correlatedCodes();
        const LatentSpace space(codes);
        const CodePlace mean = space.placeOf(codes.colwise().mean());
        QVERIFY(near(mean.distance, 0, 1e-12));
        QCOMPARE(mean.outside, Eigen::Index(0));
        QVERIFY(!mean.isUnusual);
        for (Eigen::Index row = 0; row < codes.rows(); ++row)
            QVERIFY(!space.placeOf(codes.row(row)).isUnusual);
        const Eigen::Vector2d beyond(codes.col(0).maxCoeff() + 0.1, -2);
        QCOMPARE(space.placeOf(beyond).outside, Eigen::Index(1));
        QVERIFY(space.placeOf(beyond).isUnusual);
    }
    void aLatentThatNeverChangesSaysNothing()
    {
        const LatentSpace space(Eigen::MatrixXd{{-1, 7}, {1, 7}});
        QVERIFY(near(space.placeOf(Eigen::Vector2d(1, 8)).distance, 1 / std::sqrt(2), 1e-12));
        QVERIFY(space.drawn(3, 1).allFinite());
    }
};

FUSIFORM_TEST(LatentSpaceTest)
#include "latent_space_test.moc"
