// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/events.h"

#include "core/util/error.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::bids;

class EventsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void labelsAndColumnsAreKnownByAllTheirNames()
    {
        // L64: the study's README and its files disagree about names.
        const auto a = parseEvents("onset\tduration\ttrial_type\tstim_file\toneback\n"
                                   "6.0\t1\ttrain_face\tsub01/run01/F0031.jpg\t0\n"
                                   "9.0\t1\ttrain_face\tsub01/run01/F0031.jpg\t1\n"
                                   "12.0\t6\tFix  \tplaceholders/fixation.png\t0\n"
                                   "18.0\t12\tImg\tplaceholders/fixation.png\t0\n",
                                   "a.tsv");
        const auto b = parseEvents("onset\tduration\ttrial_type\tstimulus\tone_back\n"
                                   "6.0\t1\ttrain_face\tsub01/run01/F0031.jpg\t0\n"
                                   "9.0\t1\tTrain_Face \tsub01/run01/F0031.jpg\t1\n"
                                   "12.0\t6\tfix\tplaceholders/fixation.png\t0\n"
                                   "18.0\t12\timg\tplaceholders/fixation.png\t0\n",
                                   "b.tsv");
        QCOMPARE(a.size(), b.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            QVERIFY(a[i].kind == b[i].kind);
            QCOMPARE(a[i].isOneBack, b[i].isOneBack);
            QCOMPARE(a[i].stimulus, b[i].stimulus);
        }
        const EventCounts counts = countEvents(a);
        QCOMPARE(counts.trainFace, 2U);
        QCOMPARE(counts.trainFaceOneBack, 1U);
        QCOMPARE(counts.longFixation, 1U);
        QCOMPARE(counts.imagery, 1U);
    }
    void localizerLabelsLoseTheirBlanks()
    {
        const auto events = parseEvents(
            "onset\tduration\ttrial_type\n0\t16\tfix   \n16\t16\tface  \n", "loc.tsv");
        QCOMPARE(events[1].label, std::string("face"));
        QVERIFY(events[1].kind == EventKind::Other);
        QVERIFY(events[0].kind == EventKind::Fixation);
    }
    void identityOfATestFaceIsItsBaseName()
    {
        const auto events = parseEvents("onset\tduration\ttrial_type\tstim_file\n"
                                        "6\t1\ttest_face\tsub01/run27/F1145.jpg\n"
                                        "9\t1\ttest_face\tsub01/run29/F1145.jpg\n",
                                        "x.tsv");
        QCOMPARE(faceIdentity(events[0]), faceIdentity(events[1]));
    }
    void brokenEventsAreNamed_data()
    {
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("part");
        QTest::newRow("n/a onset") << "n/a\t1\ttrain_face\ta.jpg\t0"
                                   << "line 2, column onset, found \"n/a\"";
        QTest::newRow("negative duration") << "1\t-1\tFix\t\t0"
                                           << "duration of at least 0 in line 2, found -1";
        QTest::newRow("flag") << "1\t1\tFix\t\tyes"
                              << "0 or 1 in line 2, column oneback, found \"yes\"";
        QTest::newRow("no picture") << "1\t1\ttest_face\tn/a\t0"
                                    << "picture for the face in line 2, found none";
        QTest::newRow("escape") << "1\t1\ttest_face\t../../etc/x.jpg\t0"
                                << "picture below stimuli/ in line 2";
        QTest::newRow("absolute") << "1\t1\ttest_face\t/etc/x.jpg\t0"
                                  << "picture below stimuli/ in line 2";
        QTest::newRow("short row") << "1\t1\tFix"
                                   << "5 cells in line 2, found 3";
    }
    void brokenEventsAreNamed()
    {
        QFETCH(QString, rows);
        QFETCH(QString, part);
        try {
            (void)parseEvents("onset\tduration\ttrial_type\tstim_file\toneback\n"
                                  + rows.toStdString() + "\n",
                              "e.tsv");
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.exitCode(), 3);
            const QString message = QString::fromUtf8(error.what());
            QVERIFY2(message.startsWith(QLatin1String("e.tsv: expected")) && message.contains(part),
                     qPrintable(message));
        }
    }
    void missingColumnsAreNamedWithThoseThatAreThere()
    {
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)parseEvents("start\tduration\ttrial_type\n1\t1\tFix\n", "e.tsv"));
        QVERIFY_THROWS_EXCEPTION(Error, (void)parseEvents("", "e.tsv"));
    }
};

FUSIFORM_TEST(EventsTest)
#include "events_test.moc"
