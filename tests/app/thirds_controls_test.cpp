// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/brain/slice_view.h"

#include <QDoubleSpinBox>
#include <QPushButton>

using namespace fusiform;

/// The planes between the thirds in the real window: dragged in a slice, typed, undone.
class ThirdsControlsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::writeSmallFit(m_folder.path() / "fit"); }

    void aLineDraggedInASliceMovesTheRegionsAndTheFaces()
    {
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        auto* const adjust = program.child<QPushButton>("adjustThirds");
        auto* const slice = program.child<SliceView>("axialView");
        program.session.selectRegion(1); // occipital
        const glm::Fit& fit = program.session.opened()->fit;
        const roi::ThirdsPlanes before = program.session.document().thirds;
        QVERIFY(before == roi::equalThirds(fit, fit.models[0]));
        adjust->click();

        image::MmPoint at = program.session.cursor();
        at.at[0] += 12; // beside the cursor's own line
        at.at[1] = before.occipitalBehind;
        const auto pixel = [&](const image::MmPoint& mm) {
            const Eigen::Vector2d p = slice->frame().pixel(mm);
            return QPoint(qRound(p.x()), qRound(p.y()));
        };
        const QPoint from = pixel(at);
        at.at[1] += 9;
        const QPoint to = pixel(at);
        QTest::mousePress(slice, Qt::LeftButton, {}, from);
        QVERIFY(program.facesAfter([&] { QTest::mouseMove(slice, to); }));
        QTest::mouseRelease(slice, Qt::LeftButton, {}, to);

        const roi::ThirdsPlanes after = program.session.document().thirds;
        QVERIFY(std::abs(after.occipitalBehind - before.occipitalBehind - 9)
                < 2 * slice->frame().mmPerPixel);
        QCOMPARE(after.temporalBelow, before.temporalBelow);
        image::Index behind = 0;
        for (const image::Index voxel : fit.models[0].selected.indices())
            behind += fit.grid.mm(voxel).at[1] < after.occipitalBehind;
        QCOMPARE(program.session.activeRegion()->voxels.count(), behind);
        QVERIFY(program.session.activeRegion()->isEditedWhileLooking);
        QCOMPARE(program.child<QDoubleSpinBox>("occipitalBehind")->value(), after.occipitalBehind);

        program.session.undo();
        QVERIFY(program.session.document().thirds == before);
    }
    void aTypedPlaneIsOneStep()
    {
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        const roi::ThirdsPlanes before = program.session.document().thirds;
        program.child<QPushButton>("adjustThirds")->click();
        auto* const below = program.child<QDoubleSpinBox>("temporalBelow");
        below->setValue(before.temporalBelow + 4);
        QVERIFY(program.session.document().thirds.temporalBelow > before.temporalBelow);
        QVERIFY(!program.session.undoName().isEmpty());
        program.session.undo();
        QVERIFY(program.session.document().thirds == before);
    }

private:
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(ThirdsControlsTest)
#include "thirds_controls_test.moc"
