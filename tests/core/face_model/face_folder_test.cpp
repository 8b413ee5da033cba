// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/face_folder.h"

#include "core/util/error.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::face_model;
namespace fs = std::filesystem;

class FaceFolderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void picturesAreKnownByTheirNamesAndSorted()
    {
        const test::TemporaryFolder folder;
        for (const char* name : {"b c.PNG", "é.jpeg", "a.jpg", "list.txt", "below/d.png"})
            test::writeText(folder.path() / name, "x");
        fs::create_directories(folder.path() / "folder.png");
        fs::create_symlink("not downloaded", folder.path() / "z.png");
        std::vector<std::string> names;
        for (const fs::path& file : pictureFiles(folder.path()))
            names.push_back(file.filename().string());
        // A link to nowhere is listed: reading it says what is wrong.
        QVERIFY(names == (std::vector<std::string>{"a.jpg", "b c.PNG", "z.png", "é.jpeg"}));
    }
    void aFolderWithoutPicturesIsNamed()
    {
        const test::TemporaryFolder folder;
        test::writeText(folder.path() / "notes.txt", "x");
        for (const fs::path& place : {folder.path(), folder.path() / "absent"})
            try {
                (void)pictureFiles(place);
                QFAIL("no error");
            } catch (const Error& error) {
                QCOMPARE(error.kind(), ErrorKind::BadData);
                QCOMPARE(error.file().string(), place.string());
            }
    }
    void whatDoesNotGoTogetherIsCounted()
    {
        AttributeTable table{{"Smiling"}, {}};
        for (const char* name : {"a.jpg", "b.jpg", "c.jpg"})
            table.values[name] = {1};
        const std::vector<fs::path> all = {"x/a.jpg", "x/b.jpg", "x/c.jpg"};
        QVERIFY(!listingGaps(table, "list.txt", all));
        const std::vector<fs::path> others = {"x/a.jpg", "x/d.jpg", "x/e.jpg"};
        const auto gaps = listingGaps(table, "list.txt", others);
        QVERIFY(gaps.has_value());
        QCOMPARE(QString::fromStdString(gaps->english()),
                 QStringLiteral("list.txt: 2 of 3 pictures are not listed in it, and 2 of its 3 "
                                "rows are of pictures that are not here."));
    }
    void valuesThatAreNoAnswersAreNamed()
    {
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "list.txt";
        test::writeText(file, "1\nSmiling Male\na.jpg 1 2\n");
        try {
            (void)readAttributes(file);
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY2(QString(error.what()).contains("for a.jpg"), error.what());
        }
        test::writeText(file, "1\nSmiling Male\na.jpg 1 -1\n");
        QVERIFY(readAttributes(file).values.at("a.jpg") == (std::vector<std::int8_t>{1, -1}));
    }
};

FUSIFORM_TEST(FaceFolderTest)
#include "face_folder_test.moc"
