// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gzip_file.h"

#include "core/util/error.h"
#include "core/util/file.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;

namespace {
std::vector<std::byte> content(std::size_t size)
{
    std::vector<std::byte> bytes(size);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<std::byte>(i * i / 7 % 251);
    return bytes;
}
void writeBytes(const std::filesystem::path& file, std::span<const std::byte> bytes)
{
    test::writeText(file, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}
} // namespace

class GzipFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goesThereAndBack()
    {
        const test::TemporaryFolder folder;
        const auto bytes = content(50000);
        writeBytes(folder.path() / "a.gz", io::gzipCompressed(bytes));
        const io::GzipContent read = io::readGzip(folder.path() / "a.gz", bytes.size());
        QVERIFY(read.isCompressed);
        QVERIFY(read.bytes == bytes);
        QVERIFY(io::readGzipPrefix(folder.path() / "a.gz", 100).bytes == content(100));
        QVERIFY(io::gzipCompressed(bytes) == io::gzipCompressed(bytes));
    }
    void severalMembersAreOneStream()
    {
        const test::TemporaryFolder folder;
        const auto bytes = content(3000);
        auto members = io::gzipCompressed(std::span(bytes).first(1000));
        const auto second = io::gzipCompressed(std::span(bytes).subspan(1000));
        members.insert(members.end(), second.begin(), second.end());
        writeBytes(folder.path() / "a.gz", members);
        QVERIFY(io::readGzip(folder.path() / "a.gz", 3000).bytes == bytes);
    }
    void aPlainFileWithTheWrongNameIsRead()
    {
        const test::TemporaryFolder folder;
        writeBytes(folder.path() / "a.gz", content(1000));
        const io::GzipContent read = io::readGzip(folder.path() / "a.gz", 1000);
        QVERIFY(!read.isCompressed);
        QVERIFY(read.bytes == content(1000));
    }
    void aTruncatedFileSaysHowManyBytesAreThere()
    {
        const test::TemporaryFolder folder;
        const auto whole = io::gzipCompressed(content(50000));
        for (const double share : {0.1, 0.5, 0.999}) {
            const auto size = static_cast<std::size_t>(share * static_cast<double>(whole.size()));
            writeBytes(folder.path() / "a.gz", std::span(whole).first(size));
            try {
                (void)io::readGzip(folder.path() / "a.gz", 50000);
                QFAIL("no error");
            } catch (const Error& error) {
                QCOMPARE(error.exitCode(), 3);
                QVERIFY(QString::fromUtf8(error.what())
                            .contains(QLatin1String("expected 50000 bytes")));
            }
        }
    }
    void aHeaderThatPromisesTheImpossibleIsNotBelieved()
    {
        const test::TemporaryFolder folder;
        writeBytes(folder.path() / "a.gz", io::gzipCompressed(content(1000)));
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)io::readGzip(folder.path() / "a.gz", std::size_t{1} << 45));
    }
};

FUSIFORM_TEST(GzipFileTest)
#include "gzip_file_test.moc"
