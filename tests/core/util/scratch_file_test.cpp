// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/scratch_file.h"

#include "core/util/error.h"
#include "tests/support/file_limit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fusiform;

namespace {

std::vector<std::byte> filled(std::size_t count, int value)
{
    return std::vector<std::byte>(count, static_cast<std::byte>(value));
}

} // namespace

class ScratchFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsAddedIsReadBackWhereItWas()
    {
        const test::TemporaryFolder folder;
        ScratchFile file(folder.path() / "made", 30000);
        QCOMPARE(file.bytes().size(), 0U);
        file.append(filled(10000, 1));
        const std::byte* const begin = file.bytes().data();
        QCOMPARE(begin[9999], std::byte{1});
        file.append(filled(20000, 2)); // over several pages that were beyond the end before
        QCOMPARE(file.bytes().data(), begin);
        QCOMPARE(file.bytes().size(), 30000U);
        QCOMPARE(std::ranges::count(file.bytes(), std::byte{2}), 20000);
        QCOMPARE(begin[10000], std::byte{2});
        QVERIFY(folder.files().empty()); // without a name
    }
    void moreThanWasSaidIsRefused()
    {
        const test::TemporaryFolder folder;
        ScratchFile file(folder.path(), 10);
        QVERIFY_THROWS_EXCEPTION(Error, file.append(filled(11, 1)));
        ScratchFile none(folder.path(), 0);
        QVERIFY(none.bytes().empty());
    }
    void aFullDiskIsOneFailureThatNamesTheFolder()
    {
        const test::TemporaryFolder folder;
        ScratchFile file(folder.path(), 30000);
        const test::FileLimit limit(8192);
        try {
            file.append(filled(30000, 1));
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Failure);
            QVERIFY(std::string(error.what()).starts_with(folder.path().string()));
            QVERIFY(std::string(error.what()).find("File too large") != std::string::npos);
        }
    }
    void aPlaceThatIsNoFolderIsNamed()
    {
        const test::TemporaryFolder folder;
        test::writeText(folder.path() / "file", "");
        QVERIFY_THROWS_EXCEPTION(Error, ScratchFile(folder.path() / "file", 10));
    }
};

FUSIFORM_TEST(ScratchFileTest)
#include "scratch_file_test.moc"
