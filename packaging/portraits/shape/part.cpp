// SPDX-License-Identifier: GPL-3.0-or-later
#include "shape/part.h"

#include <map>

namespace portraits {

Topology topologyOf(const QuadMesh& mesh, std::size_t vertexCount)
{
    Topology topology;
    topology.isUsed.assign(vertexCount, 0);
    topology.vertexQuads = mesh.vertices;
    std::map<std::pair<int, int>, int> cornerOf;
    for (std::size_t q = 0; q < mesh.vertices.size(); ++q) {
        std::array<int, 4> quad{};
        for (std::size_t k = 0; k < 4; ++k) {
            const int vertex = mesh.vertices[q][k];
            const int uv = mesh.corners.empty() ? 0 : mesh.corners[q][k];
            const auto [found, isNew]
                = cornerOf.try_emplace({vertex, uv}, static_cast<int>(cornerOf.size()));
            if (isNew) {
                topology.vertexOfCorner.push_back(vertex);
                topology.uvOfCorner.push_back(
                    mesh.uvs.empty() ? Vec2{0.5F, 0.5F} : mesh.uvs[static_cast<std::size_t>(uv)]);
                topology.isUsed[static_cast<std::size_t>(vertex)] = 1;
            }
            quad[k] = found->second;
        }
        topology.quads.push_back(quad);
    }
    return topology;
}

std::vector<Vec3> smoothNormals(std::span<const Vec3> positions, const Topology& topology)
{
    const auto at = [&](int v) { return positions[static_cast<std::size_t>(v)]; };
    std::vector<Vec3> normals(positions.size());
    for (const auto& q : topology.vertexQuads) {
        const Vec3 normal = cross(at(q[2]) - at(q[0]), at(q[3]) - at(q[1]));
        for (const int v : q)
            normals[static_cast<std::size_t>(v)] += normal;
    }
    for (auto& n : normals)
        n = normalized(n);
    return normals;
}

Part plainPart(std::string name, Material material, const QuadMesh& mesh,
               std::vector<Vec3> positions)
{
    Part part;
    part.name = std::move(name);
    part.material = material;
    part.topology = std::make_shared<const Topology>(topologyOf(mesh, positions.size()));
    part.normals = smoothNormals(positions, *part.topology);
    part.positions = std::move(positions);
    return part;
}

} // namespace portraits
