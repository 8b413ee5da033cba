// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/recent.h"
#include "app/shell/study_dialog.h"
#include "core/bids/study.h"
#include "core/util/error.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/small_study.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTableWidget>

#include <filesystem>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

QString textOf(const fs::path& path) { return QString::fromStdString(path.string()); }

struct Studied : test::RunningWindow {
    test::TemporaryFolder place;
    fs::path study = place.path() / "study";
    fs::path fits = study / "derivatives" / "fusiform";

    Studied() { static_cast<void>(test::writeSmallStudy(study)); }

    [[nodiscard]] StudyDialog* offer()
    {
        QSignalSpy read(&jobs, &JobRunner::finished);
        window.show();
        window.openFolder(textOf(study));
        return read.wait(20000) ? child<StudyDialog>("studyDialog") : nullptr;
    }
    bool drop(const QList<QUrl>& urls)
    {
        QMimeData data;
        data.setUrls(urls);
        const QPoint at = window.rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &drop);
        return drop.isAccepted();
    }
};

} // namespace

class OpenerTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::writeSmallFit(fit()); }
    void cleanup() { QSettings().clear(); }

    void aStudyListsItsSubjectsAndFitsTheChosenOne()
    {
        Studied program;
        QPointer<StudyDialog> dialog = program.offer();
        QVERIFY(dialog && dialog->isVisible());
        const auto* const subjects
            = dialog->findChild<QTableWidget*>(QStringLiteral("subjectTable"));
        QCOMPARE(subjects->rowCount(), 1);
        QCOMPARE(subjects->item(0, 0)->text(), QStringLiteral("sub-01"));
        QCOMPARE(subjects->item(0, 2)->text(), QStringLiteral("2"));
        QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("openItsFit"))->isEnabled());
        dialog->findChild<QSpinBox*>(QStringLiteral("pcaComponents"))->setValue(4);
        QVERIFY(program.facesAfter(
            [&] { dialog->findChild<QPushButton*>(QStringLiteral("fitSubject"))->click(); }));
        QTRY_VERIFY(!dialog);
        const auto opened = program.session.opened();
        QCOMPARE(opened->fit.subject, std::string("sub-01"));
        QCOMPARE(opened->fit.models.front().model.latentSize, 4);
        QVERIFY(fs::equivalent(opened->fit.folder, program.fits / "sub-01"));
        QCOMPARE(program.table().faceCount(), 2); // the exploration half of four
        QCOMPARE(recentlyOpened(), QStringList{textOf(program.fits / "sub-01")});
    }

    void aFittedSubjectOffersItsFitAndANewOneDoesNotReplaceIt()
    {
        Studied program;
        fs::create_directories(program.fits / "sub-01");
        fs::copy(fit(), program.fits / "sub-01", fs::copy_options::recursive);
        StudyDialog* const dialog = program.offer();
        QVERIFY(dialog);
        auto* const openItsFit = dialog->findChild<QPushButton*>(QStringLiteral("openItsFit"));
        QVERIFY(openItsFit->isEnabled() && openItsFit->isDefault());
        QCOMPARE(newFitFolder(textOf(program.study), QStringLiteral("sub-01")),
                 textOf(program.fits / "sub-01_2"));
        QVERIFY(program.facesAfter([&] { openItsFit->click(); }));
        QCOMPARE(program.session.opened()->fit.subject, std::string("sub-07"));
    }

    void aStudyMarkedReadOnlyIsNotWrittenTo()
    {
        const Studied program;
        fs::permissions(program.study,
                        fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write,
                        fs::perm_options::remove);
        const QString folder = newFitFolder(textOf(program.study), QStringLiteral("sub-01"));
        const bool isThere = fs::exists(program.study / "derivatives");
        fs::permissions(program.study, fs::perms::owner_write, fs::perm_options::add);
        QVERIFY2(!folder.startsWith(textOf(program.study)), qPrintable(folder));
        QVERIFY(!isThere);
    }

    void aCancelledFitLeavesNothing()
    {
        Studied program;
        StudyDialog* const dialog = program.offer();
        QVERIFY(dialog);
        QSignalSpy cancelled(&program.jobs, &JobRunner::cancelled);
        dialog->findChild<QPushButton*>(QStringLiteral("fitSubject"))->click();
        QVERIFY(program.jobs.isBusy());
        program.jobs.cancel();
        QVERIFY(cancelled.wait(10000));
        QVERIFY(!program.session.opened());
        for (const auto& entry : fs::directory_iterator(program.fits))
            QFAIL(entry.path().c_str());
    }

    void aBrokenStudyIsRefusedInTheWordsOfTheCommandLineAndNothingIsLost()
    {
        Studied program;
        QVERIFY(program.open(fit()));
        fs::remove_all(program.study / "sub-01");
        QString words;
        try {
            static_cast<void>(bids::openStudy(program.study));
        } catch (const Error& error) {
            words = QString::fromUtf8(error.what());
        }
        QVERIFY(!words.isEmpty());
        QSignalSpy failed(&program.jobs, &JobRunner::failed);
        program.window.openFolder(textOf(program.study));
        QVERIFY(failed.wait(10000));
        const auto* const message = program.child<QLabel>("messageText");
        QVERIFY(message->isVisible());
        QCOMPARE(message->text(), words);
        QCOMPARE(program.session.opened()->fit.subject, std::string("sub-07"));
        QCOMPARE(program.table().faceCount(), 6);
    }

    void aFolderOrAFileInItCanBeDropped()
    {
        Studied program;
        program.window.show();
        QVERIFY(program.facesAfter(
            [&] { QVERIFY(program.drop({QUrl::fromLocalFile(textOf(fit()))})); }));
        QCOMPARE(program.session.opened()->fit.subject, std::string("sub-07"));
        program.session.open(nullptr);
        QVERIFY(program.facesAfter(
            [&] { QVERIFY(program.drop({QUrl::fromLocalFile(textOf(fit() / "fit.json"))})); }));
        QVERIFY(program.drop({QUrl::fromLocalFile(textOf(program.study))}));
        QTRY_VERIFY(program.child<StudyDialog>("studyDialog"));
    }

    void whatIsNoLocalFolderCannotBeDropped()
    {
        Studied program;
        program.window.show();
        QVERIFY(!program.drop({QUrl(QStringLiteral("https://openneuro.org/datasets/ds001761"))}));
        QVERIFY(!program.drop(
            {QUrl::fromLocalFile(textOf(fit())), QUrl::fromLocalFile(textOf(program.study))}));
        QVERIFY(!program.jobs.isBusy());
    }

    void recentFitsAreInTheMenuNewestFirstAndAGoneOneIsForgotten()
    {
        rememberOpened(textOf(fit()));
        rememberOpened(textOf(m_folder.path() / "gone"));
        Studied program;
        program.window.show();
        auto* const menu = program.child<QMenu>("recentMenu");
        QCOMPARE(menu->actions().size(), 2);
        QVERIFY(menu->actions().front()->text().endsWith(QStringLiteral("gone")));
        menu->actions().front()->trigger();
        QTRY_COMPARE(menu->actions().size(), 1);
        QVERIFY(program.child<QLabel>("messageText")->isVisible());
        QVERIFY(program.facesAfter([&] { menu->actions().front()->trigger(); }));
    }

private:
    [[nodiscard]] fs::path fit() const { return m_folder.path() / "fit"; }
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(OpenerTest)
#include "opener_test.moc"
