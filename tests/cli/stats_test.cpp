// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/json.h"
#include "tests/support/near.h"
#include "tests/support/program.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

Json statsOf(std::vector<std::string> words)
{
    words.insert(words.begin(), "stats");
    words.emplace_back("--json");
    const test::Finished done = test::runProgram(words);
    if (done.exitCode != 0) {
        qWarning("%s", done.errors.c_str());
        return {};
    }
    return Json::parse(done.output);
}

} // namespace

/// The numbers that the paper prints, by the program (methods 5).
class StatsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comparisonsWonAgainstTheirExactNull()
    {
        const Json pairwise = statsOf({"pairwise-p", "--sum", "347", "--faces", "20"});
        QVERIFY(test::near(pairwise.at("accuracy"), 0.913158, 1e-6));
        QVERIFY(test::near(pairwise.at("p").get<double>() / 1.9296984205935956e-12, 1, 1e-9));
        QCOMPARE(pairwise.at("critical_05").get<int>(), 233);
        const Json imagery
            = statsOf({"imagery-p", "--sum", "64", "--subjects", "4", "--faces", "20"});
        QVERIFY(test::near(imagery.at("p"), 0.011375, 1e-12));
        QVERIFY(test::near(imagery.at("p_strict"), 0.00853125, 1e-12));
        QVERIFY(test::near(imagery.at("p_mid"), (0.011375 + 0.00853125) / 2, 1e-12));
    }
    void countsAgainstChance()
    {
        const Json gender = statsOf({"binomial", "--k", "56", "--n", "80", "--p0", "0.5"});
        QVERIFY(test::near(gender.at("p"), 0.0002257586359574054, 1e-15));
        QVERIFY(test::near(gender.at("p_strict"), 9.155828206487555e-05, 1e-15));
        QVERIFY(test::near(gender.at("p_two_sided"), 0.0004515172719148108, 1e-15));
        QVERIFY(test::near(gender.at("interval").at(0), 0.587240676918624, 1e-9));
    }
    void tablesOfSubjects()
    {
        const test::TemporaryFolder folder;
        const fs::path table = folder.path() / "gender.tsv";
        test::writeText(table, "subject\toccipital\ttemporal\tfrontoparietal\n"
                               "sub-01\t80\t70\t50\nsub-02\t75\t70\t55\n"
                               "sub-03\t70\t65\t50\nsub-04\t60\t60\t50\n");
        const Json friedman = statsOf({"friedman", "--table", table.string()});
        QVERIFY(test::near(friedman.at("statistic"), 7.6, 1e-9));
        QVERIFY(test::near(friedman.at("p"), 0.022371, 5e-7));
        const Json pairs = statsOf({"posthoc", "--table", table.string()});
        QCOMPARE(pairs.at("pairs").at(1).at("first").get<std::string>(), std::string("occipital"));
        QCOMPARE(pairs.at("pairs").at(1).at("second").get<std::string>(),
                 std::string("frontoparietal"));
        QVERIFY(test::near(pairs.at("pairs").at(1).at("p_tukey"), 0.0170, 5e-5));
        QVERIFY(test::near(pairs.at("critical_difference"), 1.604622, 5e-7));
    }
    void manyTests()
    {
        const test::TemporaryFolder folder;
        const fs::path table = folder.path() / "p.tsv";
        test::writeText(table, "p\n0.01\n0.02\n0.03\n0.5\n");
        // Benjamini and Hochberg by hand: 4/1 .01, 4/2 .02, 4/3 .03 are all .04.
        const Json fdr = statsOf({"fdr", "--table", table.string()});
        QCOMPARE(fdr.at("called").get<int>(), 3);
        QVERIFY(test::near(fdr.at("adjusted").at(0), 0.04, 1e-12));
        QVERIFY(test::near(fdr.at("adjusted").at(3), 0.5, 1e-12));
        const Json top = statsOf(
            {"top-k", "--beating", "6", "--distractors", "19", "--ways", "5", "--best", "2"});
        QVERIFY(test::near(top.at("statistic"), 0.6271929824561404, 1e-12));
        QVERIFY(test::near(top.at("chance"), 0.4, 1e-12));
    }
    void whatIsWrongIsTold()
    {
        const test::TemporaryFolder folder;
        const fs::path table = folder.path() / "table.tsv";
        test::writeText(table, "a\tb\n1\t2\n3\tx\n");
        const test::Finished bad
            = test::runProgram({"stats", "friedman", "--table", table.string()});
        QCOMPARE(bad.exitCode, 3);
        QVERIFY2(bad.errors.find("table.tsv") != std::string::npos
                     && bad.errors.find("line 3") != std::string::npos,
                 bad.errors.c_str());
        QCOMPARE(test::runProgram({"stats", "pairwise-p"}).exitCode, 2);
        QCOMPARE(test::runProgram({"stats", "pairwise-p", "--sum", "400"}).exitCode, 2);
        QCOMPARE(test::runProgram({"stats", "tea-leaves"}).exitCode, 2);
    }
};

FUSIFORM_TEST(StatsTest)
#include "stats_test.moc"
