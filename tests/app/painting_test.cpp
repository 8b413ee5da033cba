// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/paint_tool.h"
#include "tests/app/running_window.h"
#include "tests/support/grids.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/brain/slice_view.h"

#include <QDoubleSpinBox>
#include <QToolButton>

#include <algorithm>

using namespace fusiform;

namespace {

struct Painting : test::RunningWindow {
    [[nodiscard]] SliceView* axial() { return child<SliceView>("axialView"); }
    [[nodiscard]] image::VoxelSet voxels() { return session.activeRegion()->voxels; }
    [[nodiscard]] QPoint pointOf(const Eigen::Vector3d& mm)
    {
        const Eigen::Vector2d at = axial()->frame().pixel({mm});
        return {qRound(at.x()), qRound(at.y())};
    }
    void drag(Qt::MouseButton button, const QPoint& from, const QPoint& to)
    {
        QTest::mousePress(axial(), button, {}, from);
        QTest::mouseMove(axial(), to);
        QTest::mouseRelease(axial(), button, {}, to);
    }
    bool openWithBrush(const std::filesystem::path& folder, double radiusMm)
    {
        if (!open(folder))
            return false;
        action(ActionId::BrushTool)->trigger();
        child<QDoubleSpinBox>("brushRadius")->setValue(radiusMm);
        return true;
    }
};

/// Members of the mask within the radius of a line, found one by one.
image::VoxelSet plainStroke(const OpenedFit& opened, const Eigen::Vector3d& from,
                            const Eigen::Vector3d& to, double radius)
{
    image::VoxelSet met(opened.fit.grid.shape);
    for (const image::Index index : opened.fit.voxels) {
        const Eigen::Vector3d at = opened.fit.grid.mm(index).at;
        for (int step = 0; step <= 1000; ++step)
            if ((at - (from + (to - from) * step / 1000.0)).norm() <= radius) {
                met.insert(opened.fit.grid.voxel(index));
                break;
            }
    }
    return met;
}

/// The small fit's grid with stored axes towards the sides that three letters name.
image::Grid storedTowards(const std::string& letters)
{
    std::array<int, 3> order = {};
    int flips = 0;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const char letter = letters[axis];
        order[axis] = letter == 'L' || letter == 'R' ? 0 : letter == 'P' || letter == 'A' ? 1 : 2;
        if (letter == 'L' || letter == 'P' || letter == 'I')
            flips |= 1 << axis;
    }
    return test::reoriented(test::gridOfSmallFit(), order, flips);
}

} // namespace

class PaintingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::writeSmallFit(m_folder.path() / "fit"); }

    /// The orders in which the test images of shared/data/nifti/orientations are stored.
    void thePaintedPlaceDoesNotDependOnTheOrderOfAxes_data()
    {
        QTest::addColumn<std::string>("letters");
        for (const char* const letters :
             {"ASL", "IPL", "IRA", "LAS", "LIA", "LPI", "LPS", "PSR", "RAS", "RPI", "RSA", "SAR"})
            QTest::newRow(letters) << std::string(letters);
    }
    void thePaintedPlaceDoesNotDependOnTheOrderOfAxes()
    {
        QFETCH(std::string, letters);
        const std::filesystem::path folder = m_folder.path() / letters;
        test::writeSmallFit(folder, storedTowards(letters));
        Painting program;
        QVERIFY(program.openWithBrush(folder, 7));
        program.action(ActionId::NewRegion)->trigger();
        const Eigen::Vector3d from(-11, 6, 8);
        const Eigen::Vector3d to(3, -9, 8);
        program.session.setCursor({from});
        // In the slice of the cursor, from one place in mm to another.
        QTRY_VERIFY(program.axial()->mmAt(program.pointOf(from)).at.isApprox(from, 0.1));
        program.drag(Qt::LeftButton, program.pointOf(from), program.pointOf(to));
        const auto painted = test::placesOf(program.voxels(), program.session.opened()->fit.grid);
        if (m_places.empty())
            m_places = painted;
        QVERIFY(painted == m_places);
        // And it is the place that was meant, up to the pixels that a mouse can point at.
        const Eigen::Vector3d a = program.axial()->mmAt(program.pointOf(from)).at;
        const Eigen::Vector3d b = program.axial()->mmAt(program.pointOf(to)).at;
        QVERIFY((a - from).norm() < 1 && (b - to).norm() < 1);
        QVERIFY(program.voxels() == plainStroke(*program.session.opened(), a, b, 7));
    }
    void leftPaintsExactlyTheVoxelsUnderTheBrushAndTheFacesFollow()
    {
        Painting program;
        QVERIFY(program.openWithBrush(fit(), 7));
        program.action(ActionId::NewRegion)->trigger();
        QVERIFY(program.voxels().isEmpty());
        const QImage before = program.face(0);
        const QPoint centre = program.axial()->rect().center();
        const QPoint aside = centre + QPoint(40, 0);
        QVERIFY(program.facesAfter([&] { program.drag(Qt::LeftButton, centre, aside); }));
        const Eigen::Vector3d from = program.axial()->mmAt(centre).at;
        const Eigen::Vector3d to = program.axial()->mmAt(aside).at;
        QVERIFY((to - from).norm() > 7);
        QVERIFY(program.voxels() == plainStroke(*program.session.opened(), from, to, 7));
        QVERIFY(program.voxels().count() > 10);
        QVERIFY(program.face(0) != before);
        QVERIFY(program.session.activeRegion()->isEditedWhileLooking);
    }

    void rightErasesAndUndoNamesTheStroke()
    {
        Painting program;
        QVERIFY(program.openWithBrush(fit(), 9));
        const image::VoxelSet before = program.voxels();
        const QPoint centre = program.axial()->rect().center();
        QVERIFY(program.facesAfter([&] { program.drag(Qt::RightButton, centre, centre); }));
        const image::VoxelSet after = program.voxels();
        const image::VoxelSet erased = before.minus(after);
        QVERIFY(!erased.isEmpty());
        QVERIFY(after.minus(before).isEmpty());
        QCOMPARE(program.session.undoName(),
                 QStringLiteral("Erase %1 voxels in selected").arg(erased.count()));
        program.action(ActionId::Undo)->trigger();
        QVERIFY(program.voxels() == before);
        QTRY_VERIFY(program.action(ActionId::Redo)->isEnabled());
        program.action(ActionId::Redo)->trigger();
        QVERIFY(program.voxels() == after);
    }

    void thePreviewIsWhatThePressChanges()
    {
        Painting program;
        QVERIFY(program.openWithBrush(fit(), 8));
        program.action(ActionId::NewRegion)->trigger();
        auto* const tool = program.window.findChild<PaintTool*>();
        QVERIFY(tool);
        std::shared_ptr<const scene::RegionPreview> shown;
        connect(tool, &PaintTool::previewChanged, this, [&](const auto& now) {
            if (now)
                shown = now;
        });
        const QPoint at = program.axial()->rect().center() + QPoint(11, 7);
        QTest::mouseMove(program.axial(), at);
        QTRY_VERIFY(shown && !shown->voxels.isEmpty());
        const image::VoxelSet promised = shown->voxels;
        program.drag(Qt::LeftButton, at, at);
        QVERIFY(program.voxels() == promised);
    }

    void escapeGivesTheStrokeUp()
    {
        Painting program;
        QVERIFY(program.openWithBrush(fit(), 6));
        const image::VoxelSet before = program.voxels();
        const QPoint centre = program.axial()->rect().center();
        QTest::mousePress(program.axial(), Qt::RightButton, {}, centre);
        QVERIFY(program.session.isPainting());
        QVERIFY(program.voxels() != before);
        QTest::keyClick(&program.window, Qt::Key_Escape);
        QVERIFY(!program.session.isPainting());
        QVERIFY(program.voxels() == before);
        QTest::mouseRelease(program.axial(), Qt::RightButton, {}, centre);
        QVERIFY(program.voxels() == before);
        QCOMPARE(program.session.undoName(), QString());
    }

    void aStrokeThatChangesNothingIsNoStepOfUndo()
    {
        Painting program;
        QVERIFY(program.openWithBrush(fit(), 5));
        program.session.paint(image::VoxelSet(program.voxels().shape()), Session::Paint::Add);
        program.session.finishStroke();
        QCOMPARE(program.session.undoName(), QString());
        // Painted and taken back within one stroke.
        const image::VoxelSet before = program.voxels();
        const image::VoxelSet some
            = image::VoxelSet::of(before.shape(), std::vector{before.indices().front()});
        program.session.paint(some, Session::Paint::Remove);
        program.session.paint(some, Session::Paint::Add);
        program.session.finishStroke();
        QVERIFY(program.voxels() == before);
        QCOMPARE(program.session.undoName(), QString());
    }

    void aLockedRegionIsNotPaintedOnAndTheReasonIsTold()
    {
        Painting program;
        QVERIFY(program.openWithBrush(fit(), 6));
        program.session.setRegionLocked(0, true);
        const image::VoxelSet before = program.voxels();
        auto* const tool = program.window.findChild<PaintTool*>();
        QSignalSpy refused(tool, &PaintTool::refused);
        program.drag(Qt::RightButton, program.axial()->rect().center(),
                     program.axial()->rect().center());
        QVERIFY(program.voxels() == before);
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused[0][0].toString().contains(QLatin1String("selected")));
    }

    void aLockedRegionIsNeitherMovedNorCutElsewhere()
    {
        Painting program;
        QVERIFY(program.open(fit()));
        program.session.setRegionLocked(1, true); // occipital
        const auto locked = program.session.document().regions[1];
        roi::ThirdsPlanes planes = program.session.document().thirds;
        planes.occipitalBehind += 8;
        program.session.moveThirds(planes);
        QVERIFY(program.session.document().regions[1]->voxels == locked->voxels);
        QVERIFY(program.session.document().thirds == planes);

        const auto sphereAt = [&](double x) {
            roi::Region sphere
                = roi::sphere(program.session.opened()->fit,
                              {program.session.cursor().at + Eigen::Vector3d(x, 0, 0)}, 9);
            program.session.shapeRegion(std::move(sphere), QStringLiteral("add"),
                                        QStringLiteral("move"));
        };
        sphereAt(0);
        program.session.setRegionLocked(program.session.document().active, true);
        const auto first = program.session.activeRegion();
        sphereAt(8);
        QVERIFY(program.session.activeRegion() != first);
        QVERIFY(std::ranges::count(program.session.document().regions, first) == 1);
    }

    void theKeyboardPaintsAtTheCursorAndBracketsChangeTheSize()
    {
        Painting program;
        QVERIFY(program.openWithBrush(fit(), 10));
        program.action(ActionId::LargerTool)->trigger();
        QCOMPARE(program.child<QDoubleSpinBox>("brushRadius")->value(), 12.0);
        program.action(ActionId::SmallerTool)->trigger();
        QCOMPARE(program.child<QDoubleSpinBox>("brushRadius")->value(), 10.0);
        program.action(ActionId::NewRegion)->trigger();
        program.action(ActionId::PaintAtCursor)->trigger();
        const Eigen::Vector3d at = program.session.cursor().at;
        QVERIFY(program.voxels() == plainStroke(*program.session.opened(), at, at, 10));
        program.action(ActionId::EraseAtCursor)->trigger();
        QVERIFY(program.voxels().isEmpty());
    }

    void withSpaceHeldAPressOnlyLooks()
    {
        Painting program;
        QVERIFY(program.openWithBrush(fit(), 6));
        const image::VoxelSet before = program.voxels();
        program.axial()->setFocus();
        const QPoint at = program.axial()->rect().center() + QPoint(20, 10);
        QTest::keyPress(program.axial(), Qt::Key_Space);
        program.drag(Qt::RightButton, at, at);
        QTest::keyRelease(program.axial(), Qt::Key_Space);
        QVERIFY(program.voxels() == before);
        QVERIFY((program.session.cursor().at - program.axial()->mmAt(at).at).norm() < 1e-9);
        program.drag(Qt::RightButton, at, at);
        QVERIFY(program.voxels() != before);
    }

    /// Random strokes, sizes and undos: undoing everything is the start, redoing all the end.
    void undoingEverythingIsTheStartAndRedoingTheEnd()
    {
        Painting program;
        QVERIFY(program.openWithBrush(fit(), 6));
        program.session.setLive(false);
        const image::VoxelSet start = program.voxels();
        const OpenedFit& opened = *program.session.opened();
        std::vector<image::VoxelSet> states = {start};
        quint32 seed = 7;
        const auto next = [&](quint32 below) {
            seed = seed * 1664525U + 1013904223U;
            return (seed >> 8) % below;
        };
        for (int edit = 0; edit < 300; ++edit) {
            if (next(4) == 0 && states.size() > 1) {
                program.session.undo();
                states.pop_back();
                QVERIFY(program.voxels() == states.back());
                continue;
            }
            const auto voxel
                = opened.fit.voxels[next(static_cast<quint32>(opened.fit.voxels.size()))];
            const image::VoxelSet dab
                = roi::ball(opened.fit.grid, opened.fit.grid.mm(voxel), 1 + next(12));
            program.session.paint(dab, next(2) == 0 ? Session::Paint::Add : Session::Paint::Remove);
            program.session.finishStroke();
            if (program.voxels() != states.back())
                states.push_back(program.voxels());
        }
        QVERIFY(states.size() > 50);
        const image::VoxelSet end = program.voxels();
        while (!program.session.undoName().isEmpty()) {
            QVERIFY(program.voxels() == states.back());
            program.session.undo();
            states.pop_back();
        }
        QVERIFY(program.voxels() == start);
        while (!program.session.redoName().isEmpty())
            program.session.redo();
        QVERIFY(program.voxels() == end);
    }

private:
    [[nodiscard]] std::filesystem::path fit() const { return m_folder.path() / "fit"; }
    test::TemporaryFolder m_folder;
    std::vector<std::array<long, 3>> m_places;
};

FUSIFORM_TEST(PaintingTest)
#include "painting_test.moc"
