// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure.h"

#include "core/report/svg.h"
#include "tests/support/comma_locale.h"
#include "tests/support/test_main.h"

using namespace fusiform;

class FigureTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thousandsArePartedByNarrowSpaces()
    {
        const std::string gap = "\u202f";
        QCOMPARE(report::groupedNumber(999), std::string("999"));
        QCOMPARE(report::groupedNumber(1000), "1" + gap + "000");
        QCOMPARE(report::groupedNumber(45948169), "45" + gap + "948" + gap + "169");
        QCOMPARE(report::groupedNumber(-123), std::string("-123"));
        QCOMPARE(report::groupedNumber(-1234), "-1" + gap + "234");
        QCOMPARE(report::groupedNumber(0), std::string("0"));
    }

    void shortNumbersHaveThreeDigitsThatCount()
    {
        QCOMPARE(report::shortNumber(45.948169), std::string("45.9"));
        QCOMPARE(report::shortNumber(0.00012345), std::string("0.000123"));
        QCOMPARE(report::shortNumber(12345), std::string("12300"));
        QCOMPARE(report::shortNumber(9.996), std::string("10"));
        QCOMPARE(report::shortNumber(100), std::string("100"));
        QCOMPARE(report::shortNumber(-0.5), std::string("-0.5"));
        QCOMPARE(report::shortNumber(0), std::string("0"));
        QCOMPARE(report::shortNumber(27.186, 4), std::string("27.19"));
    }

    void numbersHaveAPointInEveryCountry()
    {
        const test::CommaLocale french("fr_FR");
        if (!french.isUsable())
            QSKIP("this machine can make no locale with a decimal comma");
        QVERIFY(std::setlocale(LC_ALL, french.name()));
        QCOMPARE(report::fixedNumber(0.126, 2), std::string("0.13"));
        QCOMPARE(report::shortNumber(12.5), std::string("12.5"));
        report::Figure figure;
        figure.add(report::Polyline{{{0.5, 1.25}, {-0.001, 3}}, report::Ink::Text, 0.25, false});
        const std::string svg = report::svgText(figure);
        QVERIFY(svg.find("0.50,1.25 0.00,3.00") != std::string::npos);
    }
};

FUSIFORM_TEST(FigureTest)
#include "figure_test.moc"
