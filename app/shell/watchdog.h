// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace fusiform {

/// Reports when the GUI thread answered no event for more than 50 ms.
class Watchdog final : public QObject {
    Q_OBJECT
public:
    explicit Watchdog(QObject* parent = nullptr);
    /// True in debug builds, or with FUSIFORM_WATCHDOG set.
    [[nodiscard]] static bool isWanted();

Q_SIGNALS:
    void blocked(int milliseconds);

private:
    void tick();
    QTimer m_timer;
    QElapsedTimer m_clock;
};

} // namespace fusiform
