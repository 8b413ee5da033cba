// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/random.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <Eigen/Core>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

using namespace fusiform;
using namespace fusiform::io;

namespace {

/// A file with that header and `arrayBytes` zero bytes after it.
std::string fileText(const std::string& header, std::size_t arrayBytes)
{
    const std::uint64_t length = header.size();
    std::string text(sizeof length, '\0');
    std::memcpy(text.data(), &length, sizeof length);
    return text + header + std::string(arrayBytes, '\0');
}

/// What reading a file of that content throws: the kind and the message, or nothing.
struct Verdict {
    bool isRead = false;
    ErrorKind kind = ErrorKind::Failure;
    std::string message;
};

Verdict verdictOn(const std::string& content)
{
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "model.safetensors";
    test::writeText(file, content);
    try {
        const Safetensors read(file);
        return {true, {}, {}};
    } catch (const Error& error) {
        return {false, error.kind(), error.what()};
    }
}

std::string entry(const char* type, const char* shape, const char* offsets)
{
    return std::string(R"({"a":{"dtype":")") + type + R"(","shape":)" + shape
           + R"(,"data_offsets":)" + offsets + "}}";
}

} // namespace

class SafetensorsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsReadBack()
    {
        const test::TemporaryFolder folder;
        const std::filesystem::path file = folder.path() / "a.safetensors";
        const std::vector<float> floats = {1.5F, -2, 0, 1e-30F, 3, 4};
        const std::vector<double> doubles = {0.1, -1e300};
        const std::vector<std::int64_t> wholes = {-7, 1LL << 60};
        const std::vector<std::uint16_t> halves = toHalf(std::array{0.5F, -2.0F});
        // 1, -2 and pi cut to eight bits: the upper halves of 3F800000, C0000000 and 40490FDB.
        const std::vector<std::uint16_t> brains = {0x3F80, 0xC000, 0x4049};
        writeSafetensors(
            file,
            {{"floats", {TensorType::Float32, {2, 3}, std::as_bytes(std::span(floats))}},
             {"doubles", {TensorType::Float64, {2}, std::as_bytes(std::span(doubles))}},
             {"wholes", {TensorType::Int64, {2, 1}, std::as_bytes(std::span(wholes))}},
             {"halves", {TensorType::Float16, {2}, std::as_bytes(std::span(halves))}},
             {"brains", {TensorType::BFloat16, {3}, std::as_bytes(std::span(brains))}},
             {"empty", {TensorType::UInt8, {0, 5}, {}}}},
            {{"fusiform", "{\"kind\":\"pca\"}"}});

        const Safetensors read(file);
        QCOMPARE(read.tensors().size(), 6U);
        QCOMPARE(read.metadata().at("fusiform"), std::string("{\"kind\":\"pca\"}"));
        QVERIFY(read.tensor("floats", std::array<std::int64_t, 2>{2, 3}).floats() == floats);
        QCOMPARE(read.tensors().at("doubles").floats()[0], 0.1F);
        QVERIFY(read.tensors().at("halves").floats() == (std::vector<float>{0.5F, -2.0F}));
        QVERIFY(read.tensors().at("brains").floats() == (std::vector<float>{1, -2, 3.140625F}));
        const Tensor& whole = read.tensors().at("wholes");
        QVERIFY(std::ranges::equal(whole.bytes, std::as_bytes(std::span(wholes))));
        QCOMPARE(read.tensors().at("empty").count(), 0);
        QVERIFY_THROWS_EXCEPTION(Error, (void)whole.floats());
    }

    void theSameContentGivesTheSameBytes()
    {
        const std::vector<float> values = {1, 2, 3};
        const auto bytesOf = [&] {
            const test::TemporaryFolder folder;
            writeSafetensors(folder.path() / "a",
                             {{"x", {TensorType::Float32, {3}, std::as_bytes(std::span(values))}}},
                             {{"b", "2"}, {"a", "1"}});
            return readBinaryFile(folder.path() / "a");
        };
        QVERIFY(bytesOf() == bytesOf());
    }

    void aFileMadeByHandIsRead()
    {
        const test::TemporaryFolder folder;
        std::string content = fileText(entry("F32", "[1,2]", "[0,8]"), 0);
        const std::array values = {2.5F, -1.0F};
        content.append(reinterpret_cast<const char*>(values.data()), sizeof values);
        test::writeText(folder.path() / "a", content);
        const Safetensors read(folder.path() / "a");
        QVERIFY(read.tensors().at("a").floats() == (std::vector<float>{2.5F, -1.0F}));
    }

