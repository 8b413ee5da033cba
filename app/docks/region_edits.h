// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"
#include "app/session/session.h"

#include <QObject>

class QWidget;

namespace fusiform {

/// What can be done to a whole region at once: shapes of the active one, regions made of others,
/// and masks from and to files. Each is one step of undo.
class RegionEdits final : public QObject {
    Q_OBJECT
public:
    /// @param window that dialogs belong to
    RegionEdits(Session& session, JobRunner& jobs, QWidget* window);

    /// By one voxel, inside the brain mask.
    void grow();
    void shrink();
    /// To the other side of the midline.
    void mirror();
    void keepLargestPiece();
    void fillHoles();
    void takeComplement();
    void chooseColour();
    /// A new region from a text like "occipital + temporal".
    void askForExpression();
    /// @throws Error{Usage} where the text is wrong
    void combine(const QString& expression);
    void chooseMask();
    void importMask(const std::filesystem::path& file);
    void chooseExport();
    void exportMask(const std::filesystem::path& file);

Q_SIGNALS:
    void problem(const QString& text);
    void said(const QString& text);

private:
    /// @param shape of a set on the grid of the fit, and that grid
    void reshape(
        const QString& name, const char* how,
        const std::function<image::VoxelSet(const image::VoxelSet&, const image::Grid&)>& shape);
    [[nodiscard]] double oneVoxel() const;

    Session& m_session;
    JobRunner& m_jobs;
    QWidget* m_window;
};

} // namespace fusiform
