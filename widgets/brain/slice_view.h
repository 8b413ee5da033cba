// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/brain/outline_overlay.h"
#include "widgets/scene/slice_painter.h"

#include <QImage>
#include <QLineF>
#include <QWidget>

namespace fusiform {

/// A plane across the slices that can be dragged: a line in those that it crosses.
struct SliceGuide {
    int axis = 0; ///< RAS axis it stands across
    double at = 0; ///< mm
    /// Drawn only where another axis lies above a value: {axis, mm}.
    std::optional<std::pair<int, double>> beyond;
};

/// One slice through the brain, drawn without OpenGL. The wheel scrolls, Ctrl and the wheel zoom,
/// the middle button pans, a press or drag picks.
class SliceView final : public QWidget {
    Q_OBJECT
public:
    explicit SliceView(scene::SlicePlane plane, QWidget* parent = nullptr);

    void setBackground(const scene::Background& background);
    void setOverlay(const std::optional<scene::Overlay>& overlay);
    void setRegions(std::shared_ptr<const scene::RegionLabels> regions);
    void setCursor(const image::MmPoint& cursor);
    void setGuides(std::vector<SliceGuide> guides);
    /// The voxels that a press would change; null: none.
    void setPreview(std::shared_ptr<const scene::RegionPreview> preview);
    /// A circle of this radius about the pointer shows the brush; 0: none.
    void setProbeRadius(double radiusMm);
    /// With a shape, left and right drags draw a line around something instead of picking.
    void setOutlineShape(OutlineShape shape) { m_outline->setShape(shape); }
    void cancelOutline() { m_outline->cancel(); }
    void resetZoom();

    [[nodiscard]] scene::SlicePlane plane() const { return m_plane; }
    /// The frame in logical pixels of the widget.
    [[nodiscard]] scene::SliceFrame frame() const { return frameFor(size(), 1); }
    [[nodiscard]] image::MmPoint mmAt(const QPointF& position) const;
    /// 0..1 of the pen that is used now; 1 without one.
    [[nodiscard]] double pressure() const { return m_pressure; }

    [[nodiscard]] QSize sizeHint() const override { return {220, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 110}; }

Q_SIGNALS:
    void cursorRequested(const image::MmPoint& mm);
    /// A press or a drag with the left or right button.
    void picked(const image::MmPoint& mm, Qt::KeyboardModifiers modifiers, Qt::MouseButton button,
                bool isDrag);
    void pickFinished();
    /// Corners in the plane of the slice.
    void outlineDrawn(const std::vector<fusiform::image::MmPoint>& corners, Qt::MouseButton button);
    void hovered(const image::MmPoint& mm);
    void hoverLeft();
    void guideMoved(int guide, double mm);
    void guideReleased();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] scene::SliceFrame frameFor(const QSize& size, qreal ratio) const;
    void changed(); ///< everything has to be painted again
    void regionsChanged(); ///< what lies over the map has
    void paintPreview(QPainter& painter) const;
    void findExtent();
    void scroll(int steps);
    void paintCursor(QPainter& painter) const;
    void paintGuides(QPainter& painter) const;
    /// The line of a guide in this slice, or a null line.
    [[nodiscard]] QLineF lineOf(const SliceGuide& guide) const;
    /// The guide under a point, or -1.
    [[nodiscard]] int guideAt(const QPointF& position) const;
    void dragGuide(const QPointF& position);
    void paintLetters(QPainter& painter) const;

    OutlineOverlay* m_outline;
    scene::SlicePlane m_plane;
    scene::SliceLayers m_layers;
    image::MmPoint m_cursor;
    Eigen::Vector3d m_middle = Eigen::Vector3d::Zero(); ///< of what is shown, mm
    Eigen::Vector3d m_extent = Eigen::Vector3d::Constant(200); ///< mm
    double m_stepMm = 1;
    double m_zoom = 1;
    double m_probeRadius = 0;
    std::vector<SliceGuide> m_guides;
    int m_grip = -1; ///< the guide that is dragged
    QPointF m_shiftMm; ///< right and up
    QPointF m_lastPan;
    QPointF m_hover = {-1, -1};
    int m_wheelRest = 0;
    double m_pressure = 1;
    std::shared_ptr<const scene::RegionPreview> m_preview;
    scene::SlicePicture m_underRegions; ///< empty: paint again
    QImage m_picture; ///< of the layers; null: paint again
};

} // namespace fusiform
