// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/brain_scene.h"

#include "widgets/scene/brain_surface.h"
#include "widgets/scene/cut_faces.h"
#include "widgets/scene/region_outline.h"
#include "widgets/scene/vertex_colors.h"

#include <vtkActor.h>
#include <vtkCallbackCommand.h>
#include <vtkCamera.h>
#include <vtkGenericCell.h>
#include <vtkLightKit.h>
#include <vtkMatrix4x4.h>
#include <vtkPlaneSource.h>
#include <vtkPointData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>
#include <vtkSphereSource.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fusiform::scene {

namespace {

using Eigen::Vector3d;

// About two and four pixels where the brain fills the view.
constexpr OutlineLook kOutline{0.8, 0.5};
constexpr OutlineLook kCasing{1.5, 0.35};
constexpr double kFieldOfView = 24; // degrees: nearly parallel, so that sizes can be compared

Vector3d towardsViewer(const Viewpoint& viewpoint)
{
    const double a = viewpoint.azimuth * std::numbers::pi / 180;
    const double e = viewpoint.elevation * std::numbers::pi / 180;
    return {std::cos(e) * std::cos(a), std::cos(e) * std::sin(a), std::sin(e)};
}

} // namespace

struct BrainScene::Parts {
    vtkNew<vtkRenderer> renderer;
    vtkNew<vtkLightKit> lights;
    vtkNew<vtkPolyDataMapper> mapper;
    vtkNew<vtkActor> brain;
    vtkNew<vtkPolyDataMapper> regionMapper;
    vtkNew<vtkActor> region;
    vtkNew<vtkPolyDataMapper> outlineMapper;
    vtkNew<vtkActor> outline;
    vtkNew<vtkPolyDataMapper> casingMapper;
    vtkNew<vtkActor> casing; ///< dark, under the outlines: they stand out from every map
    vtkNew<vtkSphereSource> ball;
    vtkNew<vtkPolyDataMapper> ballMapper;
    vtkNew<vtkActor> cursor;
    std::vector<Pane> panes;
    std::vector<vtkSmartPointer<vtkActor>> paneActors;
    vtkNew<vtkPolyData> shown; ///< shares the mesh; owns its colours
    vtkNew<vtkPolyData> moving; ///< shares the coarse mesh, with colours as they were
    VertexColors colors;
    std::unique_ptr<CutFaces> faces;
    std::vector<SlicePlane> cuts;
    std::optional<image::MmPoint> cursorAt;

    std::shared_ptr<const BrainSurface> surface;
    std::shared_ptr<const RegionLabels> regions;
    Viewpoint viewpoint;
    Room room;
    Tile tile;
    Vector3d middle = Vector3d::Zero();
    double radius = 90; ///< mm
    bool isGlass = false;

    static void drawFlat(vtkActor* actor, vtkPolyDataMapper* mapper)
    {
        actor->SetMapper(mapper);
        actor->GetProperty()->SetLighting(false);
        actor->SetVisibility(false);
    }
};

