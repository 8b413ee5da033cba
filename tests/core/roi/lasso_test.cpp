// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/lasso.h"

#include "core/roi/brush.h"
#include "core/roi/shapes.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <numbers>

using namespace fusiform;
using Eigen::Vector2d;

namespace {

/// A sheared, turned grid of 2 mm voxels around the origin.
image::Grid grid()
{
    image::Grid grid;
    grid.shape = {30, 32, 28};
    Eigen::Matrix4d m = Eigen::Matrix4d::Identity();
    m.topLeftCorner<3, 3>() << -1.9, 0.3, 0, 0.2, 2.1, 0.1, 0, -0.2, 2;
    m.topRightCorner<3, 1>() << 26, -35, -26;
    grid.affine = image::Affine(m);
    return grid;
}

image::VoxelSet all(const image::Grid& grid)
{
    return roi::box(grid, {Eigen::Vector3d::Constant(-500)}, {Eigen::Vector3d::Constant(500)});
}

} // namespace

class LassoTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRectangleAlongAnAxisIsABoxWithoutEnds()
    {
        const image::Grid g = grid();
        for (int axis = 0; axis < 3; ++axis) {
            const int right = axis == 0 ? 1 : 0;
            const int up = axis == 2 ? 1 : 2;
            const Vector2d low(-7.33, -9.17); // no voxel lies on the border
            const Vector2d high(11.77, 5.29);
            const roi::Outline outline
                = {roi::viewAlong(axis), {low, {high.x(), low.y()}, high, {low.x(), high.y()}}};
            Eigen::Vector3d from = Eigen::Vector3d::Constant(-500);
            Eigen::Vector3d to = -from;
            from[right] = low.x();
            from[up] = low.y();
            to[right] = high.x();
            to[up] = high.y();
            QVERIFY(roi::inside(g, outline, all(g)) == roi::box(g, {from}, {to}));
        }
    }
    /// Seen from a point, a circle of directions is a cone: against the angle of every voxel.
    void aCircleOnTheScreenIsACone()
    {
        const image::Grid g = grid();
        const Eigen::Vector3d eye(10, -300, 20);
        // Looks along +y: x to the right, z up, w the distance.
        Eigen::Matrix<double, 3, 4> view;
        view << 1, 0, 0, -eye.x(), 0, 0, 1, -eye.z(), 0, 1, 0, -eye.y();
        std::vector<Vector2d> corners;
        constexpr int kCorners = 720;
        for (int c = 0; c < kCorners; ++c) {
            const double angle = 2 * std::numbers::pi * c / kCorners;
            corners.emplace_back(0.05 * std::cos(angle), 0.05 * std::sin(angle));
        }
        const image::VoxelSet seen = roi::inside(g, {view, corners}, all(g));
        QVERIFY(!seen.isEmpty());
        for (image::Index v = 0; v < g.size(); ++v) {
            const Eigen::Vector3d away = Eigen::Vector3d(g.mm(v).at) - eye;
            const double slope = std::hypot(away.x(), away.z()) / away.y();
            if (std::abs(slope - 0.05) > 1e-5) // the polygon's own error
                QCOMPARE(seen.contains(g.voxel(v)), slope < 0.05);
        }
    }
    void whatIsBehindTheEyeIsNotSeen()
    {
        const image::Grid g = grid();
        Eigen::Matrix<double, 3, 4> view;
        view << 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0; // from the origin, along +y
        const std::vector<Vector2d> wide = {{-9, -9}, {9, -9}, {9, 9}, {-9, 9}};
        for (const image::Index v : roi::inside(g, {view, wide}, all(g)).indices())
            QVERIFY(g.mm(v).at[1] > 0);
    }
    /// A pentagram: its middle is gone around twice.
    void aLineThatCrossesItselfLeavesItsMiddleOut()
    {
        image::Grid g;
        g.shape = {41, 41, 1};
        Eigen::Matrix4d m = Eigen::Matrix4d::Identity();
        m.topRightCorner<3, 1>() << -20, -20, 0;
        g.affine = image::Affine(m);
        std::vector<Vector2d> star;
        for (int c = 0; c < 5; ++c) {
            const double angle = 2 * std::numbers::pi * (2 * c) / 5 + std::numbers::pi / 2;
            star.emplace_back(19 * std::cos(angle), 19 * std::sin(angle));
        }
        const image::VoxelSet in = roi::inside(g, {roi::viewAlong(2), star}, all(g));
        QVERIFY(!in.contains({20, 20, 0})); // the middle
        QVERIFY(in.contains({20, 34, 0})); // the upper point
        QVERIFY(!in.contains({20, 4, 0})); // between the lower points
    }
    void onlyAllowedVoxelsAreTaken()
    {
        const image::Grid g = grid();
        const image::VoxelSet allowed = roi::ball(g, {Eigen::Vector3d::Zero()}, 12);
        const std::vector<Vector2d> whole = {{-99, -99}, {99, -99}, {99, 99}, {-99, 99}};
        QVERIFY(roi::inside(g, {roi::viewAlong(1), whole}, allowed) == allowed);
        QVERIFY(roi::inside(g, {roi::viewAlong(1), {{0, 0}, {5, 5}}}, allowed).isEmpty());
    }
    /// The spray takes a part of what the ball meets, each time another one, and in the end all.
    void sprayFillsTheBallDropByDrop()
    {
        const image::Grid g = grid();
        const roi::BrushPoint at = {{Eigen::Vector3d(1, 2, 3)}, 2};
        roi::Brush ball{roi::Brush::Tip::Ball, 12};
        const image::VoxelSet whole = roi::strokeOf(g, ball, at, at, all(g));
        roi::Brush spray{roi::Brush::Tip::Spray, 12};
        image::VoxelSet painted(g.shape);
        for (spray.drop = 0; spray.drop < 80; ++spray.drop) {
            const image::VoxelSet drop = roi::strokeOf(g, spray, at, at, all(g));
            QVERIFY(drop.minus(whole).isEmpty());
            QVERIFY(drop == roi::strokeOf(g, spray, at, at, all(g))); // as was outlined before
            const double share
                = static_cast<double>(drop.count()) / static_cast<double>(whole.count());
            QVERIFY(share > 0.05 && share < 0.25);
            painted = painted.united(drop);
        }
        QVERIFY(painted == whole);
    }
};

FUSIFORM_TEST(LassoTest)
#include "lasso_test.moc"
