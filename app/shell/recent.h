// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace fusiform {

/// Fits opened lately that are still there, newest first.
[[nodiscard]] QStringList recentFits();
void rememberFit(const QString& folder);

} // namespace fusiform
