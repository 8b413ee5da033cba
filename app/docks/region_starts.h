// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"
#include "app/session/session.h"
#include "core/import/starting_points.h"

#include <QObject>

class QMenu;

namespace fusiform {

/// The regions that a subject offers by name: a menu, made when it is opened.
class RegionStarts final : public QObject {
    Q_OBJECT
public:
    RegionStarts(Session& session, JobRunner& jobs, QWidget* window);

    [[nodiscard]] QMenu* menu() { return m_menu; }
    /// For a person: "Localizer face - object, t > 3.09".
    [[nodiscard]] static QString titleOf(const import::StartingPoint& point);

Q_SIGNALS:
    /// A label image with many regions: which of them?
    void atlasWanted(const QString& file);

private:
    void fill();
    void start(const import::StartingPoint& point);

    Session& m_session;
    JobRunner& m_jobs;
    QMenu* m_menu;
};

} // namespace fusiform
