// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/present/brain_look.h"

#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
using namespace fusiform::present;

class BrainLookTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsTheSameAgain()
    {
        BrainLook look;
        look.azimuth = -33.25;
        look.elevation = 71;
        look.zoom = 2.5;
        look.shift = {3, -4};
        look.isGlass = true;
        look.cuts = {false, true, true};
        look.cursor = {-42, -61.5, -14};
        look.map
            = {"evidence", 2, 5, "Male", PaintedMap::Thresholds{.25, .5, 2}, false, true, false};
        QVERIFY(lookFrom(lookJson(look)) == look);
        QVERIFY(lookFrom(Json::parse(jsonText(lookJson(look)))) == look);
        QVERIFY(lookFrom(lookJson({})) == BrainLook{});
    }
    void whatCannotBeIsLeftOut()
    {
        QVERIFY(lookFrom(Json::object()) == BrainLook{});
        QVERIFY(lookFrom(Json::array()) == BrainLook{});
        QVERIFY(lookFrom(nullptr) == BrainLook{});
        const BrainLook look = lookFrom({{"azimuth_degrees", "far"},
                                         {"elevation_degrees", 400},
                                         {"zoom", 0},
                                         {"shift_mm", {1e300, 0}},
                                         {"glass", 7},
                                         {"cuts", {true, false}},
                                         {"cursor_mm", {"x", 2, 3}},
                                         {"map", {{"kind", 5}, {"thresholds", 8}}}});
        BrainLook expected;
        expected.elevation = 90;
        expected.zoom = 0.05;
        expected.map.thresholds = PaintedMap::Thresholds{};
        QVERIFY(look == expected);
    }
};

FUSIFORM_TEST(BrainLookTest)
#include "brain_look_test.moc"
