// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal_folder.h"
#include "core/util/random.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/controls/message_bar.h"

#include <QProcess>
#include <QPushButton>

#include <cstdio>

using namespace fusiform;

namespace {

// Tells a second copy of this program what to work on, until it is killed.
constexpr const char* kFolderOfVictim = "FUSIFORM_RECOVERY_VICTIM";

void paintAnything(Session& session, Random& random)
{
    const auto region = session.activeRegion();
    image::VoxelSet dab(region->voxels.shape());
    const std::vector<image::Index>& mask = session.opened()->fit.voxels;
    for (int voxel = 0; voxel < 20; ++voxel)
        dab.insert(session.opened()->fit.grid.voxel(mask[random.below(mask.size())]));
    session.paint(dab, random.below(2) == 0 ? Session::Paint::Add : Session::Paint::Remove);
    session.finishStroke();
}

} // namespace

/// A session whose process is killed, and what the next one offers.
class RecoveryTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet(kFolderOfVictim))
            test::writeSmallFit(m_folder.path() / "fit");
    }
    /// In the second copy of the program only.
    void strokesUntilKilled()
    {
        if (!qEnvironmentVariableIsSet(kFolderOfVictim))
            return;
        const std::filesystem::path folder = qEnvironmentVariable(kFolderOfVictim).toStdString();
        Session session;
        session.keepJournalsIn(folder / "journals");
        session.open(opened(glm::readFit(folder / "fit")));
        session.setModel(0);
        session.setShownCodes(decode::ShownCodes::AsDecoded);
        Random random(1);
        for (;;) {
            paintAnything(session, random);
            std::printf("DONE %zu %s\n", session.journal()->done(),
                        session.journal()->hash().c_str());
            std::fflush(stdout);
        }
    }
    void aKilledSessionIsOfferedAndGoneOnWith()
    {
        if (qEnvironmentVariableIsSet(kFolderOfVictim))
            return;
        const auto [done, hash] = killSession(40);
        QVERIFY(done >= 40);
        {
            test::RunningWindow program;
            program.session.keepJournalsIn(journals());
            QVERIFY(program.open(m_folder.path() / "fit"));
            auto* const bar = program.child<MessageBar>("messageBar");
            auto* const choice = program.child<QPushButton>("messageChoice");
            QVERIFY(bar->isVisible() && choice->isVisible());
            QVERIFY(program.session.undoName().isEmpty());
            choice->click();
            QTRY_VERIFY(!program.session.undoName().isEmpty());
            QVERIFY(!bar->isVisible());
            // All that was told to be done, and at most the stroke that was being told.
            const journal::Journal& journal = *program.session.journal();
            QVERIFY(journal.done() == done || journal.done() == done + 1);
            program.session.goTo(done);
            QCOMPARE(journal.hash(), hash);
            QVERIFY(program.session.shownCodes() == decode::ShownCodes::AsDecoded);
            // And its past is there.
            program.session.goTo(0);
            QVERIFY(program.session.activeRegion()->voxels
                    == program.session.opened()->fit.models[0].selected);
            program.session.redo();
        }
        // Closed in order now. Continue where I was: without a question.
        test::RunningWindow program;
        program.session.keepJournalsIn(journals());
        program.window.show();
        program.child<QWidget>("continueChoice")->setFocus();
        QVERIFY(program.facesAfter(
            [&] { QTest::keyClick(program.child<QWidget>("continueChoice"), Qt::Key_Space); }));
        QTRY_COMPARE(program.session.journal()->done(), std::size_t{1});
        QVERIFY(!program.session.redoName().isEmpty());
        QVERIFY(!program.child<MessageBar>("messageBar")->isVisible());
        // Opened once more in the ordinary way, it is asked.
        QVERIFY(program.open(m_folder.path() / "fit"));
        QTRY_VERIFY(program.child<QPushButton>("messageChoice")->isVisible());
    }
    void aDamagedJournalIsRefusedAndTheNewSessionStays()
    {
        if (qEnvironmentVariableIsSet(kFolderOfVictim))
            return;
        static_cast<void>(killSession(5));
        test::RunningWindow program;
        program.session.keepJournalsIn(journals());
        QVERIFY(program.open(m_folder.path() / "fit"));
        program.session.renameRegion(0, QStringLiteral("mine"));
        auto* const bar = program.child<MessageBar>("messageBar");
        const std::filesystem::path file = m_victim;
        test::writeText(file, "no journal\n");
        program.child<QPushButton>("messageChoice")->click();
        QTRY_VERIFY(bar->text().contains(QString::fromStdString(file.filename().string())));
        QCOMPARE(program.session.activeRegion()->name, std::string("mine"));
    }

private:
    /// Runs a session in a process of its own and kills it after so many strokes. Returns how many
    /// it told of, and the hash of the document then.
    std::pair<std::size_t, std::string> killSession(std::size_t strokes)
    {
        QProcess victim;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1String(kFolderOfVictim),
                           QString::fromStdString(m_folder.path().string()));
        victim.setProcessEnvironment(environment);
        victim.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("recovery"), QStringLiteral("strokesUntilKilled")});
        std::pair<std::size_t, std::string> last;
        const auto listen = [&] {
            while (victim.canReadLine()) {
                const QList<QByteArray> words = victim.readLine().trimmed().split(' ');
                if (words.size() == 3 && words[0] == "DONE")
                    last = {words[1].toULongLong(), words[2].toStdString()};
            }
        };
        while (last.first < strokes && victim.waitForReadyRead(30000))
            listen();
        victim.kill(); // SIGKILL
        victim.waitForFinished(30000);
        listen();
        for (const auto& entry : std::filesystem::directory_iterator(journals()))
            m_victim = std::max(m_victim, entry.path());
        return last;
    }
    [[nodiscard]] std::filesystem::path journals() const { return m_folder.path() / "journals"; }
    test::TemporaryFolder m_folder;
    std::filesystem::path m_victim; ///< the journal of the last session that was killed
};

FUSIFORM_TEST(RecoveryTest)
#include "recovery_test.moc"