BrainScene::BrainScene() : m_parts(std::make_unique<Parts>())
{
    Parts& p = *m_parts;
    p.renderer->SetBackgroundAlpha(1.0); // a grab of the window shows holes otherwise
    p.renderer->GradientBackgroundOn();
    p.renderer->TwoSidedLightingOff();
    p.lights->SetKeyLightIntensity(0.86);
    p.lights->SetKeyToFillRatio(2.6);
    p.lights->SetKeyToHeadRatio(2.4);
    p.lights->AddLightsToRenderer(p.renderer);

    p.mapper->SetInputData(p.shown);
    p.mapper->SetColorModeToDirectScalars();
    p.brain->SetMapper(p.mapper);
    vtkProperty* const look = p.brain->GetProperty();
    look->SetInterpolationToPhong();
    look->SetAmbient(0.10);
    look->SetDiffuse(0.92);
    look->SetSpecular(0.10);
    look->SetSpecularPower(18);

    p.regionMapper->ScalarVisibilityOff();
    p.region->SetMapper(p.regionMapper);
    p.region->GetProperty()->SetInterpolationToPhong();
    p.region->GetProperty()->SetAmbient(0.2);
    p.region->SetVisibility(false);

    p.drawFlat(p.casing, p.casingMapper);
    p.casingMapper->ScalarVisibilityOff();
    p.casing->GetProperty()->SetColor(0.07, 0.08, 0.1);
    p.drawFlat(p.outline, p.outlineMapper);
    p.outlineMapper->SetColorModeToDirectScalars();

    p.ball->SetRadius(2.4);
    p.ball->SetThetaResolution(20);
    p.ball->SetPhiResolution(14);
    p.ballMapper->SetInputConnection(p.ball->GetOutputPort());
    p.cursor->SetMapper(p.ballMapper);
    p.cursor->GetProperty()->SetColor(0.25, 0.85, 0.78);
    p.cursor->GetProperty()->SetAmbient(0.55);
    p.cursor->SetVisibility(false);

    // Opaque things first: what is see-through is drawn over them.
    p.renderer->AddActor(p.region);
    p.renderer->AddActor(p.cursor);
    p.renderer->AddActor(p.casing);
    p.renderer->AddActor(p.outline);
    p.renderer->AddActor(p.brain);
    p.brain->SetVisibility(false);

    p.faces = std::make_unique<CutFaces>(p.renderer);
    p.faces->cutsAlso(p.brain, p.mapper);
    p.faces->cutsAlso(p.outline, p.outlineMapper);
    p.faces->cutsAlso(p.casing, p.casingMapper);
    // Faces are painted with the frame that shows them, however often they changed before it.
    vtkNew<vtkCallbackCommand> refresh;
    refresh->SetClientData(p.faces.get());
    refresh->SetCallback([](vtkObject*, unsigned long, void* client, void*) {
        static_cast<CutFaces*>(client)->refresh();
    });
    p.renderer->AddObserver(vtkCommand::StartEvent, refresh);
    placeCamera();
}

BrainScene::~BrainScene() { m_parts->renderer->RemoveObservers(vtkCommand::StartEvent); }

vtkRenderer* BrainScene::renderer() const { return m_parts->renderer; }
bool BrainScene::isAnatomical() const { return !hasSurface() || m_parts->surface->isAnatomical; }
bool BrainScene::hasSurface() const { return m_parts->surface && !m_parts->surface->shade.empty(); }
const Viewpoint& BrainScene::viewpoint() const { return m_parts->viewpoint; }

void BrainScene::setSurface(std::shared_ptr<const BrainSurface> surface)
{
    Parts& p = *m_parts;
    p.surface = std::move(surface);
    p.brain->SetVisibility(hasSurface());
    p.colors.setSurface(hasSurface() ? p.surface : nullptr);
    p.faces->setSurface(hasSurface() ? p.surface : nullptr);
    drawOutlines();
    setMoving(false);
    if (!hasSurface())
        return;
    p.shown->ShallowCopy(p.surface->mesh);
    p.shown->GetPointData()->SetScalars(p.colors.array());
    double bounds[6];
    p.shown->GetBounds(bounds);
    p.middle = Vector3d(bounds[0] + bounds[1], bounds[2] + bounds[3], bounds[4] + bounds[5]) / 2;
    p.radius = std::max({bounds[1] - bounds[0], bounds[3] - bounds[2], bounds[5] - bounds[4]}) / 2;
    placePanes();
    placeCursor();
    rebuildRegionSurface();
    placeCamera();
}

void BrainScene::setOverlay(std::optional<Overlay> overlay)
{
    m_parts->faces->setOverlay(overlay);
    m_parts->colors.setOverlay(std::move(overlay));
}

void BrainScene::setPreview(std::shared_ptr<const RegionPreview> preview)
{
    m_parts->faces->setPreview(preview);
    m_parts->colors.setPreview(std::move(preview));
}

