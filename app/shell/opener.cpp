// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/opener.h"

#include "app/support/text.h"
#include "core/glm/fit.h"
#include "core/import/atlas.h"
#include "core/task/demo_task.h"
#include "core/task/fit_task.h"

#include <QDir>
#include <QFileInfo>

namespace fusiform {

namespace {

bool isStudy(const QString& folder)
{
    return QFileInfo::exists(folder + QStringLiteral("/dataset_description.json"));
}

bool isLabelImage(const QString& name)
{
    const QString lower = name.toLower();
    for (const char* ending : {".nii", ".nii.gz", ".mgz", ".mgh"})
        if (lower.endsWith(QLatin1String(ending)))
            return true;
    return false;
}

} // namespace

Opener::Opener(Session& session, JobRunner& jobs, QObject* parent)
    : QObject(parent), m_session(session), m_jobs(jobs)
{
}

QString Opener::demonstration() { return pathText(task::demonstrationFit()); }

void Opener::open(const QString& path)
{
    const QFileInfo pointed(QDir(path).absolutePath());
    if (m_session.opened() && pointed.isFile() && isLabelImage(pointed.fileName())) {
        openAtlas(pointed.absoluteFilePath());
        return;
    }
    const QString folder = pointed.isFile() ? pointed.absolutePath() : pointed.absoluteFilePath();
    if (glm::isFit(pathOf(folder)))
        openFit(folder);
    else if (isStudy(folder))
        openStudy(folder);
    else if (!pointed.exists())
        Q_EMIT problem(tr("%1 is not there.").arg(QDir::toNativeSeparators(folder)), folder);
    else
        Q_EMIT problem(tr("%1 is neither a fit (it has no fit.json) nor a BIDS study (it has no "
                          "dataset_description.json).")
                           .arg(QDir::toNativeSeparators(folder)),
                       folder);
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

void Opener::openAtlas(const QString& file)
{
    m_jobs.start(tr("Read %1").arg(QFileInfo(file).fileName()),
                 [this, file, opened = m_session.opened()](Progress& progress) {
                     const import::Atlas atlas = import::readAtlas(pathOf(file), {});
                     AtlasOffer offer{file, !atlas.names.empty(), {}};
                     for (import::AtlasRegion& one :
                          import::atlasRegions(atlas, opened->fit, progress))
                         offer.regions.push_back(std::move(one.region));
                     if (offer.regions.empty())
                         throw badData(pathOf(file),
                                       FUSIFORM_TR("core", "labels inside the mask of the fit"),
                                       FUSIFORM_TR("core", "none: it may lie in another space"));
                     return JobRunner::Deliver([this, offer, opened] {
                         if (m_session.opened() == opened)
                             Q_EMIT atlasRead(offer);
                     });
                 });
}

void Opener::openStudy(const QString& folder)
{
    m_jobs.start(tr("Read %1").arg(QFileInfo(folder).fileName()),
                 [this, folder](Progress& progress) -> JobRunner::Deliver {
                     const StudyOffer offer = readStudyOffer(folder, progress);
                     return [this, offer] { Q_EMIT studyRead(offer); };
                 });
}

void Opener::fitSubject(const StudyChoice& choice)
{
    const QString output = newFitFolder(choice.folder, choice.subject);
    task::FitOptions options;
    options.study = pathOf(choice.folder);
    options.output = pathOf(output);
    options.participant = choice.subject.toStdString();
    options.components = choice.components;
    for (const QString& file : choice.modelFiles)
        options.models.push_back(file.toStdString());
    m_jobs.start(tr("Fit %1").arg(choice.subject),
                 [this, options, output](Progress& progress) -> JobRunner::Deliver {
                     static_cast<void>(task::runFit(options, progress));
                     return [this, output] { openFit(output); };
                 });
}

} // namespace fusiform
