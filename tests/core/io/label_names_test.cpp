// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/label_names.h"

#include "core/util/error.h"
#include "tests/support/bytes.h"
#include "tests/support/test_main.h"

using namespace fusiform;

namespace {

io::LabelNames namesIn(std::string_view text)
{
    const test::TemporaryFolder folder;
    test::writeText(folder.path() / "names", text);
    return io::readLabelNames(folder.path() / "names");
}

/// "1=Left one (1,2,3); 12=..."
std::string listed(std::string_view text)
{
    std::string result;
    for (const auto& [index, label] : namesIn(text)) {
        result += (result.empty() ? "" : "; ") + std::to_string(index) + "=" + label.name;
        if (label.colour)
            result += " (" + std::to_string((*label.colour)[0]) + ","
                      + std::to_string((*label.colour)[1]) + ","
                      + std::to_string((*label.colour)[2]) + ")";
    }
    return result;
}

std::string refusal(std::string_view text)
{
    try {
        return "taken: " + listed(text);
    } catch (const Error& error) {
        return error.kind() == ErrorKind::BadData ? error.what() : "another kind";
    }
}

} // namespace

class LabelNamesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lookupTablesOfTheUsualProgramsAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("FreeSurfer")
            << QByteArray(
                   "#No. Label Name:   R G B A\n0 Unknown 0 0 0 0\n\n"
                   "17   Left-Hippocampus   220 216 20  0\r\n1007 ctx-lh-fusiform 180 220 140 0\n")
            << QByteArray("0=Unknown (0,0,0); 17=Left-Hippocampus (220,216,20); "
                          "1007=ctx-lh-fusiform (180,220,140)");
        QTest::newRow("MRtrix, short and long name")
            << QByteArray(
                   "# labels\n0 ??? Unknown 0 0 0 0\n1 L.FUS ctx-lh-fusiform 180 220 140 255\n"
                   "2 R.FUS ctx-rh-fusiform 180 220 140 255\n")
            << QByteArray("0=Unknown (0,0,0); 1=ctx-lh-fusiform (180,220,140); "
                          "2=ctx-rh-fusiform (180,220,140)");
        QTest::newRow("sides are a part of the name")
            << QByteArray("1 Left Amygdala 1 2 3 0\n2 Right Amygdala 1 2 3 0\n")
            << QByteArray("1=Left Amygdala (1,2,3); 2=Right Amygdala (1,2,3)");
        QTest::newRow("ITK-SNAP") << QByteArray(
            "# IDX -R- -G- -B- -A-- VIS MSH LABEL\n"
            "    0     0    0    0        0  0  0    \"Clear Label\"\n"
            "    3   255   16    0        1  1  1    \"Fusiform, left\"\n")
                                  << QByteArray(
                                         "0=Clear Label (0,0,0); 3=Fusiform, left (255,16,0)");
        QTest::newRow("AAL of MRIcron")
            << QByteArray("1 Precentral_L 2001\n2 Precentral_R 2002\n55 Fusiform_L 5401\n")
            << QByteArray("1=Precentral_L; 2=Precentral_R; 55=Fusiform_L");
        QTest::newRow("AAL of its toolbox")
            << QByteArray("FAG\tPrecentral_L\t2001\nFAD\tPrecentral_R\t2002\n")
            << QByteArray("2001=Precentral_L; 2002=Precentral_R");
        QTest::newRow("index and name")
            << QByteArray("1\tArea 44\n2\tArea 45\n7 Middle_cerebellar_peduncle\n")
            << QByteArray("1=Area 44; 2=Area 45; 7=Middle_cerebellar_peduncle");
        QTest::newRow("index and name with commas")
            << QByteArray("1,V1\n2,V2\n") << QByteArray("1=V1; 2=V2");
        QTest::newRow("BIDS") << QByteArray(
            "index\tname\tcolor\n2\tLeft white\t#f5F5f5\n3\tn\tn/a\n")
                              << QByteArray("2=Left white (245,245,245); 3=n");
        QTest::newRow("CSV") << QByteArray(
            "\xEF\xBB\xBFName,ID,R,G,B\r\n\"Gyrus, left\",4,1,2,300\r\n")
                             << QByteArray("4=Gyrus, left (1,2,255)");
        QTest::newRow("CSV of semicolons")
            << QByteArray("label;region\n4;Left\n5;Right\n") << QByteArray("4=Left; 5=Right");
        QTest::newRow("JSON, numbers first")
            << QByteArray("{\"1\": \"a\", \"20\": {\"name\": \"b\"}}") << QByteArray("1=a; 20=b");
        QTest::newRow("JSON, names first")
            << QByteArray("{\"LabelMap\": {\"a\": 1, \"b\": 20}}") << QByteArray("1=a; 20=b");
        QTest::newRow("JSON, a list")
            << QByteArray("[{\"index\": 3, \"name\": \"c\", \"color\": \"#010203\"}]")
            << QByteArray("3=c (1,2,3)");
    }
    void lookupTablesOfTheUsualProgramsAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(listed(text.toStdString()), expected.toStdString());
    }
    void fslCountsProbabilisticLabelsFromZeroAndItsImagesFromOne()
    {
        const std::string body = "<data><label index=\"0\" x=\"48\" y=\"94\" z=\"35\">Frontal Pole"
                                 "</label><label index=\"1\">Insular &amp; more</label></data>";
        const auto file = [&](const std::string& type) {
            return "<?xml version=\"1.0\"?><atlas version=\"1.0\"><header><type>" + type
                   + "</type></header>" + body + "</atlas>";
        };
        QCOMPARE(listed(file("Probabalistic")), // as FSL spells it
                 std::string("1=Frontal Pole; 2=Insular & more"));
        QCOMPARE(listed(file("Label")), std::string("0=Frontal Pole; 1=Insular & more"));
    }
    void whatIsNeitherIsNamed()
    {
        QVERIFY(refusal("").find("none") != std::string::npos);
        QVERIFY(refusal("1 a\nnothing here\n").find("line 2") != std::string::npos);
        QVERIFY(refusal(std::string("\0\0\0", 3)).find("binary") != std::string::npos);
        QVERIFY(refusal("{\"a\": \"b\"}").find("expected names of labels") != std::string::npos);
        QVERIFY(refusal("<html><body/></html>").find("no label") != std::string::npos);
        QVERIFY(refusal("<atlas><label>x</label></atlas>").find("index") != std::string::npos);
        QVERIFY(refusal("index\tname\nx\ty\n").find("row 1") != std::string::npos);
        QVERIFY(refusal("<!DOCTYPE a [<!ENTITY b \"c\">]><a/>").find("entity b")
                != std::string::npos);
    }
    void damagedFilesNeverCrash()
    {
        const auto read = [](const auto& file) { (void)io::readLabelNames(file); };
        for (const char* text :
             {"1 L.FUS ctx-lh-fusiform 180 220 140 255\n2 \"a b\" 1\n",
              "index\tname\tcolor\n2\tLeft\t#f5f5f5\n", "{\"LabelMap\": {\"a\": 1}}",
              "<atlas><label index=\"0\">a</label></atlas>"})
            QVERIFY(test::survivesDamage(text, "names", 1, read));
    }
};

FUSIFORM_TEST(LabelNamesTest)
#include "label_names_test.moc"
