// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/matlab_arrays.h"

#include "core/import/voxel_arrays.h"
#include "tests/support/bytes.h"
#include "tests/support/matlab_writer.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform;
namespace fs = std::filesystem;
using Eigen::Index;

namespace {

std::vector<double> counted(std::size_t count)
{
    std::vector<double> values(count);
    for (std::size_t v = 0; v < count; ++v)
        values[v] = static_cast<double>(v) + 0.5;
    return values;
}

std::vector<double> valuesIn(const fs::path& path, const std::string& name)
{
    const import::MatlabFile file(path);
    Progress progress;
    for (const io::MatVariable& variable : file.variables())
        if (variable.name == name)
            return file.values(variable, progress);
    return {};
}

} // namespace

class MatlabArraysTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void matlabsOwnFilesGiveTheNumbersTheyWereMadeOf()
    {
        FUSIFORM_NEEDS_DATA("mat/scipy");
        // SciPy's table of what MATLAB was told to save.
        std::vector<double> eighths;
        for (int k = 0; k < 9; ++k)
            eighths.push_back(k * std::acos(-1.0) / 4);
        // 3 x 5, first row 1 ... 5, second row 1, third row zeros with 1.
        const std::vector<double> counting = [] {
            std::vector<double> values(24);
            for (std::size_t v = 0; v < 24; ++v)
                values[v] = static_cast<double>(v) + 1;
            return values;
        }();
        int files = 0;
        for (const auto& entry : fs::directory_iterator(test::sharedData("mat/scipy"))) {
            const std::string name = entry.path().filename().string();
            if (name.find("4.2c") != std::string::npos)
                continue;
            if (name.starts_with("testdouble_") || name.starts_with("testhdf5_")) {
                const std::vector<double> values = valuesIn(entry.path(), "testdouble");
                QCOMPARE(values.size(), eighths.size());
                for (std::size_t v = 0; v < values.size(); ++v)
                    QVERIFY(std::abs(values[v] - eighths[v]) < 1e-15);
                ++files;
            }
            if (name.starts_with("test3dmatrix_")) {
                QCOMPARE(valuesIn(entry.path(), "test3dmatrix"), counting);
                ++files;
            }
        }
        QVERIFY(files >= 8);
    }
    void blocksOfAnyShapeGiveEveryElementOnce_data()
    {
        QTest::addColumn<QList<int>>("block");
        QTest::newRow("whole") << QList<int>{7, 11, 5};
        QTest::newRow("one each") << QList<int>{1, 1, 1};
        QTest::newRow("rows") << QList<int>{7, 1, 1};
        QTest::newRow("layers") << QList<int>{1, 1, 5};
        QTest::newRow("uneven") << QList<int>{3, 4, 2};
    }
    void blocksOfAnyShapeGiveEveryElementOnce()
    {
        QFETCH(QList<int>, block);
        const test::TemporaryFolder folder;
        const fs::path path = folder.path() / "a.mat";
        const std::vector<double> values = counted(7 * 11 * 5);
        {
            test::Mat73Writer writer(path);
            writer.add("a", {7, 11, 5}, {block[0], block[1], block[2]},
                       [&](std::int64_t first, std::int64_t count) {
                           return std::vector<double>(values.begin() + first * 77,
                                                      values.begin() + (first + count) * 77);
                       });
        }
        QCOMPARE(valuesIn(path, "a"), values);
    }
    void runsThatNobodyWantsMayBeLeftOut()
    {
        const test::TemporaryFolder folder;
        const std::size_t rows = 100;
        const std::size_t columns = 50'000; // more than one portion of the reader
        const std::vector<double> values = counted(rows * columns);
        const fs::path path = folder.path() / "a.mat";
        {
            test::Mat73Writer writer(path);
            writer.add({"a", {100, 50'000}, values});
        }
        const import::MatlabFile file(path);
        Progress progress;
        std::size_t read = 0;
        const Index wanted = 3'000'000;
        bool isThere = false;
        file.forEachRun(
            file.variables().front(),
            [&](Index first, Index count) { return first <= wanted && wanted < first + count; },
            [&](Index first, std::span<const double> run) {
                read += run.size();
                isThere = isThere
                          || (first <= wanted
                              && run[static_cast<std::size_t>(wanted - first)]
                                     == static_cast<double>(wanted) + 0.5);
            },
            progress);
        QVERIFY(isThere);
        QVERIFY(read < values.size() / 2);
    }
    void bothVersionsAndBothOrientationsGatherTheSameColumns()
    {
        const test::TemporaryFolder folder;
        const Index rows = 5;
        const Index columns = 40;
        const std::vector<import::ColumnTarget> wanted = {{0, 2}, {7, 0}, {8, 3}, {39, 1}};
        for (const bool isTurned : {false, true}) {
            test::MatArray array{"a", {rows, columns}, {}};
            if (isTurned)
                array.shape = {columns, rows};
            for (Index outer = 0; outer < array.shape[1]; ++outer)
                for (Index inner = 0; inner < array.shape[0]; ++inner)
                    array.values.push_back(
                        static_cast<double>(isTurned ? 100 * inner + outer : 100 * outer + inner));
            for (const int version : {73, 50, 51}) {
                const fs::path path = folder.path() / "a.mat";
                if (version == 73)
                    test::Mat73Writer(path).add(array);
                else
                    test::writeMat5(path, std::array{array},
                                    version == 50 ? test::Mat5Form::Plain
                                                  : test::Mat5Form::Compressed);
                const import::MatlabFile file(path);
                const auto over = import::asMatrixOver(file.variables().front(), rows, columns);
                QVERIFY(over.has_value());
                QCOMPARE(over->isVoxelFirst, isTurned);
                Progress progress;
                const Eigen::MatrixXf found = import::gather(file, *over, wanted, 5, progress);
                for (const auto& [column, target] : wanted)
                    for (Index row = 0; row < rows; ++row)
                        QCOMPARE(found(row, target), static_cast<float>(100 * column + row));
                QVERIFY(std::isnan(found(0, 4)));
            }
        }
    }
    void truncatedAndDamagedFilesAreBadData()
    {
        const test::TemporaryFolder folder;
        const fs::path path = folder.path() / "whole.mat";
        const test::MatArray array{"abc", {6, 20}, counted(120)};
        const auto read = [](const fs::path& file) { (void)valuesIn(file, "abc"); };
        for (const int version : {73, 50, 51}) {
            if (version == 73)
                test::Mat73Writer(path).add(array);
            else
                test::writeMat5(path, std::array{array},
                                version == 50 ? test::Mat5Form::Plain : test::Mat5Form::Compressed);
            const std::string bytes = test::bytesOf(path);
            QVERIFY(test::cutEverywhere(bytes, "cut.mat", 13, read) > 0);
            QVERIFY(test::survivesDamage(bytes, "damaged.mat", 29, read));
        }
    }
};

FUSIFORM_TEST(MatlabArraysTest)
#include "matlab_arrays_test.moc"
