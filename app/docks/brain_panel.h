// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"
#include "app/live/live_pipeline.h"
#include "app/session/session.h"
#include "widgets/scene/brain_scene.h"

#include <QWidget>

#include <array>

class QDoubleSpinBox;
class QToolButton;

namespace fusiform {

class BrainView;
class RangeSlider;
class SliceView;

/// The centre of the window: the brain in three dimensions and three slices with one cursor.
class BrainPanel final : public QWidget {
    Q_OBJECT
public:
    BrainPanel(Session& session, JobRunner& jobs, const LivePipeline& live,
               const QString& glProblem, QWidget* parent = nullptr);

    [[nodiscard]] bool isThreeDimensional() const;
    void setGlass(bool isGlass);
    void lookFrom(scene::LookFrom side);
    /// Whether a click also makes a sphere there, or moves the active one.
    void setSphereTool(bool isOn);
    /// Whether the planes that cut the selection into thirds are shown, to be dragged.
    void setThirdsShown(bool areShown);
    void resetZoom();
    /// A new sphere at the cursor.
    void addSphere();

Q_SIGNALS:
    void surfacePainted();
    void sphereToolRequested(bool isOn);

private:
    [[nodiscard]] QWidget* makeHeader();
    void refresh(Session::Changes changes);
    void showFit();
    void showRegion();
    void showThirds();
    void moveGuide(int guide, double mm);
    void showOverlay();
    void makeSurfaceAfterFaces();
    void makeSurface();
    void pickOnSurface(const scene::BrainScene::Hit& hit);
    void pickAt(const image::MmPoint& at);
    [[nodiscard]] roi::Region sphereAt(const image::MmPoint& at) const;

    Session& m_session;
    JobRunner& m_jobs;
    const LivePipeline& m_live;
    BrainView* m_brain;
    std::array<SliceView*, 3> m_slices;
    RangeSlider* m_threshold;
    QToolButton* m_sphere;
    QDoubleSpinBox* m_radius;
    std::optional<scene::Overlay> m_overlay;
    bool m_needsSurface = false;
    bool m_areThirdsShown = false;
};

} // namespace fusiform
