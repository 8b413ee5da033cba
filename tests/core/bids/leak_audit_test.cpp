// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/leak_audit.h"

#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::bids;

class LeakAuditTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void picturesAreComparedByContentAndNotByName()
    {
        const test::TemporaryFolder folder;
        const auto stimuli = folder.path() / "stimuli" / "sub01";
        test::writeText(stimuli / "run01" / "F1.jpg", "face A");
        test::writeText(stimuli / "run01" / "F2.jpg", "face B");
        test::writeText(stimuli / "run02" / "F3.jpg", "face A"); // again under another name
        test::writeText(stimuli / "run02" / "M4.jpg", "face B"); // a test face
        std::filesystem::create_directories(folder.path() / "sub-01");
        const auto events = parseEvents("onset\tduration\ttrial_type\tstim_file\n"
                                        "1\t1\ttrain_face\tsub01/run01/F1.jpg\n"
                                        "2\t1\ttrain_face\tsub01/run01/F2.jpg\n"
                                        "3\t1\ttrain_face\tsub01/run02/F3.jpg\n"
                                        "4\t1\ttrain_face\tsub01/run02/F9.jpg\n"
                                        "5\t1\ttest_face\tsub01/run02/M4.jpg\n",
                                        "e.tsv");
        Progress progress;
        const LeakAudit audit = auditLeaks(openStudy(folder.path()), {events}, progress);
        QCOMPARE(audit.leaks.size(), 1U);
        QCOMPARE(audit.leaks[0].trainStimulus, std::string("sub01/run01/F2.jpg"));
        QCOMPARE(audit.leaks[0].testFace, std::string("M4.jpg"));
        QCOMPARE(audit.trainFiles, 4U);
        QCOMPARE(audit.trainContents, 2U);
        QCOMPARE(audit.duplicatedContents, 1U);
        QCOMPARE(audit.unreadable, 1U);
    }
};

FUSIFORM_TEST(LeakAuditTest)
#include "leak_audit_test.moc"
