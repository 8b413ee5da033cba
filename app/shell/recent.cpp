// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/recent.h"

#include <QSettings>

namespace fusiform {

namespace {
constexpr const char* kRecentSetting = "recentFits";
constexpr qsizetype kMost = 6;
} // namespace

QStringList recentFits() { return QSettings().value(QLatin1String(kRecentSetting)).toStringList(); }

void rememberFit(const QString& folder)
{
    QStringList fits = recentFits();
    fits.removeAll(folder);
    fits.prepend(folder);
    QSettings().setValue(QLatin1String(kRecentSetting), fits.mid(0, kMost));
}

void forgetFit(const QString& folder)
{
    QStringList fits = recentFits();
    if (fits.removeAll(folder) > 0)
        QSettings().setValue(QLatin1String(kRecentSetting), fits);
}

} // namespace fusiform
