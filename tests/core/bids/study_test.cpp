// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/study.h"

#include "core/bids/events.h"
#include "core/task/bids_task.h"
#include "core/util/error.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <unistd.h>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {
const std::string kEvents = "onset\tduration\ttrial_type\tstim_file\toneback\n"
                            "6\t1\ttrain_face\tsub01/run01/F1.jpg\t0\n"
                            "9\t1\ttest_face\tsub01/run01/F2.jpg\t0\n";

void addRun(const fs::path& root, const std::string& subject, int run)
{
    const std::string stem = subject + "_ses-01_task-faces_run-0" + std::to_string(run);
    const fs::path func = root / subject / "ses-01" / "func";
    test::writeText(func / (stem + "_events.tsv"), kEvents);
    test::writeText(func / (stem + "_bold.json"), "{\"RepetitionTime\": 2}");
}

const bids::Problem* problemOfKind(const task::SubjectSummary& summary, const std::string& kind)
{
    for (const bids::Problem& problem : summary.problems)
        if (problem.kind == kind)
            return &problem;
    return nullptr;
}
} // namespace

class StudyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theRealStudysCountsAreExact()
    {
        FUSIFORM_NEEDS_DATA("ds001761-metadata");
        // Counted from the published events files; columns of the data's own table.
        struct Row {
            const char* subject;
            std::size_t runs, localizer, train, trainPlain, test, testPlain, least, most, imagery,
                oneBacks, fixation;
        };
        constexpr std::array<Row, 4> kRows = {{
            {"sub-01", 107, 10, 9364, 8606, 908, 810, 41, 53, 55, 856, 3265},
            {"sub-02", 100, 8, 8484, 7800, 1116, 1000, 51, 64, 51, 800, 3051},
            {"sub-03", 98, 8, 8308, 7644, 1100, 980, 50, 63, 51, 784, 2991},
            {"sub-04", 99, 8, 8408, 7722, 1096, 990, 51, 61, 51, 792, 3021},
        }};
        Progress progress;
        const bids::Study study = bids::openStudy(test::sharedData("ds001761-metadata"));
        QCOMPARE(study.subjectLabels.size(), 4U);
        for (const Row& row : kRows) {
            const task::SubjectSummary s = task::summarise(study, row.subject, progress);
            QCOMPARE(s.subject.sessions.size(), 8U);
            QCOMPARE(s.subject.faceRuns.size(), row.runs);
            QCOMPARE(s.subject.localizerRuns.size(), row.localizer);
            QCOMPARE(s.counts.trainFace, row.train);
            QCOMPARE(s.counts.trainFace - s.counts.trainFaceOneBack, row.trainPlain);
            QCOMPARE(s.uniqueTrain, row.trainPlain);
            QCOMPARE(s.counts.testFace, row.test);
            QCOMPARE(s.counts.testFace - s.counts.testFaceOneBack, row.testPlain);
            QCOMPARE(s.uniqueTest, 20U);
            QCOMPARE(s.testRepetitions[0], row.least);
            QCOMPARE(s.testRepetitions[1], row.most);
            QCOMPARE(s.counts.imagery, row.imagery);
            QCOMPARE(s.counts.oneBack(), row.oneBacks);
            QCOMPARE(s.counts.fixation, row.fixation);
            const bids::Problem* const noImages = problemOfKind(s, "no_images");
            QVERIFY(noImages && noImages->files.size() == row.runs + row.localizer);
        }
    }
    void sessionsWithTwoAnatomiesAreNoted()
    {
        FUSIFORM_NEEDS_DATA("ds001761-metadata");
        Progress progress;
        const bids::Study study = bids::openStudy(test::sharedData("ds001761-metadata"));
        const task::SubjectSummary s = task::summarise(study, "sub-04", progress);
        const bids::Problem* const two = problemOfKind(s, "two_anatomies");
        QVERIFY(two);
        QCOMPARE(two->files.size(), 3U); // ses-03, ses-05, ses-07
    }
    void acquisitionTimesNeedNoLeadingZeros()
    {
        const test::TemporaryFolder folder;
        test::writeText(folder.path() / "a.json",
                        "{\"AcquisitionTime\": \"11:51:1.620000\", \"RepetitionTime\": 2}");
        const bids::Sidecar sidecar = bids::readSidecar(folder.path() / "a.json");
        QCOMPARE(sidecar.acquisitionSeconds.value(), 11 * 3600 + 51 * 60 + 1.62);
        test::writeText(folder.path() / "b.json", "{\"RepetitionTime\": \"two\"}");
        QVERIFY_THROWS_EXCEPTION(Error, (void)bids::readSidecar(folder.path() / "b.json"));
    }
    void danglingAnnexLinksAreNotDownloadedAndTheRestWorks()
    {
        const test::TemporaryFolder folder;
        addRun(folder.path(), "sub-01", 1);
        addRun(folder.path(), "sub-01", 2);
        const fs::path func = folder.path() / "sub-01" / "ses-01" / "func";
        fs::create_symlink("../../../.git/annex/objects/xx/MD5E-s1.nii.gz",
                           func / "sub-01_ses-01_task-faces_run-01_bold.nii.gz");
        test::writeText(func / "sub-01_ses-01_task-faces_run-02_bold.nii.gz",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n");
        Progress progress;
        const bids::Study study = bids::openStudy(folder.path());
        const task::SubjectSummary s = task::summarise(study, "01", progress);
        QCOMPARE(s.counts.trainFace, 2U);
        const bids::Problem* const problem = problemOfKind(s, "not_downloaded");
        QVERIFY(problem);
        QCOMPARE(problem->files.size(), 2U);
    }
    void aThousandSubjectsAreListedWithoutLookingInside()
    {
        const test::TemporaryFolder folder;
        for (int s = 0; s < 1000; ++s)
            fs::create_directories(folder.path() / ("sub-" + std::to_string(1000 + s)) / "func");
        fs::create_directories(folder.path() / "sourcedata" / "sub-x");
        const bids::Study study = bids::openStudy(folder.path());
        QCOMPARE(study.subjectLabels.size(), 1000U);
        QCOMPARE(bids::indexSubject(study, "sub-1999").faceRuns.size(), 0U);
    }
    void foldersThatAreNoStudyAreRefusedWithWords()
    {
        const test::TemporaryFolder folder;
        QVERIFY_THROWS_EXCEPTION(Error, (void)bids::openStudy(folder.path()));
        QVERIFY_THROWS_EXCEPTION(Error, (void)bids::openStudy(folder.path() / "none"));
        test::writeText(folder.path() / "file", "x");
        QVERIFY_THROWS_EXCEPTION(Error, (void)bids::openStudy(folder.path() / "file"));
        addRun(folder.path(), "sub-01", 1);
        try {
            (void)bids::indexSubject(bids::openStudy(folder.path()), "07");
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY(QString::fromUtf8(error.what()).contains(QLatin1String("sub-01")));
            QCOMPARE(error.exitCode(), 2);
        }
    }
};

FUSIFORM_TEST(StudyTest)
#include "study_test.moc"
