// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets/base_mesh.h"

#include "assets/three_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace portraits {

namespace {

constexpr float kShoulderHeight = 5.3F; // below every picture's lower edge

// The picture is aligned by the place where the closed lips meet.
constexpr int kUpperLipVertex = 467;
constexpr int kLowerLipVertex = 509;

int materialNamed(const nlohmann::json& document, const std::string& name)
{
    const auto& materials = document.at("materials");
    for (std::size_t i = 0; i < materials.size(); ++i)
        if (materials[i].at("DbgName") == name)
            return static_cast<int>(i);
    throw std::runtime_error("the base mesh has no part named " + name);
}

std::vector<int> verticesOf(const ThreeModel& model, int material)
{
    std::vector<int> found;
    for (std::size_t q = 0; q < model.mesh.vertices.size(); ++q)
        if (model.materialOfQuad[q] == material)
            found.insert(found.end(), model.mesh.vertices[q].begin(), model.mesh.vertices[q].end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

QuadMesh headOf(const ThreeModel& model, int bodyMaterial)
{
    QuadMesh head;
    head.uvs = model.mesh.uvs;
    for (std::size_t q = 0; q < model.mesh.vertices.size(); ++q) {
        if (model.materialOfQuad[q] != bodyMaterial
            || meanOf(model.positions, model.mesh.vertices[q]).y < kShoulderHeight)
            continue;
        head.vertices.push_back(model.mesh.vertices[q]);
        head.corners.push_back(model.mesh.corners[q]);
    }
    return head;
}

} // namespace

Vec3 meanOf(std::span<const Vec3> positions, std::span<const int> vertices)
{
    Vec3 sum;
    for (const int v : vertices)
        sum += positions[static_cast<std::size_t>(v)];
    return sum * (1.0F / static_cast<float>(vertices.size()));
}

BaseMesh readBaseMesh(const std::filesystem::path& package)
{
    const auto path = package / "public/data/models/human_full_size.json";
    const auto document = readJson(path);
    auto model = modelFrom(document, path);

    BaseMesh base;
    base.landmarks.leftEye = verticesOf(model, materialNamed(document, "joint-l-eye"));
    base.landmarks.rightEye = verticesOf(model, materialNamed(document, "joint-r-eye"));
    base.landmarks.upperLip = kUpperLipVertex;
    base.landmarks.lowerLip = kLowerLipVertex;
    base.head = headOf(model, materialNamed(document, "body"));
    base.positions = std::move(model.positions);
    return base;
}

} // namespace portraits
