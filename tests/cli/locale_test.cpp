// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/fields.h"
#include "core/util/json.h"
#include "core/util/text.h"
#include "core/util/tsv.h"
#include "tests/support/comma_locale.h"
#include "tests/support/program.h"
#include "tests/support/small_study.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

/// The program under the locale.
test::ProgramOptions optionsOf(const test::CommaLocale& locale)
{
    test::ProgramOptions options;
    options.environment = {{"LC_ALL", locale.name()}, {"LANG", locale.name()}};
    if (!locale.path().empty())
        options.environment["LOCPATH"] = locale.path();
    return options;
}

/// Every command once; what it printed and wrote.
std::map<std::string, std::string> everythingUnder(const test::SmallStudy& study,
                                                   const fs::path& place,
                                                   const test::ProgramOptions& options)
{
    const std::string root = study.root.string();
    const std::string out = (place / "out").string();
    const std::string model = out + "/fit/models/pca/model.safetensors";
    const std::vector<std::vector<std::string>> commands
        = {{"bids", root},
           {"info", study.bold(1).string(), "--mm", "1.5,-2.5,0"},
           {"design", "--events", study.events(1).string(), "--tr", "2.5", "--scans", "80"},
           {"fit", root, out + "/fit", "--components", "4", "--p", "0.01", "--t", "2.5"},
           {"decode", out + "/fit", "--ridge", "0.25", "--out", out + "/faces"},
           {"encode", model, study.picture("F1.png").string(), "--out", out + "/z.tsv"},
           {"generate", model, "--latents", out + "/z.tsv", "--out", out + "/generated"}};
    std::map<std::string, std::string> said;
    for (const auto& words : commands) {
        const test::Finished done = test::runProgram(words, options);
        said[words[0]] = std::to_string(done.exitCode) + "\n" + done.output;
    }
    for (auto& [name, content] : test::contentsOf(out))
        if (name != "fit/fit.json") // holds the seconds it took
            said["out/" + name] = std::move(content);
    fs::remove_all(out);
    return said;
}

} // namespace

/// Files, JSON and the command line are the same in every country.
class LocaleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCommandGivesTheSameBytes()
    {
        const test::TemporaryFolder folder;
        const test::SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        test::ProgramOptions plain;
        plain.environment = {{"LC_ALL", "C"}};
        const auto expected = everythingUnder(study, folder.path(), plain);
        for (const auto& [name, content] : expected)
            if (!name.starts_with("out/"))
                QVERIFY2(content.starts_with("0\n"), name.c_str());
        for (const char* language : {"de_DE", "fr_FR"}) {
            const test::CommaLocale locale(language);
            if (!locale.isUsable())
                QSKIP("no locale with a decimal comma here, and localedef cannot make one");
            const auto found = everythingUnder(study, folder.path(), optionsOf(locale));
            QCOMPARE(found.size(), expected.size());
            for (const auto& [name, content] : expected)
                QVERIFY2(found.at(name) == content, name.c_str());
        }
    }
    void theWindowsLocaleDoesNotReachOurNumbers()
    {
        // Qt sets the C library's locale in the window's program: the same functions must not care.
        const test::CommaLocale locale("de_DE");
        if (!locale.isUsable())
            QSKIP("no locale with a decimal comma here, and localedef cannot make one");
        std::setlocale(LC_ALL, locale.name());
        char trap[8];
        std::snprintf(trap, sizeof trap, "%.1f", 0.5);
        const std::string number = numberText(0.5);
        const std::string json = jsonText({{"a", 0.5}, {"b", 1234567.25}});
        const double parsed = parseJson("[0.25]", "a.json").at(0);
        const auto half = numberFrom("0.5");
        const auto comma = numberFrom("0,5");
        double value = 0.1;
        Fields fields;
        fields.add("ridge", &value, FUSIFORM_TR("core", "x"));
        value = 0.75;
        double standard = 0.1;
        Fields defaults;
        defaults.add("ridge", &standard, FUSIFORM_TR("core", "x"));
        const auto words = fieldsToArguments(fields, defaults);
        std::setlocale(LC_ALL, "C");

        QCOMPARE(std::string(trap), std::string("0,5")); // the trap is set
        QCOMPARE(number, std::string("0.5"));
        QVERIFY(json.find("0.5") != std::string::npos
                && json.find("1234567.25") != std::string::npos);
        QCOMPARE(parsed, 0.25);
        QCOMPARE(half.value_or(0), 0.5);
        QVERIFY(!comma);
        QVERIFY(words.back().find("0.75") != std::string::npos);
    }
};

FUSIFORM_TEST(LocaleTest)
#include "locale_test.moc"
