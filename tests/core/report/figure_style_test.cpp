// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure_style.h"

#include "tests/core/report/text_boxes.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::report;

namespace {

/// A title, and a box from 8 mm downwards.
Figure titledFigure()
{
    Figure figure;
    figure.title = plain("A title");
    figure.widthMm = 60;
    figure.heightMm = 40;
    figure.add(Label{{0, 4}, figure.title, Ink::Text, 3, Align::Left, true});
    figure.add(boxArea({0, 8, 60, 32}, Ink::First));
    return figure;
}

FigureStyle lettered(bool hasTitle = true)
{
    FigureStyle style;
    style.letter = "a";
    style.hasTitle = hasTitle;
    return style;
}

} // namespace

class FigureStyleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLetterStandsBeforeTheTitleOnOneLine()
    {
        const Figure figure = styled(titledFigure(), lettered());
        QCOMPARE(figure.heightMm, 40.0);
        QVERIFY(test::textsHaveRoom(figure));
        const auto labels = figure.all<Label>();
        QCOMPARE(labels[1].text.english(), std::string("a"));
        QVERIFY(labels[0].at.x > 2 && labels[0].at.x < 6);
        QVERIFY(test::near(labels[0].at.y, labels[1].at.y, 0.5));
    }
    void aLongTitleBecomesSmallerBesideALetter()
    {
        Figure figure = titledFigure();
        figure.title = plain("A title that fills the width of its figure");
        std::get<Label>(figure.elements.front()).text = figure.title;
        figure = styled(std::move(figure), lettered());
        QVERIFY(test::textsHaveRoom(figure));
        QVERIFY(figure.all<Label>().front().sizeMm < 3);
    }
    void aLetterTakesTheFreeCornerOfAFigureWithoutATitle()
    {
        const Figure figure = styled(titledFigure(), lettered(false));
        QCOMPARE(figure.heightMm, 40.0);
        QCOMPARE(figure.all<Area>().front().outline.front().y, 8.0);
    }
    void whatFillsTheCornerGivesWayToALetter()
    {
        Figure figure = titledFigure();
        figure.add(boxArea({0, 0, 5, 5}, Ink::Second));
        figure = styled(std::move(figure), lettered(false));
        QVERIFY(figure.heightMm > 44);
        QVERIFY(figure.all<Area>().back().outline.front().y > 4.2);
    }
    void withoutATitleNoEmptyBandIsLeft()
    {
        FigureStyle style;
        style.hasTitle = false;
        const Figure figure = styled(titledFigure(), style);
        QCOMPARE(figure.heightMm, 33.0);
        QCOMPARE(figure.all<Area>().front().outline.front().y, 1.0);
        QVERIFY(figure.all<Label>().empty());
    }
};

FUSIFORM_TEST(FigureStyleTest)
#include "figure_style_test.moc"
