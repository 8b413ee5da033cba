// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/schedule.h"

#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fusiform;
using namespace fusiform::simulate;
using test::near;

namespace {
std::vector<FaceTrial> faces(std::size_t train, std::size_t tests)
{
    std::vector<FaceTrial> list;
    for (std::size_t i = 0; i < train + tests; ++i)
        list.push_back({i, "sub01/run01/F" + std::to_string(i) + ".jpg", i >= train});
    return list;
}
long count(const std::vector<PlannedEvent>& events, EventKind kind)
{
    return std::ranges::count(events, kind, &PlannedEvent::kind);
}
} // namespace

/// The rows of ds001761's runs, as measured on its files (methods 1.4).
class ScheduleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRunHasTheRowsOfTheRealStudy()
    {
        Random random(1);
        const auto plain = faceRunEvents(faces(78, 10), ImageryPlace::None, 0, random);
        QCOMPARE(plain.size(), 126U);
        QCOMPARE(count(plain, EventKind::Fixation), 30L);
        QCOMPARE(std::ranges::count(plain, true, &PlannedEvent::isOneBack), 8L);
        const auto first = faceRunEvents(faces(88, 0), ImageryPlace::None, 0, random);
        QCOMPARE(first.size(), 126U);
        for (const ImageryPlace place : {ImageryPlace::Start, ImageryPlace::End}) {
            const auto withImagery = faceRunEvents(faces(78, 10), place, 3, random);
            QCOMPARE(withImagery.size(), 128U);
            QCOMPARE(count(withImagery, EventKind::Fixation), 31L);
            QCOMPARE(count(withImagery, EventKind::Imagery), 1L);
        }
    }
    void onsetsFollowTheFramesOfTheDisplay()
    {
        Random random(2);
        const auto events = faceRunEvents(faces(78, 10), ImageryPlace::None, 0, random);
        QVERIFY(events.front().onset > 5.98 && events.front().onset < 6.04);
        double sum = 0;
        for (std::size_t i = 1; i < events.size(); ++i) {
            const double step = events[i].onset - events[i - 1].onset;
            QVERIFY(std::abs(step - 2.9975) < 1e-3 || std::abs(step - 3.014) < 1e-3);
            sum += step;
        }
        QVERIFY(near(sum / 125, 3.0, 1e-3));
    }
    void imageryStandsAtTheStartOrTheEnd()
    {
        Random random(3);
        const auto start = faceRunEvents(faces(78, 10), ImageryPlace::Start, 3, random);
        QCOMPARE(start[0].kind, EventKind::Imagery);
        QVERIFY(near(start[0].onset, 6.02, 1e-9));
        QVERIFY(near(start[1].onset, 18.02, 1e-9) && near(start[1].duration, 6, 0.02));
        const auto end = faceRunEvents(faces(78, 10), ImageryPlace::End, 3, random);
        QCOMPARE(end.back().kind, EventKind::Imagery);
        QVERIFY(near(end.back().onset, 390.0, 1e-9) && near(end.back().duration, 12.01, 1e-9));
        QVERIFY(near(end[end.size() - 2].onset, 384.0, 1e-9));
    }
    void aOneBackRepeatsTheRowBefore()
    {
        Random random(4);
        const auto events = faceRunEvents(faces(78, 10), ImageryPlace::None, 0, random);
        QVERIFY(!events.front().isOneBack);
        for (std::size_t i = 1; i < events.size(); ++i) {
            const bool isSame = events[i].kind != EventKind::Fixation
                                && events[i].stimulus == events[i - 1].stimulus;
            QCOMPARE(events[i].isOneBack, isSame);
            if (isSame)
                QCOMPARE(events[i].kind, events[i - 1].kind);
        }
    }
    void localizerLabelsCarryTheRealStudysBlanks()
    {
        QCOMPARE(eventsText(localizerEvents(true), true),
                 std::string("onset\tduration\ttrial_type\n0\t16\tfix   \n16\t16\tface  \n"
                             "32\t16\tobject\n48\t16\tfix   \n64\t16\tobject\n80\t16\tface  \n"
                             "96\t16\tfix   \n"));
    }
};

FUSIFORM_TEST(ScheduleTest)
#include "schedule_test.moc"
