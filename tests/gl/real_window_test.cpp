// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/brain_panel.h"
#include "app/shell/opener.h"
#include "tests/app/running_window.h"
#include "tests/support/test_main.h"
#include "widgets/brain/brain_view.h"

#include <QToolButton>

using namespace fusiform;

namespace {

/// Shares of the pixels of a picture of the brain.
struct Shares {
    double bright = 0; ///< of the cortex
    double coloured = 0; ///< of the map
};

Shares sharesOf(const QImage& picture)
{
    Shares shares;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const QColor colour = picture.pixelColor(x, y);
            shares.bright += colour.value() > 110;
            shares.coloured += colour.value() > 110 && colour.saturation() > 140;
        }
    const double count = static_cast<double>(picture.width()) * picture.height();
    return {shares.bright / count, shares.coloured / count};
}

double differenceOf(const QImage& a, const QImage& b)
{
    double different = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            different += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 12;
    return different / (static_cast<double>(a.width()) * a.height());
}

} // namespace

/// The demonstration in the real window on a screen with OpenGL.
class RealWindowTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBrainIsDrawnTurnsAndIsPicked()
    {
        QCOMPARE(openGlProblem(), QString());
        test::RunningWindow program;
        auto* const brain = program.window.findChild<BrainView*>();
        QVERIFY(brain && brain->isThreeDimensional());
        QSignalSpy painted(brain, &BrainView::surfacePainted);
        QVERIFY(program.open(Opener::demonstration().toStdString()));
        QVERIFY(!painted.isEmpty() || painted.wait(60000));

        const auto picture = [&] { return brain->grab().toImage(); };
        const QImage before = picture();
        const Shares shares = sharesOf(before);
        QVERIFY2(shares.bright > 0.15, qPrintable(QString::number(shares.bright)));
        QVERIFY2(shares.coloured > 0.005, qPrintable(QString::number(shares.coloured)));

        QWidget* const target = brain->childAt(brain->rect().center());
        QVERIFY(target);
        const QPoint centre = target->mapFrom(brain, brain->rect().center());
        QTest::mousePress(target, Qt::LeftButton, {}, centre);
        QTest::mouseMove(target, centre + QPoint(60, 10));
        QTest::mouseMove(target, centre + QPoint(120, 20));
        QTest::mouseRelease(target, Qt::LeftButton, {}, centre + QPoint(120, 20));
        QTRY_VERIFY(differenceOf(before, picture()) > 0.05);

        // A click with the sphere tool makes a region there, and other faces.
        program.child<QToolButton>("sphereTool")->click();
        QVERIFY(brain->pick(brain->rect().center()).has_value());
        const QImage face = program.face(0);
        QVERIFY(program.facesAfter([&] { QTest::mouseClick(target, Qt::LeftButton, {}, centre); }));
        QCOMPARE(program.session.activeRegion()->name, std::string("sphere"));
        QVERIFY(program.face(0) != face);
    }
};

FUSIFORM_TEST(RealWindowTest)
#include "real_window_test.moc"
