// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/portrait_renderer.h"

#include "scene/alignment.h"
#include "scene/shaders.h"

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkIdTypeArray.h>
#include <vtkLight.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkOpenGLPolyDataMapper.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkProperty.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkShaderProperty.h>
#include <vtkTexture.h>
#include <vtkUniforms.h>
#include <vtkUnsignedCharArray.h>

#include <array>
#include <stdexcept>

namespace portraits {

namespace {

template <typename Value>
vtkSmartPointer<vtkFloatArray> cornerArray(const char* name, const Part& part,
                                           const std::vector<Value>& ofVertex)
{
    constexpr int kComponents = sizeof(Value) / sizeof(float);
    auto array = vtkSmartPointer<vtkFloatArray>::New();
    array->SetName(name);
    array->SetNumberOfComponents(kComponents);
    const auto count = part.topology->vertexOfCorner.size();
    auto* out = array->WritePointer(0, static_cast<vtkIdType>(count) * kComponents);
    for (std::size_t c = 0; c < count; ++c) {
        const auto v = static_cast<std::size_t>(part.topology->vertexOfCorner[c]);
        const Value value = ofVertex.empty() ? Value{} : ofVertex[v];
        const auto* in = reinterpret_cast<const float*>(&value);
        for (int k = 0; k < kComponents; ++k)
            *out++ = in[k];
    }
    return array;
}

vtkSmartPointer<vtkPolyData> polyDataOf(const Part& part)
{
    auto polyData = vtkSmartPointer<vtkPolyData>::New();
    vtkNew<vtkPoints> points;
    points->SetData(cornerArray("points", part, part.positions));
    polyData->SetPoints(points);

    vtkNew<vtkCellArray> quads;
    for (const auto& q : part.topology->quads) {
        const std::array<vtkIdType, 4> ids{q[0], q[1], q[2], q[3]};
        quads->InsertNextCell(4, ids.data());
    }
    polyData->SetPolys(quads);

    auto* attributes = polyData->GetPointData();
    attributes->SetNormals(cornerArray("normals", part, part.normals));
    attributes->AddArray(cornerArray("light", part, part.light));
    attributes->AddArray(cornerArray("fur", part, part.fur));
    vtkNew<vtkFloatArray> uvs;
    uvs->SetName("uv");
    uvs->SetNumberOfComponents(2);
    for (const auto uv : part.topology->uvOfCorner)
        uvs->InsertNextTuple2(uv.x, uv.y);
    attributes->SetTCoords(uvs);
    return polyData;
}

void setColor(vtkUniforms* uniforms, const char* name, Vec3 color)
{
    const float values[] = {color.x, color.y, color.z};
    uniforms->SetUniform3f(name, values);
}

void setUniforms(vtkUniforms* uniforms, const Part& part, const Person& person)
{
    const auto& light = person.lighting;
    setColor(uniforms, "keyDirection", light.keyDirection);
    setColor(uniforms, "fillDirection", light.fillDirection);
    setColor(uniforms, "keyLight", light.key);
    setColor(uniforms, "fillLight", light.fill);
    setColor(uniforms, "skyLight", light.sky);
    setColor(uniforms, "groundLight", light.ground);
    setColor(uniforms, "tint", part.tint);
    uniforms->SetUniformf("partOpacity", part.opacity);
    uniforms->SetUniformf("exposure", light.exposure);
    uniforms->SetUniformf("shine", person.skin.shine);
    uniforms->SetUniformf("hairSheen", person.hair.style == "afro01" ? 0.15F : 1.0F);
}

vtkSmartPointer<vtkActor> actorOf(const Part& part, const Person& person, vtkTexture* texture)
{
    vtkNew<vtkOpenGLPolyDataMapper> mapper;
    mapper->SetInputData(polyDataOf(part));
    mapper->ScalarVisibilityOff();
    mapper->MapDataArrayToVertexAttribute("lightMC", "light",
                                          vtkDataObject::FIELD_ASSOCIATION_POINTS, -1);
    mapper->MapDataArrayToVertexAttribute("furMC", "fur", vtkDataObject::FIELD_ASSOCIATION_POINTS,
                                          -1);

    auto actor = vtkSmartPointer<vtkActor>::New();
    actor->SetMapper(mapper);
    actor->SetTexture(texture);
    actor->ForceOpaqueOn();
    auto* shader = actor->GetShaderProperty();
    shader->AddVertexShaderReplacement("//VTK::Normal::Dec", true,
                                       "//VTK::Normal::Dec\nin vec3 lightMC;\nout vec3 "
                                       "lightVSOutput;\nin vec2 furMC;\nout vec2 furVSOutput;\n",
                                       false);
    shader->AddVertexShaderReplacement(
        "//VTK::Normal::Impl", true,
        "//VTK::Normal::Impl\nlightVSOutput = lightMC;\nfurVSOutput = furMC;\n", false);
    shader->AddFragmentShaderReplacement("//VTK::Normal::Dec", true,
                                         "//VTK::Normal::Dec\n" + fragmentDeclarations(), false);
    shader->AddFragmentShaderReplacement("//VTK::TCoord::Impl", true,
                                         fragmentShading(part.material), false);
    setUniforms(shader->GetFragmentCustomUniforms(), part, person);
    return actor;
}

void aim(vtkRenderer* renderer, const AlignedCamera& aligned)
{
    vtkNew<vtkCamera> camera;
    const Vec3 p = aligned.position;
    camera->SetPosition(p.x, p.y, p.z);
    camera->SetFocalPoint(p.x, p.y, p.z - 1);
    camera->SetViewUp(0, 1, 0);
    vtkNew<vtkMatrix4x4> projection;
    projection->DeepCopy(aligned.projection.data());
    camera->SetExplicitProjectionTransformMatrix(projection);
    camera->UseExplicitProjectionTransformMatrixOn();
    renderer->SetActiveCamera(camera);
}

Picture readBack(vtkRenderWindow* window, int side)
{
    vtkNew<vtkUnsignedCharArray> bytes;
    if (window->GetRGBACharPixelData(0, 0, side - 1, side - 1, 0, bytes) != VTK_OK)
        throw std::runtime_error("cannot read the drawn picture");
    Picture picture(side, side);
    const auto* in = bytes->GetPointer(0);
    for (int y = side - 1; y >= 0; --y) {
        for (int x = 0; x < side; ++x, in += 4) {
            auto& pixel = picture.at(x, y);
            pixel.alpha = in[3] > 127 ? 1.0F : 0.0F;
            pixel.color = Vec3{static_cast<float>(in[0]), static_cast<float>(in[1]),
                               static_cast<float>(in[2])}
                          * (pixel.alpha / 255);
        }
    }
    return picture;
}

} // namespace

PortraitRenderer::PortraitRenderer(int pictureSize)
    : m_size(pictureSize * kSupersampling), m_window(m_size)
{
}

Picture PortraitRenderer::draw(const Figure& figure, const Person& person)
{
    vtkNew<vtkRenderer> renderer;
    renderer->SetBackground(0, 0, 0);
    renderer->SetBackgroundAlpha(0);
    renderer->AutomaticLightCreationOff();
    renderer->AddLight(
        vtkNew<vtkLight>()); // unused, but without one VTK leaves the normals out of its shaders
    for (const auto& part : figure.parts)
        renderer->AddActor(actorOf(part, person, m_textures.texture(part)));
    aim(renderer, alignedCamera(figure, person.pose));
    m_window.window()->AddRenderer(renderer);
    m_window.window()->Render();
    auto picture = readBack(m_window.window(), m_size);
    m_window.window()->RemoveRenderer(renderer);
    return picture;
}

} // namespace portraits
