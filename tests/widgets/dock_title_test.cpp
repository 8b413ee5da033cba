// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/dock_title.h"

#include "app/shell/theme.h"
#include "tests/support/test_main.h"
#include "widgets/controls/theme_colors.h"

#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QToolButton>

#include <cmath>

using namespace fusiform;

namespace {

struct Docked {
    QMainWindow window;
    QDockWidget* dock = new QDockWidget(QStringLiteral("Regions"), &window);

    Docked()
    {
        dock->setWidget(new QLabel(QStringLiteral("content")));
        dock->setTitleBarWidget(new DockTitle(dock));
        window.addDockWidget(Qt::LeftDockWidgetArea, dock);
        window.resize(600, 400);
        window.show();
    }
    [[nodiscard]] QToolButton* button(const char* name)
    {
        return dock->findChild<QToolButton*>(QLatin1String(name));
    }
};

double luminance(const QColor& color)
{
    const auto linear
        = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
           + 0.0722 * linear(color.blueF());
}

/// WCAG 2: 3 is what a mark that can be clicked needs.
double contrast(const QColor& a, const QColor& b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class DockTitleTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itsButtonsFloatAndClose()
    {
        Docked docked;
        const QString before = docked.button("floatDock")->toolTip();
        QTest::mouseClick(docked.button("floatDock"), Qt::LeftButton);
        QVERIFY(docked.dock->isFloating());
        QVERIFY(docked.button("floatDock")->toolTip() != before);
        QTest::mouseClick(docked.button("floatDock"), Qt::LeftButton);
        QVERIFY(!docked.dock->isFloating());
        QTest::mouseClick(docked.button("closeDock"), Qt::LeftButton);
        QVERIFY(!docked.dock->isVisible());
    }

    void itsIconsCanBeSeenAndHitInBothThemes()
    {
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(theme);
            Docked docked;
            for (const char* const name : {"floatDock", "closeDock"}) {
                QToolButton* const button = docked.button(name);
                QVERIFY(button->width() >= 20 && button->height() >= 20);
                const QImage picture
                    = docked.window
                          .grab(QRect(button->mapTo(&docked.window, QPoint()), button->size()))
                          .toImage();
                double strongest = 1;
                for (int y = 0; y < picture.height(); ++y)
                    for (int x = 0; x < picture.width(); ++x)
                        strongest = std::max(
                            strongest, contrast(picture.pixelColor(x, y), themeColor("panel")));
                QVERIFY2(strongest > 3, qPrintable(QString::number(strongest)));
            }
        }
    }
};

FUSIFORM_TEST(DockTitleTest)
#include "dock_title_test.moc"
