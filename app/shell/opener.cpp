// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/opener.h"

#include "app/support/text.h"
#include "core/bids/study.h"
#include "core/task/fit_task.h"
#include "core/util/resources.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace fusiform {

namespace {

bool isFit(const QString& folder)
{
    return QFileInfo::exists(folder + QStringLiteral("/fit.json"));
}

bool isStudy(const QString& folder)
{
    return QFileInfo::exists(folder + QStringLiteral("/dataset_description.json"));
}

/// BIDS puts results below the study; where that cannot be written, the user's own data folder.
QString fitFolder(const QString& study, const QString& subject)
{
    const QString below = study + QStringLiteral("/derivatives/fusiform");
    if (QDir().mkpath(below) && QFileInfo(below).isWritable())
        return QStringLiteral("%1/%2").arg(below, subject);
    const QString own = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                        + QStringLiteral("/fits");
    QDir().mkpath(own);
    return QStringLiteral("%1/%2_%3").arg(own, QFileInfo(study).fileName(), subject);
}

} // namespace

Opener::Opener(Session& session, JobRunner& jobs, ChooseSubject choose, QObject* parent)
    : QObject(parent), m_session(session), m_jobs(jobs), m_choose(std::move(choose))
{
}

QString Opener::demonstration()
{
    const QString demo = pathText(resourceFolder() / "demo");
    if (isFit(demo) || isStudy(demo))
        return demo;
    const QString fit = demo + QStringLiteral("/fit");
    return isFit(fit) ? fit : QString();
}

void Opener::open(const QString& folder)
{
    const QString path = QDir(folder).absolutePath();
    if (isFit(path))
        openFit(path);
    else if (isStudy(path))
        openStudy(path);
    else
        Q_EMIT problem(tr("%1 is neither a fit (it has no fit.json) nor a BIDS study (it has no "
                          "dataset_description.json).")
                           .arg(QDir::toNativeSeparators(path)));
}

void Opener::openFit(const QString& folder)
{
    m_jobs.start(tr("Open %1").arg(QFileInfo(folder).fileName()),
                 [this, folder](Progress&) -> JobRunner::Deliver {
                     const auto fit = opened(glm::readFit(pathOf(folder)));
                     return [this, folder, fit] {
                         m_session.open(fit);
                         Q_EMIT fitOpened(folder);
                     };
                 });
}

void Opener::openStudy(const QString& folder)
{
    m_jobs.start(tr("Read the study"), [this, folder](Progress&) -> JobRunner::Deliver {
        const bids::Study study = bids::openStudy(pathOf(folder));
        QStringList subjects;
        for (const std::string& label : study.subjectLabels)
            subjects.append(QString::fromStdString(label));
        return [this, folder, subjects] {
            if (subjects.isEmpty()) {
                Q_EMIT problem(tr("%1 has no subjects.").arg(QDir::toNativeSeparators(folder)));
                return;
            }
            const QString subject = subjects.size() == 1 ? subjects.front() : m_choose(subjects);
            if (!subject.isEmpty())
                fitSubject(folder, subject);
        };
    });
}

void Opener::fitSubject(const QString& folder, const QString& subject)
{
    task::FitOptions options;
    const QString output = fitFolder(folder, subject);
    options.study = pathOf(folder);
    options.output = pathOf(output);
    options.participant = subject.toStdString();
    options.overwrite = true;
    m_jobs.start(tr("Fit %1").arg(subject),
                 [this, options, output](Progress& progress) -> JobRunner::Deliver {
                     static_cast<void>(task::runFit(options, progress));
                     return [this, output] { openFit(output); };
                 });
}

} // namespace fusiform
