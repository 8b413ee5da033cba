// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/journal_panel.h"

#include "core/util/file.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QMenu>

using namespace fusiform;

namespace {

struct JournalWindow : test::RunningWindow {
    [[nodiscard]] JournalPanel* panel() { return child<JournalPanel>("journal"); }
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
        QVERIFY(program.open(fit()));
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
        program.child<QWidget>("journalDock")->raise();
        QTRY_VERIFY(program.panel()->isVisible());

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
        QVERIFY(program.open(fit()));
        program.session.renameRegion(0, QStringLiteral("one"));
        program.session.renameRegion(0, QStringLiteral("two"));
        program.session.goTo(1);
        program.session.selectRegion(1);
        QTRY_COMPARE(program.names(),
                     (QStringList{QStringLiteral("Opened"), QStringLiteral("Rename selected"),
                                  QStringLiteral("Select occipital")}));
        program.session.open(nullptr);
        QTRY_VERIFY(program.names().isEmpty());
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
