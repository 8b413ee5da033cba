// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/faces/face_theatre.h"

#include "app/shell/theme.h"
#include "tests/support/test_main.h"
#include "widgets/controls/theme_colors.h"
#include "widgets/faces/face_gallery.h"
#include "widgets/faces/face_tile.h"

using namespace fusiform;

namespace {
FaceTable someTable()
{
    QImage picture(32, 32, QImage::Format_RGB888);
    picture.fill(QColor(200, 60, 60));
    FaceTable table;
    table.names = {QStringLiteral("F1"), QStringLiteral("F2")};
    for (const char* const id : {"original", "pca"})
        table.rows.push_back({QLatin1String(id), QLatin1String(id), {}, {{picture}, {picture}}});
    return table;
}
} // namespace

class FaceTheatreTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void originalsAreHiddenUntilSpaceShowsThem()
    {
        QWidget window;
        FaceTheatre theatre(&window);
        theatre.open(someTable(), QStringLiteral("selected"));
        const FaceTile* const tile = theatre.gallery()->tile(originalRowId(), 0);
        QVERIFY(tile->isPictureHidden());
        QVERIFY(!theatre.gallery()->tile(QStringLiteral("pca"), 0)->isPictureHidden());
        QTest::keyClick(&theatre, Qt::Key_Space);
        QVERIFY(!tile->isPictureHidden());
        QTest::keyClick(&theatre, Qt::Key_Escape);
        QVERIFY(!theatre.isVisible());
    }

    void itIsOfOneColourInBothThemes()
    {
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(theme);
            QWidget window;
            FaceTheatre theatre(&window);
            theatre.open(someTable(), QStringLiteral("selected"));
            const QImage picture = theatre.grab().toImage();
            QCOMPARE(picture.pixelColor(4, 4), themeColor("panel"));
            QCOMPARE(picture.pixelColor(theatre.gallery()->geometry().topLeft() + QPoint(3, 3)),
                     themeColor("panel"));
        }
    }
};

FUSIFORM_TEST(FaceTheatreTest)
#include "face_theatre_test.moc"
