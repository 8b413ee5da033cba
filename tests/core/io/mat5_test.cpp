// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mat5.h"

#include "core/io/formats.h"
#include "core/io/mat73.h"
#include "tests/support/bytes.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

using Shape = std::vector<std::int64_t>;

struct Fact {
    const char* prefix; ///< of the file's name
    const char* variable;
    const char* type;
    Shape shape;
    bool isComplex = false;
};
/// What MATLAB was told to save into SciPy's test files (the table of scipy/io/matlab's tests).
const std::vector<Fact> kFacts = {
    {"testdouble_", "testdouble", "double", {1, 9}},
    {"teststring_", "teststring", "char", {1, 43}},
    {"testcomplex_", "testcomplex", "double", {1, 9}, true},
    {"testmatrix_", "testmatrix", "double", {3, 5}},
    {"testsparse_", "testsparse", "sparse", {3, 5}},
    {"testsparsecomplex_", "testsparsecomplex", "sparse", {3, 5}, true},
    {"testminus_", "testminus", "double", {1, 1}},
    {"testonechar_", "testonechar", "char", {1, 1}},
    {"testcell_", "testcell", "cell", {1, 4}},
    {"testscalarcell_", "testscalarcell", "cell", {1, 1}},
    {"testemptycell_", "testemptycell", "cell", {1, 5}},
    {"teststringarray_", "teststringarray", "char", {3, 5}},
    {"test3dmatrix_", "test3dmatrix", "double", {2, 3, 4}},
    {"teststruct_", "teststruct", "struct", {1, 1}},
    {"teststructarr_", "teststructarr", "struct", {1, 2}},
    {"testcellnest_", "testcellnest", "cell", {1, 2}},
    {"testobject_", "testobject", "object", {1, 1}},
    {"testbool_", "testbools", "logical", {2, 1}},
    {"testmulti_", "a", "double", {3, 5}},
    {"testmulti_", "theta", "double", {1, 9}},
    {"testfunc_", "testfunc", "function", {1, 1}},
    {"testhdf5_", "testdouble", "double", {1, 9}},
};

Json described(const fs::path& file) { return io::formatOf(file).describe(file); }

const Json* variableIn(const Json& json, const std::string& name)
{
    for (const Json& variable : json.at("variables"))
        if (variable.at("name") == name)
            return &variable;
    return nullptr;
}

/// One 1 x 2 double called "ab", uncompressed, in either byte order.
std::string version5(std::endian order)
{
    std::string text = "MATLAB 5.0 MAT-file, by hand";
    text.resize(116, ' ');
    test::Bytes bytes(order);
    bytes.text(text).text(std::string(8, '\0')).add(std::uint16_t{0x0100});
    bytes.text(order == std::endian::big ? "MI" : "IM");
    bytes.add(std::uint32_t{14}).add(std::uint32_t{64});
    bytes.add(std::uint32_t{6}).add(std::uint32_t{8}).add(std::uint32_t{6}).add(std::uint32_t{0});
    bytes.add(std::uint32_t{5}).add(std::uint32_t{8}).add(std::int32_t{1}).add(std::int32_t{2});
    bytes.add(std::uint32_t{2U << 16U | 1U}).text(std::string_view("ab\0\0", 4));
    bytes.add(std::uint32_t{9}).add(std::uint32_t{16}).add(1.5).add(2.5);
    return bytes.all();
}

/// A 2 x 3 matrix of int16 called "m", then a 1 x 1 double called "n".
std::string version4(std::endian order)
{
    const std::int32_t machine = order == std::endian::big ? 1000 : 0;
    test::Bytes bytes(order);
    for (const std::int32_t word : {machine + 30, 2, 3, 0, 2})
        bytes.add(word);
    bytes.text(std::string_view("m\0", 2)).text(std::string(12, '\1'));
    for (const std::int32_t word : {machine, 1, 1, 0, 2})
        bytes.add(word);
    return bytes.text(std::string_view("n\0", 2)).add(1.0).all();
}

} // namespace

