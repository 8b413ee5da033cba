// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/command_palette.h"

#include "tests/support/test_main.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QSignalSpy>
#include <QtTest/QTest>

using namespace fusiform;

namespace {
struct Opened {
    QWidget window;
    QAction sphere{QStringLiteral("Sphere at the cursor"), &window};
    QAction glass{QStringLiteral("See-through &brain"), &window};
    QAction undo{QStringLiteral("Undo"), &window};
    QPointer<CommandPalette> palette;

    Opened()
    {
        window.resize(900, 600);
        window.show();
        undo.setEnabled(false);
        glass.setShortcut(QKeySequence(QStringLiteral("G")));
        palette = new CommandPalette({&sphere, &glass, &undo}, &window);
        palette->setAttribute(Qt::WA_DeleteOnClose);
        palette->show();
    }
    [[nodiscard]] QLineEdit* words() { return palette->findChild<QLineEdit*>(); }
    [[nodiscard]] QListWidget* list() { return palette->findChild<QListWidget*>(); }
};
} // namespace

class CommandPaletteTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void partsOfWordsFindAnActionAndReturnRunsIt()
    {
        Opened opened;
        QCOMPARE(opened.list()->count(), 3);
        QTest::keyClicks(opened.words(), QStringLiteral("brain see"));
        QCOMPARE(opened.list()->count(), 1);
        QCOMPARE(opened.list()->item(0)->text(), QStringLiteral("See-through brain"));
        QSignalSpy triggered(&opened.glass, &QAction::triggered);
        QTest::keyClick(opened.words(), Qt::Key_Return);
        QTRY_COMPARE(triggered.count(), 1);
        QTRY_VERIFY(!opened.palette);
    }

    void arrowsChooseAmongWhatIsFound()
    {
        Opened opened;
        QSignalSpy triggered(&opened.glass, &QAction::triggered);
        QTest::keyClick(opened.words(), Qt::Key_Down);
        QTest::keyClick(opened.words(), Qt::Key_Return);
        QTRY_COMPARE(triggered.count(), 1);
    }

    void anActionThatIsOffIsListedButNotRun()
    {
        Opened opened;
        QSignalSpy triggered(&opened.undo, &QAction::triggered);
        QTest::keyClicks(opened.words(), QStringLiteral("undo"));
        QCOMPARE(opened.list()->count(), 1);
        QVERIFY(!(opened.list()->item(0)->flags() & Qt::ItemIsEnabled));
        QTest::keyClick(opened.words(), Qt::Key_Return);
        QCoreApplication::processEvents();
        QCOMPARE(triggered.count(), 0);
        QVERIFY(opened.palette && opened.palette->isVisible());
    }

    void nothingFoundIsNoAccident()
    {
        Opened opened;
        QTest::keyClicks(opened.words(), QStringLiteral("xyzzy"));
        QCOMPARE(opened.list()->count(), 0);
        QTest::keyClick(opened.words(), Qt::Key_Return);
        QVERIFY(opened.palette);
    }
};

FUSIFORM_TEST(CommandPaletteTest)
#include "command_palette_test.moc"
