// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch_archive.h"

#include "core/io/formats.h"
#include "tests/support/test_main.h"
#include "tests/support/zip_archive.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kProgram
    = {"net/data.pkl", "net/code/__torch__/net.py", "net/constants.pkl", "net/version"};
const std::vector<std::string> kWeights = {"net/data.pkl", "net/data/0", "net/version"};

io::TorchArchive readOf(const std::string& content)
{
    return io::readTorchArchive("a.pt", std::as_bytes(std::span(content)));
}

std::string complaintAbout(const std::string& content)
{
    try {
        io::requireProgram("a.pt", std::as_bytes(std::span(content)));
    } catch (const Error& error) {
        return error.found() ? error.found()->english() : error.what();
    }
    return {};
}

} // namespace

class TorchArchiveTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAreRead()
    {
        for (const bool isLong : {false, true}) {
            QVERIFY(readOf(test::zipArchive(kProgram, isLong)).names == kProgram);
            QVERIFY(readOf(test::zipArchive(kProgram, isLong)).isProgram());
            QVERIFY(!readOf(test::zipArchive(kWeights, isLong)).isProgram());
        }
        // A comment may follow.
        std::string commented = test::zipArchive(kProgram);
        commented.replace(commented.size() - 2, 2, std::string("\3\0abc", 5));
        QVERIFY(readOf(commented).names == kProgram);
    }
    void whatIsNoProgramIsToldApart()
    {
        QCOMPARE(complaintAbout(test::zipArchive(kProgram)), std::string());
        QVERIFY(complaintAbout(test::zipArchive(kWeights)).starts_with("weights without code"));
        QVERIFY(complaintAbout("\x80\x02}q").starts_with("a pickle"));
        QCOMPARE(complaintAbout("import torch"), std::string("something else"));
        QCOMPARE(complaintAbout(""), std::string("something else"));
    }
    void archivesAreKnownByTheirContent()
    {
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "model.safetensors"; // a copy with another name
        test::writeText(file, test::zipArchive(kProgram));
        QCOMPARE(io::formatOf(file).describe(file).at("format").get<std::string>(),
                 std::string("TorchScript program"));
        test::writeText(file, test::zipArchive({"word/document.xml"}));
        QVERIFY(!io::isTorchArchive(file));
        QVERIFY(io::isTorchArchive(folder.path() / "absent.pt"));
        QVERIFY(!io::isTorchArchive(folder.path() / "absent"));
    }
    void cutAndDamagedArchivesAreRefused()
    {
        const auto read = [](const fs::path& file) { (void)io::describeTorchArchive(file).dump(); };
        for (const bool isLong : {false, true}) {
            const std::string whole = test::zipArchive(kProgram, isLong);
            QCOMPARE(test::cutEverywhere(whole, "a.pt", 1, read), static_cast<int>(whole.size()));
            QVERIFY(test::survivesDamage(whole, "a.pt", 5, read));
        }
    }
};

FUSIFORM_TEST(TorchArchiveTest)
#include "torch_archive_test.moc"
