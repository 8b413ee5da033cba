// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fusiform {

enum class ThemeChoice { System, Light, Dark, HighContrast };

/// The embedded font, once, before the first widget.
void loadFonts();
/// Colours and style sheet of the whole program.
void applyTheme(ThemeChoice choice);
[[nodiscard]] ThemeChoice savedTheme();
void saveTheme(ThemeChoice choice);

} // namespace fusiform
