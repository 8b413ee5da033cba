// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/fit_place.h"

#include "core/util/error.h"
#include "core/util/hash.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::session;
namespace fs = std::filesystem;

namespace {

const std::string kThis = "{\"this\": 1}";

void writeFit(const fs::path& folder, const std::string& text = kThis)
{
    test::writeText(folder / "fit.json", text);
}

} // namespace

class FitPlaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsWhereTheSessionSays()
    {
        const test::TemporaryFolder folder;
        const fs::path session = folder.path() / "talks" / "x.fusiform";
        writeFit(folder.path() / "fits" / "a");
        const FitReference fit{"../fits/a", "sub-01", contentHash(kThis)};
        QCOMPARE(placeOf(fit, session, {}).value(), folder.path() / "fits" / "a");
        // The whole tree elsewhere: the way from one to the other is the same.
        fs::create_directories(folder.path() / "moved");
        fs::rename(folder.path() / "fits", folder.path() / "moved" / "fits");
        QVERIFY(!placeOf(fit, session, {}));
        QCOMPARE(placeOf(fit, folder.path() / "moved" / "talks" / "x.fusiform", {}).value(),
                 folder.path() / "moved" / "fits" / "a");
    }
    void anotherFitOfThatNameIsNotTaken()
    {
        const test::TemporaryFolder folder;
        writeFit(folder.path() / "fits" / "a", "{}");
        const FitReference fit{"fits/a", "sub-01", contentHash(kThis)};
        QVERIFY(!placeOf(fit, folder.path() / "x.fusiform", {}));
        writeFit(folder.path() / "known");
        const std::vector<fs::path> others
            = {folder.path() / "gone", folder.path() / "fits" / "a", folder.path() / "known"};
        QCOMPARE(placeOf(fit, folder.path() / "x.fusiform", others).value(),
                 folder.path() / "known");
    }
    void itIsFoundByItsContent()
    {
        const test::TemporaryFolder folder;
        writeFit(folder.path() / "a" / "fit", "{}");
        writeFit(folder.path() / "b" / "c" / "d" / "renamed");
        const FitReference fit{"gone", "sub-01", contentHash(kThis)};
        Progress progress;
        QCOMPARE(searchFit(fit, folder.path(), progress).value(),
                 folder.path() / "b" / "c" / "d" / "renamed");
        QCOMPARE(searchFit(fit, folder.path() / "b" / "c" / "d" / "renamed", progress).value(),
                 folder.path() / "b" / "c" / "d" / "renamed");
        QVERIFY(!searchFit(fit, folder.path() / "a", progress));
    }
    void aCircleOfLinksEnds()
    {
        const test::TemporaryFolder folder;
        fs::create_directories(folder.path() / "a");
        fs::create_directory_symlink(folder.path(), folder.path() / "a" / "up");
        Progress progress;
        QVERIFY(!searchFit({"gone", "sub-01", contentHash(kThis)}, folder.path(), progress));
    }
    void theSearchCanBeStopped()
    {
        const test::TemporaryFolder folder;
        std::stop_source stop;
        stop.request_stop();
        Progress stopped(stop.get_token());
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)searchFit({"gone", "sub-01", "x"}, folder.path(), stopped));
    }
};

FUSIFORM_TEST(FitPlaceTest)
#include "fit_place_test.moc"
