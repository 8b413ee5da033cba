// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets/morph_targets.h"

#include "assets/three_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <fstream>
#include <stdexcept>

namespace portraits {

namespace {

constexpr std::size_t kVertexCount = 19158;
constexpr float kUnit = 1e-3F; // decimetres in one step of the 16-bit numbers

std::string shortName(const std::string& path)
{
    const std::string folder = "data/targets/", ending = ".target";
    return path.substr(folder.size(), path.size() - folder.size() - ending.size());
}

} // namespace

MorphTargets::MorphTargets(const std::filesystem::path& package)
{
    static_assert(std::endian::native == std::endian::little, "targets.bin is little endian");
    const auto list = readJson(package / "src/json/targets/target-list.json");
    std::vector<std::string> paths;
    for (const auto& target : list.at("targets").items())
        paths.push_back(target.key());
    std::sort(paths.begin(), paths.end()); // the order of the rows in the binary file
    for (std::size_t row = 0; row < paths.size(); ++row)
        m_rowOf[shortName(paths[row])] = row;

    const auto path = package / "public/data/targets/targets.bin";
    m_displacements.resize(paths.size() * kVertexCount * 3);
    const auto bytes = m_displacements.size() * sizeof(std::int16_t);
    if (std::filesystem::file_size(path) != bytes)
        throw std::runtime_error("targets.bin does not have the size its list of targets asks for");
    std::ifstream(path, std::ios::binary)
        .read(reinterpret_cast<char*>(m_displacements.data()), static_cast<std::streamsize>(bytes));
}

std::vector<Vec3> MorphTargets::morphed(std::span<const Vec3> neutral,
                                        const MorphWeights& weights) const
{
    std::vector<Vec3> positions(neutral.begin(), neutral.end());
    for (const auto& [name, weight] : weights) {
        const auto row = m_rowOf.find(name);
        if (row == m_rowOf.end())
            throw std::runtime_error("no morph target is named " + name);
        const auto* d = m_displacements.data() + row->second * kVertexCount * 3;
        const float scale = weight * kUnit;
        for (auto& p : positions) {
            p += Vec3{static_cast<float>(d[0]), static_cast<float>(d[1]), static_cast<float>(d[2])}
                 * scale;
            d += 3;
        }
    }
    return positions;
}

} // namespace portraits
