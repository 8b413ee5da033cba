// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QString>

namespace fusiform {

/// The named colours of a theme ("panel", "accent", "canvas", ...), as its JSON file lists them.
class ThemeColors {
public:
    ThemeColors() = default;
    explicit ThemeColors(QHash<QString, QColor> colors);
    [[nodiscard]] QColor of(QLatin1String name) const;
    [[nodiscard]] const QHash<QString, QColor>& all() const { return m_colors; }

private:
    QHash<QString, QColor> m_colors;
};

/// The colours in force: kept by the application object, so that a palette change and a colour
/// change are one thing. Widgets repaint on QEvent::PaletteChange.
void applyThemeColors(const ThemeColors& colors);
[[nodiscard]] QColor themeColor(const char* name);

} // namespace fusiform
