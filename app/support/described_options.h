// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/help/program_page.h"

#include <QCommandLineOption>
#include <QList>

namespace fusiform {

/// The window's program for its manual page and completions, from the options that its parser
/// takes.
[[nodiscard]] help::Program describeWindow(const QList<QCommandLineOption>& options,
                                           const QString& summary, const QString& argumentHelp);

/// Prints what packages ship, if `words` are --man-page or --completion SHELL.
/// @return the exit status, or -1 if something else was asked for
[[nodiscard]] int printPage(const help::Program& program, const QStringList& words);

} // namespace fusiform
