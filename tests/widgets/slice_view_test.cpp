// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/brain/slice_view.h"

#include "tests/support/test_main.h"

#include <QAction>
#include <QSignalSpy>

using namespace fusiform;

namespace {

/// A bright ball of 40 mm about the origin in a dark box, 2 mm voxels.
scene::Background ball()
{
    auto volume = std::make_shared<image::Volume>();
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    affine.topLeftCorner<3, 3>() *= 2;
    affine.topRightCorner<3, 1>() = Eigen::Vector3d(-60, -60, -60);
    volume->grid = {{61, 61, 61}, image::Affine(affine)};
    for (image::Index v = 0; v < volume->grid.size(); ++v)
        volume->values.push_back(volume->grid.mm(v).at.norm() < 40 ? 100.F : 0.F);
    return {volume, 0, 100};
}

struct ShownSlice {
    SliceView view{scene::SlicePlane::Axial};
    ShownSlice()
    {
        view.setBackground(ball());
        view.setCursor({Eigen::Vector3d(0, 0, 0)});
        view.resize(300, 240);
        view.show();
    }
};

} // namespace

class SliceViewTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBrainLeavesTheEdgesToTheLetters()
    {
        ShownSlice shown;
        const QImage picture = shown.view.grab().toImage();
        // Off the cursor's lines: the ball fills the middle and ends 20 pixels before the edge.
        QVERIFY(picture.pixelColor(150 + 30, 120 + 30).lightness() > 200);
        for (int x = 165; x < 190; ++x)
            for (int y = 0; y < 12; ++y)
                QCOMPARE(picture.pixelColor(x, y), QColor(Qt::black));
        int letter = 0;
        for (int x = 143; x < 158; ++x)
            for (int y = 3; y < 20; ++y)
                letter += picture.pixelColor(x, y).lightness() > 120;
        QVERIFY(letter > 5);
    }

    void aTwoSidedMapPaintsBothTails()
    {
        auto values = std::make_shared<image::Volume>(*ball().volume);
        for (image::Index v = 0; v < values->grid.size(); ++v) {
            const double x = values->grid.mm(v).at[0];
            values->values[static_cast<std::size_t>(v)] = static_cast<float>(x < -10  ? -5
                                                                             : x > 10 ? 5
                                                                                      : 1);
        }
        scene::Overlay overlay;
        overlay.values = values;
        overlay.map = scene::ColorMapName::Balance;
        overlay.threshold = 2;
        overlay.maximum = 5;
        overlay.minimum = -5;
        overlay.opacity = 1;
        overlay.isTwoSided = true;
        overlay.negativeThreshold = overlay.threshold;
        ShownSlice shown;
        shown.view.setOverlay(overlay);
        const auto colorAt = [&](double x) {
            const Eigen::Vector2d at = shown.view.frame().pixel({Eigen::Vector3d(x, 14, 0)});
            return shown.view.grab().toImage().pixelColor(qRound(at.x()), qRound(at.y()));
        };
        const scene::ColorMap& map = scene::colorMap(scene::ColorMapName::Balance);
        const auto isColor
            = [](const QColor& seen, const scene::Rgb& c) { return seen == QColor(c.r, c.g, c.b); };
        QVERIFY(isColor(colorAt(-20), map.at(0)));
        QVERIFY(isColor(colorAt(20), map.at(1)));
        const QColor between = colorAt(4); // the brain itself
        QCOMPARE(between.red(), between.blue());
        overlay.isTwoSided = false;
        shown.view.setOverlay(overlay);
        QVERIFY(isColor(colorAt(20), map.at(1)));
        QVERIFY(!isColor(colorAt(-20), map.at(0)));
    }

    void aClickPicksTheMillimetresUnderIt()
    {
        ShownSlice shown;
        QSignalSpy picked(&shown.view, &SliceView::picked);
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, QPoint(150, 120));
        QCOMPARE(picked.count(), 1);
        const auto at = picked[0][0].value<image::MmPoint>();
        QVERIFY2(at.at.norm() < 1.5, qPrintable(QString::number(at.at.norm())));
    }

    void aGuideIsDraggedAndLeavesTheCursorAlone()
    {
        ShownSlice shown;
        shown.view.setGuides({{1, 20, std::nullopt}, {2, 0, std::pair(1, 20.0)}});
        const Eigen::Vector2d line = shown.view.frame().pixel({Eigen::Vector3d(30, 20, 0)});
        const QPoint on(qRound(line.x()), qRound(line.y()));
        QSignalSpy moved(&shown.view, &SliceView::guideMoved);
        QSignalSpy released(&shown.view, &SliceView::guideReleased);
        QSignalSpy picked(&shown.view, &SliceView::picked);
        QTest::mousePress(&shown.view, Qt::LeftButton, {}, on);
        QTest::mouseMove(&shown.view, on + QPoint(0, 15));
        QTest::mouseRelease(&shown.view, Qt::LeftButton, {}, on + QPoint(0, 15));
        QVERIFY(moved.count() >= 1);
        QCOMPARE(moved.last()[0].toInt(), 0);
        const double expected = 20 - 15 * shown.view.frame().mmPerPixel;
        QVERIFY(std::abs(moved.last()[1].toDouble() - expected) < 1);
        QCOMPARE(released.count(), 1);
        QCOMPARE(picked.count(), 0);
    }

    void thePageKeysAskForTheNextSliceEvenWhereAMenuHasThem()
    {
        ShownSlice shown;
        QAction other(QStringLiteral("Next region"));
        other.setShortcut(QKeySequence(Qt::Key_PageUp));
        shown.view.addAction(&other);
        QSignalSpy triggered(&other, &QAction::triggered);
        QSignalSpy asked(&shown.view, &SliceView::cursorRequested);
        shown.view.setFocus();
        // Shortcuts count in the active window only.
        shown.view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.view));
        QTest::keyClick(&shown.view, Qt::Key_PageUp);
        QCOMPARE(triggered.count(), 0);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].value<image::MmPoint>().at[2], 2.0);
    }

    void theWheelScrollsByWholeSlices()
    {
        ShownSlice shown;
        QSignalSpy asked(&shown.view, &SliceView::cursorRequested);
        const auto turn = [&](int angle) {
            QWheelEvent event(QPointF(100, 100), shown.view.mapToGlobal(QPointF(100, 100)), {},
                              {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&shown.view, &event);
        };
        turn(60);
        QCOMPARE(asked.count(), 0);
        turn(60);
        QCOMPARE(asked.count(), 1);
    }
};

FUSIFORM_TEST(SliceViewTest)
#include "slice_view_test.moc"
