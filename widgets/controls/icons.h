// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace fusiform {

/// An icon of the set in resources/icons, drawn in the text colour of the moment: it follows the
/// theme, and is sharp at every scale.
[[nodiscard]] QIcon themedIcon(const char* name);
/// The same in a named colour of the theme ("warning", "accent", ...).
[[nodiscard]] QIcon themedIcon(const char* name, const char* colorName);
/// One picture of an icon. @param size logical pixels
[[nodiscard]] QPixmap iconPixmap(const char* name, const QColor& color, int size, qreal pixelRatio);

} // namespace fusiform
