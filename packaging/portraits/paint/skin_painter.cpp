// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/skin_painter.h"

#include "assets/picture.h"
#include "paint/face_regions.h"
#include "paint/noise.h"

#include <algorithm>
#include <cmath>

namespace portraits {

namespace {

struct SkinFile {
    const char* kind; ///< ancestry, sex and age, as blendFor() asks for them
    const char* file;
};

constexpr SkinFile kFiles[] = {
    {"caucasian_female_young",
     "young_caucasian_female/textures/young_lightskinned_female_diffuse.png"},
    {"caucasian_female_young",
     "young_caucasian_female/textures/young_lightskinned_female_diffuse2.png"},
    {"caucasian_male_young", "young_caucasian_male/textures/young_lightskinned_male_diffuse.png"},
    {"caucasian_male_young", "young_caucasian_male/textures/young_lightskinned_male_diffuse2.png"},
    {"asian_female_young", "young_asian_female/textures/young_lightskinned_female_diffuse3.png"},
    {"asian_male_young", "young_asian_male/textures/young_lightskinned_male_diffuse3.png"},
    {"african_female_young", "young_african_female/textures/young_darkskinned_female_diffuse.png"},
    {"african_male_young", "young_african_male/textures/young_darkskinned_male_diffuse.png"},
    {"caucasian_female_middle",
     "middleage_caucasian_female/textures/middleage_lightskinned_female_diffuse.png"},
    {"caucasian_male_middle",
     "middleage_caucasian_male/textures/middleage_lightskinned_male_diffuse.png"},
    {"asian_female_middle",
     "middleage_asian_female/textures/middleage_lightskinned_female_diffuse2.png"},
    {"asian_male_middle", "middleage_asian_male/textures/middleage_lightskinned_male_diffuse2.png"},
    {"african_female_middle",
     "middleage_african_female/textures/middleage_darkskinned_female_diffuse.png"},
    {"african_male_middle",
     "middleage_african_male/textures/middleage_darkskinned_male_diffuse.png"},
    {"caucasian_female_old", "old_caucasian_female/textures/old_lightskinned_female_diffuse.png"},
    {"caucasian_male_old", "old_caucasian_male/textures/old_lightskinned_male_diffuse.png"},
    {"asian_female_old", "old_asian_female/textures/old_lightskinned_female_diffuse2.png"},
    {"asian_male_old", "old_asian_male/textures/old_lightskinned_male_diffuse2.png"},
    {"african_female_old", "old_african_female/textures/old_darkskinned_female_diffuse.png"},
    {"african_male_old", "old_african_male/textures/old_darkskinned_male_diffuse.png"},
};

// The files disagree on colour (the old ones are orange, some dark ones red), so each is moved to
// its ancestry's mean.
constexpr Vec3 kCaucasian{0.83F, 0.66F, 0.57F}, kAsian{0.80F, 0.63F, 0.50F},
    kAfrican{0.44F, 0.295F, 0.22F};
constexpr float kContrast
    = 0.85F; // of a texture's own light and dark; the renderer adds shading itself

Vec3 meanColorOf(const std::string& kind)
{
    return kind.starts_with("african") ? kAfrican
                                       : (kind.starts_with("asian") ? kAsian : kCaucasian);
}

Vec3 ratio(Vec3 a, Vec3 b) { return {a.x / b.x, a.y / b.y, a.z / b.z}; }

} // namespace

/// The look of the skin itself, before anything is put on it.
Vec3 SkinPainter::toned(Vec3 color, const Person& person, const Place& place)
{
    const auto& skin = person.skin;
    const float dark = person.body.ancestry.african;
    const float gain = 1 + (skin.lightness - 1) * (1 + dark); // dark skins differ more
    color = color * gain * Vec3{1 + 0.035F * skin.warmth, 1, 1 - 0.07F * skin.warmth};
    const float red = (0.035F * skin.redness + 0.05F * skin.blemishes * (place.flush - 0.22F))
                      * (1 - 0.6F * dark);
    color = color * Vec3{1 + 0.3F * red, 1 - red, 1 - red};
    if (skin.freckles > 0 && place.freckles > 0.01F) {
        const float spot
            = smoothStep(0.6F, 0.85F, smoothNoise(place.position * 46, person.seed + 7));
        color = mix(color, color * Vec3{0.85F, 0.70F, 0.6F},
                    0.6F * skin.freckles * spot * place.freckles);
    }
    return color;
}

Vec3 SkinPainter::withMakeup(Vec3 color, const Person& person, const Place& place)
{
    const auto& makeup = person.makeup;
    if (place.lips > 0) {
        const Vec3 natural = color
                             * mix(Vec3{0.95F, 0.79F, 0.80F}, Vec3{1.03F, 0.86F, 0.87F},
                                   person.body.ancestry.african);
        color = mix(color, natural, place.lips * 0.8F);
        const Vec3 painted = makeup.lipColor * mix(1.0F, luminance(color) / 0.55F, 0.6F);
        color = mix(color, painted, place.lips * makeup.lipstick);
    }
    color = mix(color, color * Vec3{1.02F, 0.78F, 0.78F}, makeup.blush * place.blush);
    color = mix(color, color * mix(makeup.shadowColor, Vec3{1, 1, 1}, 0.35F),
                makeup.eyeShadow * place.lid);
    const float liner = std::max(makeup.eyeLiner, 0.18F); // lashes darken everybody's lid edge
    return mix(color, Vec3{0.09F, 0.06F, 0.05F}, 0.75F * liner * place.lashLine);
}

/// @param grain  0..1, another for each texel
Vec3 SkinPainter::withHair(Vec3 color, const Person& person, const Place& place, float grain)
{
    const auto& face = person.facialHair;
    if (place.stubble > 0) {
        const Vec3 shadow = mix(color * Vec3{0.66F, 0.68F, 0.72F}, face.color * 0.8F, 0.45F);
        color = mix(color, shadow, 0.8F * face.stubble * place.stubble * (0.55F + 0.6F * grain));
    }
    if (place.beard > 0) {
        const float grown = region::beard(place.position, face);
        color = mix(color, face.color * (0.55F + 0.5F * grain), clamp01(1.15F * grown));
    }
    if (place.scalp <= 0)
        return color;
    const Vec3 root = person.hair.color * 0.72F;
    if (person.hair.style == "bald") { // shaved at the sides, where hair would still grow
        const float rim = smoothStep(7.75F, 7.35F, place.position.y) * place.scalp;
        return mix(color, mix(color * 0.8F, root, 0.4F), 0.4F * rim * (0.6F + 0.6F * grain));
    }
    const float cover = region::scalp(place.position, person.hair.recession);
    return mix(color, root * (0.7F + 0.5F * grain), cover * clamp01(0.62F + 0.5F * grain));
}

SkinPainter::Place SkinPainter::placeAt(Vec3 position)
{
    FacialHair everywhere;
    everywhere.moustache = everywhere.goatee = everywhere.fullBeard = everywhere.sideburns = 1;
    Place place{};
    place.position = position;
    place.scalp = region::scalp(position, 0);
    place.lips = region::lips(position);
    place.beard = region::beard(position, everywhere);
    place.stubble = std::max({0.75F * region::fullBeard(position, 0.1F),
                              0.9F * region::moustache(position), region::goatee(position)});
    place.blush = region::cheekBlush(position);
    place.lid = region::eyelid(position);
    place.lashLine = region::lashLine(position);
    place.freckles = region::freckles(position);
    place.flush = cloudNoise(position * 5, 3);
    return place;
}

SkinPainter::SkinPainter(const std::filesystem::path& package, const BaseMesh& base)
    : m_texels(skinTexelsOf(base)),
      m_bytes(static_cast<std::size_t>(SkinTexels::kSize) * SkinTexels::kSize * 3, 128)
{
    for (const auto position : m_texels.place)
        m_places.push_back(placeAt(position));
    for (const auto& [kind, file] : kFiles)
        m_layers[kind].push_back(
            hairFreeLayer(package / "public/data/skins" / file, meanColorOf(kind)));
}

SkinPainter::Layer SkinPainter::hairFreeLayer(const std::filesystem::path& texture,
                                              Vec3 targetColor) const
{
    const auto picture = enlarged(readPng(texture), 2);
    Layer layer(m_texels.index.size());
    Vec3 sum, foreheadSum;
    float weight = 0, foreheadWeight = 0;
    for (std::size_t t = 0; t < layer.size(); ++t) {
        layer[t] = picture.pixels[m_texels.index[t]].color;
        const Vec3 p = m_texels.place[t];
        const float w = region::bareFace(p);
        const float f = bell(p.x, 0.3F) * bell(p.y - 7.7F, 0.06F) * (p.z > 1.0F ? 1.0F : 0.0F);
        sum += layer[t] * w;
        weight += w;
        foreheadSum += layer[t] * f;
        foreheadWeight += f;
    }
    const Vec3 mean = sum * (1 / weight), forehead = foreheadSum * (1 / foreheadWeight);
    const Vec3 gain = ratio(targetColor, mean);
    for (std::size_t t = 0; t < layer.size(); ++t) {
        const Vec3 p = m_texels.place[t];
        // The painted hair of the files starts lower than ours, hence the negative recession.
        const float painted = region::scalp(p, -0.16F, 0.06F);
        const Vec3 bare = forehead * (0.97F + 0.06F * cloudNoise(p * 9, 11));
        layer[t] = mix(mean, mix(layer[t], bare, painted), kContrast) * gain;
    }
    return layer;
}

SkinPainter::Layer SkinPainter::blendFor(const Person& person) const
{
    const auto& a = person.body.ancestry;
    const std::pair<const char*, float> ancestries[]
        = {{"african", a.african}, {"asian", a.asian}, {"caucasian", a.caucasian}};
    const float years = person.body.ageYears;
    const float old = clamp01((years - 52) / 18), young = clamp01((48 - years) / 16);
    const std::pair<const char*, float> ages[]
        = {{"young", young}, {"middle", std::max(0.0F, 1 - old - young)}, {"old", old}};
    const std::string sex = person.body.sex == Sex::Male ? "_male_" : "_female_";

    Layer blend(m_texels.index.size());
    float total = 0;
    for (const auto& [ancestry, share] : ancestries) {
        for (const auto& [age, ageShare] : ages) {
            const float weight = share * ageShare;
            if (weight < 0.03F)
                continue;
            const auto& variants = m_layers.at(ancestry + sex + age);
            const auto& layer
                = variants[static_cast<std::size_t>(person.skin.variant) % variants.size()];
            for (std::size_t t = 0; t < blend.size(); ++t)
                blend[t] += layer[t] * weight;
            total += weight;
        }
    }
    for (auto& color : blend)
        color = color * (1 / total);
    return blend;
}

void SkinPainter::store(std::size_t texel, Vec3 color)
{
    const auto row = m_texels.index[texel] / SkinTexels::kSize,
               column = m_texels.index[texel] % SkinTexels::kSize;
    auto* bytes = &m_bytes[((SkinTexels::kSize - 1 - row) * SkinTexels::kSize + column) * 3];
    bytes[0] = static_cast<std::uint8_t>(clamp01(color.x) * 255 + 0.5F);
    bytes[1] = static_cast<std::uint8_t>(clamp01(color.y) * 255 + 0.5F);
    bytes[2] = static_cast<std::uint8_t>(clamp01(color.z) * 255 + 0.5F);
}

const std::vector<std::uint8_t>& SkinPainter::paint(const Person& person)
{
    const auto skin = blendFor(person);
    for (std::size_t t = 0; t < skin.size(); ++t) {
        const auto& place = m_places[t];
        const int row = static_cast<int>(m_texels.index[t] / SkinTexels::kSize);
        const int column = static_cast<int>(m_texels.index[t] % SkinTexels::kSize);
        const float grain = cellNoise(column, row, 0, person.seed);
        const Vec3 color = withMakeup(toned(skin[t], person, place), person, place);
        store(t, withHair(color, person, place, grain));
    }
    return m_bytes;
}

} // namespace portraits
