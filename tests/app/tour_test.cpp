// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tour.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/controls/message_bar.h"

#include <QPushButton>
#include <QSettings>

using namespace fusiform;

class TourTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itPointsAtRealControlsOneAfterTheOther()
    {
        const test::TemporaryFolder folder;
        test::writeSmallFit(folder.path() / "fit");
        test::RunningWindow program;
        QVERIFY(program.open(folder.path() / "fit"));
        program.action(ActionId::TakeTour)->trigger();
        QPointer<Tour> tour = program.child<Tour>("tour");
        QVERIFY(tour && tour->isVisible());
        int stops = 0;
        while (tour && tour->isVisible() && stops < 10) {
            QTest::qWait(20);
            QCOMPARE(tour->step(), stops);
            // The control is free: the mask has a hole, whose middle is none of the tour's.
            const QRegion covered = tour->mask();
            const QRegion hole = QRegion(tour->rect()).subtracted(covered);
            QVERIFY2(!hole.isEmpty(), qPrintable(QString::number(stops)));
            QVERIFY(tour->rect().contains(
                program.child<QPushButton>("tourNext")
                    ->geometry()
                    .translated(program.child<QPushButton>("tourNext")->parentWidget()->pos())));
            ++stops;
            program.child<QPushButton>("tourNext")->click();
        }
        QCOMPARE(stops, 5);
        QTRY_VERIFY(!tour);
        QVERIFY(program.child<MessageBar>("messageBar")->isVisible());
    }
    void escapeLeaves()
    {
        const test::TemporaryFolder folder;
        test::writeSmallFit(folder.path() / "fit");
        test::RunningWindow program;
        QVERIFY(program.open(folder.path() / "fit"));
        program.action(ActionId::TakeTour)->trigger();
        QPointer<Tour> tour = program.child<Tour>("tour");
        QTest::keyClick(tour, Qt::Key_Escape);
        QTRY_VERIFY(!tour);
    }
};

FUSIFORM_TEST(TourTest)
#include "tour_test.moc"