void BrainScene::setRegions(std::shared_ptr<const RegionLabels> regions)
{
    m_parts->regions = regions;
    m_parts->faces->setRegions(regions);
    m_parts->colors.setRegions(std::move(regions));
    drawOutlines();
    rebuildRegionSurface();
}

void BrainScene::drawOutlines()
{
    Parts& p = *m_parts;
    const bool hasOutlines = hasSurface() && p.regions;
    p.outline->SetVisibility(hasOutlines);
    p.casing->SetVisibility(hasOutlines);
    if (!hasOutlines)
        return;
    p.outlineMapper->SetInputData(
        regionOutlines(*p.surface, p.colors.members(), *p.regions, kOutline));
    p.casingMapper->SetInputData(
        regionOutlines(*p.surface, p.colors.members(), *p.regions, kCasing));
}

void BrainScene::setCursor(std::optional<image::MmPoint> cursor)
{
    m_parts->cursorAt = cursor;
    placeCursor();
    placeCut();
}

/// On a surface that does not lie in the brain the ball sits on the vertex whose grey matter is
/// nearest to the cursor, and nowhere if that is far away.
void BrainScene::placeCursor()
{
    Parts& p = *m_parts;
    p.cursor->SetVisibility(p.cursorAt.has_value());
    if (!p.cursorAt)
        return;
    Vector3d at = p.cursorAt->at;
    if (!isAnatomical() && p.surface->outer.cols() > 0) {
        constexpr float kFarMm = 8;
        const Eigen::Vector3f twice = 2 * at.cast<float>();
        Eigen::Index vertex = 0;
        const float nearest = (p.surface->outer + p.surface->inner)
                                  .colwise()
                                  .
                                  operator-(twice)
                                  .colwise()
                                  .squaredNorm()
                                  .minCoeff(&vertex);
        p.cursor->SetVisibility(nearest <= 4 * kFarMm * kFarMm);
        p.surface->mesh->GetPoint(vertex, at.data());
    }
    p.cursor->SetPosition(at.data());
}

void BrainScene::setAnatomy(const Background& anatomy) { m_parts->faces->setAnatomy(anatomy); }

void BrainScene::setCuts(const std::vector<SlicePlane>& planes)
{
    m_parts->cuts = planes;
    placeCut();
}

const std::vector<SlicePlane>& BrainScene::cuts() const { return m_parts->cuts; }

CutFaces& BrainScene::cutFaces() const { return *m_parts->faces; }

void BrainScene::placeCut()
{
    Parts& p = *m_parts;
    Cut cut;
    for (const SlicePlane plane : p.cuts) {
        if (!p.cursorAt || !isAnatomical())
            break;
        const int axis = axesOf(plane).through;
        const double seen = towardsEye()[axis];
        int side = seen < 0 ? -1 : 1;
        // Turned about the edge of a plane its side would flicker: it holds a little longer.
        constexpr double kHold = 0.12;
        for (const CutPlane& before : p.faces->cut().planes)
            if (before.plane == plane && before.side * seen > -kHold)
                side = before.side;
        cut.planes.push_back({plane, p.cursorAt->at[axis], side});
    }
    p.faces->setCut(cut);
}

const std::vector<BrainScene::Pane>& BrainScene::panes() const { return m_parts->panes; }

void BrainScene::setPanes(const std::vector<Pane>& panes)
{
    m_parts->panes = panes;
    placePanes();
}

