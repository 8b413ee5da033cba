// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docks/brain_tools.h"
#include "app/docks/paint_limits.h"
#include "app/docks/paint_tool.h"
#include "app/jobs/job_runner.h"
#include "app/live/live_pipeline.h"
#include "app/session/session.h"
#include "widgets/scene/brain_scene.h"

#include <QWidget>

#include <array>

class QTimer;

namespace fusiform {

class BrainView;
struct BrainPicture;
class MapBar;
class SceneBar;
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
    [[nodiscard]] const scene::Viewpoint& viewpoint() const;
    /// What is shown; null: none yet.
    [[nodiscard]] const std::shared_ptr<const scene::BrainSurface>& surface() const
    {
        return m_surface;
    }
    void turn(const scene::Viewpoint& viewpoint);
    /// Buttons over the brain: its surface, its cuts, its picture.
    [[nodiscard]] SceneBar& bar() const { return *m_bar; }
    /// Whether the brain is cut open at the cursor.
    void setCut(scene::SlicePlane plane, bool isCut);
    /// What a press does: look, paint, or make a sphere or move the active one.
    void setTool(BrainTool tool);
    /// The brush or the sphere, a notch smaller or larger.
    void resizeTool(int steps) { m_tools->resizeTool(steps); }
    /// A dab of the brush at the cursor.
    void paintAtCursor(Session::Paint how);
    /// Whether the planes that cut the selection into thirds are shown, to be dragged.
    void setThirdsShown(bool areShown);
    void resetZoom();
    /// A new sphere at the cursor.
    void addSphere();
    /// Which map is painted, and its threshold.
    [[nodiscard]] MapBar& maps() const { return *m_maps; }
    /// Asks for what a searchlight needs, and starts it.
    void askForSearchlight();

Q_SIGNALS:
    void surfacePainted();
    /// Another surface is shown. @param isAnatomical it lies where the brain does
    void surfaceShown(bool isAnatomical);
    void toolRequested(BrainTool tool);
    void refused(const QString& reason);
    /// Where the mouse is on the brain; none: elsewhere.
    void hovered(const std::optional<fusiform::image::MmPoint>& at);

protected:
    /// Of the whole program while the brush is in hand: Space looks, Esc gives a stroke up.
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHeader();
    void connectSlice(SliceView* slice);
    void connectBrush();
    void showTool();
    void limitBrush();
    void showAreaTool(BrainTool tool);
    void connectOutlines();
    void leave(); ///< the mouse has
    void pickInSlice(SliceView* slice, const image::MmPoint& at, Qt::MouseButton button,
                     bool isDrag);
    [[nodiscard]] roi::BrushPoint onSurface(const scene::BrainScene::Hit& hit) const;
    void refresh(Session::Changes changes);
    void showFit();
    void showRegion();
    void showRegionsOnBrain();
    [[nodiscard]] std::shared_ptr<const scene::RegionLabels>
    uncovered(std::shared_ptr<const scene::RegionLabels> regions) const;
    void showThirds();
    void moveGuide(int guide, double mm);
    void showOverlay();
    void makeSurfaceAfterFaces();
    void askForPicture();
    void savePicture(const BrainPicture& wanted);
    void showSurface(std::shared_ptr<const scene::BrainSurface> surface);
    void pickOnSurface(const scene::BrainScene::Hit& hit);
    void pickAt(const image::MmPoint& at);
    [[nodiscard]] roi::Region sphereAt(const image::MmPoint& at) const;

    Session& m_session;
    const LivePipeline& m_live;
    BrainView* m_brain;
    std::array<SliceView*, 3> m_slices;
    MapBar* m_maps;
    BrainTools* m_tools;
    PaintTool* m_paint;
    PaintLimits* m_limits;
    SceneBar* m_bar;
    QTimer* m_brainLater; ///< runs while the brain still shows older regions
    std::shared_ptr<const scene::BrainSurface> m_surface;
    std::shared_ptr<const scene::RegionLabels> m_shownRegions;
    bool m_areThirdsShown = false;
    bool m_isSpaceHeld = false;
};

} // namespace fusiform
