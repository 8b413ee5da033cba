// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/brain/orientation_cube.h"

#include <QPainter>
#include <QTransform>

#include <array>
#include <cmath>

namespace fusiform {

namespace {

using Eigen::Vector3d;

struct CubeSide {
    scene::LookFrom side;
    char letter;
    Vector3d outwards; ///< RAS
    Vector3d right; ///< of the letter, as it is read from outside
};

/// Letters stand upright; above and below, as the views from there have them.
const std::array<CubeSide, 6>& cubeSides()
{
    using Look = scene::LookFrom;
    static const std::array<CubeSide, 6> kSides = {{{Look::Right, 'R', {1, 0, 0}, {0, 1, 0}},
                                                    {Look::Left, 'L', {-1, 0, 0}, {0, -1, 0}},
                                                    {Look::Front, 'A', {0, 1, 0}, {-1, 0, 0}},
                                                    {Look::Back, 'P', {0, -1, 0}, {1, 0, 0}},
                                                    {Look::Above, 'S', {0, 0, 1}, {1, 0, 0}},
                                                    {Look::Below, 'I', {0, 0, -1}, {-1, 0, 0}}}};
    return kSides;
}

constexpr double kHalfEdge = OrientationCube::kReach / 1.7320508; // of the space diagonal

} // namespace

std::vector<OrientationCube::Face> OrientationCube::faces() const
{
    const auto onScreen = [&](const Vector3d& ras) {
        const Vector3d at = kHalfEdge * (m_axes * ras);
        return m_middle + QPointF(at.x(), -at.y());
    };
    std::vector<Face> faces;
    for (const CubeSide& side : cubeSides()) {
        const double facing = (m_axes * side.outwards).z();
        constexpr double kEdgeOn = 0.03;
        if (facing < kEdgeOn)
            continue;
        const Vector3d up = side.outwards.cross(side.right);
        Face face{side.side, QLatin1Char(side.letter), {}, onScreen(side.outwards), facing};
        for (const auto& [x, y] :
             {std::pair(-1, 1), std::pair(1, 1), std::pair(1, -1), std::pair(-1, -1)})
            face.corners << onScreen(side.outwards + x * side.right + y * up);
        faces.push_back(face);
    }
    return faces;
}

std::optional<scene::LookFrom> OrientationCube::sideAt(const QPointF& position) const
{
    for (const Face& face : faces())
        if (face.corners.containsPoint(position, Qt::OddEvenFill))
            return face.side;
    return {};
}

void OrientationCube::paint(QPainter& painter, const QColor& text, const QColor& ground,
                            const std::optional<scene::LookFrom>& hovered) const
{
    const QFont before = painter.font();
    for (const Face& face : faces()) {
        // Faces turned away are darker, so that the cube is seen as one.
        const double light = 0.55 + 0.45 * face.facing + (hovered == face.side ? 0.35 : 0);
        const auto mix = [&](int low, int high) {
            return std::clamp(low + static_cast<int>(std::lround(0.3 * light * (high - low))), 0,
                              255);
        };
        QColor fill(mix(ground.red(), text.red()), mix(ground.green(), text.green()),
                    mix(ground.blue(), text.blue()));
        fill.setAlphaF(0.92F);
        painter.setBrush(fill);
        painter.setPen(QPen(text, 1));
        painter.setOpacity(0.95);
        painter.drawPolygon(face.corners);
        // The letter lies in the face: a square of 20 is brought onto it.
        QTransform onFace;
        const QPolygonF square(QList<QPointF>{{0, 0}, {20, 0}, {20, 20}, {0, 20}});
        if (!QTransform::quadToQuad(square, face.corners, onFace) || face.facing < 0.2)
            continue;
        painter.save();
        painter.setTransform(onFace, true);
        QFont font = before;
        font.setPixelSize(14);
        font.setWeight(QFont::Bold);
        painter.setFont(font);
        const bool isSide = face.letter == QLatin1Char('L') || face.letter == QLatin1Char('R');
        painter.setPen(isSide ? QColor(0xf2, 0xa6, 0x4b) : text);
        painter.setOpacity(1);
        painter.drawText(QRectF(0, 0, 20, 20), Qt::AlignCenter, face.letter);
        painter.restore();
    }
    painter.setBrush(Qt::NoBrush);
    painter.setOpacity(1);
}

} // namespace fusiform
