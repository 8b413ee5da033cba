// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gifti.h"

#include "core/io/gzip_file.h"
#include "tests/support/bytes.h"
#include "tests/support/test_main.h"

using namespace fusiform;

namespace {

// Written by hand from the GIFTI specification.
const std::string kExample
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<!DOCTYPE GIFTI SYSTEM \"http://gifti.projects.nitrc.org/gifti.dtd\">\n"
      "<GIFTI Version=\"1.0\" NumberOfDataArrays=\"2\">\n"
      "  <MetaData><MD><Name><![CDATA[UserName]]></Name><Value><![CDATA[Ada & "
      "co]]></Value></MD></MetaData>\n"
      "  <LabelTable><Label Key=\"0\"><![CDATA[medial wall]]></Label><Label "
      "Key=\"1\">V1</Label></LabelTable>\n"
      "  <DataArray Intent=\"NIFTI_INTENT_POINTSET\" DataType=\"NIFTI_TYPE_FLOAT32\"\n"
      "      ArrayIndexingOrder=\"RowMajorOrder\" Dimensionality=\"2\" Dim0=\"4\" Dim1=\"3\" "
      "Encoding=\"ASCII\"\n"
      "      Endian=\"BigEndian\">\n"
      "    "
      "<MetaData><MD><Name>AnatomicalStructurePrimary</Name><Value>CortexLeft</Value></MD></"
      "MetaData>\n"
      "    <Data>0 0 0 1 0 0 0 1 0 0 0 1</Data>\n"
      "  </DataArray>\n"
      "  <DataArray Intent=\"NIFTI_INTENT_TRIANGLE\" DataType=\"NIFTI_TYPE_INT32\"\n"
      "      ArrayIndexingOrder=\"ColumnMajorOrder\" Dimensionality=\"2\" Dim0=\"1\" Dim1=\"3\" "
      "Encoding=\"ASCII\"\n"
      "      Endian=\"LittleEndian\"><Data>0 1 2</Data></DataArray>\n"
      "</GIFTI>\n";

std::string with(const std::string& from, const std::string& to)
{
    std::string text = kExample;
    return text.replace(text.find(from), from.size(), to);
}

QString complaint(const std::string& text)
{
    const test::TemporaryFolder folder;
    test::writeText(folder.path() / "a.gii", text);
    try {
        (void)io::readGifti(folder.path() / "a.gii");
    } catch (const Error& error) {
        return error.exitCode() == 3 ? QString::fromUtf8(error.what()) : QStringLiteral("?");
    }
    return {};
}

} // namespace

class GiftiTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPartOfTheDescriptionIsRead()
    {
        const test::TemporaryFolder folder;
        test::writeText(folder.path() / "a.gii", kExample);
        const io::Gifti gifti = io::readGifti(folder.path() / "a.gii");
        QCOMPARE(gifti.version, std::string("1.0"));
        QCOMPARE(gifti.labels.size(), std::size_t{2});
        QCOMPARE(gifti.labels[0].name.name, std::string("medial wall"));
        QCOMPARE(gifti.labels[1].name.name, std::string("V1"));
        QCOMPARE(gifti.labels[1].key, std::int64_t{1});
        QCOMPARE(gifti.metadata.at("UserName"), std::string("Ada & co"));
        QCOMPARE(gifti.arrays.size(), std::size_t{2});
        const io::GiftiArray& points = gifti.arrays[0];
        QCOMPARE(points.intent, std::string("NIFTI_INTENT_POINTSET"));
        QCOMPARE(points.type, std::string("float32"));
        QVERIFY(points.shape == (std::vector<std::int64_t>{4, 3}));
        QVERIFY(points.isBigEndian && points.isRowMajor);
        QCOMPARE(points.metadata.at("AnatomicalStructurePrimary"), std::string("CortexLeft"));
        QVERIFY(!gifti.metadata.contains("AnatomicalStructurePrimary"));
        QVERIFY(!gifti.arrays[1].isBigEndian && !gifti.arrays[1].isRowMajor);
    }
    void realFilesAreRead_data()
    {
        // From the DataArray elements of the files, by eye.
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("intents");
        QTest::addColumn<QList<qint64>>("sizes");
        QTest::addColumn<int>("labels");
        const QStringList surface = {"NIFTI_INTENT_POINTSET", "NIFTI_INTENT_TRIANGLE"};
        QTest::newRow("Caret") << "Conte69.L.inflated.32k_fs_LR.surf.gii" << surface
                               << QList<qint64>{32492, 3, 64980, 3} << 1;
        QTest::newRow("Workbench")
            << "white.surf.gii" << surface << QList<qint64>{32492, 3, 64980, 3} << 1;
        QTest::newRow("gzip") << "pial_left.gii.gz" << surface << QList<qint64>{10242, 3, 20480, 3}
                              << 0;
        QTest::newRow("shape") << "sulc_left.gii.gz" << QStringList{"NIFTI_INTENT_SHAPE"}
                               << QList<qint64>{10242} << 0;
        QTest::newRow("labels") << "lh.Yeo2011.gii" << QStringList{"NIFTI_INTENT_LABEL"}
                                << QList<qint64>{163842} << 8;
    }
    void realFilesAreRead()
    {
        FUSIFORM_NEEDS_DATA("freesurfer_gifti");
        QFETCH(QString, name);
        QFETCH(QStringList, intents);
        QFETCH(QList<qint64>, sizes);
        QFETCH(int, labels);
        const io::Gifti gifti
            = io::readGifti(test::sharedData("freesurfer_gifti") / name.toStdString());
        QStringList foundIntents;
        QList<qint64> foundSizes;
        for (const io::GiftiArray& array : gifti.arrays) {
            foundIntents += QString::fromStdString(array.intent);
            for (const std::int64_t size : array.shape)
                foundSizes += size;
        }
        QCOMPARE(foundIntents, intents);
        QCOMPARE(foundSizes, sizes);
        QCOMPARE(gifti.labels.size(), static_cast<std::size_t>(labels));
    }
    void whatTheFormatDemandsIsNamedWhenItIsMissing()
    {
        QVERIFY(complaint(with("Intent=\"NIFTI_INTENT_POINTSET\" ", ""))
                    .contains("expected Intent of array 1, found none"));
        QVERIFY(complaint(with("NIFTI_TYPE_INT32", "NIFTI_TYPE_MANY")).contains("NIFTI_TYPE_MANY"));
        QVERIFY(complaint(with("Dim1=\"3\"", "")).contains("Dim1 of array 1"));
        QVERIFY(complaint(with("Dim0=\"4\"", "Dim0=\"-4\"")).contains("\"-4\""));
        QVERIFY(complaint(with("Dim0=\"4\"", "Dim0=\"4e3\"")).contains("\"4e3\""));
        QVERIFY(complaint(with("Dimensionality=\"2\"", "Dimensionality=\"1000000000\""))
                    .contains("at most 6"));
        QVERIFY(complaint("<svg/>").contains("XML that begins with svg"));
        QVERIFY(complaint(with("</GIFTI>", "")).contains("line"));
        QVERIFY(complaint("").contains("line 1"));
    }
    void entitiesAreRefused()
    {
        const std::string text = "<!DOCTYPE GIFTI [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                                 "<GIFTI Version=\"1\"><MetaData>&b;</MetaData></GIFTI>";
        QVERIFY(complaint(text).contains("found the entity a"));
    }
    void cutAndDamagedFilesAreBadData()
    {
        const auto read = [](const auto& file) { (void)io::readGifti(file); };
        const auto cuts = static_cast<int>(kExample.find("</GIFTI>")) + 8;
        // Every cut before the end of the root element is refused.
        QCOMPARE(test::cutEverywhere(kExample, "a.gii", 1, read), cuts);
        QVERIFY(test::survivesDamage(kExample, "a.gii", 3, read));
    }
    void truncatedGzipIsBadData()
    {
        const auto packed = io::gzipCompressed(std::as_bytes(std::span(kExample)));
        const std::string bytes(reinterpret_cast<const char*>(packed.data()), packed.size());
        QCOMPARE(test::cutEverywhere(bytes, "a.gii.gz", 1,
                                     [](const auto& file) { (void)io::readGifti(file); }),
                 static_cast<int>(bytes.size()));
    }
};

FUSIFORM_TEST(GiftiTest)
#include "gifti_test.moc"
