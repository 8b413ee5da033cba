// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/latent_mix.h"

#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::face_model;
using test::near;

class LatentMixTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void facesAreMixedAsTheirNamesSay()
    {
        const std::array<Eigen::VectorXd, 3> faces
            = {Eigen::Vector2d(1, 2), Eigen::Vector2d(5, -2), Eigen::Vector2d(0.5, 10)};
        QVERIFY(near(mixed(MixKind::One, faces, 0.3), Eigen::Vector2d(1, 2), 0));
        QVERIFY(near(mixed(MixKind::Between, faces, 0.25), Eigen::Vector2d(2, 1), 1e-15));
        QVERIFY(near(mixed(MixKind::Arithmetic, faces, 0.3), Eigen::Vector2d(-3.5, 14), 1e-15));
        // The others need not be there.
        QVERIFY(near(mixed(MixKind::One, {faces[0], {}, {}}, 0), faces[0], 0));
        QVERIFY(near(mixed(MixKind::Between, {faces[0], faces[1], {}}, 1), faces[1], 0));
    }
    void movesAddUpAlongTheirAxes()
    {
        std::vector<AttributeAxis> axes(2);
        axes[0].meanDifference.direction = Eigen::Vector2d(1, 0);
        axes[0].logistic.direction = Eigen::Vector2d(0.5, 0.5);
        axes[1].meanDifference.direction = Eigen::Vector2d(0, 3);
        axes[1].logistic.direction = Eigen::Vector2d(0, 2);
        const std::array amounts = {2.0, -1.0};
        const Eigen::Vector2d start(10, 20);
        QVERIFY(near(moved(start, axes, AxisKind::MeanDifference, amounts), Eigen::Vector2d(12, 17),
                     1e-15));
        QVERIFY(
            near(moved(start, axes, AxisKind::Logistic, amounts), Eigen::Vector2d(11, 19), 1e-15));
    }
};

FUSIFORM_TEST(LatentMixTest)
#include "latent_mix_test.moc"
