// SPDX-License-Identifier: GPL-3.0-or-later
#include "person/sample_person.h"

#include "assets/picture.h"
#include "person/face_sliders.h"
#include "person/random.h"
#include "person/sample_hair.h"
#include "person/sample_setting.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace portraits {

namespace {

float randomAge(Random& random)
{
    switch (random.pick({0.56F, 0.26F, 0.18F})) {
    case 0: return random.uniform(18, 38);
    case 1: return random.uniform(40, 58);
    default: return random.uniform(60, 80);
    }
}

/// Mostly one ancestry, sometimes an even mixture of two.
Ancestry randomAncestry(Random& random)
{
    std::array<float, 3> share{0.02F, 0.02F, 0.02F};
    const auto first = random.pick({0.25F, 0.25F, 0.5F});
    share[first] += random.uniform(0.75F, 1.0F);
    const auto second = random.index(3);
    share[second] += random.chance(0.25F) ? random.uniform(0.3F, 0.9F) : random.uniform(0, 0.2F);
    const float total = share[0] + share[1] + share[2];
    return {share[0] / total, share[1] / total, share[2] / total};
}

Body randomBody(Random& random)
{
    Body body;
    body.sex = random.chance(0.5F) ? Sex::Male : Sex::Female;
    body.ageYears = randomAge(random);
    const float androgyny = std::abs(random.normal(0.1F));
    body.masculinity = body.sex == Sex::Male ? 1 - androgyny : androgyny;
    body.weight
        = std::clamp(random.normal(0.42F) + (body.ageYears > 40 ? 0.08F : 0.0F), -0.75F, 0.95F);
    body.ancestry = randomAncestry(random);
    body.sliders = randomFaceShape(body.sex, random);
    if (body.weight > 0.3F && random.chance(0.4F))
        body.sliders["neck/neck-double-more"] = random.uniform(0.4F, 0.9F);
    return body;
}

Skin randomSkin(const Body& body, Random& random)
{
    Skin skin;
    skin.lightness = 1 + random.normal(0.09F);
    skin.warmth = random.normal(0.45F);
    skin.redness = random.normal(0.45F);
    const float fair = clamp01(body.ancestry.caucasian * 1.6F - 0.6F);
    if (random.chance(0.12F * fair))
        skin.freckles = random.uniform(0.3F, 1.0F);
    if (body.ancestry.caucasian > 0.75F && random.chance(0.18F)) {
        skin.lightness = random.uniform(1.09F, 1.18F); // a clearly pale person
        skin.warmth = random.uniform(-0.9F, -0.2F);
    }
    skin.blemishes = random.uniform(0, 1);
    skin.shine = random.uniform(0.4F, 1.5F);
    skin.variant = static_cast<int>(random.index(2));
    return skin;
}

std::string randomEyeTexture(const Body& body, Random& random)
{
    static const char* const kColors[] = {"brown", "brownlight", "blue", "lightblue", "deepblue",
                                          "green", "bluegreen",  "grey", "ice"};
    if (body.ancestry.caucasian < 0.6F)
        return kColors[random.pick({0.85F, 0.15F})];
    return kColors[random.pick({0.24F, 0.2F, 0.14F, 0.06F, 0.07F, 0.12F, 0.06F, 0.09F, 0.02F})];
}

Makeup randomMakeup(const Body& body, Random& random)
{
    static constexpr Vec3 kLipColors[] = {
        {0.66F, 0.13F, 0.16F}, {0.55F, 0.10F, 0.14F}, {0.72F, 0.33F, 0.36F}, {0.68F, 0.28F, 0.38F},
        {0.48F, 0.14F, 0.22F}, {0.70F, 0.38F, 0.32F}, {0.60F, 0.24F, 0.29F}, {0.42F, 0.12F, 0.15F}};
    static constexpr Vec3 kShadowColors[] = {{0.30F, 0.22F, 0.20F},
                                             {0.35F, 0.25F, 0.35F},
                                             {0.25F, 0.30F, 0.40F},
                                             {0.22F, 0.18F, 0.16F},
                                             {0.45F, 0.30F, 0.25F}};
    Makeup makeup;
    makeup.lipColor = kLipColors[random.index(std::size(kLipColors))];
    makeup.shadowColor = kShadowColors[random.index(std::size(kShadowColors))];
    if (body.sex == Sex::Male)
        return makeup;
    if (random.chance(0.55F))
        makeup.lipstick = random.uniform(0.55F, 0.95F);
    if (random.chance(0.45F))
        makeup.blush = random.uniform(0.2F, 0.65F);
    if (random.chance(0.45F))
        makeup.eyeShadow = random.uniform(0.25F, 0.8F);
    makeup.eyeLiner = random.uniform(0.1F, 0.8F);
    return makeup;
}

Vec3 randomFrameColor(Random& random)
{
    static constexpr Vec3 kColors[] = {
        {0.04F, 0.04F, 0.05F}, {0.16F, 0.09F, 0.05F}, {0.30F, 0.16F, 0.07F}, {0.55F, 0.55F, 0.58F},
        {0.70F, 0.58F, 0.32F}, {0.10F, 0.14F, 0.28F}, {0.42F, 0.06F, 0.08F}, {0.75F, 0.74F, 0.72F}};
    return kColors[random.pick({0.38F, 0.16F, 0.1F, 0.12F, 0.1F, 0.06F, 0.05F, 0.03F})];
}

Glasses randomGlasses(const Body& body, Random& random)
{
    Glasses glasses;
    const bool sunglasses = random.chance(0.045F);
    if (!sunglasses && !random.chance(body.ageYears > 40 ? 0.17F : 0.12F))
        return glasses;
    const float catEye = body.sex == Sex::Female ? 0.16F : 0.0F;
    static constexpr GlassesShape kShapes[]
        = {GlassesShape::Round,  GlassesShape::Oval,   GlassesShape::Rectangle,
           GlassesShape::Square, GlassesShape::CatEye, GlassesShape::Aviator};
    glasses.shape = kShapes[sunglasses ? random.pick({0.2F, 0.05F, 0.1F, 0.3F, catEye, 0.35F})
                                       : random.pick({0.22F, 0.18F, 0.28F, 0.18F, catEye, 0.06F})];
    glasses.frameColor = randomFrameColor(random);
    glasses.frameRadius
        = random.chance(0.5F) ? random.uniform(0.008F, 0.011F) : random.uniform(0.016F, 0.026F);
    glasses.lensColor = {0.75F, 0.8F, 0.85F};
    glasses.lensOpacity = random.uniform(0.03F, 0.08F);
    if (sunglasses) {
        static constexpr Vec3 kTints[]
            = {{0.03F, 0.03F, 0.035F}, {0.10F, 0.06F, 0.03F}, {0.05F, 0.08F, 0.06F}};
        glasses.lensColor = kTints[random.index(std::size(kTints))];
        glasses.lensOpacity = random.uniform(0.86F, 0.97F);
    }
    return glasses;
}

void addJewelsAndCollar(Person& person, Random& random)
{
    static constexpr Vec3 kMetals[]
        = {{0.83F, 0.68F, 0.35F}, {0.80F, 0.80F, 0.82F}, {0.9F, 0.88F, 0.84F}};
    person.jewelColor = kMetals[random.index(std::size(kMetals))];
    const auto& style = person.hair.style;
    const bool hidesEars
        = style == "long01" || style == "bob01" || style == "bob02" || style == "afro01";
    const float likely = person.body.sex == Sex::Female ? 0.62F : 0.04F;
    if (!hidesEars && random.chance(likely))
        person.earrings = random.chance(0.5F) ? Earrings::Studs : Earrings::Hoops;
    static constexpr Collar kCollars[]
        = {Collar::None, Collar::RollNeck, Collar::Round, Collar::VNeck};
    person.collar = kCollars[random.pick(
        {person.body.sex == Sex::Female ? 0.3F : 0.08F, 0.14F, 0.4F, 0.25F})];
    person.collarColor
        = {random.uniform(0.05F, 0.8F), random.uniform(0.05F, 0.8F), random.uniform(0.05F, 0.8F)};
    const float gray = luminance(person.collarColor);
    person.collarColor
        = mix(Vec3{gray, gray, gray}, person.collarColor, random.uniform(0.1F, 0.7F));
}

} // namespace

Person samplePerson(int number, std::uint64_t seed)
{
    Person person;
    person.number = number;
    person.seed = seed * 0x9E3779B97F4A7C15ULL + static_cast<std::uint64_t>(number);
    Random random(person.seed);
    person.body = randomBody(random);
    person.skin = randomSkin(person.body, random);
    person.hair = randomHair(person.body, random);
    person.facialHair = randomFacialHair(person.body, person.hair, random);
    person.brows = randomBrows(person.body, person.hair, random);
    person.eyeTexture = randomEyeTexture(person.body, random);
    person.lashes = 1 + static_cast<int>(random.index(4));
    person.makeup = randomMakeup(person.body, random);
    person.glasses = randomGlasses(person.body, random);
    addJewelsAndCollar(person, random);
    person.expression = randomExpression(random);
    person.pose = randomPose(random);
    person.lighting = randomLighting(random);
    person.background = randomBackground(random);
    return person;
}

} // namespace portraits
