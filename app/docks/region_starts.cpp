// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/region_starts.h"

#include "app/support/text.h"

#include <QLocale>
#include <QMenu>

namespace fusiform {

using Kind = import::StartingPoint::Kind;

RegionStarts::RegionStarts(Session& session, JobRunner& jobs, QWidget* window)
    : QObject(window), m_session(session), m_jobs(jobs), m_menu(new QMenu(window))
{
    m_menu->setObjectName(QStringLiteral("regionStarts"));
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &RegionStarts::fill);
}

QString RegionStarts::titleOf(const import::StartingPoint& point)
{
    const QString threshold = QLocale().toString(import::kStartingT);
    const QString name = QString::fromStdString(point.name);
    switch (point.kind) {
    case Kind::Criterion: return tr("Published criterion");
    case Kind::FacesAgainstFixation: return tr("Faces − fixation, t > %1").arg(threshold);
    case Kind::Localizer: return tr("Localizer %1, t > %2").arg(name, threshold);
    case Kind::Parcels: return tr("Parcels of the subject: %1…").arg(name);
    case Kind::StandardAtlas: return tr("Atlas %1…").arg(name);
    }
    return name;
}

void RegionStarts::fill()
{
    m_menu->clear();
    const auto opened = m_session.opened();
    if (!opened || opened->fit.models.empty())
        return;
    const std::vector<import::StartingPoint> points = import::startingPoints(opened->fit);
    const auto hasAny = [&](Kind kind) {
        return std::ranges::any_of(points, [&](const auto& point) { return point.kind == kind; });
    };
    const auto addMissing = [&](const QString& text, const QString& why) {
        QAction* const action = m_menu->addAction(text);
        action->setEnabled(false);
        action->setToolTip(why);
    };
    Kind last = Kind::Criterion;
    for (const import::StartingPoint& point : points) {
        const bool isAtlas = point.kind == Kind::StandardAtlas;
        if (point.kind != last && (point.kind == Kind::Parcels || isAtlas))
            m_menu->addSeparator();
        last = point.kind;
        QAction* const action = m_menu->addAction(titleOf(point));
        connect(action, &QAction::triggered, this, [this, point] { start(point); });
        if (point.kind == Kind::Criterion)
            action->setToolTip(QString::fromStdString(opened->fit.selection));
        else if (isAtlas && !import::isInStandardSpace(opened->fit))
            action->setToolTip(tr("Labels of a standard brain (MNI). This brain is in its own "
                                  "space: places are rough."));
        else if (!point.file.empty())
            action->setToolTip(pathText(point.file));
        if (point.kind == Kind::FacesAgainstFixation) {
            QAction* const thirds = m_menu->addAction(tr("Equal thirds of the selected voxels"));
            connect(thirds, &QAction::triggered, this, [this, opened] {
                m_session.moveThirds(roi::equalThirds(opened->fit, opened->fit.models.front()));
                m_session.endGesture();
            });
            if (!hasAny(Kind::Localizer))
                addMissing(tr("Localizer: none beside this fit"),
                           tr("fusiform-cli localizer makes one from the study's localizer runs; "
                              "its folder is looked for beside the fit."));
            if (!hasAny(Kind::Parcels))
                addMissing(tr("Parcels of the subject: none found"),
                           tr("aparc+aseg of FreeSurfer or fMRIPrep is looked for below the "
                              "study's derivatives. Any label image can also be dropped onto the "
                              "window."));
        }
    }
}

void RegionStarts::start(const import::StartingPoint& point)
{
    if (point.kind == Kind::Parcels || point.kind == Kind::StandardAtlas) {
        Q_EMIT atlasWanted(pathText(point.file));
        return;
    }
    const QString title = titleOf(point);
    m_jobs.start(title, [this, point, title, opened = m_session.opened()](Progress& progress) {
        auto region
            = std::make_shared<roi::Region>(import::regionFrom(point, opened->fit, progress));
        return JobRunner::Deliver([this, region, title, opened] {
            if (m_session.opened() == opened)
                m_session.addRegion(std::move(*region), tr("Start from %1").arg(title));
        });
    });
}

} // namespace fusiform
