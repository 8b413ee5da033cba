// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace fusiform {

/// Fits opened lately, newest first. Whether they are still there is not looked at: a folder on a
/// sick network drive would hold up the start.
[[nodiscard]] QStringList recentFits();
void rememberFit(const QString& folder);
/// For a folder that turned out to be gone.
void forgetFit(const QString& folder);

} // namespace fusiform
