// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensorflow_checkpoint.h"

#include "core/io/formats.h"
#include "tests/support/tensorflow_tables.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

/// Protocol buffers by hand: two shards; "w" of float32, 300 x 2, 2,400 bytes in shard 1.
std::string exampleV2()
{
    const std::string w = test::field(1, 1) + test::field(2, test::shape({300, 2}))
                          + test::field(3, 1) + test::field(5, 2400);
    return test::table(test::entry("", test::field(1, 2)) + test::entry("w", w));
}

} // namespace

class TensorflowCheckpointTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTableByHandIsRead()
    {
        const test::TemporaryFolder folder;
        test::writeText(folder.path() / "a.index", exampleV2());
        const auto read = io::readTensorFlowCheckpoint(folder.path() / "a.index");
        QCOMPARE(read.version, 2);
        QCOMPARE(read.shards, std::int64_t{2});
        QCOMPARE(read.tensors.size(), std::size_t{1});
        QCOMPARE(read.tensors[0].name, std::string("w"));
        QCOMPARE(read.tensors[0].type, std::string("float32"));
        QVERIFY(read.tensors[0].shape == (std::vector<std::int64_t>{300, 2}));
        QCOMPARE(read.tensors[0].shard, std::int64_t{1});
        QCOMPARE(read.tensors[0].size, std::int64_t{2400});
    }
    void realCheckpointsAreRead_data()
    {
        // "Half plus two": TensorFlow Serving's example has the variables a = 0.5, b = 2, c = 3.
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("version");
        QTest::addColumn<QStringList>("names");
        const QString servables = "servables/tensorflow/testdata/";
        QTest::newRow("V2, plain")
            << servables + "saved_model_half_plus_two_2_versions/00000124/variables/variables.index"
            << 2 << QStringList{"a", "b", "c"};
        QTest::newRow("V2, snappy")
            << servables + "saved_model_half_plus_two_cpu/00000123/variables/variables.index" << 2
            << QStringList{"a", "a2", "b", "c", "c2"};
        QTest::newRow("V2 of TensorFlow 2")
            << servables + "saved_model_half_plus_two_tf2_cpu/00000123/variables/variables.index"
            << 2
            << QStringList{"_CHECKPOINTABLE_OBJECT_GRAPH", "a/.ATTRIBUTES/VARIABLE_VALUE",
                           "b/.ATTRIBUTES/VARIABLE_VALUE", "c/.ATTRIBUTES/VARIABLE_VALUE"};
        QTest::newRow("V1") << QString(
            "session_bundle/testdata/half_plus_two/00000123/export-00000-of-00001")
                            << 1 << QStringList{"a", "b"};
        QTest::newRow("V1, renamed") << servables + "bad_half_plus_two/00000123/export" << 1
                                     << QStringList{"Variable", "Variable_1"};
    }
    void realCheckpointsAreRead()
    {
        FUSIFORM_NEEDS_DATA("tensorflow");
        QFETCH(QString, file);
        QFETCH(int, version);
        QFETCH(QStringList, names);
        const fs::path path = test::served(file.toStdString());
        const auto read = io::readTensorFlowCheckpoint(path);
        QCOMPARE(read.version, version);
        QStringList found;
        for (const io::CheckpointTensor& tensor : read.tensors) {
            found += QString::fromStdString(tensor.name);
            QVERIFY(tensor.shape.empty());
            QCOMPARE(tensor.type, std::string(tensor.name[0] == '_' ? "string" : "float32"));
        }
        QCOMPARE(found, names);
        QVERIFY(std::string(io::formatOf(path).name) == "TensorFlow checkpoint");
    }
    void placesOfVersion2AddUpToTheDataFile()
    {
        FUSIFORM_NEEDS_DATA("tensorflow");
        for (const char* model :
             {"saved_model_half_plus_two_2_versions", "saved_model_half_plus_two_tf2_cpu"}) {
            const fs::path folder = test::served(std::string("servables/tensorflow/testdata/")
                                                 + model + "/00000123/variables");
            std::int64_t end = 0;
            for (const auto& tensor :
                 io::readTensorFlowCheckpoint(folder / "variables.index").tensors) {
                QVERIFY(tensor.size > 0 && tensor.shard == 0);
                end = std::max(end, tensor.offset + tensor.size);
            }
            QCOMPARE(static_cast<std::uintmax_t>(end),
                     fs::file_size(folder / "variables.data-00000-of-00001"));
        }
    }
    void tablesOfOtherProgramsAreRefused()
    {
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "a.ldb";
        for (const std::string& content :
             {test::table(test::entry("key", "value")), test::table("")}) {
            test::writeText(file, content);
            QVERIFY_EXCEPTION_THROWN((void)io::readTensorFlowCheckpoint(file), Error);
        }
    }
    void cutAndDamagedFilesAreBadData()
    {
        const auto read = [](const auto& file) { (void)io::readTensorFlowCheckpoint(file); };
        const std::string own = exampleV2();
        QCOMPARE(test::cutEverywhere(own, "a", 1, read), static_cast<int>(own.size()));
        QVERIFY(test::survivesDamage(own, "a", 1, read));
    }
    void damagedSnappyIsBadData()
    {
        FUSIFORM_NEEDS_DATA("tensorflow");
        const std::string packed = test::bytesOf(test::served(
            "servables/tensorflow/testdata/saved_model_half_plus_two_tf2_cpu/00000123/variables/"
            "variables.index"));
        QVERIFY(test::survivesDamage(
            packed, "a", 1, [](const auto& file) { (void)io::readTensorFlowCheckpoint(file); }));
    }
};

FUSIFORM_TEST(TensorflowCheckpointTest)
#include "tensorflow_checkpoint_test.moc"
