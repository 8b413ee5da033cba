// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/picture_table.h"

#include "core/util/error.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using io::PictureTable;

namespace {

PictureTable tableOf(const std::string& text, const std::string& name = "list.txt")
{
    const test::TemporaryFolder folder;
    test::writeText(folder.path() / name, text);
    return io::readPictureTable(folder.path() / name);
}

} // namespace

class PictureTableTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aListOfCelebAsFormIsRead()
    {
        const PictureTable table
            = tableOf("2\r\nSmiling  Male\r\n000001.jpg -1  1\r\n\r\nfaces/000002.jpg  1 -1\r\n");
        QVERIFY(table.columns == (std::vector<std::string>{"Smiling", "Male"}));
        QCOMPARE(table.rows.size(), 2U);
        QVERIFY(table.rows.at("000001.jpg") == (std::vector<std::string>{"-1", "1"}));
        QVERIFY(table.rows.at("000002.jpg") == (std::vector<std::string>{"1", "-1"}));
    }
    void namesMayHaveBlanksAndAccents()
    {
        const PictureTable table = tableOf("1\nSmiling Male\nAnne Élise 3.png 1 -1\n");
        QVERIFY(table.rows.at("Anne Élise 3.png") == (std::vector<std::string>{"1", "-1"}));
    }
    void aTableIsRead()
    {
        const PictureTable table = tableOf("picture\tleft_x\nein bild.png\t3\n", "list.TSV");
        QVERIFY(table.rows.at("ein bild.png") == std::vector<std::string>{"3"});
        QCOMPARE(table.column({"other", "left_x"}), 0U);
        QVERIFY_THROWS_EXCEPTION(Error, (void)table.column({"right_x"}));
    }
    void whatIsNoListIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const char* text, const char* named) {
            QTest::newRow(name) << text << named;
        };
        row("empty", "", "an empty line");
        row("no rows", "0\nSmiling\n", "0 rows");
        row("other separators", "image_id,Smiling\n1.jpg,1\n", "first line");
        row("too few values", "1\nSmiling Male\n1.jpg 1\n", "line 3");
        row("too many values", "1\nSmiling Male\n1.jpg 1 1 1\n", "line 3");
        row("a picture twice", "2\nSmiling\n1.jpg 1\nb/1.jpg -1\n", "1.jpg again in line 4");
        row("a column twice", "1\nSmiling Smiling\n1.jpg 1 -1\n", "Smiling twice");
    }
    void whatIsNoListIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, named);
        try {
            (void)tableOf(text.toStdString());
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::BadData);
            QVERIFY2(QString(error.what()).contains(named), error.what());
            QVERIFY(QString(error.what()).contains("list.txt: expected "));
        }
    }
};

FUSIFORM_TEST(PictureTableTest)
#include "picture_table_test.moc"
