// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_report.h"

#include "core/preprocess/subject.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/tsv.h"
#include "tests/support/near.h"
#include "tests/support/preprocessed_runs.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace fusiform;
using test::near;

namespace {

report::QualityReport reportOn(const std::filesystem::path& derivatives)
{
    report::QualityReport report;
    report.study = "A <study> & more";
    report.derivatives = derivatives;
    report.subject = "sub-01";
    report.runs = preprocess::writtenRuns(derivatives, "sub-01");
    return report;
}

QString pageOf(const report::QualityReport& report)
{
    Progress progress;
    return QString::fromStdString(report::qualityHtml(report, progress));
}

} // namespace

class HtmlReportTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        std::filesystem::remove_all(derivatives());
        test::writePreprocessedRuns(derivatives(), 2);
    }

    void everyRunIsInTheTableAndHasItsFigures()
    {
        const report::QualityReport report = reportOn(derivatives());
        QCOMPARE(report.runs.size(), 2U);
        const QString page = pageOf(report);
        for (const preprocess::RunResult& run : report.runs) {
            const QString name = QString::fromStdString(run.report.name);
            QVERIFY(page.contains(QStringLiteral("href=\"#%1\"").arg(name)));
            QVERIFY(page.contains(QStringLiteral("<details id=\"%1\"").arg(name)));
        }
        QCOMPARE(page.count(QStringLiteral("<svg ")), 1 + 2 * 4); // all runs; four for each run
        QVERIFY(page.contains(QStringLiteral("A &lt;study&gt; &amp; more")));
        QVERIFY(page.contains(QStringLiteral(FUSIFORM_VERSION)));
    }

    void everyFigureIsXmlAndNothingIsFetchedFromElsewhere()
    {
        const QString page = pageOf(reportOn(derivatives()));
        static const QRegularExpression kSvg(QStringLiteral("<svg .*?</svg>"),
                                             QRegularExpression::DotMatchesEverythingOption);
        for (auto found = kSvg.globalMatch(page); found.hasNext();) {
            QXmlStreamReader reader(found.next().captured());
            while (!reader.atEnd())
                reader.readNext();
            QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        }
        for (const char* const outside : {"src=\"http", "href=\"http", "@import", "<script"})
            QVERIFY(!page.contains(QLatin1String(outside)));
    }

    void whatIsMissingIsNamedInRed()
    {
        const report::QualityReport report = reportOn(derivatives());
        std::filesystem::remove(report.runs[1].files.tsnr);
        const QString page = pageOf(report);
        QCOMPARE(page.count(QStringLiteral("class=\"missing\"")), 3); // T1, design, the run
        QVERIFY(page.contains(QString::fromStdString(report.runs[1].files.tsnr.string())));
        QCOMPARE(page.count(QStringLiteral("<svg ")), 1 + 4);
    }

    void aDroppedRunIsMarkedWithItsReason()
    {
        report::QualityReport report = reportOn(derivatives());
        const std::string run = report.runs[0].report.name;
        report.dropped[run] = {run, preprocess::Verdict::Drop, "ada", "2026-01-02", "she slept"};
        const QString page = pageOf(report);
        QCOMPARE(page.count(QStringLiteral("<tr class=\"dropped\">")), 1);
        QVERIFY(page.contains(QStringLiteral("dropped: she slept")));
    }

    void aStoppedReportIsNotAPage()
    {
        std::stop_source stop;
        stop.request_stop();
        Progress progress(stop.get_token());
        QVERIFY_THROWS_EXCEPTION(
            Error, static_cast<void>(report::qualityHtml(reportOn(derivatives()), progress)));
    }

    void theSeriesOfARunIsItsConfoundsTable()
    {
        const auto runs = preprocess::writtenRuns(derivatives(), "sub-01");
        const preprocess::RunSeries series = preprocess::readRunSeries(runs[0].files);
        const Tsv table = readTsv(runs[0].files.confounds);
        for (std::size_t t = 0; t < table.rows.size(); ++t) {
            const auto row = static_cast<Eigen::Index>(t);
            QCOMPARE(series.motion(row, 0), table.number(t, table.requiredColumn({"trans_x"})));
            QCOMPARE(series.motion(row, 5), table.number(t, table.requiredColumn({"rot_z"})));
            QCOMPARE(series.globalSignal[t],
                     table.number(t, table.requiredColumn({"global_signal"})));
        }
        QCOMPARE(series.displacement[0], 0.0);
    }

    void whatOnlyTheComparisonTellsComesFromTheTable()
    {
        QVERIFY(std::isnan(preprocess::writtenRuns(derivatives(), "sub-01")[0].report.lostSignal));
        preprocess::SubjectReport subject;
        for (const preprocess::RunResult& run : preprocess::writtenRuns(derivatives(), "sub-01"))
            subject.runs.push_back(run.report);
        subject.runs[0].lostSignal = 0.02;
        subject.runs[1].lostSignal = 0;
        preprocess::writeRunTable(derivatives(), "sub-01", subject, {{"Slice order", "auto"}});
        const auto runs = preprocess::writtenRuns(derivatives(), "sub-01");
        QCOMPARE(runs[0].report.lostSignal, 0.02);
        const preprocess::OptionList options = preprocess::writtenOptions(derivatives(), "sub-01");
        QCOMPARE(options, (preprocess::OptionList{{"Slice order", "auto"}}));
    }

private:
    [[nodiscard]] std::filesystem::path derivatives() const { return m_folder.path() / "d"; }
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(HtmlReportTest)
#include "html_report_test.moc"
