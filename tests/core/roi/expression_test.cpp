// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/expression.h"

#include "core/util/error.h"
#include "tests/support/grids.h"
#include "tests/support/test_main.h"

#include <map>

using namespace fusiform;

namespace {

/// Eight voxels: a, b and c are all combinations of membership, as the columns of a truth table.
constexpr unsigned kA = 0b11110000;
constexpr unsigned kB = 0b11001100;
constexpr unsigned kC = 0b10101010;

image::VoxelSet bitsAsSet(unsigned bits)
{
    image::VoxelSet set({8, 1, 1});
    for (image::Index v = 0; v < 8; ++v)
        if ((bits >> v & 1U) != 0)
            set.insert({v, 0, 0});
    return set;
}

const std::map<std::string, unsigned>& namedBits()
{
    static const std::map<std::string, unsigned> kSets
        = {{"a", kA},   {"b", kB},      {"c", kC}, {"left hippocampus", kA},
           {"x-y", kB}, {"région", kC}, {"V1", kA}};
    return kSets;
}

roi::ExpressionNames exampleNames()
{
    roi::ExpressionNames names;
    for (const auto& [name, bits] : namedBits())
        names.known.push_back(name);
    names.find = [](const std::string& name) { return bitsAsSet(namedBits().at(name)); };
    names.everything = bitsAsSet(0xFF);
    return names;
}

image::VoxelSet evaluated(std::string_view text) { return roi::setOf(text, exampleNames()); }

std::string errorOf(std::string_view text)
{
    try {
        (void)evaluated(text);
    } catch (const Error& error) {
        return error.kind() == ErrorKind::Usage ? error.what() : "of another kind";
    }
    return "none";
}

/// `count` of one sign, then `rest`.
std::string signsThen(std::size_t count, char sign, std::string_view rest)
{
    std::string text;
    text.append(count, sign);
    text.append(rest);
    return text;
}

} // namespace

class ExpressionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void signsAreThoseOfSets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<unsigned>("bits");
        const auto row = [](const char* text, unsigned bits) {
            QTest::newRow(text) << QString::fromUtf8(text) << (bits & 0xFFU);
        };
        row("a", kA);
        row("a + b", kA | kB);
        row("a - b", kA & ~kB);
        row("a & b", kA & kB);
        row("a ^ b", kA ^ kB);
        row("!a", ~kA);
        row("~a", ~kA);
        row("!!a", kA);
        row("  a+b\t-c ", (kA | kB) & ~kC);
        // & binds more than the others, ! more than &; the others go from left to right.
        row("a + b & c", kA | (kB & kC));
        row("(a + b) & c", (kA | kB) & kC);
        row("a - b & c", kA & ~(kB & kC));
        row("!a & b", ~kA & kB);
        row("!(a & b)", ~(kA & kB));
        row("a - b - c", kA & ~kB & ~kC);
        row("a - (b - c)", kA & ~(kB & ~kC));
        row("a - b + c", (kA & ~kB) | kC);
        row("a ^ b + c", (kA ^ kB) | kC);
        row("a + b ^ c", (kA | kB) ^ kC);
        row("a - !b", kA & kB);
        row("((((a))))", kA);
        row("\"left hippocampus\" - 'x-y'", kA & ~kB);
        row("région & V1", kC & kA);
        row("A + v1", kA); // whatever the case
        row("'a'", kA);
    }
    void signsAreThoseOfSets()
    {
        QFETCH(QString, text);
        QFETCH(unsigned, bits);
        QVERIFY(evaluated(text.toStdString()) == bitsAsSet(bits));
    }
    void errorsSayWhereAndWhat_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char* text, const QStringList& words) {
            QTest::newRow(text) << QString::fromUtf8(text) << words;
        };
        row("", {"Character 1", "the name of a region", "its end"});
        row("   ", {"Character 4", "the name of a region", "its end"});
        row("a +", {"Character 4", "the name of a region", "its end"});
        row("a b", {"Character 3", "expected + - & ^ or the end", "found b"});
        row("a + * b", {"Character 5", "the name of a region", "found *"});
        row("(a + b", {"Character 7", "or )", "its end"});
        row("(a + b c", {"Character 8", "or )", "found c"});
        row("a)", {"Character 2", "or the end", "found )"});
        row("a - é%", {"Character 5", "called é"});
        row("a é % b", {"Character 3", "found é"});
        row("a ! b", {"Character 3", "found !"});
        row("-a", {"Character 1", "found -"});
        row("a + left", {"Character 5", "called left", "left hippocampus", "x-y", "quotes"});
        row("a + \"left", {"Character 5", "quote is not closed"});
        row("a + ''", {"Character 5", "there is no region called"});
    }
    void errorsSayWhereAndWhat()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, words);
        const QString error = QString::fromStdString(errorOf(text.toStdString()));
        for (const QString& word : words)
            QVERIFY2(error.contains(word), qPrintable(error));
    }
    void depthAndLengthHaveALimit()
    {
        const std::string deep(100'000, '(');
        QVERIFY(errorOf(deep).find("at most 10000 characters") != std::string::npos);
        QVERIFY(errorOf(deep.substr(0, 9'000)).find("at most 100") != std::string::npos);
        QVERIFY(errorOf(signsThen(9'000, '!', "a")).find("at most 100") != std::string::npos);
        QVERIFY(evaluated(signsThen(98, '!', "a")) == bitsAsSet(kA));
        QVERIFY(evaluated(signsThen(99, '(', "a" + signsThen(99, ')', {}))) == bitsAsSet(kA));
        // Side by side is not within each other.
        std::string wide = "a";
        for (int n = 0; n < 1'000; ++n)
            wide += " + (b)";
        QVERIFY(evaluated(wide) == bitsAsSet(kA | kB));
    }
    void anyTextIsASetOrAnErrorOfUsage()
    {
        Random random(11);
        const std::array<std::string, 18> pieces = {"a",
                                                    "b",
                                                    "c",
                                                    "+",
                                                    "-",
                                                    "&",
                                                    "^",
                                                    "!",
                                                    "~",
                                                    "(",
                                                    ")",
                                                    " ",
                                                    "\"",
                                                    "'",
                                                    "x-y",
                                                    "é",
                                                    std::string("\0", 1),
                                                    "\xFF"};
        int sets = 0;
        for (int repeat = 0; repeat < 20'000; ++repeat) {
            std::string text;
            const auto length = static_cast<int>(random.uniform(0, 12));
            for (int n = 0; n < length; ++n)
                text += pieces[static_cast<std::size_t>(
                    random.uniform(0, static_cast<double>(pieces.size())))];
            try {
                QVERIFY(evaluated(text).shape() == (std::array<image::Index, 3>{8, 1, 1}));
                ++sets;
            } catch (const Error& error) {
                QVERIFY2(error.kind() == ErrorKind::Usage, text.c_str());
            }
        }
        QVERIFY2(sets > 100, qPrintable(QString::number(sets)));
    }
    void randomExpressionsHaveTheBitsOfIntegers()
    {
        Random random(12);
        // Every operation in parentheses: no rule of binding is needed to know the answer.
        const std::function<std::pair<std::string, unsigned>(int)> make
            = [&](int depth) -> std::pair<std::string, unsigned> {
            const double dice = random.uniform();
            if (depth == 0 || dice < 0.2)
                return dice < 0.1 ? std::pair(std::string("a"), kA)
                                  : std::pair(std::string("b"), kB);
            if (dice < 0.3)
                return {"c", kC};
            const auto [left, leftBits] = make(depth - 1);
            if (dice < 0.4)
                return {"!" + left, ~leftBits};
            const auto [right, rightBits] = make(depth - 1);
            const std::string open = "(" + left;
            const std::string close = right + ")";
            if (dice < 0.55)
                return {open + "+" + close, leftBits | rightBits};
            if (dice < 0.7)
                return {open + " - " + close, leftBits & ~rightBits};
            if (dice < 0.85)
                return {open + "&" + close, leftBits & rightBits};
            return {open + "^ " + close, leftBits ^ rightBits};
        };
        for (int repeat = 0; repeat < 300; ++repeat) {
            const auto [text, bits] = make(6);
            if (text.size() <= 10'000)
                QVERIFY2(evaluated(text) == bitsAsSet(bits & 0xFFU), text.c_str());
        }
    }
};

FUSIFORM_TEST(ExpressionTest)
#include "expression_test.moc"
