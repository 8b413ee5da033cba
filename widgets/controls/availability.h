// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;
class QWidget;

namespace fusiform {

/// Switches a control on, or off with the reason, which its tip then says. The tip it has when this
/// is first called comes back when it is available again.
void setAvailable(QWidget* control, bool isAvailable, const QString& reason);
void setAvailable(QAction* action, bool isAvailable, const QString& reason);

} // namespace fusiform
