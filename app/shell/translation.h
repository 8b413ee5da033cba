// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fusiform {

/// Loads the program's and Qt's own texts, before the first widget.
/// @param language "fr", "en", ...; empty: that of the system.
void loadTranslation(const QString& language);

} // namespace fusiform
