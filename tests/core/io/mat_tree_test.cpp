// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mat_tree.h"

#include "core/util/error.h"
#include "tests/support/bytes.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <numbers>

using namespace fusiform;
namespace fs = std::filesystem;
using io::MatNode;

namespace {

bool everything(std::string_view) { return true; }

/// The variable of every file of SciPy's whose name begins so, version 4 left out.
std::vector<MatNode> everyVersion(const std::string& prefix, const std::string& variable)
{
    std::vector<MatNode> nodes;
    for (const auto& entry : fs::directory_iterator(test::sharedData("mat/scipy"))) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(prefix) && name.find("_4") == std::string::npos)
            nodes.push_back(io::readMatTree(entry.path(), variable, everything));
    }
    return nodes;
}

double first(const MatNode* node)
{
    return node == nullptr || node->numbers.empty() ? -1 : node->numbers.front();
}

} // namespace

class MatTreeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void structsHaveTheFieldsThatMatlabWasToldToSave()
    {
        FUSIFORM_NEEDS_DATA("mat/scipy");
        // The table of what each file holds is SciPy's.
        const auto nodes = everyVersion("teststruct_", "teststruct");
        QVERIFY(nodes.size() >= 4);
        for (const MatNode& node : nodes) {
            QCOMPARE(node.find("stringfield")->text(), std::string("Rats live on no evil star."));
            const std::vector<double>& numbers = node.find("doublefield")->numbers;
            QVERIFY(numbers.size() == 3 && test::near(numbers[0], std::numbers::sqrt2, 1e-15)
                    && test::near(numbers[2], std::numbers::pi, 1e-15));
            QVERIFY(node.find("complexfield")->numbers.empty());
            QVERIFY(node.find("no such field") == nullptr);
        }
    }
    void arraysOfStructsKeepTheirElementsApart()
    {
        FUSIFORM_NEEDS_DATA("mat/scipy");
        for (const MatNode& node : everyVersion("teststructarr_", "teststructarr")) {
            QCOMPARE(node.elements("one").size(), std::size_t{2});
            QCOMPARE(first(&node.elements("one")[0]), 1.0);
            QCOMPARE(first(&node.elements("two")[0]), 2.0);
            QCOMPARE(node.elements("one")[1].text(), std::string("number 1"));
            QCOMPARE(node.elements("two")[1].text(), std::string("number 2"));
        }
        for (const MatNode& node : everyVersion("teststructnest_", "teststructnest")) {
            QCOMPARE(first(node.find("one")), 1.0);
            QCOMPARE(node.find("two.three")->text(), std::string("number 3"));
        }
    }
    void cellsHoldCells()
    {
        FUSIFORM_NEEDS_DATA("mat/scipy");
        for (const MatNode& node : everyVersion("testcell_", "testcell")) {
            QCOMPARE(node.cells.size(), std::size_t{4});
            QVERIFY(node.texts().front().starts_with("This cell contains"));
            QCOMPARE(node.cells[3].numbers, (std::vector<double>{1, 2, 3}));
        }
        for (const MatNode& node : everyVersion("testcellnest_", "testcellnest")) {
            QCOMPARE(first(&node.cells[0]), 1.0);
            QCOMPARE(first(&node.cells[1].cells[2].cells[1]), 5.0);
        }
        for (const MatNode& node : everyVersion("teststringarray_", "teststringarray"))
            QCOMPARE(node.rows, (std::vector<std::string>{"one", "two", "three"}));
        for (const MatNode& node : everyVersion("testunicode_", "testunicode"))
            // The line feed is no letter; then U+3059.
            QVERIFY(node.text().starts_with("Japanese: ?\xE3\x81\x99"));
        for (const MatNode& node : everyVersion("testobject_", "testobject"))
            QVERIFY(node.find("expr") != nullptr); // the fields of an inline function
    }
    void whatIsNotWantedKeepsItsShapeOnly()
    {
        for (const char* file : {"spm/SPM5.mat", "spm/SPM73.mat"}) {
            const MatNode spm
                = io::readMatTree(test::ownData(file), "SPM", [](std::string_view path) {
                      return path.empty() || path == "xX" || path == "xX.erdf" || path == "Sess"
                             || path == "Sess.row";
                  });
            QVERIFY(spm.find("xX.Bcov")->numbers.empty());
            QCOMPARE(spm.find("xX.Bcov")->shape, (std::vector<std::int64_t>{33, 33}));
            QCOMPARE(first(spm.find("xX.erdf")), 37.0);
            const auto rows = spm.find("Sess")->elements("row");
            QCOMPARE(rows.size(), std::size_t{2});
            QCOMPARE(first(&rows[1]), 31.0);
            QVERIFY(spm.find("xX.name")->cells.empty());
        }
    }
    void bothVersionsOfOneFileAreTheSame()
    {
        const MatNode five = io::readMatTree(test::ownData("spm/SPM5.mat"), "SPM", everything);
        const MatNode hdf5 = io::readMatTree(test::ownData("spm/SPM73.mat"), "SPM", everything);
        QCOMPARE(five.find("xX.name")->texts(), hdf5.find("xX.name")->texts());
        QCOMPARE(five.find("xX.Bcov")->numbers, hdf5.find("xX.Bcov")->numbers);
        const auto conditions = [](const MatNode& spm) {
            return spm.find("Sess")->elements("U")[1].elements("name");
        };
        QCOMPARE(conditions(five).size(), std::size_t{5});
        for (std::size_t c = 0; c < conditions(five).size(); ++c)
            QCOMPARE(conditions(five)[c].texts(), conditions(hdf5)[c].texts());
        QCOMPARE(five.find("xX.W")->type, std::string("sparse"));
        QCOMPARE(hdf5.find("xX.W")->type, std::string("sparse"));
    }
    void aVariableThatIsNotThereIsToldWithThoseThatAre()
    {
        try {
            (void)io::readMatTree(test::ownData("spm/SPM5.mat"), "spm", everything);
            QFAIL("nothing was missed");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::BadData);
            QVERIFY(std::string(error.what()).find("found SPM") != std::string::npos);
        }
    }
    void aTreeMayNotGrowBeyondItsBudget()
    {
        io::MatTreeBudget budget("a.mat");
        budget.spend(1'000'000, 1U << 26U, 64);
        QVERIFY_EXCEPTION_THROWN(budget.spend(1, 0, 0), Error);
        QVERIFY_EXCEPTION_THROWN(budget.spend(0, 1, 0), Error);
        QVERIFY_EXCEPTION_THROWN(budget.spend(0, 0, 65), Error);
        QCOMPARE(io::matElements(std::vector<std::int64_t>{1LL << 40, 1LL << 40}),
                 std::numeric_limits<std::uint64_t>::max());
    }
    void everyFixtureIsReadOrRefused()
    {
        FUSIFORM_NEEDS_DATA("mat/scipy");
        for (const auto& entry : fs::directory_iterator(test::sharedData("mat/scipy"))) {
            try {
                for (const io::MatVariable& variable : io::readMat5(entry.path()).variables)
                    (void)io::readMatTree(entry.path(), variable.name, everything);
            } catch (const Error& error) {
                QVERIFY2(error.kind() == ErrorKind::BadData, error.what());
            }
        }
    }
    void damagedTreesNeverCrash()
    {
        FUSIFORM_NEEDS_DATA("mat/scipy");
        const auto read = [](const auto& file) {
            for (const io::MatVariable& variable : io::readMat5(file).variables)
                (void)io::readMatTree(file, variable.name, everything);
        };
        for (const char* name : {"teststructnest_6.1_SOL2.mat", "testcellnest_6.1_SOL2.mat",
                                 "testobject_6.1_SOL2.mat", "teststructnest_7.4_GLNX86.mat"}) {
            const std::string content = test::bytesOf(test::sharedData("mat/scipy") / name);
            QVERIFY2(content.size() > 128, name);
            QVERIFY(test::survivesDamage(content, "a.mat", 3, read));
            QVERIFY(test::cutEverywhere(content, "a.mat", 5, read) > 10);
        }
    }
};

FUSIFORM_TEST(MatTreeTest)
#include "mat_tree_test.moc"
