// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/confounds.h"

#include "core/util/error.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;

namespace {
const std::string kHeader = "csf\ttrans_x\ttrans_y\ttrans_z\trot_x\trot_y\trot_z\tfd\n";

QString messageOf(const std::filesystem::path& file, const std::vector<std::string>& names,
                  Eigen::Index scans)
{
    Progress progress;
    try {
        (void)glm::readConfounds(file, names, scans, progress);
    } catch (const Error& error) {
        return error.exitCode() == 3 ? QString::fromUtf8(error.what())
                                     : QStringLiteral("wrong kind");
    }
    return {};
}
} // namespace

class ConfoundsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstRowMayBeMissingAndCountsAsZero()
    {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "c.tsv";
        test::writeText(file, kHeader + "1\t1\t2\t3\t4\t5\t6\tn/a\n1\t1\t2\t3\t4\t5\t6\t0.5\n");
        int notes = 0;
        Progress progress({}, {}, [&](NoteLevel, const Text&) { ++notes; });
        const Eigen::MatrixXd motion = glm::readConfounds(file, {}, 2, progress);
        QCOMPARE(motion.cols(), 6);
        QCOMPARE(motion(1, 5), 6.0);
        QCOMPARE(notes, 0);
        const std::vector<std::string> fd = {"fd"};
        QCOMPARE(glm::readConfounds(file, fd, 2, progress)(0, 0), 0.0);
        QCOMPARE(notes, 1);
    }
    void motionIsExpandedToTwelveAndTwentyFour()
    {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "c.tsv";
        test::writeText(file, kHeader + "7\t1\t2\t3\t4\t5\t6\t0\n8\t1.5\t2\t3\t4\t5\t3\t0\n");
        Progress progress;
        const std::vector<std::string> names = {"csf", "motion24"};
        const Eigen::MatrixXd all = glm::readConfounds(file, names, 2, progress);
        QCOMPARE(all.cols(), 25);
        QCOMPARE(all(1, 0), 8.0);
        QCOMPARE(all(1, 1), 1.5); // trans_x
        QCOMPARE(all(0, 7), 0.0); // its difference
        QCOMPARE(all(1, 7), 0.5);
        QCOMPARE(all(1, 12), -3.0); // of rot_z
        QCOMPARE(all(1, 13), 2.25); // trans_x squared
        QCOMPARE(all(1, 24), 9.0); // the squared difference of rot_z
        const std::vector<std::string> twelve = {"motion12"};
        QVERIFY(glm::readConfounds(file, twelve, 2, progress) == all.middleCols(1, 12));
        const std::vector<std::string> six = {"motion"};
        QVERIFY(glm::readConfounds(file, six, 2, progress) == all.middleCols(1, 6));
        test::writeText(folder.path() / "rp.txt", "1 2 3 4 5 6\n1.5 2 3 4 5 3\n");
        QVERIFY(glm::readConfounds(folder.path() / "rp.txt", twelve, 2, progress)
                == all.middleCols(1, 12));
    }
    void elsewhereAGapIsAnErrorWithRowAndColumn()
    {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "c.tsv";
        test::writeText(file, kHeader + "1\t1\t2\t3\t4\t5\t6\t0\n1\t1\t2\tn/a\t4\t5\t6\t0\n");
        const QString message = messageOf(file, {}, 2);
        QVERIFY2(message.contains(QLatin1String("line 3, column trans_z")), qPrintable(message));
    }
    void rowsAndColumnsAreChecked()
    {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "c.tsv";
        test::writeText(file, kHeader + "1\t1\t2\t3\t4\t5\t6\t0\n");
        QVERIFY(messageOf(file, {}, 2).contains(QLatin1String("2 rows, one a scan, found 1")));
        QVERIFY(messageOf(file, {"dvars"}, 1)
                    .contains(QLatin1String("a column called dvars, found the columns csf")));
    }
    void spmsMotionFilesAreRead()
    {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "rp_a.txt";
        test::writeText(file, "  0.0000000e+00  1.0e-01 0 0 0 0\n  1.5 -2 0 0 0 3e-3\n");
        Progress progress;
        const Eigen::MatrixXd motion = glm::readConfounds(file, {}, 2, progress);
        QCOMPARE(motion(0, 1), 0.1);
        QCOMPARE(motion(1, 5), 0.003);
    }
    void ourOwnTableIsFoundBeforeOthers()
    {
        const test::TemporaryFolder folder;
        const std::string rest = "/sub-01/ses-01/func/run_desc-confounds_timeseries.tsv";
        test::writeText(folder.path() / ("derivatives/fmriprep-20" + rest), "x\n");
        QVERIFY(
            glm::findConfounds(folder.path(), "sub-01", "ses-01", "run").string().find("fmriprep")
            != std::string::npos);
        test::writeText(folder.path() / ("derivatives/fusiform" + rest), "x\n");
        QVERIFY(
            glm::findConfounds(folder.path(), "sub-01", "ses-01", "run").string().find("fusiform/")
            != std::string::npos);
        QVERIFY(glm::findConfounds(folder.path(), "sub-02", "ses-01", "run").empty());
    }
};

FUSIFORM_TEST(ConfoundsTest)
#include "confounds_test.moc"