class Mat5Test : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyVersionOfTheSameDataIsTheSame()
    {
        FUSIFORM_NEEDS_DATA("mat/scipy");
        int count = 0;
        for (const auto& entry : fs::directory_iterator(test::sharedData("mat/scipy"))) {
            const std::string name = entry.path().filename().string();
            for (const Fact& fact : kFacts) {
                if (!name.starts_with(fact.prefix))
                    continue;
                ++count;
                const Json json = described(entry.path());
                const Json* variable = variableIn(json, fact.variable);
                QVERIFY2(variable, name.c_str());
                QVERIFY2(variable->at("class") == fact.type && variable->at("shape") == fact.shape
                             && variable->at("complex") == fact.isComplex,
                         (name + ": " + variable->dump()).c_str());
                // "4.2c" in the name is MATLAB's version, and so the file's.
                const bool isFour = name.find("_4") != std::string::npos;
                const bool isHdf = name.starts_with("testhdf5");
                QVERIFY(json.at("format")
                        == (isFour  ? "MATLAB 4"
                            : isHdf ? "MATLAB 7.3"
                                    : "MATLAB 5"));
            }
        }
        QVERIFY2(count > 70, std::to_string(count).c_str());
    }
    void everyFixtureIsDescribedOrRefused()
    {
        FUSIFORM_NEEDS_DATA("mat/scipy");
        QStringList refused;
        for (const auto& entry : fs::directory_iterator(test::sharedData("mat/scipy"))) {
            try {
                (void)described(entry.path());
            } catch (const Error& error) {
                QCOMPARE(error.exitCode(), 3);
                refused += QString::fromStdString(entry.path().filename().string());
            }
        }
        refused.sort();
        // The two that SciPy's own tests want refused for what their first bytes say.
        QCOMPARE(refused, (QStringList{"bad_miuint32.mat", "malformed1.mat"}));
    }
    void filesOfOctaveAndOfVersion73AreRead()
    {
        FUSIFORM_NEEDS_DATA("mat");
        const Json bases = described(test::sharedData("mat/spm_bases.mat"));
        QVERIFY(variableIn(bases, "dhrf")->at("shape") == (Shape{3201, 1}));
        const Json hrfs = described(test::sharedData("mat/spm_hrfs.mat"));
        QVERIFY(variableIn(hrfs, "hrfs")->at("class") == "cell");
        const Json v73 = described(test::sharedData("mat/v73.mat"));
        QVERIFY(v73.at("format") == "MATLAB 7.3");
        QVERIFY(variableIn(v73, "x")->at("shape") == (Shape{1, 6}));
        QVERIFY(variableIn(v73, "y")->at("class") == "logical");
    }
    void bytesDecideAndNotTheName()
    {
        const test::TemporaryFolder folder;
        for (const std::endian order : {std::endian::little, std::endian::big}) {
            test::writeText(folder.path() / "five", version5(order));
            const Json five = described(folder.path() / "five");
            QVERIFY(five.at("format") == "MATLAB 5");
            QVERIFY(five.at("header") == "MATLAB 5.0 MAT-file, by hand");
            QVERIFY(variableIn(five, "ab")->at("shape") == (Shape{1, 2}));
            test::writeText(folder.path() / "four.mat", version4(order));
            const Json four = described(folder.path() / "four.mat");
            QVERIFY(four.at("format") == "MATLAB 4");
            QVERIFY(variableIn(four, "m")->at("class") == "int16");
            QVERIFY(variableIn(four, "m")->at("shape") == (Shape{2, 3}));
            QVERIFY(variableIn(four, "n")->at("class") == "double");
        }
        test::writeText(folder.path() / "no.mat", "This is a letter, and no matrix at all.");
        QVERIFY_EXCEPTION_THROWN((void)described(folder.path() / "no.mat"), Error);
        test::writeText(folder.path() / "empty.mat", "");
        QVERIFY_EXCEPTION_THROWN((void)described(folder.path() / "empty.mat"), Error);
    }
    void cutAndDamagedFilesNeverCrash()
    {
        const auto read = [](const auto& file) { (void)io::readMat5(file); };
        for (const std::endian order : {std::endian::little, std::endian::big}) {
            const std::string five = version5(order);
            // The header alone, and up to 7 bytes more, is a file without variables.
            QCOMPARE(test::cutEverywhere(five, "a.mat", 1, read),
                     static_cast<int>(five.size()) - 8);
            const std::string four = version4(order);
            // Between the two variables it is whole.
            QCOMPARE(test::cutEverywhere(four, "a.mat", 1, read),
                     static_cast<int>(four.size()) - 1);
            QVERIFY(test::survivesDamage(five, "a.mat", 1, read));
            QVERIFY(test::survivesDamage(four, "a.mat", 1, read));
        }
    }
    void cutHdf5FilesNeverCrash()
    {
        FUSIFORM_NEEDS_DATA("mat");
        const std::string content = test::bytesOf(test::sharedData("mat/v73.mat"));
        const auto read = [](const auto& file) { (void)io::readMat73(file); };
        QVERIFY(test::cutEverywhere(content, "a.mat", 37, read) > 50);
    }
};

FUSIFORM_TEST(Mat5Test)
#include "mat5_test.moc"
