// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"
#include "app/session/session.h"

#include <QFrame>

class QAction;
class QToolButton;

namespace fusiform {

class SurfaceChooser;

/// Buttons in the upper left corner of the three-dimensional view: the surface that is shown, where
/// it is cut, and a picture of it.
class SceneBar final : public QFrame {
    Q_OBJECT
public:
    /// @param view is covered in its corner.
    SceneBar(Session& session, JobRunner& jobs, QWidget* view);

    [[nodiscard]] SurfaceChooser& surfaces() const { return *m_surfaces; }
    /// The switches of the planes; of the main window, which has their keys.
    void setCuts(const QList<QAction*>& cuts);

Q_SIGNALS:
    void pictureRequested();

private:
    void showCuts();

    SurfaceChooser* m_surfaces;
    QToolButton* m_cut;
    QToolButton* m_picture;
};

} // namespace fusiform
