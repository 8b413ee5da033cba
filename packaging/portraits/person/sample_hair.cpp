// SPDX-License-Identifier: GPL-3.0-or-later
#include "person/sample_hair.h"

#include <algorithm>

namespace portraits {

namespace {

constexpr Vec3 kGray{0.47F, 0.46F, 0.45F};
constexpr Vec3 kWhite{0.74F, 0.73F, 0.70F};

HairTone randomTone(const Body& body, Random& random)
{
    static constexpr HairTone kTones[]
        = {HairTone::Black, HairTone::Brown, HairTone::Blond, HairTone::Red};
    const auto& a = body.ancestry;
    if (a.caucasian > 0.6F)
        return kTones[random.pick({0.2F, 0.42F, 0.3F, 0.08F})];
    if (a.african > 0.5F)
        return kTones[random.pick({0.88F, 0.12F})];
    return kTones[random.pick({0.74F, 0.23F, 0.03F})];
}

/// sRGB. Each tone is a range, so that two brown-haired people differ.
Vec3 randomColor(HairTone tone, Random& random)
{
    const float t = random.uniform();
    switch (tone) {
    case HairTone::Black: return mix(Vec3{0.07F, 0.06F, 0.06F}, Vec3{0.13F, 0.10F, 0.09F}, t);
    case HairTone::Brown: return mix(Vec3{0.23F, 0.15F, 0.10F}, Vec3{0.44F, 0.30F, 0.19F}, t);
    case HairTone::Blond: return mix(Vec3{0.58F, 0.46F, 0.31F}, Vec3{0.82F, 0.72F, 0.54F}, t);
    case HairTone::Red: return mix(Vec3{0.36F, 0.17F, 0.10F}, Vec3{0.56F, 0.31F, 0.18F}, t);
    case HairTone::Gray: return mix(kGray, kWhite, t);
    }
    return kGray;
}

std::string randomManStyle(const Body& body, Random& random)
{
    static constexpr const char* kStyles[] = {"short01", "short02", "short03", "short04",   "buzz",
                                              "bald",    "afro01",  "long01",  "ponytail01"};
    const float bald = body.ageYears > 50 ? 0.2F : (body.ageYears > 35 ? 0.1F : 0.03F);
    const float afro = body.ancestry.african > 0.5F ? 0.12F : 0.0F;
    const float buzz = body.ancestry.african > 0.5F ? 0.45F : 0.14F;
    return kStyles[random.pick({0.2F, 0.2F, 0.2F, 0.2F, buzz, bald, afro, 0.025F, 0.02F})];
}

std::string randomWomanStyle(const Body& body, Random& random)
{
    static constexpr const char* kStyles[]
        = {"long01",  "bob02",  "ponytail01", "Braid01", "bob01",  "short01",
           "short03", "afro01", "buzz",       "short04", "short02"};
    const float afro = body.ancestry.african > 0.5F ? 0.25F : 0.01F;
    const float shortHair = body.ageYears > 55 ? 0.11F : 0.035F;
    return kStyles[random.pick({0.28F, 0.22F, 0.18F, 0.15F, 0.03F, shortHair, shortHair, afro,
                                0.015F, shortHair, shortHair})];
}

float grayShare(float years, Random& random)
{
    if (years < 38)
        return 0;
    if (years < 60)
        return random.chance(0.3F) ? random.uniform(0.15F, 0.9F) : 0.0F;
    return random.chance(0.78F) ? random.uniform(0.75F, 1.0F) : random.uniform(0, 0.5F);
}

} // namespace

Hair randomHair(const Body& body, Random& random)
{
    Hair hair;
    hair.style
        = body.sex == Sex::Male ? randomManStyle(body, random) : randomWomanStyle(body, random);
    hair.tone = randomTone(body, random);
    hair.color = randomColor(hair.tone, random);
    hair.gray = grayShare(body.ageYears, random);
    hair.color = mix(hair.color, randomColor(HairTone::Gray, random), hair.gray);
    if (hair.gray > 0.6F)
        hair.tone = HairTone::Gray;
    else if (hair.gray > 0.3F && hair.tone != HairTone::Black)
        hair.tone = HairTone::Brown; // a mixture: salt and pepper still reads as its darker half
    hair.buzzLength = random.uniform(0.02F, 0.075F);
    hair.fringe = random.uniform(0.17F, 0.36F);
    hair.recession = body.sex == Sex::Male ? std::max(0.0F, random.normal(0.07F)) : 0.0F;
    if (body.sex == Sex::Male && body.ageYears > 45 && random.chance(0.4F))
        hair.recession += random.uniform(0.05F, 0.16F);
    return hair;
}

FacialHair randomFacialHair(const Body& body, const Hair& hair, Random& random)
{
    FacialHair face;
    face.color = hair.color;
    if (body.sex == Sex::Female)
        return face;
    // Beards are darker than blond hair and turn grey unevenly.
    const float darker = hair.tone == HairTone::Blond
                             ? 0.3F
                             : (hair.tone == HairTone::Gray ? random.uniform(0.1F, 0.5F) : 0.0F);
    face.color = mix(hair.color * 0.9F, Vec3{0.25F, 0.17F, 0.12F}, darker);
    face.stubble = random.uniform(0, 0.22F); // shaved today
    face.length = random.uniform(0.025F, 0.09F);
    face.sideburns = random.chance(0.3F) ? random.uniform(0.5F, 1.0F) : 0.0F;
    const float dense = random.uniform(0.75F, 1.0F);
    switch (random.pick({0.5F, 0.16F, 0.06F, 0.05F, 0.09F, 0.14F})) {
    case 0: face.sideburns *= 0.5F; break;
    case 1: face.stubble = random.uniform(0.6F, 1.0F); break;
    case 2: face.moustache = dense; break;
    case 3: face.goatee = dense; break;
    case 4: face.moustache = face.goatee = dense; break;
    default: face.moustache = face.goatee = face.fullBeard = face.sideburns = dense; break;
    }
    return face;
}

Brows randomBrows(const Body& body, const Hair& hair, Random& random)
{
    Brows brows;
    // In the order of the meshes; 6 and 7 are plucked to a line, 9 and 12 are thick.
    brows.mesh = 1
                 + static_cast<int>(
                     body.sex == Sex::Male
                         ? random.pick({1, 1, 0.6F, 1, 1, 0, 0, 1, 0.7F, 0.5F, 0.4F, 1})
                         : random.pick({1, 1, 1, 0.7F, 0.8F, 0.3F, 0.25F, 1, 0.12F, 1, 1, 0.3F}));
    // Brows are darker than the hair, and grey later.
    const Vec3 natural
        = hair.tone == HairTone::Gray
              ? mix(Vec3{0.22F, 0.18F, 0.15F}, hair.color, random.uniform(0.2F, 0.8F))
              : hair.color * (hair.tone == HairTone::Blond ? 0.62F : 0.75F);
    brows.color = natural;
    brows.density
        = body.sex == Sex::Male ? random.uniform(0.85F, 1.25F) : random.uniform(0.7F, 1.05F);
    return brows;
}

} // namespace portraits
