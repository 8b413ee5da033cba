// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/theme_colors.h"

#include <QApplication>
#include <QPalette>
#include <QVariant>

namespace fusiform {

namespace {

constexpr const char* kProperty = "fusiformThemeColors";

QPalette paletteOf(const ThemeColors& colors)
{
    const auto c = [&](const char* name) { return colors.of(QLatin1String(name)); };
    QPalette palette;
    palette.setColor(QPalette::Window, c("window"));
    palette.setColor(QPalette::WindowText, c("text"));
    palette.setColor(QPalette::Base, c("panel"));
    palette.setColor(QPalette::AlternateBase, c("raised"));
    palette.setColor(QPalette::Text, c("text"));
    palette.setColor(QPalette::PlaceholderText, c("faintText"));
    palette.setColor(QPalette::Button, c("raised"));
    palette.setColor(QPalette::ButtonText, c("text"));
    palette.setColor(QPalette::BrightText, c("accent"));
    palette.setColor(QPalette::Highlight, c("accent"));
    palette.setColor(QPalette::HighlightedText, c("accentText"));
    palette.setColor(QPalette::Link, c("accent"));
    palette.setColor(QPalette::ToolTipBase, c("raised"));
    palette.setColor(QPalette::ToolTipText, c("text"));
    palette.setColor(QPalette::Light, c("hover"));
    palette.setColor(QPalette::Midlight, c("raised"));
    palette.setColor(QPalette::Mid, c("line"));
    palette.setColor(QPalette::Dark, c("strongLine"));
    palette.setColor(QPalette::Shadow, c("canvas"));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c("faintText"));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c("strongLine"));
    return palette;
}

} // namespace

ThemeColors::ThemeColors(QHash<QString, QColor> colors) : m_colors(std::move(colors)) { }

QColor ThemeColors::of(QLatin1String name) const
{
    return m_colors.value(QString(name), QColor(Qt::gray));
}

void applyThemeColors(const ThemeColors& colors)
{
    QVariantHash stored;
    for (auto it = colors.all().begin(); it != colors.all().end(); ++it)
        stored.insert(it.key(), it.value());
    qApp->setProperty(kProperty, stored);
    QApplication::setPalette(paletteOf(colors));
}

QColor themeColor(const char* name)
{
    const QVariantHash stored = qApp->property(kProperty).toHash();
    const auto found = stored.constFind(QLatin1String(name));
    return found == stored.constEnd() ? qApp->palette().color(QPalette::Mid)
                                      : found->value<QColor>();
}

} // namespace fusiform
