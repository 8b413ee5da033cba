// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QStringList>

namespace fusiform {

/// Fits and sessions opened lately, newest first. Whether they are still there is not looked at: a
/// folder on a sick network drive would hold up the start.
[[nodiscard]] QStringList recentlyOpened();
void rememberOpened(const QString& path);
/// For what turned out to be gone.
void forgetOpened(const QString& path);

/// A small picture of what was opened, as it looked last. It is kept on this machine, by the name
/// alone.
void rememberPicture(const QString& path, const QImage& picture);
/// Null if there is none.
[[nodiscard]] QImage recentPicture(const QString& path);

} // namespace fusiform
