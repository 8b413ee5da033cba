// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/cut_faces.h"

#include "widgets/scene/brain_surface.h"

#include <vtkActor.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkPlaneSource.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkShaderProperty.h>
#include <vtkTexture.h>

#include <utility>

namespace fusiform::scene {

namespace {

// Half a voxel of most pictures: the face is as sharp as a slice, and painted in milliseconds.
constexpr double kFacePixelMm = 0.5;
constexpr int kFaceOutlinePixels = 2;

} // namespace

struct CutFaces::Face {
    SliceFrame frame;
    SlicePicture picture;
    vtkNew<vtkPlaneSource> plane;
    vtkNew<vtkImageData> image;
    vtkNew<vtkTexture> texture;
    vtkNew<vtkPolyDataMapper> mapper;
    vtkNew<vtkActor> actor;

    Face()
    {
        texture->SetInputData(image);
        texture->InterpolateOn();
        mapper->SetInputConnection(plane->GetOutputPort());
        actor->SetMapper(mapper);
        actor->SetTexture(texture);
        actor->GetProperty()->SetLighting(false);
        // What is not brain is left out, not blended: the face takes part in hiding things.
        actor->ForceOpaqueOn();
        actor->GetShaderProperty()->AddFragmentShaderReplacement(
            "//VTK::TCoord::Impl", true,
            "//VTK::TCoord::Impl\n  if (gl_FragData[0].a < 0.5) discard;\n", false);
    }
    void show()
    {
        image->SetDimensions(picture.width, picture.height, 1);
        image->AllocateScalars(VTK_UNSIGNED_CHAR, 4);
        auto* to = static_cast<unsigned char*>(image->GetScalarPointer());
        for (int y = picture.height - 1; y >= 0; --y)
            for (int x = 0; x < picture.width; ++x, to += 4) {
                const std::uint32_t argb
                    = picture.argb[static_cast<std::size_t>(y)
                                       * static_cast<std::size_t>(picture.width)
                                   + static_cast<std::size_t>(x)];
                to[0] = static_cast<unsigned char>(argb >> 16 & 0xffU);
                to[1] = static_cast<unsigned char>(argb >> 8 & 0xffU);
                to[2] = static_cast<unsigned char>(argb & 0xffU);
                to[3] = static_cast<unsigned char>(argb >> 24);
            }
        image->Modified();
        plane->SetOrigin(frame.mm(0, frame.height).at.data());
        plane->SetPoint1(frame.mm(frame.width, frame.height).at.data());
        plane->SetPoint2(frame.mm(0, 0).at.data());
    }
};

CutFaces::CutFaces(vtkRenderer* renderer) : m_renderer(renderer) { }

CutFaces::~CutFaces() = default;

void CutFaces::setSurface(std::shared_ptr<const BrainSurface> surface)
{
    m_surface = std::move(surface);
    const vtkIdType count = m_surface && m_surface->mesh ? m_surface->mesh->GetNumberOfPoints() : 0;
    m_points.resize(3, count);
    for (vtkIdType v = 0; v < count; ++v) {
        Eigen::Vector3d at;
        m_surface->mesh->GetPoint(v, at.data());
        m_points.col(v) = at.cast<float>();
    }
    if (count > 0) {
        m_low = m_points.rowwise().minCoeff().cast<double>();
        m_high = m_points.rowwise().maxCoeff().cast<double>();
    }
    m_isStale = true;
}

void CutFaces::setAnatomy(const Background& anatomy)
{
    m_layers.background = anatomy;
    m_isStale = true;
}

void CutFaces::setOverlay(const std::optional<Overlay>& overlay)
{
    m_layers.overlay = overlay;
    m_isStale = true;
}

void CutFaces::setRegions(std::shared_ptr<const RegionLabels> regions)
{
    m_layers.regions = std::move(regions);
    m_isStale = true;
}

void CutFaces::setPreview(std::shared_ptr<const RegionPreview> preview)
{
    m_preview = std::move(preview);
    m_isStale = true;
}

void CutFaces::setCut(const Cut& cut)
{
    if (cut.planes == m_cut.planes)
        return;
    m_cut = cut;
    placeClipping();
    m_isStale = true;
}

void CutFaces::cutsAlso(vtkActor* actor, vtkPolyDataMapper* mapper)
{
    m_clipped.emplace_back(actor, mapper);
}

void CutFaces::placeClipping()
{
    for (const auto& [actor, mapper] : m_clipped) {
        mapper->RemoveAllClippingPlanes();
        actor->GetShaderProperty()->ClearAllFragmentShaderReplacements();
        // VTK leaves out what lies beyond any plane; here it has to lie beyond all of them.
        if (!m_cut.planes.empty())
            actor->GetShaderProperty()->AddFragmentShaderReplacement(
                "//VTK::Clip::Impl", true,
                "bool isAway = true;\n"
                "  for (int p = 0; p < numClipPlanes; p++)\n"
                "    if (clipDistancesVSOutput[p] >= 0.0) isAway = false;\n"
                "  if (isAway) discard;\n",
                false);
        for (const CutPlane& cut : m_cut.planes) {
            vtkNew<vtkPlane> plane;
            const Eigen::Vector3d kept = -cut.side * Eigen::Vector3d::Unit(cut.axis());
            const Eigen::Vector3d on = cut.atMm * Eigen::Vector3d::Unit(cut.axis());
            plane->SetNormal(kept.data());
            plane->SetOrigin(on.data());
            mapper->AddClippingPlane(plane);
        }
    }
}

void CutFaces::refresh()
{
    if (!m_isStale)
        return;
    m_isStale = false;
    const std::size_t count = m_points.cols() > 0 ? m_cut.planes.size() : 0;
    while (m_faces.size() > count) {
        m_renderer->RemoveActor(m_faces.back()->actor);
        m_faces.pop_back();
    }
    while (m_faces.size() < count) {
        m_faces.push_back(std::make_unique<Face>());
        m_renderer->AddActor(m_faces.back()->actor);
    }
    for (std::size_t f = 0; f < count; ++f) {
        m_faces[f]->frame = m_cut.faceOf(f, m_low, m_high, kFacePixelMm);
        paint(*m_faces[f]);
    }
}

void CutFaces::paint(Face& face)
{
    const bool isEmpty = face.frame.width <= 0 || face.frame.height <= 0;
    face.actor->SetVisibility(!isEmpty);
    face.picture = {};
    if (isEmpty)
        return;
    m_layers.outlineWidth = kFaceOutlinePixels;
    face.picture = paintSlice(m_layers, face.frame);
    if (m_preview) {
        const SlicePatch patch = paintPreview(*m_preview, face.frame, kFaceOutlinePixels);
        for (int y = 0; y < patch.picture.height; ++y)
            for (int x = 0; x < patch.picture.width; ++x) {
                const std::uint32_t argb
                    = patch.picture.argb[static_cast<std::size_t>(y * patch.picture.width + x)];
                if (argb != 0)
                    face.picture.argb[static_cast<std::size_t>((y + patch.y) * face.picture.width
                                                               + x + patch.x)]
                        = argb;
            }
    }
    const std::vector<std::uint8_t> inside = insideMesh(m_points, m_surface->triangles, face.frame);
    for (std::size_t i = 0; i < inside.size(); ++i)
        face.picture.argb[i] = inside[i] != 0 ? face.picture.argb[i] | 0xff000000U : 0;
    face.show();
}

bool CutFaces::isBrain(std::size_t plane, const image::MmPoint& at)
{
    refresh();
    if (plane >= m_faces.size())
        return false;
    const Face& face = *m_faces[plane];
    const Eigen::Vector2d pixel = face.frame.pixel(at);
    const bool isOnFace = pixel.x() >= 0 && pixel.y() >= 0 && pixel.x() < face.picture.width
                          && pixel.y() < face.picture.height;
    return isOnFace
           && face.picture.argb[static_cast<std::size_t>(pixel.y())
                                    * static_cast<std::size_t>(face.picture.width)
                                + static_cast<std::size_t>(pixel.x())]
                  != 0;
}

const SlicePicture& CutFaces::picture(std::size_t plane)
{
    refresh();
    return m_faces.at(plane)->picture;
}

const SliceFrame& CutFaces::frame(std::size_t plane)
{
    refresh();
    return m_faces.at(plane)->frame;
}

} // namespace fusiform::scene
