// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensorflow_checkpoint.h"

#include "core/io/formats.h"
#include "tests/support/bytes.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

fs::path served(const std::string& name)
{
    return test::sharedData("tensorflow") / "tensorflow_serving" / name;
}

std::string varint(std::uint64_t value)
{
    std::string bytes;
    for (; value >= 0x80; value >>= 7U)
        bytes += static_cast<char>((value & 0x7FU) | 0x80U);
    return bytes + static_cast<char>(value);
}

/// One entry that shares nothing with the key before.
std::string entry(const std::string& key, const std::string& value)
{
    return varint(0) + varint(key.size()) + varint(value.size()) + key + value;
}

/// A block without compression: entries, one restart point, its trailer.
std::string block(const std::string& entries)
{
    return test::Bytes(std::endian::little)
               .text(entries)
               .add(std::uint32_t{0})
               .add(std::uint32_t{1})
               .all()
           + std::string(5, '\0');
}

/// A table with one block, by the layout that LevelDB's documentation gives.
std::string table(const std::string& entries)
{
    const std::string body = block(entries);
    const std::string index = block(entry("~", varint(0) + varint(body.size() - 5)));
    std::string footer = varint(0) + varint(0) + varint(body.size()) + varint(index.size() - 5);
    footer.resize(40, '\0');
    return body + index + footer
           + test::Bytes(std::endian::little).add(std::uint64_t{0xDB4775248B80FB57U}).all();
}

/// Protocol buffers by hand: two shards; "w" of float32, 300 x 2, 2,400 bytes in shard 1.
std::string exampleV2()
{
    const std::string rows = "\x08" + varint(300);
    const std::string columns = "\x08\x02";
    const std::string shape
        = "\x12" + varint(rows.size()) + rows + "\x12" + varint(columns.size()) + columns;
    const std::string w
        = "\x08\x01\x12" + varint(shape.size()) + shape + "\x18\x01\x28" + varint(2400);
    return table(entry("", std::string("\x08\x02", 2)) + entry("w", w));
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
        const fs::path path = served(file.toStdString());
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
            const fs::path folder = served(std::string("servables/tensorflow/testdata/") + model
                                           + "/00000123/variables");
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
        for (const std::string& content : {table(entry("key", "value")), table("")}) {
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
        const std::string packed = test::bytesOf(served(
            "servables/tensorflow/testdata/saved_model_half_plus_two_tf2_cpu/00000123/variables/"
            "variables.index"));
        QVERIFY(test::survivesDamage(
            packed, "a", 1, [](const auto& file) { (void)io::readTensorFlowCheckpoint(file); }));
    }
};

FUSIFORM_TEST(TensorflowCheckpointTest)
#include "tensorflow_checkpoint_test.moc"
