// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"
#include "app/session/session.h"
#include "core/import/atlas.h"

#include <QObject>

class QMenu;
class QWidget;

namespace fusiform {

/// What an atlas calls the place at the cursor.
class PlaceNames final : public QObject {
    Q_OBJECT
public:
    PlaceNames(Session& session, JobRunner& jobs, QWidget* window);

    /// Which atlas: none, one of this machine, the subject's own parcels, or a file.
    [[nodiscard]] QMenu* menu() { return m_menu; }
    void take(const std::filesystem::path& file);
    /// "AAL: Fusiform_L"; empty without an atlas, or where it has no label.
    [[nodiscard]] QString at(const image::MmPoint& place) const;

Q_SIGNALS:
    void changed();

private:
    void fill();
    void choose();

    Session& m_session;
    JobRunner& m_jobs;
    QWidget* m_window;
    QMenu* m_menu;
    std::shared_ptr<const import::Atlas> m_atlas;
    std::filesystem::path m_file; ///< of m_atlas
};

} // namespace fusiform
