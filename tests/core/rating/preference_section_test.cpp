// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/preference_section.h"

#include "core/util/random.h"
#include "tests/core/rating/rated.h"
#include "tests/core/report/text_boxes.h"
#include "tests/support/test_main.h"

#include <set>

using namespace fusiform;
using namespace fusiform::rating;

namespace {

/// So many raters, who choose the first model three times of four.
RatingRecord drawnRecord(int subjects, int faces, int raters)
{
    RatingRecord record;
    record.plan = test::planOf(subjects, faces);
    record.plan.plan.models = {"portraits-vaegan", "portraits-pca"};
    Random random(5);
    for (int r = 0; r < raters; ++r) {
        const std::string rater = newRaterCode(record.lines, static_cast<std::uint64_t>(r) + 1);
        for (const Trial& trial : trialsFor(record.plan.plan, countedOf(record.lines), rater))
            record.lines.push_back(
                test::ratingOf(record.plan.plan, trial, rater, random.uniform() < 0.75 ? 0 : 1));
    }
    return record;
}

results::Section sectionOfRecord(const RatingRecord& record, double widthMm = 180)
{
    Progress progress;
    return preferenceSection(record.plan, preferenceOf(record, {0.95, 500, 1}, progress), widthMm);
}

/// Every number that stands at a bar, in per cent with one digit, is in a table.
bool numbersAreInTables(const results::Section& section)
{
    std::set<std::string> shares;
    for (const results::Table& table : section.tables)
        for (const auto& row : table.rows)
            for (std::size_t c = 0; c < row.size(); ++c)
                if (table.columns[c].kind == results::Kind::Share)
                    shares.insert(results::shown(row[c], results::Kind::Share));
    for (const results::NamedFigure& one : section.figures)
        for (const report::Label& label : one.figure.all<report::Label>())
            if (label.isBold && label.align == report::Align::Right
                && !shares.contains(label.text.english() + " %"))
                return false;
    return true;
}

} // namespace

class PreferenceSectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTextOfEveryFigureHasRoom()
    {
        for (const double widthMm : {180.0, 89.0})
            for (const results::NamedFigure& one :
                 sectionOfRecord(drawnRecord(4, 20, 15), widthMm).figures)
                QVERIFY2(test::textsHaveRoom(one.figure), one.name.c_str());
    }
    void everyNumberOfAFigureIsInATable()
    {
        const results::Section section = sectionOfRecord(drawnRecord(2, 10, 15));
        QCOMPARE(section.figures.size(), std::size_t{3});
        QVERIFY(numbersAreInTables(section));
        QVERIFY(section.missing.empty());
        QVERIFY(section.json.at("complete").get<bool>());
    }
    void whatIsIncompleteIsCalledSo()
    {
        const results::Section section = sectionOfRecord(drawnRecord(1, 10, 3));
        QCOMPARE(section.missing.size(), std::size_t{1});
        const std::string text = section.missing.front().english();
        QVERIFY2(text.find("Incomplete") != std::string::npos
                     && text.find("120") != std::string::npos,
                 text.c_str()); // 12 more of each pair
        QVERIFY(!section.json.at("complete").get<bool>());
        QCOMPARE(section.json.at("lacking").get<int>(), 120);
    }
    void withoutRatingsThereIsNoFigure()
    {
        RatingRecord record;
        record.plan = test::planOf(1, 2);
        const results::Section section = sectionOfRecord(record);
        QVERIFY(section.figures.empty());
        QCOMPARE(section.missing.size(), std::size_t{1});
        QCOMPARE(section.tables.size(), std::size_t{1}); // the quotas
    }
};

FUSIFORM_TEST(PreferenceSectionTest)
#include "preference_section_test.moc"
