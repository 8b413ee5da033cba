// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/message_bar.h"

#include "tests/support/test_main.h"

#include <QToolButton>
#include <QVBoxLayout>

using namespace fusiform;

class MessageBarTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingMovesWhenAMessageComesAndGoes()
    {
        QWidget area;
        auto* const page = new QWidget(&area);
        auto* const layout = new QVBoxLayout(&area);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(page);
        auto* const bar = new MessageBar(&area);
        area.resize(900, 500);
        area.show();
        const QRect before = page->geometry();
        bar->show(MessageBar::Kind::Information, QStringLiteral("The report is here."));
        QVERIFY(bar->isVisible());
        QCOMPARE(page->geometry(), before);
        QVERIFY(area.rect().contains(bar->geometry()));
        QVERIFY(bar->geometry().bottom() > 480 && bar->height() < 60);
        area.resize(400, 300);
        QVERIFY(area.rect().contains(bar->geometry()));
        QVERIFY(bar->geometry().bottom() > 280);
        bar->findChild<QToolButton*>()->click();
        QVERIFY(!bar->isVisible());
        QCOMPARE(page->geometry(), area.rect());
    }
    void aLongMessageIsWhole()
    {
        QWidget area;
        auto* const bar = new MessageBar(&area);
        area.resize(500, 500);
        area.show();
        bar->show(MessageBar::Kind::Problem, QString(60, QLatin1Char('a')));
        const int oneLine = bar->height();
        bar->show(MessageBar::Kind::Problem, QStringLiteral("some words ").repeated(40));
        QVERIFY(bar->height() > 3 * oneLine / 2);
        QVERIFY(area.rect().contains(bar->geometry()));
    }
};

FUSIFORM_TEST(MessageBarTest)
#include "message_bar_test.moc"
