// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/fit_facts.h"

#include "app/support/text.h"
#include "core/task/leak_results.h"

#include <QCoreApplication>
#include <QStringList>

namespace fusiform {

namespace {

QString text(const char* source, int count = -1)
{
    return QCoreApplication::translate("fusiform::FitFacts", source, nullptr, count);
}

QString leaksFact(const task::FitLeaks& leaks)
{
    if (leaks.count() == 0)
        return text(QT_TRANSLATE_NOOP("fusiform::FitFacts",
                                      "No training picture was found to be a test face."));
    const QString what
        = leaks.areLeftOut
              ? text(QT_TRANSLATE_NOOP("fusiform::FitFacts",
                                       "Left out of training, as they are also test faces: %1 "
                                       "identical and %2 nearly identical pictures."))
              : text(QT_TRANSLATE_NOOP("fusiform::FitFacts",
                                       "Trained though they are also test faces: %1 identical and "
                                       "%2 nearly identical pictures."));
    return what.arg(leaks.identical).arg(leaks.nearlyIdentical);
}

} // namespace

QString fitFacts(const glm::Fit& fit)
{
    QStringList lines = {pathText(fit.folder)};
    if (!fit.selection.empty())
        lines.append(QString::fromStdString(fit.selection));
    if (const auto leaks = task::leaksOf(fit))
        lines.append(leaksFact(*leaks));
    return lines.join(QLatin1Char('\n'));
}

QString fitCaution(const glm::Fit& fit)
{
    const auto leaks = task::leaksOf(fit);
    return leaks && leaks->count() > 0 && !leaks->areLeftOut
               ? text(QT_TRANSLATE_NOOP("fusiform::FitFacts", "test faces in training"))
               : QString();
}

} // namespace fusiform
