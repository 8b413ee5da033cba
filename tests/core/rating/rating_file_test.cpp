// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/rating_file.h"

#include "core/util/error.h"
#include "core/util/file.h"
#include "tests/core/rating/rated.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace fusiform;
using namespace fusiform::rating;
namespace fs = std::filesystem;

namespace {

template <class Work>
std::optional<ErrorKind> kindOf(Work work)
{
    try {
        work();
        return std::nullopt;
    } catch (const Error& error) {
        return error.kind();
    }
}

void addText(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::app | std::ios::binary) << text;
}

/// A folder with three ratings by two raters.
struct RatedFolder {
    test::TemporaryFolder place;
    fs::path folder = place.path() / "ratings";
    fs::path file = folder / "ratings.tsv";
    PlanRecord plan = test::planOf(1, 3);
    std::vector<Rating> lines;

    RatedFolder()
    {
        writeRatingFolder(folder, plan);
        lines = {test::ratingOf(plan.plan, {0, Order::FirstLeft}, "R1", 0),
                 test::ratingOf(plan.plan, {2, Order::SecondLeft}, "R1", 1),
                 test::ratingOf(plan.plan, {1, Order::SecondLeft}, "R2", 0)};
        lines[1].kind = RatingKind::TakenBack;
        lines[2].seconds = 0.1;
        RatingWriter writer(folder);
        for (const Rating& line : lines)
            writer.append(line);
    }
};

} // namespace

class RatingFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const RatedFolder rated;
        QVERIFY(isRatingFolder(rated.folder));
        QVERIFY(!isRatingFolder(rated.place.path()));
        const RatingRecord record = readRatingFolder(rated.folder);
        QVERIFY(record.warnings.empty());
        QCOMPARE(record.lines, rated.lines);
        QCOMPARE(record.plan.plan.pairs, rated.plan.plan.pairs);
        QCOMPARE(record.plan.plan.models, rated.plan.plan.models);
        QCOMPARE(record.plan.plan.quotas, rated.plan.plan.quotas);
        QCOMPARE(record.plan.picturesHash, rated.plan.picturesHash);
        QCOMPARE(record.plan.region, rated.plan.region);
        // Too fast to have looked: for whoever reads the table by other means.
        QVERIFY(readTextFile(rated.file).ends_with("\t0.1\ttest\tfast\n"));
    }
    /// Wherever the last line ends, all before it is there, and the next one stands by itself.
    void aTornLastLineIsDroppedWithAWarning()
    {
        const RatedFolder rated;
        const std::string whole = readTextFile(rated.file);
        const std::size_t last = whole.rfind('\n', whole.size() - 2) + 1;
        for (std::size_t length = last + 1; length < whole.size(); ++length) {
            fs::resize_file(rated.file, length);
            const RatingRecord record = readRatingFolder(rated.folder);
            QCOMPARE(record.warnings.size(), std::size_t{1});
            QCOMPARE(record.lines.size(), std::size_t{2});
            {
                RatingWriter writer(rated.folder);
                writer.append(rated.lines[2]);
            }
            QCOMPARE(readTextFile(rated.file), whole);
        }
    }
    /// A program that is killed while it writes has lost nothing it had said was kept.
    void nothingKeptIsLostByAKill()
    {
        for (const int kept : {1, 7, 40}) {
            const RatedFolder rated;
            int ends[2];
            QCOMPARE(::pipe(ends), 0);
            const pid_t child = ::fork();
            if (child == 0) {
                RatingWriter writer(rated.folder);
                for (int line = 0; line < 10000; ++line) {
                    writer.append(rated.lines[0]);
                    [[maybe_unused]] const ssize_t said = ::write(ends[1], "k", 1);
                }
                ::_exit(0);
            }
            QVERIFY(child > 0);
            char letter = 0;
            for (int k = 0; k < kept; ++k)
                QCOMPARE(::read(ends[0], &letter, 1), ssize_t{1});
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            const int flags = ::fcntl(ends[0], F_GETFL);
            ::fcntl(ends[0], F_SETFL, flags | O_NONBLOCK);
            int said = kept;
            while (::read(ends[0], &letter, 1) == 1)
                ++said;
            ::close(ends[0]);
            ::close(ends[1]);
            const std::size_t lines = readRatingFolder(rated.folder).lines.size();
            QVERIFY(lines >= rated.lines.size() + static_cast<std::size_t>(said));
            RatingWriter next(rated.folder); // the lock went with the program
            next.append(rated.lines[1]);
            QCOMPARE(readRatingFolder(rated.folder).lines.size(), lines + 1);
        }
    }
    void aDamagedLineInTheMiddleIsNamed()
    {
        const RatedFolder rated;
        const std::string whole = readTextFile(rated.file);
        addText(rated.file, "2026\tR3\t1\tsub-01\tf09\tgan\tpca\tgan\t1\ttest\tn/a\n");
        try {
            (void)readRatingFolder(rated.folder);
            QFAIL("a face that is not in the plan was read");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::BadData);
            QCOMPARE(error.file(), rated.file);
            QVERIFY(error.found()->english().find("line 5") != std::string::npos);
        }
        for (const char* const line :
             {"2026\tR3\t1\tsub-01\tf01\tgan\tgan\tgan\t1\ttest\tn/a\n",
              "2026\tR3\t1\tsub-01\tf01\tgan\tpca\tvae\t1\ttest\tn/a\n",
              "2026\tR3\t1\tsub-01\tf01\tgan\tpca\tgan\tx\ttest\tn/a\n",
              "2026\tR3\t1\tsub-01\tf01\tgan\tpca\tgan\t1\tother\tn/a\n", "2026\tR3\t1\n"}) {
            test::writeText(rated.file, whole + line);
            QCOMPARE(kindOf([&] { (void)readRatingFolder(rated.folder); }), ErrorKind::BadData);
        }
    }
    void ratingsAreNeverReplaced()
    {
        const RatedFolder rated;
        const std::string before = readTextFile(rated.file);
        QCOMPARE(kindOf([&] { writeRatingFolder(rated.folder, rated.plan); }), ErrorKind::Usage);
        fs::remove(rated.folder / "plan.json");
        QCOMPARE(kindOf([&] { writeRatingFolder(rated.folder, rated.plan); }), ErrorKind::Usage);
        QCOMPARE(readTextFile(rated.file), before);
    }
    void oneProgramWritesAtATime()
    {
        const RatedFolder rated;
        const RatingWriter writer(rated.folder);
        QCOMPARE(kindOf([&] { const RatingWriter second(rated.folder); }), ErrorKind::Failure);
        QCOMPARE(readRatingFolder(rated.folder).lines.size(), std::size_t{3}); // reading is free
    }
    void aPlanThatIsNoneIsNamed()
    {
        const RatedFolder rated;
        for (const char* const text : {"{", "{}", "{\"format\": 2}"}) {
            test::writeText(rated.folder / "plan.json", text);
            QCOMPARE(kindOf([&] { (void)readRatingFolder(rated.folder); }), ErrorKind::BadData);
        }
    }
    void codesOfRatersAreShortAndPlain()
    {
        QCOMPARE(raterCode(" r-7k_1 "), std::string("R-7K_1"));
        for (const char* const text :
             {"", " ", "Jane Doe", "a\tb", "é", "1234567890123456789012345"})
            QCOMPARE(kindOf([&] { (void)raterCode(text); }), ErrorKind::Usage);
        const std::string code = newRaterCode({}, 5);
        QCOMPARE(raterCode(code), code);
        Rating taken;
        taken.rater = code;
        const std::vector<Rating> lines = {taken};
        QVERIFY(newRaterCode(lines, 5) != code);
    }
};

FUSIFORM_TEST(RatingFileTest)
#include "rating_file_test.moc"
