// SPDX-License-Identifier: GPL-3.0-or-later
// A brain that is a ball of 40 mm about (0, 10, 0), in a picture whose voxels are worth their z.
#include "widgets/scene/cut.h"

#include "tests/support/test_main.h"
#include "widgets/scene/brain_scene.h"
#include "widgets/scene/brain_surface.h"
#include "widgets/scene/cut_faces.h"

#include <vtkCellArray.h>
#include <vtkPolyDataNormals.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkSphereSource.h>

#include <algorithm>

using namespace fusiform;
using Eigen::Vector3d;

namespace {

constexpr double kBallRadius = 40;
const Vector3d kBallMiddle(0, 10, 0);

std::shared_ptr<const scene::BrainSurface> aBallBrain()
{
    vtkNew<vtkSphereSource> ball;
    ball->SetRadius(kBallRadius);
    ball->SetCenter(kBallMiddle[0], kBallMiddle[1], kBallMiddle[2]);
    ball->SetThetaResolution(80);
    ball->SetPhiResolution(80);
    ball->LatLongTessellationOff();
    ball->Update();
    auto surface = std::make_shared<scene::BrainSurface>();
    surface->mesh = ball->GetOutput();
    vtkNew<vtkIdList> corners;
    for (vtkIdType cell = 0; cell < surface->mesh->GetNumberOfCells(); ++cell) {
        surface->mesh->GetCellPoints(cell, corners);
        surface->triangles.push_back({static_cast<std::int32_t>(corners->GetId(0)),
                                      static_cast<std::int32_t>(corners->GetId(1)),
                                      static_cast<std::int32_t>(corners->GetId(2))});
    }
    const auto vertices = static_cast<std::size_t>(surface->mesh->GetNumberOfPoints());
    surface->shade.assign(vertices, 1);
    surface->voxelsBelow.assign(vertices, -1);
    surface->depths = 1;
    surface->locator = vtkSmartPointer<vtkStaticCellLocator>::New();
    surface->locator->SetDataSet(surface->mesh);
    surface->locator->BuildLocator();
    return surface;
}

image::Grid gridOf(double size, image::Index voxels)
{
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    affine.topLeftCorner<3, 3>() *= size;
    affine.topRightCorner<3, 1>().setConstant(-0.5 * size * static_cast<double>(voxels - 1));
    return {{voxels, voxels, voxels}, image::Affine(affine)};
}

/// Grey by height: black 60 mm below the origin, white 60 mm above it.
scene::Background greyByHeight()
{
    auto volume = std::make_shared<image::Volume>();
    volume->grid = gridOf(2, 81);
    for (image::Index v = 0; v < volume->grid.size(); ++v)
        volume->values.push_back(static_cast<float>(volume->grid.mm(v).at.z()));
    return {volume, -60, 60};
}

std::uint32_t pixelAt(scene::CutFaces& faces, std::size_t plane, const Vector3d& mm)
{
    const Eigen::Vector2d at = faces.frame(plane).pixel({mm});
    const scene::SlicePicture& picture = faces.picture(plane);
    const auto x = static_cast<int>(std::floor(at.x()));
    const auto y = static_cast<int>(std::floor(at.y()));
    if (x < 0 || y < 0 || x >= picture.width || y >= picture.height)
        return 0;
    return picture.argb[static_cast<std::size_t>(y * picture.width + x)];
}

/// A scene of 400 x 400 pixels that is never drawn.
struct SeenBrain {
    scene::BrainScene scene;
    vtkNew<vtkRenderWindow> window;
    SeenBrain()
    {
        window->SetOffScreenRendering(true);
        window->SetSize(400, 400);
        window->AddRenderer(scene.renderer());
        scene.setRoom({1, 0, 0});
        scene.setSurface(aBallBrain());
        scene.setAnatomy(greyByHeight());
    }
    ~SeenBrain() { window->RemoveRenderer(scene.renderer()); }
    /// What a point in mm hides behind: the pick at its pixel.
    [[nodiscard]] std::optional<scene::BrainScene::Hit> pickTowards(const Vector3d& mm) const
    {
        const Vector3d view = scene.viewFromMm() * mm.homogeneous();
        return scene.pick(200 * (1 + view.x() / view.z()), 200 * (1 + view.y() / view.z()));
    }
};

} // namespace

class CutTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void severalPlanesTakeTheCornerBeforeAllOfThem()
    {
        scene::Cut cut{{{scene::SlicePlane::Axial, 10, 1}, {scene::SlicePlane::Sagittal, -5, -1}}};
        QVERIFY(cut.isAway({-6, 0, 11}));
        QVERIFY(!cut.isAway({-6, 0, 9}));
        QVERIFY(!cut.isAway({-4, 0, 11}));
        QVERIFY(!scene::Cut().isAway({0, 0, 0}));
        // Against a walk along the line.
        const Vector3d from(-30, 3, 40);
        const Vector3d to(10, -7, -20);
        const auto passage = cut.alongLine(from, to);
        QVERIFY(passage.has_value());
        for (int step = 0; step <= 1000; ++step) {
            const double share = step / 1000.0;
            if (std::abs(share - passage->enter) < 1e-9 || std::abs(share - passage->leave) < 1e-9)
                continue; // on a plane
            const bool isInPassage = share > passage->enter && share < passage->leave;
            QCOMPARE(cut.isAway(from + share * (to - from)), isInPassage);
        }
        QCOMPARE(passage->through, 0); // falls through the axial plane before it reaches x = -5
        QVERIFY(!cut.alongLine({0, 0, 40}, {40, 0, 0}).has_value());
    }

    void theFaceOfABallIsItsDisc()
    {
        const auto surface = aBallBrain();
        Eigen::Matrix3Xf points(3, surface->mesh->GetNumberOfPoints());
        for (Eigen::Index v = 0; v < points.cols(); ++v) {
            Vector3d at;
            surface->mesh->GetPoint(v, at.data());
            points.col(v) = at.cast<float>();
        }
        for (const auto plane :
             {scene::SlicePlane::Axial, scene::SlicePlane::Coronal, scene::SlicePlane::Sagittal}) {
            const int axis = scene::axesOf(plane).through;
            scene::SliceFrame frame{plane, kBallMiddle, 0.5, 200, 200};
            frame.centreMm[axis] += 24; // of 40: the disc has 32
            const auto inside = scene::insideMesh(points, surface->triangles, frame);
            for (int y = 0; y < 200; ++y)
                for (int x = 0; x < 200; ++x) {
                    const double r = (frame.mm(x + 0.5, y + 0.5).at - frame.centreMm).norm();
                    const bool isInside = inside[static_cast<std::size_t>(200 * y + x)] != 0;
                    // The flat triangles lie up to 0.1 mm inside the ball.
                    if (r < 31.8 || r > 32.05)
                        QCOMPARE(isInside, r < 32);
                }
        }
    }

    void theFaceShowsThePictureTheMapAndTheRegionOfItsPlace()
    {
        SeenBrain brain;
        scene::BrainScene& scene = brain.scene;
        scene.lookFrom(scene::LookFrom::Front);
        scene.setCuts({scene::SlicePlane::Coronal});
        scene.setCursor(image::MmPoint{{3, 12, -7}});
        scene::CutFaces& faces = scene.cutFaces();
        QCOMPARE(faces.cut().planes.size(), std::size_t(1));
        QCOMPARE(faces.cut().planes[0].side, 1); // the front is before the eye
        QCOMPARE(faces.frame(0).centreMm.y(), 12.0);
        for (const double z : {-30.0, 0.0, 21.0}) {
            const std::uint32_t argb = pixelAt(faces, 0, {5, 12, z});
            QCOMPARE(argb >> 24, 255U);
            const double grey = 255 * (z + 60) / 120;
            QVERIFY(std::abs(static_cast<double>(argb & 0xffU) - grey) < 2); // half a pixel
        }
        QCOMPARE(pixelAt(faces, 0, {39.5, 12, 20}), 0U); // beside the ball

        // A map that is shown for x > 10 only, and a region of one voxel.
        const image::Grid grid = gridOf(4, 31);
        scene::Overlay overlay;
        auto values = std::make_shared<image::Volume>(image::Volume{grid, {}});
        for (image::Index v = 0; v < grid.size(); ++v)
            values->values.push_back(grid.mm(v).at.x() > 10 ? 8.0F : 0.0F);
        overlay.values = values;
        overlay.threshold = 4;
        overlay.maximum = 8;
        overlay.opacity = 1;
        scene.setOverlay(overlay);
        const scene::Rgb strongest = scene::colorMap(overlay.map).at(1);
        const auto rgb = [](const scene::Rgb& c) {
            return 0xff000000U | static_cast<std::uint32_t>(c.r) << 16
                   | static_cast<std::uint32_t>(c.g) << 8 | c.b;
        };
        QCOMPARE(pixelAt(faces, 0, {18, 12, 0}), rgb(strongest));
        QVERIFY(pixelAt(faces, 0, {2, 12, 0}) != rgb(strongest));

        const image::Voxel voxel = grid.nearest({Vector3d(-8, 12, 8)});
        image::VoxelSet one(grid.shape);
        one.insert(voxel);
        scene.setRegions(scene::labelsOf(grid, {{one, {0, 114, 178}, false}}));
        const Vector3d middle = grid.mm(voxel).at;
        const auto edge = [&](double dx) { // just inside the voxel's edge
            return pixelAt(faces, 0, middle + Vector3d(dx, 12 - middle.y(), 0));
        };
        QCOMPARE(edge(1.7), rgb({0, 114, 178}));
        QVERIFY(edge(2.4) != rgb({0, 114, 178}));
        QVERIFY(edge(0) != rgb({0, 114, 178}));
    }

    void aPointOfTheFaceIsPickedAndWhatWasCutAwayIsNot()
    {
        SeenBrain brain;
        scene::BrainScene& scene = brain.scene;
        scene.lookFrom(scene::LookFrom::Front);
        const auto whole = brain.pickTowards({6, 50, 8});
        QVERIFY(whole && std::abs((whole->at.at - kBallMiddle).norm() - kBallRadius) < 0.3);
        QVERIFY(!whole->sliceAxis);
        scene.setCursor(image::MmPoint{{0, 14, 0}});
        scene.setCuts({scene::SlicePlane::Coronal});
        const Vector3d onFace(6, 14, 8);
        const auto cut = brain.pickTowards(onFace);
        QVERIFY(cut.has_value());
        QCOMPARE(cut->sliceAxis, std::optional(1));
        QCOMPARE(cut->at.at.y(), 14.0);
        QVERIFY((cut->at.at - onFace).norm() < 1e-6);
        const image::Grid grid = gridOf(4, 31);
        QVERIFY(scene::voxelBehind(*cut, grid, image::VoxelSet(grid.shape))->at == cut->at.at);
        // Beside the disc there is nothing.
        QVERIFY(!brain.pickTowards({39, 14, 20}).has_value());
        // Seen from behind, the other half is cut away.
        scene.lookFrom(scene::LookFrom::Back);
        QCOMPARE(scene.cutFaces().cut().planes[0].side, -1);
        const auto behind = brain.pickTowards(onFace);
        QVERIFY(behind && behind->sliceAxis == std::optional(1));
        scene.setCuts({});
        QVERIFY(!brain.pickTowards(onFace)->sliceAxis);
    }

    /// Turned to and fro about the edge, a plane keeps its side until it is clearly seen from the
    /// other.
    void theSideDoesNotFlicker()
    {
        SeenBrain brain;
        scene::BrainScene& scene = brain.scene;
        scene.setCursor(image::MmPoint{{0, 14, 0}});
        scene.setCuts({scene::SlicePlane::Sagittal});
        scene::Viewpoint viewpoint;
        viewpoint.elevation = 0;
        const auto sideAt = [&](double azimuth) {
            viewpoint.azimuth = azimuth;
            scene.setViewpoint(viewpoint);
            return scene.cutFaces().cut().planes.front().side;
        };
        QCOMPARE(sideAt(60), 1); // from the right
        QCOMPARE(sideAt(92), 1);
        QCOMPARE(sideAt(120), -1);
        QCOMPARE(sideAt(88), -1);
        QCOMPARE(sideAt(60), 1);
    }
};

FUSIFORM_TEST(CutTest)
#include "cut_test.moc"
