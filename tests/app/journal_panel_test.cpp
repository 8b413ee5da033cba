// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/journal_panel.h"

#include "app/session/unseal.h"
#include "core/util/file.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QTimer>

using namespace fusiform;

namespace {

struct JournalWindow : test::RunningWindow {
    [[nodiscard]] JournalPanel* panel() { return child<JournalPanel>("journal"); }
    bool openWithJournal(const std::filesystem::path& folder)
    {
        const bool isOpen = open(folder);
        child<QWidget>("journalDock")->raise();
        return isOpen && QTest::qWaitFor([this] { return panel()->isVisible(); });
    }
    [[nodiscard]] QStringList names()
    {
        QStringList all;
        for (int row = 0; row < panel()->model()->rowCount(); ++row)
            all.append(panel()->model()->index(row, 1).data().toString());
        return all;
    }
    void click(int row)
    {
        const QRect place = panel()->visualRect(panel()->model()->index(row, 1));
        QTest::mouseClick(panel()->viewport(), Qt::LeftButton, {}, place.center());
    }
    /// The row that is marked as the present one.
    [[nodiscard]] int marked()
    {
        for (int row = 0; row < panel()->model()->rowCount(); ++row)
            if (panel()->model()->index(row, 1).data(Qt::FontRole).value<QFont>().bold())
                return row;
        return -1;
    }
};

} // namespace

class JournalPanelTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::writeSmallFit(m_folder.path() / "fit"); }

    void everyChangeIsListedAndAClickGoesThere()
    {
        JournalWindow program;
        QVERIFY(program.openWithJournal(fit()));
        QTRY_COMPARE(program.names(), QStringList{QStringLiteral("Opened")});
        const image::VoxelSet first = program.session.activeRegion()->voxels;
        program.session.renameRegion(0, QStringLiteral("mine"));
        program.session.paint(image::VoxelSet::of(first.shape(), std::vector{first.indices()[3]}),
                              Session::Paint::Remove);
        program.session.finishStroke();
        program.session.selectRegion(2);
        const QStringList all
            = {QStringLiteral("Opened"), QStringLiteral("Rename selected"),
               QStringLiteral("Erase 1 voxel in mine"), QStringLiteral("Select temporal")};
        QTRY_COMPARE(program.names(), all);
        QCOMPARE(program.marked(), 3);

        program.click(1);
        QTRY_COMPARE(program.marked(), 1);
        QCOMPARE(program.names(), all);
        QVERIFY(program.session.activeRegion()->voxels == first);
        QCOMPARE(program.session.activeRegion()->name, std::string("mine"));
        QCOMPARE(program.session.redoName(), all[2]);
        program.click(3);
        QTRY_COMPARE(program.marked(), 3);
        QCOMPARE(program.session.document().active, std::size_t{2});
        program.click(0);
        QTRY_COMPARE(program.marked(), 0);
        QCOMPARE(program.session.undoName(), QString());
    }
    void anotherChangeAfterGoingBackGivesUpWhatCameAfter()
    {
        JournalWindow program;
        QVERIFY(program.openWithJournal(fit()));
        program.session.renameRegion(0, QStringLiteral("one"));
        program.session.renameRegion(0, QStringLiteral("two"));
        program.session.goTo(1);
        program.session.selectRegion(1);
        QTRY_COMPARE(program.names(),
                     (QStringList{QStringLiteral("Opened"), QStringLiteral("Rename selected"),
                                  QStringLiteral("Select occipital")}));
        program.session.open(nullptr);
        QTRY_VERIFY(!program.panel()->isVisible());
        QVERIFY(program.open(fit()));
        QTRY_COMPARE(program.names(), QStringList{QStringLiteral("Opened")});
    }
    void onRequestOnlyWhatMadeTheRegionIsListed()
    {
        JournalWindow program;
        QVERIFY(program.openWithJournal(fit()));
        program.session.renameRegion(0, QStringLiteral("mine"));
        program.session.renameRegion(1, QStringLiteral("back"));
        program.session.selectRegion(1);
        program.session.paint(program.session.document().regions[2]->voxels, Session::Paint::Add);
        program.session.finishStroke();
        QTRY_COMPARE(program.names().size(), 5);
        const QList<QAction*> actions = program.panel()->actions();
        QCOMPARE(actions.size(), 1);
        actions[0]->trigger();
        QCOMPARE(program.names().size(), 2);
        QCOMPARE(program.names()[0], QStringLiteral("Rename occipital"));
        QVERIFY(program.names()[1].startsWith(QStringLiteral("Paint")));
        QCOMPARE(program.marked(), 1);
        program.session.selectRegion(0);
        QTRY_COMPARE(program.names(), QStringList{QStringLiteral("Rename selected")});
        actions[0]->trigger();
        QCOMPARE(program.names().size(), 6);
    }
    void theEntriesAreCopiedAsText()
    {
        JournalWindow program;
        QVERIFY(program.openWithJournal(fit()));
        program.session.renameRegion(0, QStringLiteral("mine"));
        QTRY_COMPARE(program.names().size(), 2);
        QTimer::singleShot(0, this, [] {
            auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu);
            menu->actions().back()->trigger();
            menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(),
                                program.panel()->mapToGlobal(QPoint()));
        QApplication::sendEvent(program.panel(), &event);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[1].contains(QStringLiteral("Rename selected")));
        QVERIFY(lines[1].endsWith(QString::fromStdString(program.session.journal()->hash())));
    }
    void anOpenedSealIsListedAndNoUndoTakesItBack()
    {
        test::TemporaryFolder folder;
        std::filesystem::copy(fit(), folder.path() / "fit",
                              std::filesystem::copy_options::recursive);
        JournalWindow program;
        QVERIFY(program.openWithJournal(folder.path() / "fit"));
        program.session.renameRegion(0, QStringLiteral("mine"));
        program.session.showUnsealed(
            unsealed(*program.session.opened(), *program.session.activeRegion()));
        program.session.selectRegion(1);
        const QStringList all
            = {QStringLiteral("Opened"), QStringLiteral("Rename selected"),
               QStringLiteral("Seal opened for “mine”"), QStringLiteral("Select occipital")};
        QTRY_COMPARE(program.names(), all);
        program.session.goTo(0);
        QTRY_COMPARE(program.marked(), 0);
        QCOMPARE(program.names(), all);
        QVERIFY(program.session.opened()->isSealOpen);
    }
    void theMovesOfOneGestureAreOneEntryInTheFileToo()
    {
        test::TemporaryFolder journals;
        JournalWindow program;
        program.session.keepJournalsIn(journals.path());
        QVERIFY(program.open(fit()));
        const std::filesystem::path file = program.session.journal()->path();
        const roi::ThirdsPlanes before = program.session.document().thirds;
        roi::ThirdsPlanes planes = before;
        for (int move = 0; move < 5; ++move) {
            planes.occipitalBehind += 2;
            program.session.moveThirds(planes);
        }
        const auto lines = [&] { return std::ranges::count(readTextFile(file), '\n'); };
        QCOMPARE(lines(), 1);
        QTRY_COMPARE(lines(), 2); // a gesture that rests is written down
        planes.occipitalBehind += 2;
        program.session.moveThirds(planes);
        program.session.endGesture();
        QCOMPARE(program.session.journal()->steps().size(), std::size_t{1});
        Progress progress;
        const journal::Journal written = journal::Journal::replayed(file, progress);
        QCOMPARE(written.hash(), program.session.journal()->hash());
        QVERIFY(written.document()->thirds == planes);
        program.session.undo();
        QVERIFY(program.session.document().thirds == before);
    }
    void aSessionWithoutAChangeLeavesNoFile()
    {
        test::TemporaryFolder journals;
        {
            JournalWindow program;
            program.session.keepJournalsIn(journals.path());
            QVERIFY(program.open(fit()));
            QCOMPARE(journals.files().size(), std::size_t{1});
        }
        QVERIFY(journals.files().empty());
    }
    void aFolderThatCannotBeWrittenIsToldAndUndoWorks()
    {
        test::TemporaryFolder folder;
        test::writeText(folder.path() / "file", "x");
        JournalWindow program;
        program.session.keepJournalsIn(folder.path() / "file" / "journals");
        QSignalSpy problems(&program.session, &Session::problem);
        QVERIFY(program.open(fit()));
        QCOMPARE(problems.count(), 1);
        program.session.renameRegion(0, QStringLiteral("mine"));
        program.session.undo();
        QCOMPARE(program.session.activeRegion()->name, std::string("selected"));
    }

private:
    [[nodiscard]] std::filesystem::path fit() const { return m_folder.path() / "fit"; }
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(JournalPanelTest)
#include "journal_panel_test.moc"
