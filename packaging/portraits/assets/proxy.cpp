// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets/proxy.h"

#include "assets/three_json.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace portraits {

namespace {

std::filesystem::path folderOf(const std::filesystem::path& package, const std::string& kind,
                               const std::string& name)
{
    return package / "public/data/proxies" / kind / name;
}

} // namespace

std::vector<Vec3> Proxy::fitted(std::span<const Vec3> base, float scale) const
{
    std::vector<Vec3> positions(anchors.size());
    for (std::size_t v = 0; v < anchors.size(); ++v) {
        positions[v] = offsets[v] * scale;
        for (std::size_t k = 0; k < 3; ++k)
            positions[v] += base[static_cast<std::size_t>(anchors[v][k])] * weights[v][k];
    }
    return positions;
}

Proxy readProxy(const std::filesystem::path& package, const std::string& kind,
                const std::string& name)
{
    const auto path = folderOf(package, kind, name) / (name + ".json");
    const auto document = readJson(path);
    auto model = modelFrom(document, path);
    const auto& binding = document.at("metadata");

    Proxy proxy;
    proxy.mesh = std::move(model.mesh);
    proxy.anchors = binding.at("ref_vIdxs").get<std::vector<std::array<int, 3>>>();
    proxy.weights = binding.at("weights").get<std::vector<std::array<float, 3>>>();
    for (const auto& o : binding.at("offsets").get<std::vector<std::array<float, 3>>>())
        proxy.offsets.push_back({o[0], o[1], o[2]});
    if (proxy.anchors.size() != model.positions.size()
        || proxy.weights.size() != proxy.anchors.size()
        || proxy.offsets.size() != proxy.anchors.size())
        throw std::runtime_error(name + ": its vertices are not all bound to the base mesh");
    return proxy;
}

std::filesystem::path proxyTexture(const std::filesystem::path& package, const std::string& kind,
                                   const std::string& name, const std::string& file)
{
    return folderOf(package, kind, name) / "textures" / file;
}

} // namespace portraits
