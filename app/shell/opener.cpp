// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/opener.h"

#include "app/docks/surface_chooser.h"
#include "app/support/text.h"
#include "core/glm/fit.h"
#include "core/import/surface_labels.h"
#include "core/io/surface_file.h"
#include "core/task/demo_task.h"
#include "core/task/fit_task.h"
#include "core/util/time.h"

#include <QDir>
#include <QFileInfo>

#include <span>

namespace fusiform {

namespace {

bool isStudy(const QString& folder)
{
    return QFileInfo::exists(folder + QStringLiteral("/dataset_description.json"));
}

bool isAtlas(const QString& name)
{
    if (io::isVertexLabels(pathOf(name)))
        return true;
    const QString lower = name.toLower();
    for (const char* ending : {".nii", ".nii.gz", ".mgz", ".mgh"})
        if (lower.endsWith(QLatin1String(ending)))
            return true;
    return false;
}

/// The regions that a label image, or labels of the cortical surface, have in a fit.
AtlasOffer atlasOffer(const QString& file, const glm::Fit& fit, Progress& progress)
{
    AtlasOffer offer{file, true, {}};
    std::vector<import::AtlasRegion> regions;
    if (io::isVertexLabels(pathOf(file))) {
        const import::LabelledSurfaceFiles side = import::findSurfaces(pathOf(file));
        regions = import::surfaceRegions(std::span(&side, 1), fit, {}, progress);
    } else {
        const import::Atlas atlas = import::readAtlas(pathOf(file), {});
        offer.hasNames = !atlas.names.empty();
        regions = import::atlasRegions(atlas, fit, progress);
    }
    if (regions.empty())
        throw badData(pathOf(file), FUSIFORM_TR("core", "labels inside the mask of the fit"),
                      FUSIFORM_TR("core", "none: it may lie in another space"));
    for (import::AtlasRegion& one : regions)
        offer.regions.push_back(std::move(one.region));
    return offer;
}

/// Old journals go.
std::optional<journal::LastSession> lastSessionOf(const OpenedFit& fit,
                                                  const std::filesystem::path& journals)
{
    constexpr std::size_t kMostJournals = 50;
    if (journals.empty())
        return std::nullopt;
    journal::removeOldJournals(journals, kMostJournals);
    const std::string start = journal::DocumentHasher().hashOf(startDocument(fit));
    return journal::lastSession(journals, fit.fit.folder, start);
}

} // namespace

Opener::Opener(Session& session, JobRunner& jobs, QObject* parent)
    : QObject(parent), m_session(session), m_jobs(jobs)
{
}

QString Opener::demonstration() { return pathText(task::demonstrationFit()); }

bool Opener::isAddition(const QString& path) const
{
    const QFileInfo pointed(path);
    return m_session.opened() && pointed.isFile()
           && (SurfaceChooser::isSurface(pointed.fileName()) || isAtlas(pointed.fileName()));
}

void Opener::open(const QString& path)
{
    const QFileInfo pointed(QDir(path).absolutePath());
    if (m_session.opened() && pointed.isFile() && SurfaceChooser::isSurface(pointed.fileName())) {
        Q_EMIT surfaceWanted(pointed.absoluteFilePath());
        return;
    }
    if (m_session.opened() && pointed.isFile() && isAtlas(pointed.fileName())) {
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
    const std::filesystem::path journals = m_session.journalFolder();
    m_jobs.start(tr("Open %1").arg(QFileInfo(folder).fileName()),
                 [this, folder, journals](Progress&) -> JobRunner::Deliver {
                     const auto fit = opened(glm::readFit(pathOf(folder)));
                     const auto last = lastSessionOf(*fit, journals);
                     return [this, folder, fit, last] {
                         const auto closing = sessionToClose(*fit);
                         m_session.open(fit);
                         Q_EMIT fitOpened(folder);
                         Q_EMIT lastSessionKnown(closing ? closing : last);
                     };
                 });
}

/// The session that is open still, if a fit is opened that begins as it did.
std::optional<journal::LastSession> Opener::sessionToClose(const OpenedFit& next) const
{
    const journal::Journal* const journal = m_session.journal();
    if (!journal || journal->path().empty() || journal->entries() == 0
        || journal->start().fit != next.fit.folder
        || journal->start().hash != journal::DocumentHasher().hashOf(startDocument(next)))
        return std::nullopt;
    return journal::LastSession{journal->path(), utcNow(), true};
}

void Opener::resume(const std::filesystem::path& file)
{
    m_jobs.start(
        tr("Go on with the last session"), [this, file](Progress& progress) -> JobRunner::Deliver {
            const auto journal
                = std::make_shared<journal::Journal>(journal::Journal::resumed(file, progress));
            return [this, journal] { m_session.resume(std::move(*journal)); };
        });
}

void Opener::openAtlas(const QString& file)
{
    m_jobs.start(tr("Read %1").arg(QFileInfo(file).fileName()),
                 [this, file, opened = m_session.opened()](Progress& progress) {
                     const AtlasOffer offer = atlasOffer(file, opened->fit, progress);
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
    options.leaks = choice.areLeaksKept ? "keep" : "drop";
    for (const QString& file : choice.modelFiles)
        options.models.push_back(file.toStdString());
    m_jobs.start(tr("Fit %1").arg(choice.subject),
                 [this, options, output](Progress& progress) -> JobRunner::Deliver {
                     static_cast<void>(task::runFit(options, progress));
                     return [this, output] { openFit(output); };
                 });
}

} // namespace fusiform
