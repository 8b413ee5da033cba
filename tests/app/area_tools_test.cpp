// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/brain_panel.h"
#include "app/docks/paint_limits.h"
#include "app/docks/paint_tool.h"
#include "core/io/nifti.h"
#include "core/roi/flood.h"
#include "core/util/json.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/brain/slice_view.h"

#include <QSignalSpy>
#include <QToolButton>
#include <nlohmann/json.hpp>

using namespace fusiform;

namespace {

struct Areas : test::RunningWindow {
    [[nodiscard]] SliceView* axial() { return child<SliceView>("axialView"); }
    [[nodiscard]] const image::VoxelSet& voxels() { return session.activeRegion()->voxels; }
    void draw(Qt::MouseButton button, const std::vector<QPoint>& points)
    {
        QTest::mousePress(axial(), button, {}, points.front());
        for (const QPoint& point : points)
            QTest::mouseMove(axial(), point);
        QTest::mouseRelease(axial(), button, {}, points.back());
    }
    /// Members of the mask for which `isTaken` holds of their centre.
    template <class Condition>
    [[nodiscard]] image::VoxelSet where(Condition isTaken)
    {
        const glm::Fit& fit = session.opened()->fit;
        image::VoxelSet set(fit.grid.shape);
        for (const image::Index index : fit.voxels)
            if (isTaken(Eigen::Vector3d(fit.grid.mm(index).at)))
                set.insert(fit.grid.voxel(index));
        return set;
    }
    /// Off the border between two layers of voxels.
    bool openBetweenNoLayers(const std::filesystem::path& folder)
    {
        if (!open(folder))
            return false;
        const image::Grid& grid = session.opened()->fit.grid;
        session.setCursor(grid.mm(grid.nearest(session.cursor())));
        return true;
    }
    /// The layer of voxels that the axial slice shows.
    [[nodiscard]] bool isInSlice(const Eigen::Vector3d& at)
    {
        const image::Grid& grid = session.opened()->fit.grid;
        return grid.nearest({at}).k == grid.nearest(session.cursor()).k;
    }
};

} // namespace

class AreaToolsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::writeSmallFit(m_folder.path() / "fit"); }

    void aBoxAddsWhatItHoldsInTheSliceAndThrough()
    {
        Areas program;
        QVERIFY(program.openBetweenNoLayers(m_folder.path() / "fit"));
        program.action(ActionId::NewRegion)->trigger();
        program.action(ActionId::BoxTool)->trigger();
        const QPoint centre = program.axial()->rect().center();
        const QPoint from = centre + QPoint(-31, -22);
        const QPoint to = centre + QPoint(28, 37);
        const Eigen::Vector3d a = program.axial()->mmAt(from).at;
        const Eigen::Vector3d b = program.axial()->mmAt(to).at;
        const auto isInBox = [&](const Eigen::Vector3d& at) {
            return (at.x() - a.x()) * (at.x() - b.x()) < 0
                   && (at.y() - a.y()) * (at.y() - b.y()) < 0;
        };
        program.draw(Qt::LeftButton, {from, centre, to});
        const image::VoxelSet inSlice = program.where(
            [&](const Eigen::Vector3d& at) { return isInBox(at) && program.isInSlice(at); });
        QVERIFY(!inSlice.isEmpty());
        QVERIFY(program.voxels() == inSlice);
        QVERIFY(program.session.undoName().startsWith(QStringLiteral("Paint ")));
        program.child<QToolButton>("areaThrough")->setChecked(true);
        program.draw(Qt::LeftButton, {from, to});
        QVERIFY(program.voxels() == program.where(isInBox));
        program.session.undo();
        QVERIFY(program.voxels() == inSlice);
        program.draw(Qt::RightButton, {from, to});
        QVERIFY(program.voxels().isEmpty());
    }
    void aLassoTakesWhatItGoesAround()
    {
        Areas program;
        QVERIFY(program.openBetweenNoLayers(m_folder.path() / "fit"));
        program.action(ActionId::NewRegion)->trigger();
        program.action(ActionId::LassoTool)->trigger();
        QVERIFY(program.child<QToolButton>("areaTool")->isChecked());
        // A triangle; inside is on the same side of all three edges.
        const QPoint centre = program.axial()->rect().center();
        const std::array corners
            = {centre + QPoint(-35, 25), centre + QPoint(33, 29), centre + QPoint(3, -37)};
        program.draw(Qt::LeftButton, {corners[0], corners[1], corners[2]});
        const auto isInside = [&](const Eigen::Vector3d& at) {
            int left = 0;
            for (std::size_t c = 0; c < 3; ++c) {
                const Eigen::Vector3d p = program.axial()->mmAt(corners[c]).at;
                const Eigen::Vector3d q = program.axial()->mmAt(corners[(c + 1) % 3]).at;
                left += (q.x() - p.x()) * (at.y() - p.y()) > (q.y() - p.y()) * (at.x() - p.x());
            }
            return left % 3 == 0 && program.isInSlice(at);
        };
        const image::VoxelSet expected = program.where(isInside);
        QVERIFY(expected.count() > 5);
        QVERIFY(program.voxels() == expected);
    }
    void escapeGivesALineUp()
    {
        Areas program;
        QVERIFY(program.openBetweenNoLayers(m_folder.path() / "fit"));
        program.action(ActionId::LassoTool)->trigger();
        const image::VoxelSet before = program.voxels();
        const QPoint centre = program.axial()->rect().center();
        QTest::mousePress(program.axial(), Qt::RightButton, {}, centre + QPoint(-30, -30));
        QTest::mouseMove(program.axial(), centre + QPoint(30, -30));
        QTest::mouseMove(program.axial(), centre + QPoint(0, 30));
        QTest::keyClick(program.axial(), Qt::Key_Escape);
        QTest::mouseRelease(program.axial(), Qt::RightButton, {}, centre + QPoint(0, 30));
        QVERIFY(program.voxels() == before);
    }
    void paintingStaysInGreyMatter()
    {
        const std::filesystem::path folder = m_folder.path() / "limited";
        test::writeSmallFit(folder / "fit");
        Areas program;
        QVERIFY(program.openBetweenNoLayers(folder / "fit"));
        program.action(ActionId::NewRegion)->trigger();
        auto* const limits = program.window.findChild<PaintLimits*>();
        auto* const tools = program.window.findChild<BrainTools*>();
        const auto choose = [&](PaintLimit limit) {
            tools->setLimit(limit);
            Q_EMIT tools->limitChanged();
        };
        // There is no image of it: the choice goes back, and says why.
        QSignalSpy unavailable(limits, &PaintLimits::unavailable);
        choose(PaintLimit::GreyMatter);
        QTRY_COMPARE(unavailable.count(), 1);
        QVERIFY(unavailable.front().front().toString().contains(QStringLiteral("grey matter")));
        QVERIFY(tools->limit() == PaintLimit::BrainMask);

        // Labels as fMRIPrep writes them: the left half is cortex, the right half white matter.
        const glm::Fit& fit = program.session.opened()->fit;
        image::Volume labels
            = {fit.grid, std::vector<float>(static_cast<std::size_t>(fit.grid.size()))};
        for (image::Index v = 0; v < fit.grid.size(); ++v)
            labels.values[static_cast<std::size_t>(v)] = fit.grid.mm(v).at[0] < 0 ? 3.0F : 41.0F;
        const std::filesystem::path anat
            = folder / "study" / "derivatives" / "fmriprep" / fit.subject / "anat";
        std::filesystem::create_directories(anat);
        io::writeVolume(anat / (fit.subject + "_desc-aseg_dseg.nii.gz"), labels);
        Json json = readJson(folder / "fit" / "fit.json");
        json["provenance"]["options"]["study"] = (folder / "study").string();
        writeJson(folder / "fit" / "fit.json", json);
        QVERIFY(program.openBetweenNoLayers(folder / "fit"));
        program.action(ActionId::NewRegion)->trigger();
        program.action(ActionId::BoxTool)->trigger();
        program.child<QToolButton>("areaThrough")->setChecked(true);
        QSignalSpy allowed(limits, &PaintLimits::allowedChanged);
        choose(PaintLimit::GreyMatter);
        const auto isGrey = [&](const Eigen::Vector3d& at) { return at.x() < 0; };
        QTRY_VERIFY(!allowed.isEmpty()
                    && allowed.back().front().value<std::shared_ptr<const image::VoxelSet>>());
        const QRect all = program.axial()->rect().adjusted(2, 2, -2, -2);
        program.draw(Qt::LeftButton, {all.topLeft(), all.center(), all.bottomRight()});
        QVERIFY(program.voxels() == program.where(isGrey));
        choose(PaintLimit::BrainMask);
        program.draw(Qt::LeftButton, {all.topLeft(), all.center(), all.bottomRight()});
        QVERIFY(program.voxels() == program.session.opened()->inMask);
    }
    void aFloodIsOutlinedAndThenTaken()
    {
        Areas program;
        QVERIFY(program.openBetweenNoLayers(m_folder.path() / "fit"));
        program.action(ActionId::NewRegion)->trigger();
        program.action(ActionId::FloodTool)->trigger();
        auto* const tool = program.window.findChild<PaintTool*>();
        std::shared_ptr<const scene::RegionPreview> shown;
        connect(tool, &PaintTool::previewChanged, this, [&](const auto& now) {
            if (now)
                shown = now;
        });
        const OpenedFit& opened = *program.session.opened();
        const QPoint at = program.axial()->rect().center() + QPoint(5, 3);
        const image::Voxel seed = opened.fit.grid.nearest(program.axial()->mmAt(at));
        roi::FloodOptions above;
        above.range.lowest = 3.09;
        const image::VoxelSet expected = roi::flood(*opened.tMap, seed, above, opened.inMask);
        QVERIFY(!expected.isEmpty());
        QTest::mouseMove(program.axial(), at);
        QTRY_VERIFY(shown && shown->voxels == expected);
        program.draw(Qt::LeftButton, {at, at + QPoint(9, 9)});
        QVERIFY(program.voxels() == expected);
    }
    void aLockedRegionIsNotTouched()
    {
        Areas program;
        QVERIFY(program.openBetweenNoLayers(m_folder.path() / "fit"));
        program.session.setRegionLocked(0, true);
        auto* const tool = program.window.findChild<PaintTool*>();
        QSignalSpy refused(tool, &PaintTool::refused);
        const image::VoxelSet before = program.voxels();
        program.action(ActionId::BoxTool)->trigger();
        const QPoint centre = program.axial()->rect().center();
        program.draw(Qt::RightButton, {centre - QPoint(40, 40), centre + QPoint(40, 40)});
        QCOMPARE(refused.size(), 1);
        QVERIFY(program.voxels() == before);
    }

private:
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(AreaToolsTest)
#include "area_tools_test.moc"