void BrainScene::placePanes()
{
    Parts& p = *m_parts;
    for (const auto& actor : p.paneActors)
        p.renderer->RemoveActor(actor);
    p.paneActors.clear();
    if (!hasSurface() || !isAnatomical())
        return;
    for (const Pane& pane : p.panes) {
        const int first = pane.axis == 0 ? 1 : 0;
        const int second = pane.axis == 2 ? 1 : 2;
        Vector3d corner = p.middle;
        corner[pane.axis] = pane.at;
        corner[first] -= p.radius;
        corner[second] -= p.radius;
        Vector3d one = corner + 2 * p.radius * Vector3d::Unit(first);
        Vector3d two = corner + 2 * p.radius * Vector3d::Unit(second);
        vtkNew<vtkPlaneSource> plane;
        plane->SetOrigin(corner.data());
        plane->SetPoint1(one.data());
        plane->SetPoint2(two.data());
        vtkNew<vtkPolyDataMapper> mapper;
        mapper->SetInputConnection(plane->GetOutputPort());
        auto actor = vtkSmartPointer<vtkActor>::New();
        actor->SetMapper(mapper);
        actor->GetProperty()->SetColor(1, 1, 1);
        actor->GetProperty()->SetLighting(false);
        actor->GetProperty()->SetOpacity(0.22);
        actor->GetProperty()->EdgeVisibilityOn();
        actor->GetProperty()->SetEdgeColor(1, 1, 1);
        p.renderer->AddActor(actor);
        p.paneActors.push_back(actor);
    }
}

void BrainScene::setGlass(bool isGlass)
{
    Parts& p = *m_parts;
    p.isGlass = isGlass;
    p.brain->GetProperty()->SetOpacity(isGlass ? 0.22 : 1.0);
    p.brain->GetProperty()->SetBackfaceCulling(isGlass);
    rebuildRegionSurface();
}

void BrainScene::setBackground(const Rgb& bottom, const Rgb& top)
{
    m_parts->renderer->GradientBackgroundOn();
    m_parts->renderer->SetBackgroundAlpha(1.0);
    m_parts->renderer->SetBackground(bottom.r / 255.0, bottom.g / 255.0, bottom.b / 255.0);
    m_parts->renderer->SetBackground2(top.r / 255.0, top.g / 255.0, top.b / 255.0);
}

void BrainScene::setTransparent()
{
    m_parts->renderer->GradientBackgroundOff();
    m_parts->renderer->SetBackground(0, 0, 0);
    m_parts->renderer->SetBackgroundAlpha(0.0);
}

void BrainScene::setTile(const Tile& tile)
{
    m_parts->tile = tile;
    placeCamera();
}

void BrainScene::rebuildRegionSurface()
{
    Parts& p = *m_parts;
    p.region->SetVisibility(false);
    if (!p.isGlass || !p.regions || !isAnatomical())
        return;
    for (const RegionLabels::Shown& region : p.regions->regions) {
        if (!region.isCurrent || region.voxels.isEmpty())
            continue;
        p.regionMapper->SetInputData(regionSurface(p.regions->grid, region.voxels.indices()));
        p.region->GetProperty()->SetColor(region.color.r / 255.0, region.color.g / 255.0,
                                          region.color.b / 255.0);
        p.region->SetVisibility(true);
    }
}

void BrainScene::setViewpoint(const Viewpoint& viewpoint)
{
    m_parts->viewpoint = viewpoint;
    m_parts->viewpoint.elevation = std::clamp(viewpoint.elevation, -89.9, 89.9);
    m_parts->viewpoint.zoom = std::clamp(viewpoint.zoom, 0.3, 12.0);
    placeCamera();
}

void BrainScene::lookFrom(LookFrom side)
{
    Viewpoint v;
    v.elevation = 0;
    switch (side) {
    case LookFrom::Left: v.azimuth = 180; break;
    case LookFrom::Right: v.azimuth = 0; break;
    case LookFrom::Front: v.azimuth = 90; break;
    case LookFrom::Back: v.azimuth = 270; break;
    // With the back of the head down, left is left on screen.
    case LookFrom::Above:
        v.azimuth = 270;
        v.elevation = 89.9;
        break;
    case LookFrom::Below:
        v.azimuth = 270;
        v.elevation = -89.9;
        break;
    }
    setViewpoint(v);
}