    void halfPrecisionAgreesWithEigen()
    {
        std::vector<float> values
            = {0,        -0.0F,     65504,           65519.99F,      65520,    -1e9F,
               6.0e-8F,  2.9e-8F,   2.99e-8F,        6.1e-5F,        6.09e-5F, 1e-40F,
               INFINITY, -INFINITY, 1.0F + 0x1p-11F, 1.0F + 0x3p-11F};
        Random random(3);
        for (int i = 0; i < 20000; ++i)
            values.push_back(
                static_cast<float>(random.normal() * std::exp(random.uniform(-20, 12))));
        const std::vector<std::uint16_t> halves = toHalf(values);
        for (std::size_t i = 0; i < values.size(); ++i)
            QCOMPARE(halves[i], Eigen::numext::bit_cast<std::uint16_t>(Eigen::half(values[i])));
        QVERIFY((toHalf(std::array{NAN})[0] & 0x7FFFU) > 0x7C00U);

        std::vector<std::uint16_t> all(65536);
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = static_cast<std::uint16_t>(i);
        const Tensor tensor{TensorType::Float16, {65536}, std::as_bytes(std::span(all))};
        const std::vector<float> floats = tensor.floats();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto half = Eigen::numext::bit_cast<Eigen::half>(all[i]);
            const auto wanted = static_cast<float>(half);
            QVERIFY(std::isnan(wanted) ? std::isnan(floats[i]) : floats[i] == wanted);
        }
    }

    void aFileCutOffAnywhereIsBadData()
    {
        const std::string whole
            = fileText(R"({"__metadata__":{"k":"v"},"a":{"dtype":"F32","shape":[2],)"
                       R"("data_offsets":[0,8]},"b":{"dtype":"U8","shape":[3],)"
                       R"("data_offsets":[8,11]}})",
                       11);
        QVERIFY(verdictOn(whole).isRead);
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const Verdict verdict = verdictOn(whole.substr(0, length));
            QVERIFY2(!verdict.isRead && verdict.kind == ErrorKind::BadData,
                     qPrintable(QString("at %1 bytes: %2")
                                    .arg(length)
                                    .arg(QString::fromStdString(verdict.message))));
            QVERIFY(verdict.message.find("model.safetensors") != std::string::npos);
        }
    }

    void anyChangedByteOfTheHeaderIsReadOrBadData()
    {
        const std::string whole = fileText(entry("F32", "[2]", "[0,8]"), 8);
        for (std::size_t place = 0; place + 8 < whole.size(); ++place)
            for (const char value : {'\0', '\1', '"', '9', '-', '}', '\xFF'}) {
                std::string damaged = whole;
                damaged[place] = value;
                const Verdict verdict = verdictOn(damaged);
                QVERIFY(verdict.isRead || verdict.kind == ErrorKind::BadData);
            }
    }

    void lyingHeadersAreRefused_data()
    {
        QTest::addColumn<QString>("header");
        const auto add = [](const char* name, const std::string& header) {
            QTest::newRow(name) << QString::fromStdString(header);
        };
        add("an offset beyond the end", entry("F32", "[2]", "[8,16]"));
        add("offsets in the wrong order", entry("F32", "[2]", "[8,0]"));
        add("a negative offset", entry("F32", "[2]", "[-8,0]"));
        add("an offset of twenty digits", entry("F32", "[2]", "[0,18446744073709551615]"));
        add("three offsets", entry("F32", "[2]", "[0,8,8]"));
        add("more items than bytes", entry("F32", "[3]", "[0,8]"));
        add("fewer items than bytes", entry("F32", "[1]", "[0,8]"));
        add("a negative length", entry("F32", "[-2]", "[0,8]"));
        add("a fraction of an item", entry("F32", "[2.0]", "[0,8]"));
        add("a product beyond 64 bits",
            entry("F32", "[4294967296,4294967296,4294967296]", "[0,8]"));
        add("a product that wraps to the right size",
            entry("U8", "[4611686018427387905,8]", "[0,8]"));
        add("an unknown type", entry("F7", "[2]", "[0,8]"));
        add("no shape", R"({"a":{"dtype":"F32","data_offsets":[0,8]}})");
        add("an entry that is a number", R"({"a":3})");
        add("metadata that are no text", R"({"__metadata__":{"k":1}})");
        add("metadata that are a list", R"({"__metadata__":[]})");
        add("a list instead of an object", "[1,2]");
        add("no JSON", "{\"a\":");
        add("two tensors in one place", R"({"a":{"dtype":"U8","shape":[6],"data_offsets":[0,6]},)"
                                        R"("b":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}})");
    }
    void lyingHeadersAreRefused()
    {
        QFETCH(const QString, header);
        const Verdict verdict = verdictOn(fileText(header.toStdString(), 8));
        QVERIFY(!verdict.isRead);
        QVERIFY2(verdict.kind == ErrorKind::BadData, verdict.message.c_str());
        QVERIFY(verdict.message.find("model.safetensors") != std::string::npos);
    }

    void aHeaderLengthBeyondTheFileIsRefusedBeforeMemoryIsTaken()
    {
        for (const std::uint64_t length :
             {std::uint64_t{1} << 62, UINT64_MAX, std::uint64_t{200}}) {
            std::string content = fileText("{}", 8);
            std::memcpy(content.data(), &length, sizeof length);
            QVERIFY(verdictOn(content).kind == ErrorKind::BadData);
        }
    }

    void aMissingTensorOrAnotherShapeIsNamed()
    {
        const test::TemporaryFolder folder;
        test::writeText(folder.path() / "a", fileText(entry("F32", "[2]", "[0,8]"), 8));
        const Safetensors read(folder.path() / "a");
        try {
            (void)read.tensor("weights", std::array<std::int64_t, 1>{2});
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY(std::string(error.what()).find("weights") != std::string::npos);
        }
        try {
            (void)read.tensor("a", std::array<std::int64_t, 2>{2, 1});
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY(std::string(error.what()).find("[2, 1]") != std::string::npos);
            QCOMPARE(error.kind(), ErrorKind::BadData);
        }
    }
};

FUSIFORM_TEST(SafetensorsTest)
#include "safetensors_test.moc"
