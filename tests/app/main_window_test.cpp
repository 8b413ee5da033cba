// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/theme.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/controls/theme_colors.h"
#include "widgets/plots/identification_matrix.h"

#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QSettings>
#include <QToolButton>

using namespace fusiform;

namespace {

using Program = test::RunningWindow;

} // namespace

class MainWindowTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::writeSmallFit(m_folder.path() / "fit"); }

    void withoutAFitOnlyTheWelcomePageIsShown()
    {
        Program program;
        program.window.show();
        QVERIFY(program.child<QWidget>("welcomePage")->isVisible());
        for (const QDockWidget* const dock : program.window.docks())
            QVERIFY(!dock->isVisible());
    }

    void aFitShowsItsExplorationFacesAndNoSealedOne()
    {
        Program program;
        QVERIFY(program.open(fit()));
        const FaceTable& table = program.window.faces().gallery()->table();
        QCOMPARE(table.faceCount(), 6);
        QCOMPARE(table.names.front(), QStringLiteral("F0100"));
        for (const QString& name : table.names)
            QVERIFY(name.startsWith(QLatin1Char('F')));
        QCOMPARE(table.rows.size(), 2U);
        for (const FaceRow& row : table.rows)
            for (const FaceCell& cell : row.cells)
                QCOMPARE(cell.picture.size(), QSize(32, 32));
    }

    void plantedFacesAreRecognised()
    {
        Program program;
        QVERIFY(program.open(fit()));
        for (const FaceCell& cell : program.window.faces().gallery()->table().rows[1].cells)
            QCOMPARE(cell.rank, 1);
        const auto* const matrix = program.child<IdentificationMatrix>("identificationMatrix");
        QCOMPARE(matrix->matrix().rows(), 6);
        QVERIFY(matrix->matrix().diagonal().minCoeff() > 0.8);
    }

    void anotherRegionGivesOtherFacesAndUndoRestoresThem()
    {
        Program program;
        QVERIFY(program.open(fit()));
        auto* const list = program.child<QListWidget>("regionList");
        QCOMPARE(list->count(), 4);
        QCOMPARE(list->currentRow(), 0);
        const QImage before = program.face(0);
        QVERIFY(program.facesAfter([&] { list->setCurrentRow(1); }));
        QCOMPARE(program.session.activeRegion()->name, std::string("occipital"));
        QVERIFY(program.face(0) != before);
        QVERIFY(
            program.facesAfter([&] { program.window.actionTable()[ActionId::Undo]->trigger(); }));
        QCOMPARE(list->currentRow(), 0);
        QCOMPARE(program.face(0), before);
        QVERIFY(
            program.facesAfter([&] { program.window.actionTable()[ActionId::Redo]->trigger(); }));
        QCOMPARE(list->currentRow(), 1);
    }

    void aClickInASliceWithTheSphereToolMakesARegionThere()
    {
        Program program;
        QVERIFY(program.open(fit()));
        program.window.actionTable()[ActionId::SphereTool]->trigger();
        program.child<QDoubleSpinBox>("sphereRadius")->setValue(9);
        auto* const slice = program.child<QWidget>("axialView");
        QVERIFY(program.facesAfter(
            [&] { QTest::mouseClick(slice, Qt::LeftButton, {}, slice->rect().center()); }));
        const auto region = program.session.activeRegion();
        QCOMPARE(region->name, std::string("sphere"));
        const auto measures = roi::measure(region->voxels, program.session.opened()->fit.grid);
        QVERIFY((measures.centre.at - program.session.cursor().at).norm() < 4);
        QVERIFY(measures.voxels > 20 && measures.voxels < 80);
        QVERIFY(region->isEditedWhileLooking);
    }

    void withLiveOffTheFacesStayAndAreFaded()
    {
        Program program;
        QVERIFY(program.open(fit()));
        program.session.setLive(false);
        const QImage before = program.face(2);
        program.session.selectRegion(3);
        FaceTile* const tile = program.window.faces().gallery()->tile(QStringLiteral("pca"), 2);
        QTRY_VERIFY(tile->isStale());
        QCOMPARE(program.face(2), before);
        QVERIFY(program.facesAfter([&] { program.session.setLive(true); }));
        QTRY_VERIFY(!tile->isStale());
        QVERIFY(program.face(2) != before);
    }

    void docksCloseFloatBecomeTabsAndAreRestored()
    {
        Program program;
        QVERIFY(program.open(fit()));
        auto* const faces = program.child<QDockWidget>("facesDock");
        auto* const regions = program.child<QDockWidget>("regionsDock");
        auto* const identification = program.child<QDockWidget>("identificationDock");
        QVERIFY(faces->isVisible());
        QTest::mouseClick(faces->findChild<QToolButton*>(QStringLiteral("closeDock")),
                          Qt::LeftButton);
        QVERIFY(!faces->isVisible());
        QTest::mouseClick(regions->findChild<QToolButton*>(QStringLiteral("floatDock")),
                          Qt::LeftButton);
        QVERIFY(regions->isFloating());
        auto* const jobs = program.child<QDockWidget>("jobsDock");
        const QList<QDockWidget*> before = program.window.tabifiedDockWidgets(identification);
        program.window.tabifyDockWidget(jobs, identification);
        QVERIFY(program.window.tabifiedDockWidgets(identification).contains(jobs));
        program.action(ActionId::ResetLayout)->trigger();
        QVERIFY(faces->isVisible());
        QVERIFY(!regions->isFloating());
        QCOMPARE(program.window.tabifiedDockWidgets(identification), before);
        QCOMPARE(program.window.dockWidgetArea(identification), Qt::RightDockWidgetArea);
    }

    void theLayoutOfTheLastSessionComesBack()
    {
        {
            Program program;
            QVERIFY(program.open(fit()));
            program.child<QDockWidget>("identificationDock")->close();
            program.window.close();
        }
        Program program;
        program.window.restoreLayout();
        QVERIFY(program.open(fit()));
        QVERIFY(!program.child<QDockWidget>("identificationDock")->isVisible());
        QVERIFY(program.child<QDockWidget>("facesDock")->isVisible());
        QSettings().clear();
    }

    void aDockHasThePanelsColourInBothThemes()
    {
        Program program;
        QVERIFY(program.open(fit()));
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(theme);
            auto* const content = program.child<QDockWidget>("regionsDock")->widget();
            const QImage picture = content->grab().toImage();
            QCOMPARE(picture.pixelColor(2, picture.height() - 3), themeColor("panel"));
        }
    }

    void facesThatDoNotFollowAreStaleUntilTheirRegionIsBack()
    {
        Program program;
        QVERIFY(program.open(fit()));
        auto* const tile = program.window.faces().gallery()->tile(QStringLiteral("pca"), 1);
        QTRY_VERIFY(!tile->isStale());
        program.session.setLive(false);
        program.session.selectRegion(2);
        QTRY_VERIFY(tile->isStale());
        program.session.selectRegion(0);
        QTRY_VERIFY(!tile->isStale());
    }

    void thePageKeysScrollTheSliceThatHasTheFocus()
    {
        Program program;
        QVERIFY(program.open(fit()));
        auto* const slice = program.child<QWidget>("axialView");
        slice->setFocus();
        program.window.activateWindow(); // shortcuts count in the active window only
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
        const double z = program.session.cursor().at[2];
        QTest::keyClick(slice, Qt::Key_PageUp);
        QTest::keyClick(slice, Qt::Key_PageDown);
        QTest::keyClick(slice, Qt::Key_PageUp);
        QTRY_VERIFY(program.session.cursor().at[2] > z);
        QCOMPARE(program.session.document().active, 0U);
    }

    void withoutOpenGlOneSentenceSaysSoAndSlicesAreThere()
    {
        Program program;
        QVERIFY(program.open(fit()));
        const auto* const sentence = program.child<QLabel>("noOpenGlMessage");
        QVERIFY(sentence && sentence->isVisible() && sentence->text().endsWith(QLatin1Char('.')));
        for (const char* const slice : {"axialView", "coronalView", "sagittalView"})
            QVERIFY(program.child<QWidget>(slice)->isVisible());
        QVERIFY(!program.window.actionTable()[ActionId::Glass]->isEnabled());
    }

    void aFolderThatIsNothingIsRefusedWithASentence()
    {
        Program program;
        program.window.show();
        program.window.openFolder(QString::fromStdString(m_folder.path().string()));
        const auto* const message = program.child<QLabel>("messageText");
        QVERIFY(message->isVisible());
        QVERIFY(message->text().contains(QStringLiteral("fit.json")));
    }

    void closingTheFitGoesBackToTheWelcomePage()
    {
        Program program;
        QVERIFY(program.open(fit()));
        program.window.actionTable()[ActionId::Welcome]->trigger();
        QTRY_VERIFY(program.child<QWidget>("welcomePage")->isVisible());
        QVERIFY(program.window.faces().gallery()->table().isEmpty());
    }

private:
    [[nodiscard]] std::filesystem::path fit() const { return m_folder.path() / "fit"; }
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(MainWindowTest)
#include "main_window_test.moc"
