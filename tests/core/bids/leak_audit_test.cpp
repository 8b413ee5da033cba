// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/leak_audit.h"

#include "core/image/picture_likeness.h"
#include "core/io/picture_file.h"
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
        QVERIFY(audit.leaks[0].kind == LeakKind::Identical);
        QCOMPARE(audit.leaks[0].correlation, 1.0);
        QCOMPARE(audit.trainFiles, 4U);
        QCOMPARE(audit.trainContents, 2U);
        QCOMPARE(audit.duplicatedContents, 1U);
        QCOMPARE(audit.unreadable, 1U);
        QCOMPARE(audit.notDecoded, 2U); // "face A" and "face B" are no pictures
    }

    /// A portrait that was resized and compressed anew, one that was not touched, and others.
    void nearlyIdenticalPicturesAreFoundWithTheirFace()
    {
        const std::filesystem::path portraits
            = std::filesystem::path(FUSIFORM_SOURCE_DIR) / "resources/portraits/pictures";
        const test::TemporaryFolder folder;
        const auto stimuli = folder.path() / "stimuli" / "sub01";
        std::filesystem::create_directories(stimuli);
        std::filesystem::create_directories(folder.path() / "sub-01");
        const auto copy = [&](const char* from, const char* to) {
            std::filesystem::copy_file(portraits / from, stimuli / to);
        };
        copy("000001.jpg", "M1.jpg");
        copy("000002.jpg", "M2.jpg");
        copy("000002.jpg", "T2.jpg");
        copy("000003.jpg", "T3.jpg");
        io::writePicture(stimuli / "T1.jpg",
                         image::resized(io::readPicture(portraits / "000001.jpg"), 100, 100));
        const auto events = parseEvents("onset\tduration\ttrial_type\tstim_file\n"
                                        "1\t1\ttrain_face\tsub01/T1.jpg\n"
                                        "2\t1\ttrain_face\tsub01/T2.jpg\n"
                                        "3\t1\ttrain_face\tsub01/T3.jpg\n"
                                        "4\t1\ttest_face\tsub01/M1.jpg\n"
                                        "5\t1\ttest_face\tsub01/M2.jpg\n",
                                        "e.tsv");
        Progress progress;
        const LeakAudit audit = auditLeaks(openStudy(folder.path()), {events}, progress);
        QCOMPARE(audit.leaks.size(), 2U);
        QCOMPARE(audit.leaks[0].trainStimulus, std::string("sub01/T1.jpg"));
        QCOMPARE(audit.leaks[0].testFace, std::string("M1.jpg"));
        QCOMPARE(nameOf(audit.leaks[0].kind), std::string("nearly identical"));
        QVERIFY(audit.leaks[0].correlation > image::kCopyDetail && audit.leaks[0].correlation < 1);
        QCOMPARE(audit.leaks[1].trainStimulus, std::string("sub01/T2.jpg"));
        QCOMPARE(nameOf(audit.leaks[1].kind), std::string("identical"));
        QCOMPARE(audit.notDecoded, 0U);
        QCOMPARE(audit.count(LeakKind::NearlyIdentical), 1U);
    }
};

FUSIFORM_TEST(LeakAuditTest)
#include "leak_audit_test.moc"
