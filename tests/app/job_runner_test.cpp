// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/job_runner.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>
#include <QThread>

using namespace fusiform;

class JobRunnerTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void jobsRunInOrderAndDeliverOnTheCallersThread()
    {
        JobRunner jobs;
        std::vector<int> delivered;
        QThread* const caller = QThread::currentThread();
        bool isOnCaller = true;
        for (int job = 0; job < 3; ++job)
            jobs.start(QString::number(job), [&, job](Progress&) -> JobRunner::Deliver {
                return [&, job] {
                    delivered.push_back(job);
                    isOnCaller = isOnCaller && QThread::currentThread() == caller;
                };
            });
        QCOMPARE(jobs.states().size(), 3U);
        QTRY_VERIFY(!jobs.isBusy());
        QCOMPARE(delivered, (std::vector<int>{0, 1, 2}));
        QVERIFY(isOnCaller);
    }

    void aCancelledJobDeliversNothingAndTheNextOneRuns()
    {
        JobRunner jobs;
        bool isDelivered = false;
        bool isNextDone = false;
        QSignalSpy stopped(&jobs, &JobRunner::cancelled);
        jobs.start(QStringLiteral("long"), [&](Progress& progress) -> JobRunner::Deliver {
            for (;;)
                progress.checkpoint();
            return [&] { isDelivered = true; };
        });
        jobs.start(QStringLiteral("next"),
                   [&](Progress&) -> JobRunner::Deliver { return [&] { isNextDone = true; }; });
        jobs.cancel();
        QTRY_VERIFY(isNextDone);
        QVERIFY(!isDelivered);
        QCOMPARE(stopped.count(), 1);
    }

    void anErrorIsReportedWithTheTitle()
    {
        JobRunner jobs;
        QSignalSpy failed(&jobs, &JobRunner::failed);
        jobs.start(QStringLiteral("Read"), [](Progress&) -> JobRunner::Deliver {
            throw badData("a.nii", FUSIFORM_TR("core", "an image"), FUSIFORM_TR("core", "a song"));
        });
        QVERIFY(failed.wait(20000));
        QCOMPARE(failed[0][0].toString(), QStringLiteral("Read"));
        QCOMPARE(failed[0][1].toString(),
                 QStringLiteral("a.nii: expected an image, found a song."));
    }
};

FUSIFORM_TEST(JobRunnerTest)
#include "job_runner_test.moc"
