// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"
#include "app/session/session.h"

class QMessageBox;
class QWidget;

namespace fusiform {

/// The one act that opens the confirmation faces from the window: a question that says what will be
/// recorded, then a job that records it and gives them.
class SealKeeper final : public QObject {
    Q_OBJECT
public:
    SealKeeper(Session& session, JobRunner& jobs, QWidget* window);

    /// Asks, for the region in use. Does nothing if nothing is sealed.
    void ask();

Q_SIGNALS:
    void opened(const QString& recorded);

private:
    [[nodiscard]] QString question(const OpenedFit& opened, const roi::Region& region) const;
    void open(const std::shared_ptr<const OpenedFit>& opened,
              const std::shared_ptr<const roi::Region>& region);

    Session& m_session;
    JobRunner& m_jobs;
    QWidget* m_window;
};

} // namespace fusiform
