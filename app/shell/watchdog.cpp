// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/watchdog.h"

namespace fusiform {

namespace {
constexpr int kTickMs = 10;
constexpr int kBudgetMs = 50;
} // namespace

Watchdog::Watchdog(QObject* parent) : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Watchdog::tick);
    m_timer.start(kTickMs);
    m_clock.start();
}

bool Watchdog::isWanted()
{
#ifdef NDEBUG
    return qEnvironmentVariableIsSet("FUSIFORM_WATCHDOG");
#else
    return true;
#endif
}

void Watchdog::tick()
{
    const auto late = static_cast<int>(m_clock.restart()) - kTickMs;
    if (late > kBudgetMs)
        Q_EMIT blocked(late);
}

} // namespace fusiform
