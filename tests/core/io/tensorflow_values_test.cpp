// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensorflow_values.h"

#include "core/util/error.h"
#include "tests/support/tensorflow_tables.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <bit>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

template <class T>
std::string numbers(const std::vector<T>& values)
{
    test::Bytes bytes(std::endian::little);
    for (const T value : values)
        bytes.add(value);
    return bytes.all();
}

/// A variable of version 2 in a data file of its own.
struct Variable {
    std::uint64_t type = 1; // float32
    std::vector<std::uint64_t> shape;
    std::string data;
    std::string more; ///< fields of its entry
};

struct Checkpoint {
    test::TemporaryFolder folder;
    fs::path index = folder.path() / "model.index";

    explicit Checkpoint(const Variable& variable)
    {
        const std::string entry = test::field(1, variable.type)
                                  + test::field(2, test::shape(variable.shape))
                                  + test::field(5, variable.data.size()) + variable.more;
        test::writeText(index,
                        test::table(test::entry("", test::field(1, 1)) + test::entry("w", entry)));
        test::writeText(folder.path() / "model.data-00000-of-00001", variable.data);
    }
    [[nodiscard]] std::vector<float> read() const
    {
        Progress progress;
        return io::readTensorFlowValues(
                   index, [](const auto&) { return true; }, progress)
            .at("w")
            .values;
    }
};

/// The field of a masked checksum.
std::string checksum(std::uint32_t crc)
{
    return std::string(1, 6 << 3 | 5) + numbers<std::uint32_t>({std::rotr(crc, 15) + 0xA282EAD8U});
}

/// A file of version 1: the list, then slices of "w" (rows x 2), of `rows` rows each.
std::string versionOne(const std::vector<std::vector<float>>& slices, std::uint64_t rows)
{
    const std::string meta
        = test::field(1, test::field(1, std::string("w")) + test::field(2, test::shape({rows, 2}))
                             + test::field(3, 1));
    std::string entries = test::entry("", test::field(1, meta));
    std::uint64_t start = 0;
    for (const std::vector<float>& slice : slices) {
        const std::uint64_t length = slice.size() / 2;
        const std::string extents = test::field(1, test::field(1, start) + test::field(2, length))
                                    + test::field(1, std::string()); // all columns
        const std::string data = test::field(1, 1) + test::field(5, numbers(slice));
        entries
            += test::entry("w" + std::to_string(start),
                           test::field(2, test::field(1, std::string("w")) + test::field(2, extents)
                                              + test::field(3, data)));
        start += length;
    }
    return test::table(entries);
}

std::vector<float> readOne(const fs::path& file)
{
    Progress progress;
    return io::readTensorFlowValues(
               file, [](const auto&) { return true; }, progress)
        .at("w")
        .values;
}

std::vector<float> readOneOf(const std::string& content)
{
    const test::TemporaryFolder folder;
    test::writeText(folder.path() / "model", content);
    return readOne(folder.path() / "model");
}

} // namespace

class TensorflowValuesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void realCheckpointsHoldTheirNumbers_data()
    {
        // "Half plus two": y = a x + b with a = 0.5, b = 2; and c = 3 for a third.
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("suffix");
        const QString servables = "servables/tensorflow/testdata/";
        QTest::newRow("V2, plain")
            << servables + "saved_model_half_plus_two_2_versions/00000124/variables/variables.index"
            << "";
        QTest::newRow("V2, snappy")
            << servables + "saved_model_half_plus_two_cpu/00000123/variables/variables.index"
            << "";
        QTest::newRow("V2 of TensorFlow 2")
            << servables + "saved_model_half_plus_two_tf2_cpu/00000123/variables/variables.index"
            << "/.ATTRIBUTES/VARIABLE_VALUE";
        QTest::newRow("V1") << QString(
            "session_bundle/testdata/half_plus_two/00000123/export-00000-of-00001")
                            << "";
    }
    void realCheckpointsHoldTheirNumbers()
    {
        FUSIFORM_NEEDS_DATA("tensorflow");
        QFETCH(QString, file);
        QFETCH(QString, suffix);
        Progress progress;
        const auto read = io::readTensorFlowValues(
            test::served(file.toStdString()),
            [](const io::CheckpointTensor& tensor) { return tensor.type == "float32"; }, progress);
        const auto valueOf
            = [&](const char* name) { return read.at(name + suffix.toStdString()).values; };
        QVERIFY(valueOf("a") == std::vector<float>{0.5F});
        QVERIFY(valueOf("b") == std::vector<float>{2});
    }
    void everyFloatingTypeIsConverted()
    {
        const std::vector<float> wanted = {1, -0.5F, 96};
        QVERIFY(Checkpoint({1, {3}, numbers<float>({1, -0.5F, 96}), {}}).read() == wanted);
        QVERIFY(Checkpoint({2, {3}, numbers<double>({1, -0.5, 96}), {}}).read() == wanted);
        // bfloat16: the upper half of a float32; float16 by IEEE 754.
        QVERIFY(Checkpoint({14, {3}, numbers<std::uint16_t>({0x3F80, 0xBF00, 0x42C0}), {}}).read()
                == wanted);
        QVERIFY(Checkpoint({19, {3}, numbers<std::uint16_t>({0x3C00, 0xB800, 0x5600}), {}}).read()
                == wanted);
        QVERIFY_THROWS_EXCEPTION(Error, (void)Checkpoint({3, {1}, std::string(4, 'a'), {}}).read());
    }
    void theChecksumIsThatOfCastagnoli()
    {
        // RFC 3720, B.4: 32 bytes of zeros.
        Variable zeros{1, {8}, std::string(32, '\0'), checksum(0x8A9136AAU)};
        QVERIFY(Checkpoint(zeros).read() == std::vector<float>(8, 0.0F));
        zeros.data[17] = 1;
        QVERIFY_THROWS_EXCEPTION(Error, (void)Checkpoint(zeros).read());
    }
    void dataThatDoNotFitTheIndexAreRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)Checkpoint({1, {3}, numbers<float>({1, 2}), {}}).read());
        // Beyond the end, and a variable in parts.
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)Checkpoint({1, {2}, numbers<float>({1, 2}), test::field(4, 1)}).read());
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)Checkpoint({1, {2}, numbers<float>({1, 2}), test::field(7, std::string())})
                       .read());
        const Checkpoint lone({1, {2}, numbers<float>({1, 2}), {}});
        fs::remove(lone.folder.path() / "model.data-00000-of-00001");
        QVERIFY_THROWS_EXCEPTION(Error, (void)lone.read());
    }
    void slicesOfVersionOneComeTogether()
    {
        QVERIFY(readOneOf(versionOne({{1, 2, 3, 4}, {5, 6}}, 3))
                == (std::vector<float>{1, 2, 3, 4, 5, 6}));
        QVERIFY_THROWS_EXCEPTION(Error, (void)readOneOf(versionOne({{1, 2, 3, 4}}, 3)));
        QVERIFY_THROWS_EXCEPTION(Error, (void)readOneOf(versionOne({{1, 2, 3, 4}, {5, 6}}, 2)));
        // A shape that no file of this size can hold takes no memory.
        QVERIFY_THROWS_EXCEPTION(Error, (void)readOneOf(versionOne({{1, 2}}, 1U << 29U)));
    }
    void cutAndDamagedFilesAreBadData()
    {
        const std::string whole = versionOne({{1, 2, 3, 4}, {5, 6}}, 3);
        const auto read = [](const fs::path& file) { (void)readOne(file); };
        QCOMPARE(test::cutEverywhere(whole, "a", 1, read), static_cast<int>(whole.size()));
        QVERIFY(test::survivesDamage(whole, "a", 1, [](const fs::path& file) {
            Progress progress;
            (void)io::readTensorFlowValues(
                file, [](const auto&) { return true; }, progress);
        }));
    }
};

FUSIFORM_TEST(TensorflowValuesTest)
#include "tensorflow_values_test.moc"
