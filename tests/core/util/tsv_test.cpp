// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/tsv.h"

#include "core/util/error.h"
#include "tests/support/test_main.h"

using namespace fusiform;

namespace {
std::string messageFor(std::string_view text)
{
    try {
        const Tsv table = parseTsv(text, "events.tsv");
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            (void)table.number(row, table.requiredColumn({"onset"}));
    } catch (const Error& error) {
        return error.exitCode() == 3 ? error.what() : "wrong kind";
    }
    return {};
}
} // namespace

class TsvTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void blanksAroundCellsGoAndCaseStays()
    {
        const Tsv table = parseTsv("onset\ttrial_type\n0\tfix   \n16\tFace  \n", "x.tsv");
        QCOMPARE(table.rows.size(), 2U);
        QCOMPARE(table.rows[0][1], std::string("fix"));
        QCOMPARE(table.rows[1][1], std::string("Face"));
    }
    void lineEndsMarksAndAMissingFinalNewlineAreAccepted()
    {
        const Tsv table = parseTsv("\xEF\xBB\xBFonset\tx\r\n1.5\ta\r\n2\tb", "x.tsv");
        QCOMPARE(table.columns[0], std::string("onset"));
        QCOMPARE(table.rows.size(), 2U);
        QCOMPARE(table.number(0, 0), 1.5);
    }
    void columnsAreFoundByAnyOfTheirNames()
    {
        const Tsv table = parseTsv("Stimulus\tONEBACK\na\t1\n", "x.tsv");
        QCOMPARE(table.column({"stim_file", "stimulus"}).value(), 0U);
        QCOMPARE(table.column({"oneback", "one_back"}).value(), 1U);
        QVERIFY(!table.column({"onset"}));
    }
    void brokenTablesAreNamedByFileAndLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("empty")
            << ""
            << "events.tsv: expected a line with column names, found an empty file";
        QTest::newRow("short row") << "onset\tx\n1\t2\n3\n"
                                   << "2 cells in line 3, found 1";
        QTest::newRow("long row") << "onset\tx\n1\t2\t3\n"
                                  << "2 cells in line 2, found 3";
        QTest::newRow("no column") << "start\n1\n"
                                   << "a column called onset, found the columns start";
        QTest::newRow("text") << "onset\n1\ntwo\n"
                              << "a number in line 3, column onset, found \"two\"";
        QTest::newRow("n/a") << "onset\nn/a\n"
                             << "line 2, column onset, found \"n/a\"";
        QTest::newRow("comma") << "onset\n0,5\n"
                               << "found \"0,5\"";
        QTest::newRow("nan") << "onset\nnan\n"
                             << "found \"nan\"";
    }
    void brokenTablesAreNamedByFileAndLine()
    {
        QFETCH(QString, text);
        QFETCH(QString, part);
        const QString message = QString::fromStdString(messageFor(text.toStdString()));
        QVERIFY2(message.contains(part), qPrintable(message));
    }
    void binaryContentIsRefused()
    {
        QVERIFY(messageFor(std::string_view("onset\0\n1\n", 9)).find("binary")
                != std::string::npos);
    }
};

FUSIFORM_TEST(TsvTest)
#include "tsv_test.moc"
