// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/availability.h"

#include <QAction>
#include <QVariant>
#include <QWidget>

namespace fusiform {

namespace {

template <class Control>
void apply(Control* control, bool isAvailable, const QString& reason)
{
    constexpr const char* kTip = "fusiformTip";
    if (!control->property(kTip).isValid())
        control->setProperty(kTip, control->toolTip());
    const QString tip = control->property(kTip).toString();
    control->setEnabled(isAvailable);
    control->setToolTip(isAvailable ? tip : reason);
    if constexpr (std::is_same_v<Control, QAction>)
        control->setStatusTip(isAvailable ? QString() : reason);
    else
        control->setAccessibleDescription(isAvailable ? tip : reason);
}

} // namespace

void setAvailable(QWidget* control, bool isAvailable, const QString& reason)
{
    apply(control, isAvailable, reason);
}
void setAvailable(QAction* action, bool isAvailable, const QString& reason)
{
    apply(action, isAvailable, reason);
}

} // namespace fusiform
