// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/log_panel.h"

#include <QTime>

namespace fusiform {

LogPanel::LogPanel(QWidget* parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("log"));
    setAccessibleName(tr("Log"));
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setMaximumBlockCount(5000);
}

void LogPanel::add(const QString& text)
{
    appendPlainText(QTime::currentTime().toString(QStringLiteral("HH:mm:ss  ")) + text);
}

} // namespace fusiform
