// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/brain/orientation_cube.h"
#include "widgets/scene/layers.h"

#include <Eigen/Dense>

#include <QMargins>
#include <QString>
#include <QWidget>

#include <optional>

namespace fusiform {

/// What stands over the 3-D picture: a cube with the letters L R A P S I turning with the brain,
/// the colour bar of the map with its threshold mark, and a line about the gestures.
class SceneLegend final : public QWidget {
    Q_OBJECT
public:
    explicit SceneLegend(QWidget* parent);

    void setAxes(const Eigen::Matrix3d& axesOnScreen);
    /// The side that the cube shows at a place; none: the cube is not there.
    [[nodiscard]] std::optional<scene::LookFrom> sideAt(const QPointF& position) const;
    /// The side under the mouse.
    void setHovered(const std::optional<scene::LookFrom>& side);
    /// @param name of the map, with its unit and whether its threshold is corrected
    void setOverlay(const std::optional<scene::Overlay>& overlay, const QString& name);
    /// A line at the lower edge; not shown where it does not fit.
    void setHint(const QString& hint);
    /// What the colour bar at the right and the hint below need.
    [[nodiscard]] QMargins takenMargins() const;

    /// Everything but the hint, on a picture of this size; for pictures that are saved.
    void paint(QPainter& painter, const QSize& size, const QColor& text,
               const QColor& ground) const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void paintColorBar(QPainter& painter, const QSize& size, const QColor& text) const;
    [[nodiscard]] bool isHintShown() const;

    OrientationCube m_cube;
    std::optional<scene::LookFrom> m_hovered;
    std::optional<scene::Overlay> m_overlay;
    QString m_name;
    QString m_hint;
};

} // namespace fusiform
