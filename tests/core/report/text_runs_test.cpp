// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/text_runs.h"

#include "core/report/cairo_painter.h"
#include "core/report/svg.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::report;

class TextRunsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRaisedTIsAPieceOfItsOwn()
    {
        QVERIFY(
            (textRuns("x = y Wᵀ (W Wᵀ)⁻¹")
             == std::vector<TextRun>{{"x = y W"}, {"T", true}, {" (W W"}, {"T", true}, {")⁻¹"}}));
        QVERIFY((textRuns("ᵀᵀ") == std::vector<TextRun>{{"T", true}, {"T", true}}));
        QVERIFY((textRuns("T") == std::vector<TextRun>{{"T"}}));
        QCOMPARE(textRuns("").size(), std::size_t{1});
    }
    void svgRaisesAndLowersByTheSame()
    {
        Figure figure;
        figure.add(Label{{1, 5}, plain("Wᵀ W"), Ink::Text, 10});
        const std::string svg = svgText(figure);
        QVERIFY2(svg.find("W<tspan font-size=\"6.60\" dy=\"-3.60\">T</tspan>"
                          "<tspan dy=\"3.60\"> W</tspan></text>")
                     != std::string::npos,
                 svg.c_str());
    }
    /// The font has no such letter: as text of its own it would be as wide as an empty box.
    void theWidthIsThatOfASmallT()
    {
        const CairoPainter painter = CairoPainter::picture(10, 10, 72);
        const double letter = painter.widthOf("T", 10, false);
        QVERIFY(test::near(painter.widthOf("Wᵀ", 10, false),
                           painter.widthOf("W", 10, false) + kRaisedSize * letter, 0.2));
    }
};

FUSIFORM_TEST(TextRunsTest)
#include "text_runs_test.moc"
