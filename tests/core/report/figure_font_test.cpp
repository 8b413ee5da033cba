// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cairo_painter.h"
#include "core/report/figure_file.h"
#include "core/report/figure_style.h"
#include "core/report/plots_rows.h"
#include "core/report/svg.h"
#include "tests/core/report/text_boxes.h"
#include "tests/support/bytes.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;

namespace {

constexpr const char* kWide = "DejaVu Sans";

report::Figure someRows(double widthMm)
{
    report::RowPlot plot;
    plot.title = report::plain("sub-01, portraits-vaegan: pairwise recognition by region");
    plot.axis = FUSIFORM_TR("core", "pairs won, per cent");
    plot.base = 50;
    plot.reference = 50;
    plot.referenceName = FUSIFORM_TR("core", "chance");
    for (const char* const region : {"selected", "occipital", "temporal", "frontoparietal"}) {
        report::PlotRow row;
        row.name = report::plain(std::string("portraits-vaegan, ") + region);
        row.value = 72.5;
        row.note = report::plain("p = 0.0012");
        plot.rows.push_back(std::move(row));
    }
    return report::rowFigure(plot, widthMm);
}

report::Figure inFont(const report::Figure& figure, const std::string& font)
{
    report::FigureStyle style;
    style.font = font;
    return report::styled(figure, style);
}

} // namespace

class FigureFontTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void widthsAreThoseOfTheFont()
    {
        if (!report::CairoPainter::hasFont(kWide))
            QSKIP("no DejaVu Sans on this machine");
        const auto painter = report::CairoPainter::picture(1, 1, 1200);
        report::Label label;
        label.sizeMm = 10;
        for (const char* const text : {"Pairwise recognition", "0.1234567890", "WiMlj"}) {
            const QString letters = QString::fromLatin1(text);
            QVERIFY(test::near(painter.widthOf(text, 10, false, kWide),
                               test::widthOf(letters, label, true), 0.1));
            QVERIFY(test::near(painter.widthOf(text, 10, false),
                               test::widthOf(letters, label, false), 2));
        }
    }
    void textsOfAWiderFontHaveRoom()
    {
        if (!report::CairoPainter::hasFont(kWide))
            QSKIP("no DejaVu Sans on this machine");
        for (const double widthMm : {89.0, 180.0}) {
            const report::Figure plain = someRows(widthMm);
            QVERIFY(test::textsHaveRoom(plain));
            const report::Figure wide = inFont(plain, kWide);
            QVERIFY(test::textsHaveRoom(wide));
            QCOMPARE(wide.font, std::string(kWide));
            // All alike, and smaller: else the test above would say nothing.
            const double share
                = wide.all<report::Label>()[0].sizeMm / plain.all<report::Label>()[0].sizeMm;
            QVERIFY(share < 0.97 && share > 0.6);
            for (std::size_t l = 0; l < plain.all<report::Label>().size(); ++l)
                QVERIFY(test::near(wide.all<report::Label>()[l].sizeMm,
                                   share * plain.all<report::Label>()[l].sizeMm, 1e-12));
        }
    }
    void aTextThatFilledItsPlaceStillDoes()
    {
        if (!report::CairoPainter::hasFont(kWide))
            QSKIP("no DejaVu Sans on this machine");
        report::Figure figure;
        figure.widthMm = 89;
        report::Label label;
        label.text = report::plain("From one edge of the figure to the other");
        label.sizeMm = 1;
        label.sizeMm = 88.5 / test::widthOf(QString::fromStdString(label.text.english()), label);
        label.at = {0, 10};
        figure.add(label);
        QVERIFY(test::textsHaveRoom(figure));
        QVERIFY(test::textsHaveRoom(inFont(figure, kWide)));
        figure.font = kWide; // without being laid out for it
        QVERIFY(!test::textsHaveRoom(figure));
    }
    void filesCarryTheFont()
    {
        const report::Figure plain = someRows(89);
        QVERIFY(report::svgText(plain).find("font-family=\"Inter, ") != std::string::npos);
        const report::Figure named = inFont(plain, "A & B's");
        QVERIFY(report::svgText(named).find("font-family=\"'A &amp; Bs', Inter, ")
                != std::string::npos);
        if (!report::CairoPainter::hasFont(kWide))
            QSKIP("no DejaVu Sans on this machine");
        const test::TemporaryFolder folder;
        const auto pdfOf = [&](const report::Figure& figure) {
            report::writeFigure(figure, folder.path() / "f.pdf", {});
            return test::bytesOf(folder.path() / "f.pdf");
        };
        const std::string inter = pdfOf(plain);
        const std::string other = pdfOf(inFont(plain, kWide));
        // Names of embedded fonts stand in objects that are not compressed.
        QVERIFY(inter.find("Inter") != std::string::npos);
        QVERIFY(inter.find("DejaVu") == std::string::npos);
        QVERIFY(other.find("DejaVuSans") != std::string::npos);
        QVERIFY(other.find("+Inter") == std::string::npos);
    }
    void unknownFontsAreKnownToBe()
    {
        QVERIFY(!report::CairoPainter::hasFont("No Such Letters 1887"));
    }
};

FUSIFORM_TEST(FigureFontTest)
#include "figure_font_test.moc"
