// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/base_mesh.h"
#include "paint/skin_texels.h"
#include "person/person.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace portraits {

/// Paints a person's skin: a blend of MakeHuman's skins, freed of their painted hair, with hair,
/// beard and make-up on top.
class SkinPainter {
public:
    SkinPainter(const std::filesystem::path& package, const BaseMesh& base);

    /// RGB bytes, SkinTexels::kSize squared, bottom row first (as OpenGL wants it). Valid until the
    /// next call.
    [[nodiscard]] const std::vector<std::uint8_t>& paint(const Person& person);

private:
    using Layer = std::vector<Vec3>; ///< sRGB, one for each texel

    [[nodiscard]] Layer hairFreeLayer(const std::filesystem::path& texture, Vec3 targetColor) const;
    [[nodiscard]] Layer blendFor(const Person& person) const;
    void store(std::size_t texel, Vec3 color);

    /// What does not differ between persons, for each texel.
    struct Place {
        Vec3 position;
        float scalp, lips, beard, stubble, blush, lid, lashLine, freckles;
        float flush; ///< cloudy, 0..1
    };

    [[nodiscard]] static Place placeAt(Vec3 position);
    [[nodiscard]] static Vec3 toned(Vec3 color, const Person& person, const Place& place);
    [[nodiscard]] static Vec3 withMakeup(Vec3 color, const Person& person, const Place& place);
    [[nodiscard]] static Vec3 withHair(Vec3 color, const Person& person, const Place& place,
                                       float grain);

    SkinTexels m_texels;
    std::vector<Place> m_places;
    std::map<std::string, std::vector<Layer>> m_layers;
    std::vector<std::uint8_t> m_bytes;
};

} // namespace portraits
