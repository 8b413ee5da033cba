// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/study_plan.h"

#include "core/util/error.h"
#include "tests/support/test_main.h"

#include <map>
#include <set>

using namespace fusiform;
using namespace fusiform::simulate;

namespace {
Portraits portraits(std::size_t count)
{
    Portraits list;
    for (std::size_t i = 0; i < count; ++i) {
        list.files.push_back(std::to_string(i) + ".jpg");
        list.isMale.push_back(i % 2 == 0);
    }
    return list;
}
struct Counts {
    int faceRuns = 0, localizers = 0, train = 0, tests = 0, oneBacks = 0, fixations = 0,
        imagery = 0;
};
Counts countsOf(const SubjectPlan& plan)
{
    Counts c;
    for (const PlannedRun& run : plan.runs) {
        ++(run.isLocalizer ? c.localizers : c.faceRuns);
        if (run.isLocalizer)
            continue;
        for (const PlannedEvent& e : run.events) {
            c.oneBacks += e.isOneBack;
            c.train += e.kind == EventKind::TrainFace && !e.isOneBack;
            c.tests += e.kind == EventKind::TestFace && !e.isOneBack;
            c.fixations += e.kind == EventKind::Fixation;
            c.imagery += e.kind == EventKind::Imagery;
        }
    }
    return c;
}
} // namespace

class StudyPlanTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The counts of ds001761, subject by subject.
    void atPaperScaleTheCountsAreTheRealStudys_data()
    {
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("sub-01") << QList<int>{107, 10, 8606, 810, 856, 3265, 55};
        QTest::newRow("sub-02") << QList<int>{100, 8, 7800, 1000, 800, 3051, 51};
        QTest::newRow("sub-03") << QList<int>{98, 8, 7644, 980, 784, 2991, 51};
        QTest::newRow("sub-04") << QList<int>{99, 8, 7722, 990, 792, 3021, 51};
    }
    void atPaperScaleTheCountsAreTheRealStudys()
    {
        QFETCH(QList<int>, expected);
        StudyOptions options;
        options.scale = "paper";
        const auto subject = QString::fromLatin1(QTest::currentDataTag()).right(1).toInt();
        const Counts c = countsOf(planSubject(options, subject, portraits(4000)));
        const QList<int> counts
            = {c.faceRuns, c.localizers, c.train, c.tests, c.oneBacks, c.fixations, c.imagery};
        QCOMPARE(counts, expected);
    }
    void testFacesAndCandidatesNeverTrainExceptTheLeak()
    {
        const SubjectPlan plan = planSubject({}, 1, portraits(1000));
        std::set<std::size_t> keptApart;
        for (const std::size_t p : plan.testFaces)
            keptApart.insert(plan.pictures[p].portrait);
        for (const std::size_t p : plan.imageryCandidates)
            keptApart.insert(plan.pictures[p].portrait);
        QCOMPARE(keptApart.size(), 40U);
        int leaks = 0;
        for (const PlannedRun& run : plan.runs)
            for (const PlannedEvent& e : run.events)
                if (e.kind == EventKind::TrainFace && !e.isOneBack
                    && keptApart.contains(plan.pictures[e.picture].portrait)) {
                    ++leaks;
                    QCOMPARE(e.stimulus, plan.leak);
                }
        QCOMPARE(leaks, 1);
    }
    void groupsOfTestFacesFollowTheFoldersParity()
    {
        const SubjectPlan plan = planSubject({}, 1, portraits(1000));
        std::map<int, std::set<std::string>> names; // by parity of the folder
        std::set<int> folders;
        for (const PlannedRun& run : plan.runs)
            for (const PlannedEvent& e : run.events)
                if (e.kind == EventKind::TestFace) {
                    const QStringList parts
                        = QString::fromStdString(e.stimulus).split(QLatin1Char('/'));
                    const int folder = parts[1].mid(3).toInt();
                    folders.insert(folder);
                    names[folder % 2].insert(parts[2].toStdString());
                }
        QCOMPARE(names[0].size(), 10U);
        QCOMPARE(names[1].size(), 10U);
        for (const std::string& name : names[0])
            QVERIFY(!names[1].contains(name));
        QVERIFY(*folders.rbegin() > static_cast<int>(folders.size()) + 1); // numbers skip one
    }
    void oneRunIsCutShortBeforeItsLastEventEnds()
    {
        const SubjectPlan plan = planSubject({}, 1, portraits(1000));
        int cut = 0;
        for (const PlannedRun& run : plan.runs)
            if (run.volumes < run.plannedVolumes) {
                ++cut;
                QCOMPARE(run.plannedVolumes - run.volumes, 3);
                QVERIFY(run.events.back().onset + run.events.back().duration > 2.0 * run.volumes);
            }
        QCOMPARE(cut, 1);
    }
    void thePlanFollowsTheSeed()
    {
        StudyOptions other;
        other.seed = 2;
        const auto first = planSubject({}, 1, portraits(1000));
        const auto again = planSubject({}, 1, portraits(1000));
        const auto second = planSubject(other, 1, portraits(1000));
        QCOMPARE(eventsText(first.runs[0].events, false), eventsText(again.runs[0].events, false));
        QVERIFY(first.pictures[0].portrait == again.pictures[0].portrait);
        QVERIFY(eventsText(first.runs[0].events, false)
                != eventsText(second.runs[0].events, false));
    }
    void tooFewPortraitsAreRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error, (void)planSubject({}, 1, portraits(100)));
    }
};

FUSIFORM_TEST(StudyPlanTest)
#include "study_plan_test.moc"
