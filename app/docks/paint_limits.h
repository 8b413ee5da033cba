// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docks/brain_tools.h"
#include "app/jobs/job_runner.h"
#include "app/session/session.h"
#include "widgets/scene/layers.h"

#include <QObject>

namespace fusiform {

/// Which voxels painting may take: the brain mask, those that the map shows, or grey matter, which
/// is looked for and read when it is first wanted for a fit.
class PaintLimits final : public QObject {
    Q_OBJECT
public:
    PaintLimits(Session& session, JobRunner& jobs, QObject* parent = nullptr);

    /// @param shown the map that is painted now, if there is one
    void set(PaintLimit limit, const std::optional<scene::Overlay>& shown);

Q_SIGNALS:
    /// Null: the whole brain mask.
    void allowedChanged(std::shared_ptr<const fusiform::image::VoxelSet> allowed);
    /// Painting takes the whole mask after all. @param reason empty: its job was cancelled
    void unavailable(const QString& reason);

private:
    [[nodiscard]] static QString jobTitle();
    void readGreyMatter();
    void giveUp(const QString& reason);

    Session& m_session;
    JobRunner& m_jobs;
    PaintLimit m_limit = PaintLimit::BrainMask;
    std::shared_ptr<const OpenedFit> m_fitOfGrey; ///< what m_grey is of, or is being read of
    std::shared_ptr<const image::VoxelSet> m_grey; ///< null: not read yet
};

} // namespace fusiform