void BrainScene::setMoving(bool isMoving)
{
    Parts& p = *m_parts;
    const bool isCoarse = isMoving && hasSurface() && p.surface->coarse;
    vtkPolyData* const mesh = isCoarse ? p.moving : p.shown;
    if (p.mapper->GetInput() == mesh)
        return;
    if (isCoarse) {
        vtkNew<vtkUnsignedCharArray> colors;
        colors->SetNumberOfComponents(3);
        colors->SetNumberOfTuples(static_cast<vtkIdType>(p.surface->coarseVertices.size()));
        for (std::size_t v = 0; v < p.surface->coarseVertices.size(); ++v)
            colors->SetTuple(static_cast<vtkIdType>(v), p.surface->coarseVertices[v],
                             p.colors.array());
        p.moving->ShallowCopy(p.surface->coarse);
        p.moving->GetPointData()->SetScalars(colors);
    }
    p.mapper->SetInputData(mesh);
}

void BrainScene::setRoom(const Room& room)
{
    m_parts->room = room;
    placeCamera();
}

double BrainScene::mmAcrossHeight() const
{
    const Parts& p = *m_parts;
    const double free
        = std::max(0.1, std::min(1 - p.room.bottom, (1 - p.room.right) * p.room.aspect));
    constexpr double kHalfView = kFieldOfView / 2 * std::numbers::pi / 180;
    return 2 * 1.02 * p.radius / std::cos(kHalfView) / free / p.viewpoint.zoom;
}

void BrainScene::placeCamera()
{
    Parts& p = *m_parts;
    vtkCamera* const camera = p.renderer->GetActiveCamera();
    const Vector3d towards = towardsViewer(p.viewpoint);
    const Vector3d right = Vector3d::UnitZ().cross(towards).normalized();
    const Vector3d up = towards.cross(right);
    const double across = mmAcrossHeight();
    const double shiftRight = p.viewpoint.shift.x() - across * p.room.aspect * p.room.right / 2;
    const double shiftUp = p.viewpoint.shift.y() + across * p.room.bottom / 2;
    const Vector3d focus = p.middle - shiftRight * right - shiftUp * up;
    const double distance = across / 2 / std::tan(kFieldOfView / 2 * std::numbers::pi / 180);
    const Vector3d position = focus + distance * towards;
    // VTK counts the middle of the window in halves of what is seen.
    const double tan = std::tan(kFieldOfView / 2 * std::numbers::pi / 180) * p.tile.height;
    camera->SetViewAngle(2 * std::atan(tan) * 180 / std::numbers::pi);
    camera->SetWindowCenter(p.tile.middle.x(), p.tile.middle.y());
    camera->SetFocalPoint(focus.data());
    camera->SetPosition(position.data());
    camera->SetViewUp(up.data());
    camera->SetClippingRange(std::max(1.0, distance - 3 * p.radius), distance + 3 * p.radius);
    placeCut();
}

Eigen::Matrix3d BrainScene::axesOnScreen() const
{
    const Vector3d towards = towardsViewer(m_parts->viewpoint);
    const Vector3d right = Vector3d::UnitZ().cross(towards).normalized();
    Eigen::Matrix3d axes;
    axes.row(0) = right;
    axes.row(1) = towards.cross(right);
    axes.row(2) = towards;
    return axes;
}

Eigen::Matrix<double, 3, 4> BrainScene::viewFromMm() const
{
    const int* const size = m_parts->renderer->GetSize();
    const double aspect = size[1] > 0 ? static_cast<double>(size[0]) / size[1] : 1;
    vtkMatrix4x4* const matrix
        = m_parts->renderer->GetActiveCamera()->GetCompositeProjectionTransformMatrix(aspect, -1,
                                                                                      1);
    Eigen::Matrix<double, 3, 4> view;
    for (int column = 0; column < 4; ++column) {
        view(0, column) = matrix->GetElement(0, column);
        view(1, column) = matrix->GetElement(1, column);
        view(2, column) = matrix->GetElement(3, column);
    }
    return view;
}

