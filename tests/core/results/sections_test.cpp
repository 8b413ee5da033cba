// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/analyses.h"
#include "core/results/results_html.h"
#include "core/util/tsv.h"
#include "tests/support/fit_builder.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <limits>
#include <set>

using namespace fusiform;
using namespace fusiform::results;

namespace {

evaluate::Evaluation evaluated(const std::filesystem::path& folder)
{
    glm::Fit fit = test::makeFit(folder);
    fit.folder = folder / "fit";
    std::filesystem::create_directories(fit.folder);
    glm::writeFit(fit, fit.folder);
    fit = glm::readFit(fit.folder);
    evaluate::EvaluationOptions options;
    options.recognition.permutations = 200;
    options.recognition.draws = 200;
    Progress progress;
    std::vector<evaluate::SubjectEvaluation> subjects;
    subjects.push_back(evaluate::evaluateSubject(evaluate::openSubject(fit, evaluate::Faces::All),
                                                 options, progress));
    subjects.push_back(subjects.front());
    subjects.back().subject = "sub-<b>";
    return evaluate::evaluationOf(std::move(subjects), 0.95);
}

} // namespace

class SectionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersAreShownForPeopleAndKeptForPrograms()
    {
        QCOMPARE(shown(0.9132, Kind::Share), std::string("91.3 %"));
        QCOMPARE(shown(1.93e-12, Kind::P), std::string("1.9e-12"));
        QCOMPARE(shown(9.999e-5, Kind::P), std::string("1.0e-4"));
        QCOMPARE(shown(9.94e-5, Kind::P), std::string("9.9e-5"));
        QCOMPARE(shown(0.011375, Kind::P), std::string("0.0114"));
        QCOMPARE(shown(std::numeric_limits<double>::quiet_NaN(), Kind::P), std::string("n/a"));
        QCOMPARE(shown(std::string("temporal"), Kind::Name), std::string("temporal"));
        Table table{"t",
                    FUSIFORM_TR("core", "Names & numbers"),
                    {{"name", FUSIFORM_TR("core", "Name"), Kind::Name},
                     {"p", FUSIFORM_TR("core", "p (≥)"), Kind::P}},
                    {{std::string("a<b"), 0.25},
                     {std::string("c"), std::numeric_limits<double>::quiet_NaN()}}};
        QCOMPARE(tsvOf(table), std::string("name\tp\na<b\t0.25\nc\tn/a\n"));
        const std::string html = htmlOf(table);
        QVERIFY(html.find("a&lt;b") != std::string::npos);
        QVERIFY(html.find("Names &amp; numbers") != std::string::npos);
        QVERIFY(html.find("0.2500") != std::string::npos);
    }
    /// Of every analysis: what it says can be written, read and found again.
    void everySectionTellsItsNumbers()
    {
        const test::TemporaryFolder folder;
        const evaluate::Evaluation evaluation = evaluated(folder.path());
        const std::vector<Section> sections = sectionsOf(evaluation);
        QVERIFY(sections.size() >= 4);
        std::set<std::string> places;
        for (const Section& section : sections) {
            QVERIFY2(!section.title.english().empty(), section.key.c_str());
            if (section.tables.empty()) {
                QVERIFY2(!section.missing.empty(), section.key.c_str());
                continue;
            }
            QVERIFY2(!section.method.english().empty(), section.key.c_str());
            QVERIFY2(section.method.english().find('%' + std::string("1")) == std::string::npos,
                     section.key.c_str());
            QVERIFY2(!section.json.empty(), section.key.c_str());
            for (const Table& table : section.tables) {
                QVERIFY2(places.insert(section.subject + "/" + table.name).second,
                         table.name.c_str());
                for (const auto& row : table.rows)
                    QCOMPARE(row.size(), table.columns.size());
                const Tsv read = parseTsv(tsvOf(table), "table.tsv");
                QCOMPARE(read.rows.size(), table.rows.size());
                std::set<std::string> keys;
                for (const Column& column : table.columns)
                    QVERIFY2(keys.insert(column.key).second, column.key.c_str());
            }
            for (const NamedFigure& one : section.figures) {
                QVERIFY2(places.insert(section.subject + "/" + section.key + "_" + one.name).second,
                         one.name.c_str());
                QVERIFY(!one.figure.elements.empty());
                QVERIFY(!one.figure.title.english().empty());
            }
        }
    }
    void thePageHoldsEverythingAndTrustsNoName()
    {
        const test::TemporaryFolder folder;
        const evaluate::Evaluation evaluation = evaluated(folder.path());
        std::vector<Section> sections = sectionsOf(evaluation);
        sections.front().missing.push_back(FUSIFORM_TR("core", "No <series>"));
        ReportFacts facts;
        for (const evaluate::SubjectEvaluation& subject : evaluation.subjects)
            facts.subjects.push_back(subject.subject);
        facts.faces = "All";
        facts.command = "fusiform-cli evaluate <FIT>";
        const std::string page = resultsHtml(facts, sections);
        QVERIFY(page.find("<b>") == std::string::npos);
        QVERIFY(page.find("class=\"missing\">No &lt;series&gt;") != std::string::npos);
        QVERIFY(page.find("temporal") != std::string::npos);
        QVERIFY(page.find("Over subjects") != std::string::npos);
        QCOMPARE(page, resultsHtml(facts, sections));
    }
};

FUSIFORM_TEST(SectionsTest)
#include "sections_test.moc"
