// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/brain_scene.h"

#include "tests/support/test_main.h"

#include <vtkCamera.h>
#include <vtkMatrix4x4.h>
#include <vtkRenderer.h>

using namespace fusiform;

namespace {

/// Where a point lands on a view, both axes from -1 to 1.
Eigen::Vector2d onView(const scene::BrainScene& scene, const Eigen::Vector3d& mm, double aspect)
{
    const Eigen::Vector4d point(mm[0], mm[1], mm[2], 1);
    double seen[4];
    scene.renderer()
        ->GetActiveCamera()
        ->GetCompositeProjectionTransformMatrix(aspect, -1, 1)
        ->MultiplyPoint(point.data(), seen);
    return {seen[0] / seen[3], seen[1] / seen[3]};
}

/// Six ends of a ball as large as the brain that the scene starts with (90 mm).
std::vector<Eigen::Vector3d> ends()
{
    std::vector<Eigen::Vector3d> points;
    for (int axis = 0; axis < 3; ++axis)
        for (const double side : {-90.0, 90.0})
            points.emplace_back(side * Eigen::Vector3d::Unit(axis));
    return points;
}

} // namespace

class BrainSceneTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBrainStaysClearOfTheLegendAtEveryShapeOfView()
    {
        for (const double aspect : {0.6, 1.0, 1.1, 1.8})
            for (const auto side : {scene::LookFrom::Left, scene::LookFrom::Front}) {
                scene::BrainScene scene;
                scene.setRoom({aspect, 0.15, 0.08});
                scene.lookFrom(side);
                for (const Eigen::Vector3d& end : ends()) {
                    const Eigen::Vector2d at = onView(scene, end, aspect);
                    QVERIFY2(at.x() <= 1 - 2 * 0.15 + 0.03, qPrintable(QString::number(at.x())));
                    QVERIFY2(at.x() >= -1.03, qPrintable(QString::number(at.x())));
                    QVERIFY2(at.y() >= -1 + 2 * 0.08 - 0.03, qPrintable(QString::number(at.y())));
                    QVERIFY2(at.y() <= 1.03, qPrintable(QString::number(at.y())));
                }
            }
    }

    void withoutALegendTheBrainIsInTheMiddle()
    {
        scene::BrainScene scene;
        scene.setRoom({1.5, 0, 0});
        QVERIFY(onView(scene, Eigen::Vector3d::Zero(), 1.5).norm() < 1e-6);
        scene.setRoom({1.5, 0.2, 0});
        const Eigen::Vector2d middle = onView(scene, Eigen::Vector3d::Zero(), 1.5);
        QVERIFY(std::abs(middle.x() + 0.2) < 1e-6); // half of the share, of a width of 2
    }

    void aPanFollowsThePointerAtEveryZoom()
    {
        for (const double zoom : {1.0, 3.0}) {
            scene::BrainScene scene;
            scene.setRoom({1.5, 0, 0});
            scene::Viewpoint viewpoint = scene.viewpoint();
            viewpoint.zoom = zoom;
            scene.setViewpoint(viewpoint);
            // A tenth of the height of the view, to the right.
            viewpoint.shift.x() = scene.mmAcrossHeight() / 10;
            scene.setViewpoint(viewpoint);
            const double moved = onView(scene, Eigen::Vector3d::Zero(), 1.5).x();
            QVERIFY2(std::abs(moved * 1.5 / 2 - 0.1) < 1e-6, qPrintable(QString::number(moved)));
        }
    }
};

FUSIFORM_TEST(BrainSceneTest)
#include "brain_scene_test.moc"
