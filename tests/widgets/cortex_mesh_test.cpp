// SPDX-License-Identifier: GPL-3.0-or-later
// A left side: grey matter between balls of 30 and 36 mm about (-38, -7, 11), shown as a ball of 50
// mm elsewhere.
#include "widgets/scene/cortex_mesh.h"

#include "tests/support/cortex_files.h"
#include "tests/support/test_main.h"
#include "widgets/scene/brain_scene.h"
#include "widgets/scene/cut_faces.h"

#include <vtkActorCollection.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>

using namespace fusiform;
using Eigen::Vector3d;

namespace {

const Vector3d kCortexMiddle(-38, -7, 11);
const Vector3d kShownMiddle(-54, -7, 11);
constexpr double kShownRadius = 50;

import::CortexSurface inflatedCortex(int cuts){const test::Ball ball = test::ball(cuts);
import::CortexSurface cortex;
cortex.isAnatomical = false;
const auto count = static_cast<Eigen::Index>(ball.directions.size());
cortex.shown.points.resize(3, count);
cortex.outer.resize(3, count);
cortex.inner.resize(3, count);
for (Eigen::Index v = 0; v < count; ++v) {
    const Vector3d& direction = ball.directions[static_cast<std::size_t>(v)];
    cortex.shown.points.col(v) = kShownMiddle + kShownRadius * direction;
    cortex.outer.col(v) = kCortexMiddle + 36 * direction;
    cortex.inner.col(v) = kCortexMiddle + 30 * direction;
}
cortex.shown.triangles = ball.triangles;
cortex.folds.assign(static_cast<std::size_t>(count), 0);
return cortex;
} // namespace

image::Grid twoMmGrid()
{
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    affine.topLeftCorner<3, 3>() *= 2;
    affine.topRightCorner<3, 1>() = Vector3d(-90, -70, -50);
    return {{60, 70, 60}, image::Affine(affine)};
}

image::VoxelSet wholeGrid(const image::Grid& grid)
{
    image::VoxelSet all(grid.shape);
    for (image::Index v = 0; v < grid.size(); ++v)
        all.insert(grid.voxel(v));
    return all;
}

std::shared_ptr<const scene::BrainSurface> meshOnGrid(const import::CortexSurface& cortex)
{
    Progress progress;
    return scene::cortexMesh(cortex, twoMmGrid(), progress);
}

/// A scene of 500 x 500 pixels that is never drawn.
struct CortexScene {
    scene::BrainScene scene;
    vtkNew<vtkRenderWindow> window;
    CortexScene()
    {
        window->SetOffScreenRendering(true);
        window->SetSize(500, 500);
        window->AddRenderer(scene.renderer());
        scene.setRoom({1, 0, 0});
        scene.setSurface(meshOnGrid(inflatedCortex(30)));
    }
    ~CortexScene() { window->RemoveRenderer(scene.renderer()); }
};

} // namespace

class CortexMeshTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// A point of the inflated surface is the place in the brain that its vertices come from.
    void aClickOnTheInflatedSurfacePicksTheVoxelUnderItsTwin()
    {
        CortexScene shown;
        shown.scene.lookFrom(scene::LookFrom::Left);
        const image::Grid grid = twoMmGrid();
        const image::VoxelSet all = wholeGrid(grid);
        int picks = 0;
        for (const Vector3d& direction :
             {Vector3d(-1, 0.05, 0.1), Vector3d(-0.8, 0.5, 0.2), Vector3d(-0.7, -0.3, -0.6)}) {
            const Vector3d d = direction.normalized();
            const Vector3d view
                = shown.scene.viewFromMm() * (kShownMiddle + kShownRadius * d).homogeneous();
            const auto hit = shown.scene.pick(250 * (1 + view.x() / view.z()),
                                              250 * (1 + view.y() / view.z()));
            QVERIFY(hit.has_value());
            const Vector3d twin = kCortexMiddle + 33 * d;
            QVERIFY2((hit->at.at - twin).norm() < 0.3, // flat triangles
                     qPrintable(QString::number((hit->at.at - twin).norm())));
            QVERIFY((hit->direction + d).norm() < 0.05); // inwards
            const auto voxel = scene::voxelBehind(*hit, grid, all);
            QVERIFY(voxel.has_value());
            QCOMPARE(grid.index(grid.nearest(*voxel)), grid.index(grid.nearest(hit->at)));
            ++picks;
        }
        QCOMPARE(picks, 3);
    }

    void everyVertexShowsTheVoxelsOfItsGreyMatter()
    {
        const import::CortexSurface cortex = inflatedCortex(6);
        const auto surface = meshOnGrid(cortex);
        const image::Grid grid = twoMmGrid();
        QCOMPARE(surface->depths, 5);
        for (Eigen::Index v = 0; v < cortex.outer.cols(); ++v)
            for (int d = 0; d < 5; ++d) {
                const double share = 0.1 + 0.2 * d;
                const Vector3d at = (1 - share) * cortex.outer.col(v) + share * cortex.inner.col(v);
                const image::Voxel voxel = grid.nearest({at});
                const auto below = surface->voxelsBelow[static_cast<std::size_t>(5 * v + d)];
                QCOMPARE(static_cast<image::Index>(below),
                         grid.contains(voxel) ? grid.index(voxel) : image::Index(-1));
            }
    }

    /// A map of what lies in front of the middle of the cortex colours the front half.
    void aMapIsSampledInTheBrainNotWhereTheSurfaceIsShown()
    {
        CortexScene shown;
        const image::Grid grid = twoMmGrid();
        auto values = std::make_shared<image::Volume>(image::Volume{grid, {}});
        for (image::Index v = 0; v < grid.size(); ++v)
            values->values.push_back(grid.mm(v).at.y() > kCortexMiddle.y() ? 9.0F : 0.0F);
        scene::Overlay overlay;
        overlay.values = values;
        overlay.threshold = 5;
        overlay.maximum = 9;
        shown.scene.setOverlay(overlay);
        const import::CortexSurface cortex = inflatedCortex(30);
        scene::Rgb front;
        scene::Rgb back;
        int checked = 0;
        for (Eigen::Index v = 0; v < cortex.outer.cols(); ++v) {
            const double y = cortex.outer(1, v) - kCortexMiddle.y();
            if (std::abs(y) < 4)
                continue;
            const scene::Rgb color = shown.scene.colorOfVertex(v);
            scene::Rgb& known = y > 0 ? front : back;
            if (known == scene::Rgb())
                known = color;
            QVERIFY(color == known);
            ++checked;
        }
        QVERIFY(checked > 1000 && !(front == back));
    }

    void sulciAreDarkerThanGyri()
    {
        import::CortexSurface cortex = inflatedCortex(6);
        for (Eigen::Index v = 0; v < cortex.outer.cols(); ++v)
            cortex.folds[static_cast<std::size_t>(v)] = v % 3 == 0 ? 2.0F : -1.0F;
        const auto surface = meshOnGrid(cortex);
        for (std::size_t v = 0; v < cortex.folds.size(); ++v)
            QVERIFY(v % 3 == 0 ? surface->shade[v] < 0.6F : surface->shade[v] > 0.85F);
    }

    void thereAreNoCutsThroughAnInflatedSurface()
    {
        CortexScene shown;
        QVERIFY(!shown.scene.isAnatomical());
        shown.scene.setCursor(image::MmPoint{kCortexMiddle});
        shown.scene.setCuts({scene::SlicePlane::Coronal});
        QVERIFY(shown.scene.cutFaces().cut().planes.empty());
    }

    /// While it turns the brain is drawn with fewer triangles; colours and picks are as before.
    void aFineMeshHasACoarseOneOfTheSameShape()
    {
        const auto surface = meshOnGrid(inflatedCortex(90)); // 64,800 triangles
        QVERIFY(surface->coarse);
        QVERIFY(surface->coarse->GetNumberOfPolys() < 30'000);
        QVERIFY(surface->coarse->GetNumberOfPolys() > 3'000);
        QCOMPARE(static_cast<vtkIdType>(surface->coarseVertices.size()),
                 surface->coarse->GetNumberOfPoints());
        for (vtkIdType v = 0; v < surface->coarse->GetNumberOfPoints(); ++v) {
            Vector3d at, twin;
            surface->coarse->GetPoint(v, at.data());
            surface->mesh->GetPoint(surface->coarseVertices[static_cast<std::size_t>(v)],
                                    twin.data());
            QVERIFY(std::abs((at - kShownMiddle).norm() - kShownRadius) < 1);
            QVERIFY((at - twin).norm() < 1.5);
        }
        QVERIFY(!meshOnGrid(inflatedCortex(6))->coarse);
    }
};

FUSIFORM_TEST(CortexMeshTest)
#include "cortex_mesh_test.moc"
