// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets/three_json.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <stdexcept>

namespace portraits {

namespace {

// Bits of the face kind: 1 quad, 2 material, 8 texture coordinates of the corners.
constexpr int kTexturedQuad = 1 + 2 + 8;
constexpr std::size_t kNumbersOfAFace = 10;

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& reason)
{
    throw std::runtime_error(path.filename().string() + ": " + reason);
}

std::array<int, 4> fourIndices(const std::vector<int>& faces, std::size_t at, std::size_t count,
                               const std::filesystem::path& path)
{
    std::array<int, 4> indices{};
    for (std::size_t k = 0; k < 4; ++k) {
        indices[k] = faces[at + k];
        if (indices[k] < 0 || static_cast<std::size_t>(indices[k]) >= count)
            refuse(path, "a face points past the end of the vertices");
    }
    return indices;
}

} // namespace

nlohmann::json readJson(const std::filesystem::path& path)
{
    std::ifstream file(path);
    if (!file)
        throw std::runtime_error("cannot open " + path.string());
    return nlohmann::json::parse(file);
}

ThreeModel modelFrom(const nlohmann::json& document, const std::filesystem::path& path)
{
    const auto coordinates = document.at("vertices").get<std::vector<float>>();
    const auto uvs = document.at("uvs").at(0).get<std::vector<float>>();
    const auto faces = document.at("faces").get<std::vector<int>>();
    if (faces.size() % kNumbersOfAFace != 0)
        refuse(path, "its faces are not textured quads");

    ThreeModel model;
    for (std::size_t i = 0; i + 2 < coordinates.size(); i += 3)
        model.positions.push_back({coordinates[i], coordinates[i + 1], coordinates[i + 2]});
    for (std::size_t i = 0; i + 1 < uvs.size(); i += 2)
        model.mesh.uvs.push_back({uvs[i], uvs[i + 1]});
    for (std::size_t i = 0; i < faces.size(); i += kNumbersOfAFace) {
        if (faces[i] != kTexturedQuad)
            refuse(path, "a face is not a textured quad");
        model.mesh.vertices.push_back(fourIndices(faces, i + 1, model.positions.size(), path));
        model.materialOfQuad.push_back(faces[i + 5]);
        model.mesh.corners.push_back(fourIndices(faces, i + 6, model.mesh.uvs.size(), path));
    }
    return model;
}

} // namespace portraits
