// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/number_origin.h"

#include "app/support/text.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>

using namespace fusiform;

class NumberOriginTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::writeSmallFit(m_folder.path() / "fit"); }

    void theEntriesBehindANumberAreTold()
    {
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        const auto text = [&] {
            return originText(program.session, QStringLiteral("94 %"),
                              {program.session.activeRegion(), QStringLiteral("Read by: x")});
        };
        QVERIFY(text().contains(QStringLiteral("94 %")));
        QVERIFY(text().contains(QStringLiteral("as the fit offers it")));
        QVERIFY(text().contains(QStringLiteral("never opened")));
        program.session.newRegion();
        image::VoxelSet dab(program.session.opened()->fit.grid.shape);
        dab.insert(
            program.session.opened()->fit.grid.voxel(program.session.opened()->fit.voxels.front()));
        program.session.paint(dab, Session::Paint::Add);
        program.session.finishStroke();
        const auto& steps = program.session.journal()->steps();
        QCOMPARE(steps.size(), 2);
        for (const journal::Journal::Step& step : steps) {
            QVERIFY(text().contains(QString::fromStdString(step.hash.substr(0, 12))));
            QVERIFY(text().contains(QString::fromStdString(step.name)));
        }
        const std::string hash = program.session.activeRegion()->voxels.hash();
        QVERIFY(text().contains(QString::fromStdString(hash.substr(0, 12))));
        QVERIFY(text().contains(QStringLiteral("Exploratory")));
        // A number stays on screen while its region is painted on: what it says is of the old one.
        const auto before = program.session.activeRegion();
        dab.insert(
            program.session.opened()->fit.grid.voxel(program.session.opened()->fit.voxels.back()));
        program.session.paint(dab, Session::Paint::Add);
        program.session.finishStroke();
        const QString old
            = originText(program.session, QStringLiteral("94 %"), {before, QString()});
        QVERIFY(old.contains(QStringLiteral("was changed since")));
        QVERIFY(!old.contains(QString::fromStdString(steps.back().hash.substr(0, 12))));
    }
    void everyScoreHasTheMenu()
    {
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        for (const char* const name : {"facesNumbers", "identificationScores"}) {
            auto* const label = program.child<QLabel>(name);
            QTRY_VERIFY(!label->text().isEmpty());
            QString told;
            // The menu runs its own loop, and so does what it opens.
            QTimer::singleShot(0, &program.window, [&] {
                auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
                QVERIFY(menu);
                QTimer::singleShot(0, &program.window, [&] {
                    QWidget* const dialog = QApplication::activeModalWidget();
                    QVERIFY(dialog);
                    dialog->findChild<QPushButton*>()->click();
                    told = dialog->findChild<QPlainTextEdit*>()->toPlainText();
                    dialog->close();
                });
                menu->setActiveAction(menu->actions().back());
                QTest::keyClick(menu, Qt::Key_Return);
            });
            QContextMenuEvent event(QContextMenuEvent::Mouse, {5, 5},
                                    label->mapToGlobal(QPoint(5, 5)));
            QApplication::sendEvent(label, &event);
            QVERIFY2(told.startsWith(label->text()), name);
            QVERIFY(told.contains(QStringLiteral("exploration faces")));
            QCOMPARE(QApplication::clipboard()->text(), told);
        }
    }

private:
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(NumberOriginTest)
#include "number_origin_test.moc"
