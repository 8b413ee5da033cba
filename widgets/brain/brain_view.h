// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roi/lasso.h"
#include "widgets/brain/outline_overlay.h"
#include "widgets/scene/brain_scene.h"

#include <QElapsedTimer>
#include <QPointF>
#include <QWidget>

namespace fusiform {

class SceneLegend;
class VtkView;

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
    void setPanes(const std::vector<scene::BrainScene::Pane>& panes);
    void setGlass(bool isGlass);
    void setHint(const QString& hint);
    void lookFrom(scene::LookFrom side);
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
    void makeRoom();
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
    QPointF m_pressed;
    QPointF m_last;
    bool m_isDragging = false;
    bool m_isBrushOn = false;
    bool m_hasPreview = false;
    bool m_isPainting = false;
    double m_pressure = 1; ///< of the pen, 0..1
};

} // namespace fusiform
