// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/brain_scene.h"

#include <QColor>
#include <QPointF>
#include <QPolygonF>

#include <optional>
#include <vector>

class QPainter;

namespace fusiform {

/// A small cube with the letters L R A P S I on its faces, turned as the brain is.
class OrientationCube {
public:
    /// Screen directions of the RAS axes: right, up and towards the viewer, as the scene has them.
    void setAxes(const Eigen::Matrix3d& axesOnScreen) { m_axes = axesOnScreen; }
    void setMiddle(const QPointF& middle) { m_middle = middle; }

    /// A face that is turned to the viewer.
    struct Face {
        scene::LookFrom side;
        QChar letter;
        QPolygonF corners; ///< pixels
        QPointF middle;
        double facing = 0; ///< 0: seen from the edge, 1: from the front
    };
    [[nodiscard]] std::vector<Face> faces() const;
    /// The side whose face is at a place; none: beside the cube.
    [[nodiscard]] std::optional<scene::LookFrom> sideAt(const QPointF& position) const;

    /// @param hovered is drawn lighter
    void paint(QPainter& painter, const QColor& text, const QColor& ground,
               const std::optional<scene::LookFrom>& hovered) const;

    /// From the middle to a corner, pixels.
    static constexpr double kReach = 34;

private:
    Eigen::Matrix3d m_axes = Eigen::Matrix3d::Identity();
    QPointF m_middle;
};

} // namespace fusiform
