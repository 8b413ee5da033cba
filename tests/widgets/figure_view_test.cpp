// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/figure_view.h"

#include "tests/support/test_main.h"
#include "widgets/controls/theme_colors.h"

#include <QWheelEvent>

using namespace fusiform;

namespace {

QString english(const Text& text) { return QString::fromStdString(text.english()); }

/// A red square on the left half that says its name, as wide as the view.
report::Figure halfRed(double widthMm)
{
    report::Figure figure;
    figure.widthMm = widthMm;
    figure.heightMm = 40;
    figure.title = report::plain("half");
    const image::Picture red{1, 1, {1, 0, 0}};
    figure.add(
        report::Raster{{0, 0, widthMm / 2, 40}, std::make_shared<const image::Picture>(red)});
    figure.spots.push_back({{0, 0, widthMm / 2, 40}, report::plain("red half")});
    return figure;
}

void turnWheel(QWidget& widget, const QPointF& at, int clicks, Qt::KeyboardModifiers keys)
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, 120 * clicks}, Qt::NoButton, keys,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

class FigureViewTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFigureIsAsWideAsTheView()
    {
        FigureView view(english);
        view.resize(400, 200);
        view.setFigure(halfRed);
        for (const int width : {400, 700}) {
            view.resize(width, 200);
            const QImage picture = view.grab().toImage();
            QCOMPARE(picture.pixelColor(width / 2 - 4, 20), QColor(Qt::red));
            QVERIFY(picture.pixelColor(width / 2 + 4, 20) != QColor(Qt::red));
        }
        QCOMPARE(view.heightForWidth(400), view.heightForWidth(700));
        QCOMPARE(view.accessibleName(), QStringLiteral("half"));
    }

    void thePlaceUnderThePointerSaysWhatItIs()
    {
        FigureView view(english);
        view.resize(400, 200);
        view.setFigure(halfRed);
        QCOMPARE(view.tipAt({100, 50}), QStringLiteral("red half"));
        QCOMPARE(view.tipAt({300, 50}), QString());
    }

    void ctrlAndWheelEnlargeAboutThePointerAndADoubleClickRestores()
    {
        FigureView view(english);
        view.resize(400, 180);
        view.setFigure(halfRed);
        view.setZoom(FigureView::Zoom::On);
        turnWheel(view, {390, 50}, 3, Qt::NoModifier);
        QCOMPARE(view.magnification(), 1.0);
        turnWheel(view, {390, 50}, 8, Qt::ControlModifier);
        QVERIFY(view.magnification() > 4);
        QCOMPARE(view.tipAt({100, 50}), QString()); // the red half has moved out on the left
        QTest::mouseDClick(&view, Qt::LeftButton);
        QCOMPARE(view.magnification(), 1.0);
        QCOMPARE(view.tipAt({100, 50}), QStringLiteral("red half"));
    }

    void anEmptyViewIsDrawnWithoutAFigure()
    {
        FigureView view(english);
        view.resize(100, 50);
        QVERIFY(!view.grab().isNull());
        QCOMPARE(view.heightForWidth(100), 0);
        QCOMPARE(view.tipAt({1, 1}), QString());
    }
};

FUSIFORM_TEST(FigureViewTest)
#include "figure_view_test.moc"
