// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/doctor_checks.h"

#include <QString>

class QWidget;

namespace fusiform {

/// What a check is called in the window.
[[nodiscard]] QString checkTitle(const std::string& name);

/// The program and where it runs, for a report of a fault: version, system, OpenGL, screens,
/// scale, threads, locale, and what the checks found. In English, as those who read it want it; the
/// user's home is written "~".
/// @param glProblem why there is no OpenGL here; empty if there is
[[nodiscard]] QString diagnosisText(const std::vector<task::DoctorCheck>& checks,
                                    const QString& glProblem, const QWidget& window);

/// A text without the path of the user's home, and without the user's name in other paths.
[[nodiscard]] QString withoutUser(QString text);

/// Writes a zip archive: the diagnosis and the log, without the user. @throws Error{Failure}
void writeLogBundle(const QString& file, const QString& diagnosis, const QString& log);

} // namespace fusiform
