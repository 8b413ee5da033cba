// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/plots/selection_scatter.h"

#include <QLabel>

using namespace fusiform;

/// The plane of t and gain in the real window: what is above the lines is the region.
class SelectionPanelTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::writeSmallFit(m_folder.path() / "fit"); }

    void draggingTheCrossingSelectsWhatIsAboveBothLines()
    {
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        auto* const scatter = program.child<SelectionScatter>("selectionScatter");
        scatter->resize(320, 280);
        const glm::Fit& fit = program.session.opened()->fit;
        const glm::ModelFit& model = fit.models[program.session.model()];
        const auto before = program.session.activeRegion();

        // To the t and gain of a voxel in the middle of the selected ones.
        const auto positions = fit.positionsOf(model.selected);
        const auto middle = static_cast<std::size_t>(positions[positions.size() / 2]);
        const SelectionScatter::Criterion wanted{static_cast<double>(fit.tFace[middle]),
                                                 static_cast<double>(model.gain[middle])};
        const QPoint from = scatter->positionOf(scatter->criterion()).toPoint();
        const QPoint to = scatter->positionOf(wanted).toPoint();
        QTest::mousePress(scatter, Qt::LeftButton, {}, from);
        QVERIFY(program.facesAfter([&] { QTest::mouseMove(scatter, to); }));
        QTest::mouseRelease(scatter, Qt::LeftButton, {}, to);

        const auto region = program.session.activeRegion();
        QCOMPARE(region->name, std::string("criterion"));
        QVERIFY(region->isEditedWhileLooking);
        const SelectionScatter::Criterion set = scatter->criterion();
        image::Index expected = 0;
        for (std::size_t v = 0; v < fit.voxels.size(); ++v)
            expected += static_cast<double>(fit.tFace[v]) > set.t
                        && static_cast<double>(model.gain[v]) > set.gain;
        QCOMPARE(region->voxels.count(), expected);
        QVERIFY(expected > 0);
        QVERIFY(program.child<QLabel>("selectionCounts")
                    ->text()
                    .contains(QLocale().toString(static_cast<qlonglong>(expected))));

        // The next gesture moves the same region; undo takes back one gesture.
        QTest::keyClick(scatter, Qt::Key_Right);
        QCOMPARE(program.session.activeRegion()->name, std::string("criterion"));
        program.session.undo();
        QCOMPARE(program.session.activeRegion()->voxels.count(), expected);
        program.session.undo();
        QCOMPARE(program.session.activeRegion()->name, before->name);
    }

private:
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(SelectionPanelTest)
#include "selection_panel_test.moc"
