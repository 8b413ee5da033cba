// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/present/look_path.h"

#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform::present;

namespace {
bool isNear(double a, double b) { return std::abs(a - b) < 1e-9; }
} // namespace

class LookPathTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itGoesFromOneToTheOther()
    {
        BrainLook from;
        from.azimuth = 10;
        from.elevation = -20;
        from.zoom = 1;
        from.shift = {10, 0};
        BrainLook to;
        to.azimuth = 50;
        to.elevation = 40;
        to.zoom = 4;
        to.shift = {0, 20};
        to.isGlass = true;
        const BrainLook start = between(from, to, 0);
        QVERIFY(isNear(start.azimuth, 10) && isNear(start.elevation, -20) && isNear(start.zoom, 1));
        QVERIFY(start.isGlass);
        const BrainLook middle = between(from, to, 0.5);
        QVERIFY(isNear(middle.azimuth, 30) && isNear(middle.elevation, 10));
        QVERIFY(isNear(middle.zoom, 2)); // equal factors on both halves
        QVERIFY(isNear(middle.shift[0], 5) && isNear(middle.shift[1], 10));
        QVERIFY(between(from, to, 1) == to);
        // Gently: the first hundredth of the time is far less than a hundredth of the way.
        QVERIFY(between(from, to, 0.01).azimuth - 10 < 0.04);
    }
    void theShorterWayRound()
    {
        BrainLook from;
        from.azimuth = 350;
        BrainLook to;
        to.azimuth = 20;
        QVERIFY(isNear(between(from, to, 0.5).azimuth, 365));
        from.azimuth = -170;
        to.azimuth = 170;
        QVERIFY(isNear(between(from, to, 0.5).azimuth, -180));
    }
    void longWaysTakeLongerAndNoneTakesNone()
    {
        BrainLook from;
        BrainLook to = from;
        QCOMPARE(secondsBetween(from, to), 0.0);
        to.azimuth += 360; // the same place
        QCOMPARE(secondsBetween(from, to), 0.0);
        to.azimuth = from.azimuth + 10;
        const double little = secondsBetween(from, to);
        to.azimuth = from.azimuth + 179;
        const double much = secondsBetween(from, to);
        QVERIFY(little > 0 && much > little && much < 3);
    }
    void aTurnEndsWhereItBegan()
    {
        BrainLook look;
        look.azimuth = 30;
        QVERIFY(isNear(turned(look, 0).azimuth, 30));
        QVERIFY(isNear(turned(look, 0.25).azimuth, 120));
        QVERIFY(isNear(std::remainder(turned(look, 1).azimuth - 30, 360), 0));
    }
};

FUSIFORM_TEST(LookPathTest)
#include "look_path_test.moc"
