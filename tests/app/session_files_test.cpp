// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/brain_panel.h"
#include "app/docks/map_bar.h"
#include "app/session/session_keeper.h"
#include "app/shell/brain_looks.h"
#include "app/shell/recent.h"
#include "core/session/session_file.h"
#include "core/util/file.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/controls/message_bar.h"

#include <QAbstractButton>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

QString textOf(const fs::path& path) { return QString::fromStdString(path.string()); }

/// A window whose journals lie in a folder.
struct Program : test::RunningWindow {
    explicit Program(const fs::path& journals) { session.keepJournalsIn(journals); }

    bool openSession(const fs::path& file)
    {
        QSignalSpy opened(&window.keeper(), &SessionKeeper::opened);
        window.resize(1400, 900);
        window.show();
        return facesAfter([&] { window.openFolder(textOf(file)); }) && opened.size() == 1;
    }
    bool save(const fs::path& file)
    {
        QSignalSpy ended(&window.keeper(), &SessionKeeper::savingEnded);
        window.keeper().saveAs(textOf(file));
        return (!ended.isEmpty() || ended.wait(30000)) && ended.front().front().toBool();
    }
    void paintSomething(int from)
    {
        const auto region = session.activeRegion();
        image::VoxelSet dab(region->voxels.shape());
        const std::vector<image::Index>& mask = session.opened()->fit.voxels;
        for (int voxel = from; voxel < from + 20; ++voxel)
            dab.insert(session.opened()->fit.grid.voxel(mask[static_cast<std::size_t>(voxel)]));
        session.paint(dab, Session::Paint::Remove);
        session.finishStroke();
        session.endGesture();
    }
    [[nodiscard]] present::BrainLook look()
    {
        return currentLook(session, *window.findChild<BrainPanel*>(), window.actionTable());
    }
    /// Presses a button of a question that is asked.
    bool answer(const char* question, QMessageBox::StandardButton button)
    {
        QPointer<QMessageBox> box;
        if (!QTest::qWaitFor([&] {
                box = window.findChild<QMessageBox*>(QLatin1String(question));
                return box && box->isVisible();
            }))
            return false;
        box->button(button)->click();
        return true;
    }
};

} // namespace

class SessionFilesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Other tests run at the same time: what was opened lately, and its pictures, are its own.
    void initTestCase()
    {
        const QByteArray own = QByteArray::fromStdString(m_settings.path().string());
        qputenv("XDG_DATA_HOME", own);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                           QString::fromLocal8Bit(own));
    }
    void init()
    {
        m_folder.emplace();
        test::writeSmallFit(fit());
    }
    void theWorkGoesOnWhereItWasSaved()
    {
        std::string hash;
        present::BrainLook look;
        {
            Program program(journals());
            QVERIFY(program.open(fit()));
            program.paintSomething(0);
            program.paintSomething(100);
            program.session.undo();
            program.session.setCursor({Eigen::Vector3d(8, -4, 12)});
            program.window.actionTable()[ActionId::Glass]->setChecked(true);
            MapBar& maps = program.window.findChild<BrainPanel*>()->maps();
            maps.choose(MapKind::Gain);
            QTRY_COMPARE(program.look().map.kind, std::string("gain"));
            QVERIFY(!program.window.isWindowModified());
            QVERIFY(program.save(file()));
            hash = program.session.journal()->hash();
            look = program.look();
            QVERIFY(program.window.windowTitle().contains(QStringLiteral("work")));
        }
        Program program(journals());
        QVERIFY(program.openSession(file()));
        QCOMPARE(program.session.journal()->hash(), hash);
        QVERIFY(!program.session.redoName().isEmpty());
        QTRY_VERIFY(program.look() == look);
        QVERIFY(!program.window.isWindowModified());
        QCOMPARE(recentlyOpened().front(), textOf(file()));
        QVERIFY(!recentPicture(textOf(file())).isNull());
    }
    void aChangeIsMarkedUntilItIsSavedOrTakenBack()
    {
        Program program(journals());
        QVERIFY(program.open(fit()));
        QVERIFY(program.save(file()));
        QTRY_VERIFY(!program.window.isWindowModified());
        program.paintSomething(0);
        QTRY_VERIFY(program.window.isWindowModified());
        program.session.undo();
        QTRY_VERIFY(!program.window.isWindowModified());
        program.session.redo();
        QTRY_VERIFY(program.window.isWindowModified());
        program.action(ActionId::SaveSession)->trigger();
        QTRY_VERIFY(!program.window.isWindowModified());
    }
    void leavingAsksAndWhatWasLeftIsOfferedLater()
    {
        {
            Program program(journals());
            QVERIFY(program.open(fit()));
            QVERIFY(program.save(file()));
            program.paintSomething(0);
            program.window.close();
            QVERIFY(program.window.isVisible());
            QVERIFY(program.answer("leaveQuestion", QMessageBox::Cancel));
            QVERIFY(program.window.isVisible());
            program.window.close();
            QVERIFY(program.answer("leaveQuestion", QMessageBox::Discard));
            QTRY_VERIFY(!program.window.isVisible());
        }
        {
            Program program(journals());
            QVERIFY(program.openSession(file()));
            QVERIFY(program.session.undoName().isEmpty());
            auto* const choice = program.child<QPushButton>("messageChoice");
            QTRY_VERIFY(choice->isVisible());
            choice->click();
            QTRY_VERIFY(!program.session.undoName().isEmpty());
            QTRY_VERIFY(program.window.isWindowModified());
            // Saved on leaving, it is in the file.
            program.window.close();
            QVERIFY(program.answer("leaveQuestion", QMessageBox::Save));
            QTRY_VERIFY(!program.window.isVisible());
        }
        Program next(journals());
        QVERIFY(next.openSession(file()));
        QVERIFY(!next.session.undoName().isEmpty());
        QTest::qWait(50);
        QVERIFY(!next.child<MessageBar>("messageBar")->isVisible());
    }
    void theSecondWindowOnlyReads()
    {
        Program first(journals());
        QVERIFY(first.open(fit()));
        QVERIFY(first.save(file()));
        const std::string before = readTextFile(file());
        Program second(journals());
        QVERIFY(second.openSession(file()));
        QVERIFY(first.window.keeper().whyReadOnly().isEmpty());
        QVERIFY(!second.window.keeper().whyReadOnly().isEmpty());
        QTRY_VERIFY(second.child<MessageBar>("messageBar")->isVisible());
        second.paintSomething(0);
        second.window.keeper().save();
        QCOMPARE(readTextFile(file()), before);
        // Under another name it is its own.
        QVERIFY(second.save(m_folder->path() / "other.fusiform"));
        QVERIFY(second.window.keeper().whyReadOnly().isEmpty());
        QVERIFY(session::isSession(m_folder->path() / "other.fusiform"));
    }
    void aFitThatWasMovedIsAskedForOnceAndFound()
    {
        {
            Program program(journals());
            QVERIFY(program.open(fit()));
            program.paintSomething(0);
            QVERIFY(program.save(file()));
        }
        fs::create_directories(m_folder->path() / "elsewhere" / "a");
        fs::rename(fit(), m_folder->path() / "elsewhere" / "a" / "renamed");
        Program program(journals());
        program.window.openFolder(textOf(file()));
        QVERIFY(program.answer("fitQuestion", QMessageBox::Cancel));
        QVERIFY(!program.session.opened());
        QVERIFY(program.facesAfter([&] {
            program.window.keeper().openWithFitBelow(textOf(file()),
                                                     textOf(m_folder->path() / "elsewhere"));
        }));
        QCOMPARE(program.session.opened()->fit.folder,
                 m_folder->path() / "elsewhere" / "a" / "renamed");
        QVERIFY(!program.session.undoName().isEmpty());
        // Saved, the session knows the place.
        QVERIFY(program.save(file()));
        QCOMPARE(session::readSession(file()).fit.place, fs::path("elsewhere/a/renamed"));
    }
    void withItsDataItOpensOnAnotherMachine()
    {
        const fs::path whole = m_folder->path() / "whole.fusiform";
        {
            Program program(journals());
            QVERIFY(program.open(fit()));
            program.paintSomething(0);
            QSignalSpy saved(&program.window.keeper(), &SessionKeeper::saved);
            program.window.keeper().saveWithData(textOf(whole));
            QVERIFY(saved.wait(30000));
            QVERIFY(program.window.keeper().file().isEmpty()); // a copy: the work goes on
        }
        const test::TemporaryFolder other;
        fs::rename(whole, other.path() / "whole.fusiform");
        fs::remove_all(fit());
        Program program(other.path() / "journals");
        QVERIFY(program.openSession(other.path() / "whole.fusiform"));
        QVERIFY(!program.session.undoName().isEmpty());
        QCOMPARE(program.session.opened()->fit.folder, other.path() / "whole data");
        // Once more: the data are there already.
        Program again(other.path() / "journals");
        QVERIFY(again.openSession(other.path() / "whole.fusiform"));
    }
    void theOpenSessionIsNotReplacedByOneWithData()
    {
        Program program(journals());
        QVERIFY(program.open(fit()));
        QVERIFY(program.save(file()));
        const std::string before = readTextFile(file());
        QSignalSpy problem(&program.window.keeper(), &SessionKeeper::problem);
        program.window.keeper().saveWithData(textOf(file()));
        QCOMPARE(problem.size(), 1);
        QCOMPARE(readTextFile(file()), before);
    }
    void aFileThatCouldNotBeWrittenStaysUnsaved()
    {
        Program program(journals());
        QVERIFY(program.open(fit()));
        QVERIFY(program.save(file()));
        fs::create_directories(m_folder->path() / "taken.fusiform");
        QVERIFY(!program.save(m_folder->path() / "taken.fusiform"));
        QTRY_VERIFY(program.window.isWindowModified());
    }
    void whatIsNoSessionIsToldAndNothingIsLost()
    {
        Program program(journals());
        QVERIFY(program.open(fit()));
        program.paintSomething(0);
        test::writeText(m_folder->path() / "bad.fusiform", "no session");
        program.window.openFolder(textOf(m_folder->path() / "bad.fusiform"));
        auto* const bar = program.child<MessageBar>("messageBar");
        QTRY_VERIFY(bar->isVisible() && bar->text().contains(QStringLiteral("bad.fusiform")));
        QVERIFY(!program.session.undoName().isEmpty());
    }
    void copiesWithoutChangesLeaveNoJournals()
    {
        {
            Program program(journals());
            QVERIFY(program.open(fit()));
            program.paintSomething(0);
            QVERIFY(program.save(file()));
        }
        const auto count = [&] {
            return std::distance(fs::directory_iterator(journals()), fs::directory_iterator());
        };
        const auto before = count();
        for (int time = 0; time < 2; ++time) {
            Program program(journals());
            QVERIFY(program.openSession(file()));
        }
        QCOMPARE(count(), before);
    }

private:
    [[nodiscard]] fs::path fit() const { return m_folder->path() / "fit"; }
    [[nodiscard]] fs::path journals() const { return m_folder->path() / "journals"; }
    [[nodiscard]] fs::path file() const { return m_folder->path() / "work.fusiform"; }

    test::TemporaryFolder m_settings;
    std::optional<test::TemporaryFolder> m_folder;
};

FUSIFORM_TEST(SessionFilesTest)
#include "session_files_test.moc"