Vector3d BrainScene::towardsEye() const { return towardsViewer(m_parts->viewpoint); }

std::optional<BrainScene::Hit> BrainScene::pick(double x, double y) const
{
    const Parts& p = *m_parts;
    if (!hasSurface())
        return {};
    const int* const size = p.renderer->GetSize();
    if (size[0] <= 0 || size[1] <= 0)
        return {};
    const auto worldAt = [&](double depth) {
        Eigen::Vector4d world(2 * x / size[0] - 1, 2 * y / size[1] - 1, depth, 1);
        vtkNew<vtkMatrix4x4> matrix;
        matrix->DeepCopy(p.renderer->GetActiveCamera()->GetCompositeProjectionTransformMatrix(
            static_cast<double>(size[0]) / size[1], -1, 1));
        matrix->Invert();
        matrix->MultiplyPoint(world.data(), world.data());
        return Vector3d(world.head<3>() / world[3]);
    };
    const Vector3d from = worldAt(-1);
    const Vector3d to = worldAt(1);
    const auto passage = p.faces->cut().alongLine(from, to);
    if (!passage)
        return onSurface(from, to);
    // Before what is cut away, on the face where the sight leaves it, or behind.
    if (passage->enter > 0)
        if (const auto hit = onSurface(from, from + passage->enter * (to - from)))
            return hit;
    if (passage->through < 0)
        return {};
    image::MmPoint face{from + passage->leave * (to - from)};
    const auto plane = static_cast<std::size_t>(passage->through);
    const CutPlane& cut = p.faces->cut().planes[plane];
    face.at[cut.axis()] = cut.atMm; // exactly: a voxel's edge may lie there
    if (p.faces->isBrain(plane, face))
        return Hit{face, (to - from).normalized(), cut.axis()};
    return onSurface(face.at, to);
}

/// What lies where a line first meets the surface.
std::optional<BrainScene::Hit> BrainScene::onSurface(const Vector3d& from, const Vector3d& to) const
{
    const BrainSurface& surface = *m_parts->surface;
    double share = 0;
    Vector3d at;
    Vector3d inCell;
    int part = 0;
    vtkIdType cell = -1;
    vtkNew<vtkGenericCell> scratch;
    if (!surface.locator->IntersectWithLine(from.data(), to.data(), 1e-4, share, at.data(),
                                            inCell.data(), part, cell, scratch))
        return {};
    if (surface.outer.cols() == 0)
        return Hit{{at}, (to - from).normalized()};
    const auto& corners = surface.triangles[static_cast<std::size_t>(cell)];
    const Vector3d shares(1 - inCell[0] - inCell[1], inCell[0], inCell[1]);
    Vector3d outer = Vector3d::Zero();
    Vector3d inner = Vector3d::Zero();
    for (std::size_t c = 0; c < 3; ++c) {
        outer
            += shares[static_cast<Eigen::Index>(c)] * surface.outer.col(corners[c]).cast<double>();
        inner
            += shares[static_cast<Eigen::Index>(c)] * surface.inner.col(corners[c]).cast<double>();
    }
    return Hit{{(outer + inner) / 2}, (inner - outer).stableNormalized()};
}

Rgb BrainScene::colorOfVertex(long long vertex) const
{
    unsigned char color[3] = {0, 0, 0};
    m_parts->colors.array()->GetTypedTuple(vertex, color);
    return {color[0], color[1], color[2]};
}

std::optional<image::MmPoint> voxelBehind(const BrainScene::Hit& hit, const image::Grid& grid,
                                          const image::VoxelSet& inMask)
{
    if (hit.sliceAxis)
        return hit.at;
    for (double depth = 0; depth <= 14; depth += 0.5) {
        const image::Voxel voxel = grid.nearest({hit.at.at + depth * hit.direction});
        if (grid.contains(voxel) && inMask.contains(voxel))
            return grid.mm(voxel);
    }
    return {};
}

} // namespace fusiform::scene
