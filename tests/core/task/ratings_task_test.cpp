// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/ratings_task.h"

#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/tsv.h"
#include "tests/core/rating/rated.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <fstream>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

/// A folder with the ratings of three raters, who choose the first model four times of five.
fs::path writeRatedFolder(const fs::path& folder)
{
    const rating::PlanRecord plan = test::planOf(1, 5, {3, 3, 1});
    rating::writeRatingFolder(folder, plan);
    rating::RatingWriter writer(folder);
    std::vector<rating::Rating> lines;
    for (const char* const rater : {"R-A", "R-B", "R-C"})
        for (const rating::Trial& trial : rating::trialsFor(plan.plan, lines, rater)) {
            lines.push_back(test::ratingOf(plan.plan, trial, rater, trial.pair == 3 ? 1 : 0));
            writer.append(lines.back());
        }
    return folder;
}

task::RatingsOptions optionsOf(const fs::path& folder, const fs::path& output = {})
{
    task::RatingsOptions options;
    options.folder = folder;
    options.output = output;
    options.draws = 500;
    return options;
}

task::Outcome toldOf(const task::RatingsOptions& options)
{
    Progress progress;
    return task::runRatings(options, progress);
}

} // namespace

class RatingsTaskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatRatersPreferredIsToldAndWritten()
    {
        const test::TemporaryFolder place;
        const fs::path folder = writeRatedFolder(place.path() / "ratings");
        const task::Outcome outcome = toldOf(optionsOf(folder, place.path() / "out"));
        QCOMPARE(outcome.json.at("all").at("chosen").get<int>(), 12);
        QCOMPARE(outcome.json.at("all").at("ratings").get<int>(), 15);
        QVERIFY(outcome.json.at("complete").get<bool>());
        QVERIFY(outcome.text.starts_with("Complete"));
        QVERIFY(outcome.text.find("80.0 % (12 of 15") != std::string::npos);
        const Tsv table = readTsv(place.path() / "out" / "preference.tsv");
        QCOMPARE(table.number(0, table.requiredColumn({"chosen"})), 12.0);
        QCOMPARE(table.number(0, table.requiredColumn({"share"})), 0.8);
        for (const char* const name :
             {"report.html", "ratings.json", "preference_shares.svg", "preference_raters.tsv"})
            QVERIFY2(fs::exists(place.path() / "out" / name), name);
    }
    void fewRatingsSayThatTheyAreFew()
    {
        const test::TemporaryFolder place;
        const rating::PlanRecord plan = test::planOf(1, 5);
        rating::writeRatingFolder(place.path() / "ratings", plan);
        {
            rating::RatingWriter writer(place.path() / "ratings");
            writer.append(test::ratingOf(plan.plan, {0, rating::Order::FirstLeft}, "R-A", 1));
        }
        const task::Outcome outcome = toldOf(optionsOf(place.path() / "ratings"));
        QVERIFY(outcome.text.find("Interval over raters: none of so few ratings")
                != std::string::npos);
        QVERIFY(outcome.text.find("0.0 % to 0.0 %") == std::string::npos);
    }
    void theSameRatingsGiveTheSameBytes()
    {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        const test::TemporaryFolder place;
        const fs::path folder = writeRatedFolder(place.path() / "ratings");
        (void)toldOf(optionsOf(folder, place.path() / "one"));
        (void)toldOf(optionsOf(folder, place.path() / "two"));
        qunsetenv("SOURCE_DATE_EPOCH");
        int files = 0;
        for (const auto& entry : fs::directory_iterator(place.path() / "one")) {
            ++files;
            QVERIFY2(readTextFile(entry.path())
                         == readTextFile(place.path() / "two" / entry.path().filename()),
                     entry.path().filename().c_str());
        }
        QVERIFY(files >= 10);
    }
    void aTornLineIsWarnedAboutAndARefusedFolderWritesNothing()
    {
        const test::TemporaryFolder place;
        const fs::path folder = writeRatedFolder(place.path() / "ratings");
        std::ofstream(folder / "ratings.tsv", std::ios::app) << "2026-01-02T03:0";
        std::vector<std::string> warnings;
        Progress progress({}, {}, [&](NoteLevel level, const Text& text) {
            if (level == NoteLevel::Warning)
                warnings.push_back(text.english());
        });
        const task::Outcome outcome = task::runRatings(optionsOf(folder), progress);
        QCOMPARE(outcome.json.at("all").at("ratings").get<int>(), 15);
        QCOMPARE(warnings.size(), std::size_t{1});
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)toldOf(optionsOf(place.path() / "nothing", place.path() / "out")));
        QVERIFY(!fs::exists(place.path() / "out"));
    }
};

FUSIFORM_TEST(RatingsTaskTest)
#include "ratings_task_test.moc"
