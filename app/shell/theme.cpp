// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/theme.h"

#include "widgets/controls/icons.h"
#include "widgets/controls/theme_colors.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPalette>
#include <QSettings>
#include <QStyleFactory>
#include <QTemporaryDir>

namespace fusiform {

namespace {

constexpr const char* kThemeSetting = "theme";

/// Asked once, before our own palette replaces the system's.
bool isSystemDark()
{
    static const bool isDark = qApp->palette().color(QPalette::Window).lightness() < 128;
    return isDark;
}

QByteArray resource(const QString& name)
{
    QFile file(QStringLiteral(":/themes/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ThemeColors colorsOf(const QString& name)
{
    const QJsonObject json = QJsonDocument::fromJson(resource(name)).object();
    QHash<QString, QColor> colors;
    for (auto it = json.begin(); it != json.end(); ++it)
        colors.insert(it.key(), QColor(it->toString()));
    return ThemeColors(std::move(colors));
}

/// A style sheet takes pictures only from files, and this one has the theme's colour.
QString iconFile(const char* name, const QColor& color)
{
    static const QTemporaryDir folder;
    const QString file = folder.filePath(
        QStringLiteral("%1-%2.png").arg(QLatin1String(name)).arg(color.rgb(), 0, 16));
    if (!QFile::exists(file))
        iconPixmap(name, color, 28, 1).save(file);
    return file;
}

} // namespace

void loadFonts()
{
    for (const char* const weight : {"Regular", "Medium", "SemiBold"})
        QFontDatabase::addApplicationFont(
            QStringLiteral(":/fonts/Inter-%1.otf").arg(QLatin1String(weight)));
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(13);
    QApplication::setFont(font);
}

void applyTheme(ThemeChoice choice)
{
    const bool isDark
        = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && isSystemDark());
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const ThemeColors colors
        = colorsOf(choice == ThemeChoice::HighContrast ? QStringLiteral("contrast.json")
                   : isDark                            ? QStringLiteral("dark.json")
                                                       : QStringLiteral("light.json"));
    applyThemeColors(colors);
    QString sheet = QString::fromUtf8(resource(QStringLiteral("fusiform.qss")));
    for (auto it = colors.all().begin(); it != colors.all().end(); ++it)
        sheet.replace(QStringLiteral("@%1@").arg(it.key()), it->name());
    sheet.replace(QStringLiteral("@chevron@"),
                  iconFile("chevron-down", colors.of(QLatin1String("mutedText"))));
    sheet.replace(QStringLiteral("@chevronUp@"),
                  iconFile("chevron-up", colors.of(QLatin1String("mutedText"))));
    sheet.replace(QStringLiteral("@check@"),
                  iconFile("check", colors.of(QLatin1String("accentText"))));
    qApp->setStyleSheet(sheet);
}

ThemeChoice savedTheme()
{
    return static_cast<ThemeChoice>(
        qBound(0, QSettings().value(QLatin1String(kThemeSetting), 2).toInt(), 3));
}

void saveTheme(ThemeChoice choice)
{
    QSettings().setValue(QLatin1String(kThemeSetting), static_cast<int>(choice));
}

} // namespace fusiform
