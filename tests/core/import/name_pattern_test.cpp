// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/name_pattern.h"

#include "tests/support/test_main.h"

using namespace fusiform;

namespace {

std::string matched(std::string_view name, std::string_view pattern)
{
    const auto match = import::matchName(name, pattern);
    if (!match)
        return "no";
    return match->text + (match->number ? "|" + std::to_string(*match->number) : std::string());
}

} // namespace

class NamePatternTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void starsNumbersAndLettersMatch()
    {
        QCOMPARE(matched("facexlatent012", "*latent#"), std::string("facex|12"));
        QCOMPARE(matched("face x lat_12", "*lat_#"), std::string("facex|12"));
        QCOMPARE(matched("test_F1145", "test_*"), std::string("F1145"));
        QCOMPARE(matched("Test_f1", "tEST_?#"), std::string("|1"));
        QCOMPARE(matched("a_b_c", "*_*"), std::string("b_c"));
        QCOMPARE(matched("", "*"), std::string());
        QCOMPARE(matched("latent", "latent#"), std::string("no"));
        QCOMPARE(matched("latent12b", "latent#"), std::string("no"));
        QCOMPARE(matched("latent99999999999999999999", "latent#"), std::string("no"));
        QCOMPARE(matched("face", "faces"), std::string("no"));
        QCOMPARE(matched("faces", "face"), std::string("no"));
    }
    void aHostileNameEndsSoon()
    {
        const std::string letters(250, 'a');
        QCOMPARE(matched(letters, "*a*a*a*b"), std::string("no"));
        QCOMPARE(matched(letters + letters, "*"), std::string("no")); // longer than any name
    }
    void namesThatDifferInNumbersBecomeOne()
    {
        QCOMPARE(import::withoutNumbers("facexlatent012"), std::string("facexlatent#"));
        QCOMPARE(import::withoutNumbers("12a3"), std::string("#a#"));
        QCOMPARE(import::withoutNumbers("Fix"), std::string("Fix"));
    }
};

FUSIFORM_TEST(NamePatternTest)
#include "name_pattern_test.moc"
