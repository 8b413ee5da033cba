// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roi/lasso.h"
#include "widgets/brain/outline_overlay.h"
#include "widgets/scene/brain_scene.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPointF>
#include <QWidget>

class QTimer;

namespace fusiform {

class SceneLegend;
class VtkView;

/// A picture of the brain as it is shown, at a size of its own.
struct BrainPicture {
    enum class Ground { Transparent, White, Dark };
    QSize pixels{2008, 1417};
    double dotsPerInch = 300;
    Ground ground = Ground::White;
    bool hasLegend = true; ///< cube and colour bar
    int largestTile = 4096; ///< pixels that OpenGL draws at once, in each direction
};

/// The brain in three dimensions: drag turns it, the wheel zooms, a click picks. With a brush a
/// drag that begins on the brain paints; one that begins beside it still turns. Where there is no
/// OpenGL it shows the sentence that says so.
class BrainView final : public QWidget {
    Q_OBJECT
public:
    /// @param glProblem empty if 3-D works here (see openGlProblem()).
    explicit BrainView(const QString& glProblem, QWidget* parent = nullptr);
    ~BrainView() override;

    [[nodiscard]] bool isThreeDimensional() const { return m_view != nullptr; }
    [[nodiscard]] const scene::BrainScene& scene() const { return m_scene; }

    void setSurface(std::shared_ptr<const scene::BrainSurface> surface);
    void setOverlay(const std::optional<scene::Overlay>& overlay, const QString& name);
    void setRegions(std::shared_ptr<const scene::RegionLabels> regions);
    void setPreview(std::shared_ptr<const scene::RegionPreview> preview);
    void setCursor(const std::optional<image::MmPoint>& cursor);
    /// Whether left and right drags are strokes of a brush.
    void setBrushOn(bool isOn) { m_isBrushOn = isOn; }
    /// With a shape, left and right drags draw a line around something instead of turning.
    void setOutlineShape(OutlineShape shape) { m_outline->setShape(shape); }
    void cancelOutline() { m_outline->cancel(); }
    void setAnatomy(const scene::Background& anatomy);
    /// Planes through the cursor at which the brain is cut open towards the viewer.
    void setCuts(const std::vector<scene::SlicePlane>& planes);
    void setPanes(const std::vector<scene::BrainScene::Pane>& panes);
    void setGlass(bool isGlass);
    void setHint(const QString& hint);
    /// Behind the brain one colour instead of a gradient, as on a slide.
    void setPlainGround(bool isPlain);
    void lookFrom(scene::LookFrom side);
    void turn(const scene::Viewpoint& viewpoint);
    /// Null where there is no OpenGL, or too little memory.
    [[nodiscard]] QImage picture(const BrainPicture& wanted);
    /// In widget coordinates; what a click there would pick.
    [[nodiscard]] std::optional<scene::BrainScene::Hit> pick(const QPointF& position) const;

    [[nodiscard]] QSize sizeHint() const override { return {600, 400}; }

Q_SIGNALS:
    void picked(const scene::BrainScene::Hit& hit, Qt::KeyboardModifiers modifiers,
                Qt::MouseButton button);
    void surfacePainted();
    void brushPressed(const scene::BrainScene::Hit& hit, Qt::MouseButton button, double pressure);
    void brushDragged(const scene::BrainScene::Hit& hit, double pressure);
    void brushReleased();
    void outlineDrawn(const fusiform::roi::Outline& outline, Qt::MouseButton button);
    void hovered(const scene::BrainScene::Hit& hit);
    void hoverLeft();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void redraw();
    void rest();
    void makeRoom();
    [[nodiscard]] QImage inTiles(const BrainPicture& wanted);
    void applyTheme();
    void press(const QMouseEvent& event);
    void drag(const QMouseEvent& event);
    void hover(const QMouseEvent& event);
    void finish(const QMouseEvent& event);
    void wheel(const QWheelEvent& event);

    scene::BrainScene m_scene; // before the view, which renders it until it is gone
    VtkView* m_view = nullptr;
    SceneLegend* m_legend = nullptr;
    OutlineOverlay* m_outline = nullptr;
    bool m_isGroundPlain = false;
    QTimer* m_rest; ///< runs while the brain is being turned
    QTimer* m_follow; ///< runs while the picture has not followed the cursor yet
    double m_fullFrameMilliseconds = 0; ///< what drawing all triangles took last
    QPointF m_pressed;
    QPointF m_last;
    std::optional<scene::LookFrom> m_pressedSide; ///< of the cube
    bool m_isDragging = false;
    bool m_isBrushOn = false;
    bool m_hasPreview = false;
    bool m_isPainting = false;
    double m_pressure = 1; ///< of the pen, 0..1
};

} // namespace fusiform
