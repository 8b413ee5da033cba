// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace fusiform {

/// What happened, with the time, newest last.
class LogPanel final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit LogPanel(QWidget* parent = nullptr);
    void add(const QString& text);
};

} // namespace fusiform
