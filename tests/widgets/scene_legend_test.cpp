// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/brain/scene_legend.h"

#include "tests/support/test_main.h"

#include <QPainter>

#include <limits>

using namespace fusiform;

namespace {

/// Pixels that the legend paints in a part of itself.
int painted(SceneLegend& legend, const QRect& part)
{
    QImage picture(legend.size(), QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    legend.render(&picture, QPoint(), QRegion(), QWidget::RenderFlags());
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            count += qAlpha(picture.pixel(x, y)) > 0;
    return count;
}

scene::Overlay someOverlay()
{
    scene::Overlay overlay;
    overlay.threshold = 3.09;
    overlay.maximum = 15.8;
    return overlay;
}

} // namespace

class SceneLegendTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theHintIsShownWhereItFitsAndNotWhereItWouldWrap()
    {
        SceneLegend legend(nullptr);
        legend.setHint(QStringLiteral("Drag turns · wheel zooms · Shift and drag moves"));
        legend.resize(700, 400);
        QVERIFY(painted(legend, QRect(0, 370, 600, 30)) > 50);
        QVERIFY(legend.takenMargins().bottom() > 15);
        for (const QSize& small : {QSize(200, 400), QSize(700, 200)}) {
            legend.resize(small);
            QCOMPARE(painted(legend, QRect(0, small.height() - 60, small.width() - 90, 60)), 0);
            QCOMPARE(legend.takenMargins().bottom(), 0);
        }
    }

    void aTwoSidedMapIsMarkedOnBothSides()
    {
        SceneLegend legend(nullptr);
        legend.resize(600, 420);
        scene::Overlay overlay = someOverlay();
        overlay.isTwoSided = true;
        overlay.minimum = -overlay.maximum;
        overlay.negativeThreshold = overlay.threshold;
        const QRect belowBar(600 - 66, 400 - 14, 30,
                             18); // where the number of the lower end stands
        legend.setOverlay(someOverlay(), QStringLiteral("t"));
        const int before = painted(legend, belowBar);
        legend.setOverlay(overlay, QStringLiteral("r"));
        QVERIFY(painted(legend, belowBar) > before + 5);
    }

    /// The bar is 150 pixels high, from 250 to 400, and stands for -10 to 10.
    void eachTailHasItsMarkAndOneThatIsOffHasNone()
    {
        SceneLegend legend(nullptr);
        legend.resize(600, 420);
        scene::Overlay overlay = someOverlay();
        overlay.isTwoSided = true;
        overlay.maximum = 10;
        overlay.minimum = -10;
        overlay.threshold = 2;
        overlay.negativeThreshold = 6;
        const auto hasMark = [&](double value) { // left of the bar, where its colours are not
            const int y = static_cast<int>(400 - 150 * (value + 10) / 20);
            return painted(legend, QRect(567, y - 1, 2, 3)) > 0;
        };
        legend.setOverlay(overlay, QStringLiteral("r"));
        QVERIFY(hasMark(2) && hasMark(-6));
        QVERIFY(!hasMark(-2) && !hasMark(6));
        overlay.negativeThreshold = std::numeric_limits<double>::infinity();
        legend.setOverlay(overlay, QStringLiteral("r"));
        QVERIFY(hasMark(2) && !hasMark(-6));
        overlay.negativeThreshold = 6;
        overlay.threshold = std::numeric_limits<double>::infinity();
        legend.setOverlay(overlay, QStringLiteral("r"));
        QVERIFY(!hasMark(2) && hasMark(-6));
    }

    void theColourBarStaysInsideTheRoomItAsksFor()
    {
        SceneLegend legend(nullptr);
        legend.resize(600, 420);
        QCOMPARE(legend.takenMargins().right(), 0);
        legend.setOverlay(someOverlay(), QStringLiteral("t"));
        const int room = legend.takenMargins().right();
        const QRect lower(0, 120, 600, 300); // below the compass
        QVERIFY(painted(legend, QRect(600 - room, 120, room, 300)) > 500);
        QCOMPARE(painted(legend, lower.adjusted(0, 0, -room, 0)), 0);
    }
};

FUSIFORM_TEST(SceneLegendTest)
#include "scene_legend_test.moc"
