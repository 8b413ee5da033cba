// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/region_starts.h"

#include "app/shell/place_names.h"
#include "core/io/nifti.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QLabel>
#include <QMenu>

using namespace fusiform;

class RegionStartsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::writeSmallFit(m_folder.path() / "fit"); }

    void theMenuOffersRegionsByNameAndSaysWhatIsMissing()
    {
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        QMenu* const menu = program.action(ActionId::StartRegion)->menu();
        Q_EMIT menu->aboutToShow();
        const QList<QAction*> actions = menu->actions();
        QStringList texts;
        for (const QAction* const action : actions)
            texts << action->text();
        QVERIFY(texts.contains(QStringLiteral("Published criterion")));
        QVERIFY(texts.contains(QStringLiteral("Faces − fixation, t > 3.09")));
        const auto missing = std::ranges::find_if(actions, [](const QAction* action) {
            return action->text().startsWith(QStringLiteral("Localizer: none"));
        });
        QVERIFY(missing != actions.end());
        QVERIFY(!(*missing)->isEnabled() && !(*missing)->toolTip().isEmpty());

        const std::size_t before = program.session.document().regions.size();
        for (QAction* const action : actions)
            if (action->text().startsWith(QStringLiteral("Faces")))
                action->trigger();
        QTRY_COMPARE(program.session.document().regions.size(), before + 1);
        QCOMPARE(program.session.activeRegion()->made, std::string("t(face - fixation) > 3.09"));
        QVERIFY(program.session.undoName().contains(QStringLiteral("Faces − fixation")));
    }
    void theNameOfThePlaceStandsBesideTheCursor()
    {
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        const image::Grid& grid = program.session.opened()->fit.grid;
        image::Volume labels
            = {grid, std::vector<float>(static_cast<std::size_t>(grid.size()), 0.0F)};
        const image::Voxel left{2, 4, 3};
        const image::Voxel right{6, 4, 3};
        labels.values[static_cast<std::size_t>(grid.index(left))] = 7;
        labels.values[static_cast<std::size_t>(grid.index(right))] = 9;
        const auto file = m_folder.path() / "atlas.nii.gz";
        io::writeVolume(file, labels);
        test::writeText(m_folder.path() / "atlas.nii.txt", "7 Fusiform_L\n");
        auto* const names = program.window.findChild<PlaceNames*>();
        auto* const text = program.child<QLabel>("cursorText");
        names->take(file);
        program.session.setCursor(grid.mm(left));
        QTRY_VERIFY(text->text().contains(QStringLiteral("atlas: Fusiform_L")));
        program.session.setCursor(grid.mm(right)); // a label without a name
        QTRY_VERIFY(text->text().contains(QStringLiteral("atlas 9")));
        program.session.setCursor(grid.mm(image::Voxel{4, 4, 3}));
        QTRY_VERIFY(!text->text().contains(QStringLiteral("atlas")));
        program.session.setCursor(grid.mm(left));
        names->take({});
        QTRY_VERIFY(!text->text().contains(QStringLiteral("atlas")));
    }

private:
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(RegionStartsTest)
#include "region_starts_test.moc"
