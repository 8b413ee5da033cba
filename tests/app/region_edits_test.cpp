// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/region_edits.h"

#include "core/io/nifti.h"
#include "core/util/error.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QLineEdit>
#include <QListWidget>

#include <algorithm>

using namespace fusiform;

namespace {

struct Editing : test::RunningWindow {
    [[nodiscard]] RegionEdits& edits() { return *window.findChild<RegionEdits*>(); }
    [[nodiscard]] image::VoxelSet voxels() { return session.activeRegion()->voxels; }
    [[nodiscard]] image::VoxelSet voxelsOf(const char* name)
    {
        for (const auto& region : session.document().regions)
            if (region->name == name)
                return region->voxels;
        return {};
    }
};

} // namespace

class RegionEditsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::writeSmallFit(m_folder.path() / "fit"); }

    void aTextCombinesRegionsIntoANewOne()
    {
        Editing program;
        QVERIFY(program.open(fit()));
        program.edits().combine(QStringLiteral("occipital + temporal"));
        QVERIFY(program.voxels()
                == program.voxelsOf("occipital").united(program.voxelsOf("temporal")));
        QCOMPARE(program.session.activeRegion()->name, std::string("occipital + temporal"));
        program.edits().combine(QStringLiteral("selected - \"occipital + temporal\""));
        QVERIFY(program.voxels() == program.voxelsOf("frontoparietal"));
        const std::size_t before = program.session.document().regions.size();
        QVERIFY_EXCEPTION_THROWN(program.edits().combine(QStringLiteral("occipital & temporal")),
                                 Error);
        QVERIFY_EXCEPTION_THROWN(program.edits().combine(QStringLiteral("occipital + nowhere")),
                                 Error);
        QCOMPARE(program.session.document().regions.size(), before);
    }

    void growingThenShrinkingStaysInTheMaskAndIsUndoneByName()
    {
        Editing program;
        QVERIFY(program.open(fit()));
        program.session.selectRegion(1);
        const image::VoxelSet before = program.voxels();
        program.edits().grow();
        const image::VoxelSet grown = program.voxels();
        QVERIFY(grown.count() > before.count());
        QVERIFY(before.minus(grown).isEmpty());
        QVERIFY(grown.minus(program.session.opened()->inMask).isEmpty());
        QCOMPARE(program.session.undoName(), QStringLiteral("Grow occipital"));
        QVERIFY(program.session.activeRegion()->isEditedWhileLooking);
        // No third any more: moving the thirds leaves it alone.
        QVERIFY(!roi::thirdOf(*program.session.activeRegion()));
        program.session.undo();
        QVERIFY(program.voxels() == before);
    }

    void theComplementAndTheRegionFillTheMask()
    {
        Editing program;
        QVERIFY(program.open(fit()));
        program.session.selectRegion(2);
        const image::VoxelSet before = program.voxels();
        program.edits().takeComplement();
        QVERIFY(program.voxels().intersected(before).isEmpty());
        QVERIFY(program.voxels().united(before) == program.session.opened()->inMask);
    }

    void aLockedRegionIsLeftAlone()
    {
        Editing program;
        QVERIFY(program.open(fit()));
        program.session.setRegionLocked(0, true);
        const image::VoxelSet before = program.voxels();
        QSignalSpy problem(&program.edits(), &RegionEdits::problem);
        program.edits().takeComplement();
        QCOMPARE(problem.count(), 1);
        QVERIFY(program.voxels() == before);
    }

    void aMaskSavedAndOpenedIsTheSameRegion()
    {
        Editing program;
        QVERIFY(program.open(fit()));
        program.session.selectRegion(1);
        const std::filesystem::path file = m_folder.path() / "mine.nii.gz";
        program.edits().exportMask(file);
        const image::Volume mask = io::readVolume(file);
        QCOMPARE(std::ranges::count(mask.values, 1.F), program.voxels().count());
        QCOMPARE(std::ranges::count(mask.values, 0.F), mask.grid.size() - program.voxels().count());
        const image::VoxelSet saved = program.voxels();
        QVERIFY(program.facesAfter([&] {
            program.session.selectRegion(2);
            program.edits().importMask(file);
            QTRY_COMPARE(program.session.activeRegion()->name, std::string("mine"));
        }));
        QVERIFY(program.voxels() == saved);
    }

    void namesBeingTypedSurviveAStroke()
    {
        Editing program;
        QVERIFY(program.open(fit()));
        auto* const list = program.child<QListWidget>("regionList");
        list->editItem(list->item(1));
        const auto editors = [&] { return list->viewport()->findChildren<QLineEdit*>().size(); };
        QCOMPARE(editors(), 1);
        program.session.paint(program.voxels(), Session::Paint::Remove);
        program.session.cancelStroke();
        QCoreApplication::processEvents();
        QCOMPARE(editors(), 1);
    }

private:
    [[nodiscard]] std::filesystem::path fit() const { return m_folder.path() / "fit"; }
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(RegionEditsTest)
#include "region_edits_test.moc"
