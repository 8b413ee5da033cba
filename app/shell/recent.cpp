// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/recent.h"

#include <QFileInfo>
#include <QSettings>

namespace fusiform {

namespace {
constexpr const char* kSetting = "recentFits";
constexpr qsizetype kMost = 6;
} // namespace

QStringList recentFits()
{
    QStringList fits;
    for (const QString& folder : QSettings().value(QLatin1String(kSetting)).toStringList())
        if (QFileInfo::exists(folder + QStringLiteral("/fit.json")))
            fits.append(folder);
    return fits;
}

void rememberFit(const QString& folder)
{
    QStringList fits = recentFits();
    fits.removeAll(folder);
    fits.prepend(folder);
    QSettings().setValue(QLatin1String(kSetting), fits.mid(0, kMost));
}

} // namespace fusiform
