// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/attributes.h"

#include <algorithm>
#include <string>

namespace portraits {

namespace {

using P = const Person&;
using M = const FaceMeasures&;

float slider(P person, const char* name)
{
    const auto found = person.body.sliders.find(name);
    return found == person.body.sliders.end() ? 0.0F : found->second;
}

bool hasStyle(P p, std::initializer_list<const char*> styles)
{
    return std::any_of(styles.begin(), styles.end(),
                       [&](const char* s) { return p.hair.style == s; });
}

bool hasFringe(P p) { return hasStyle(p, {"bob01", "bob02", "Braid01", "short02", "short03"}); }

bool hasStraightHair(P p) { return !hasStyle(p, {"short01", "afro01", "buzz", "bald"}); }
bool hasHair(P p) { return p.hair.style != "bald"; }
bool hasTone(P p, HairTone tone) { return hasHair(p) && p.hair.tone == tone; }
bool hasGrownBeard(P p)
{
    return std::max({p.facialHair.moustache, p.facialHair.goatee, p.facialHair.fullBeard}) > 0;
}
bool hasStubble(P p) { return !hasGrownBeard(p) && p.facialHair.stubble >= 0.5F; }
bool isBushy(P p) { return p.brows.mesh == 9 || p.brows.mesh == 12; }
bool isArched(P p)
{
    return p.brows.mesh == 2 || p.brows.mesh == 3 || p.brows.mesh == 6 || p.brows.mesh == 10;
}

constexpr Attribute kAttributes[] = {
    {"5_o_Clock_Shadow", "stubble of density 0.5 or more, nothing grown out",
     [](P p, M) { return hasStubble(p); }},
    {"Arched_Eyebrows", "a brow mesh with a high bend: eyebrow002, 003, 006 or 010",
     [](P p, M) { return isArched(p); }},
    {"Bags_Under_Eyes", "aged 55 or more, or slider eye-bag-out over 0.3",
     [](P p, M) { return p.body.ageYears >= 55 || slider(p, "eyes/l-eye-bag-out") > 0.3F; }},
    {"Bald", "hair style bald", [](P p, M) { return !hasHair(p); }},
    {"Bangs", "hair styles bob01, bob02, Braid01, short02, short03: a fringe over the forehead",
     [](P p, M) { return hasFringe(p); }},
    {"Big_Lips", "both lips together higher than 0.345 of the distance of the eyes, at rest",
     [](P, M m) { return m.lipHeight > 0.345F; }},
    {"Big_Nose", "nose wider than 0.81 of the distance of the eyes",
     [](P, M m) { return m.noseWidth > 0.81F; }},
    {"Black_Hair", "hair tone black", [](P p, M) { return hasTone(p, HairTone::Black); }},
    {"Blond_Hair", "hair tone blond", [](P p, M) { return hasTone(p, HairTone::Blond); }},
    {"Brown_Hair", "hair tone brown", [](P p, M) { return hasTone(p, HairTone::Brown); }},
    {"Bushy_Eyebrows", "a thick brow mesh: eyebrow009 or 012", [](P p, M) { return isBushy(p); }},
    {"Chubby", "weight over 0.5", [](P p, M) { return p.body.weight > 0.5F; }},
    {"Double_Chin", "slider neck-double-more over 0.3",
     [](P p, M) { return slider(p, "neck/neck-double-more") > 0.3F; }},
    {"Eyeglasses", "glasses or sunglasses",
     [](P p, M) { return p.glasses.shape != GlassesShape::None; }},
    {"Goatee", "a grown beard on the chin but not on the cheeks",
     [](P p, M) { return p.facialHair.goatee > 0 && p.facialHair.fullBeard == 0; }},
    {"Gray_Hair", "more than 0.6 of the hair grey",
     [](P p, M) { return hasTone(p, HairTone::Gray); }},
    {"Heavy_Makeup", "lipstick and eye shadow over 0.4, and blush",
     [](P p, M) {
         return p.makeup.lipstick > 0.4F && p.makeup.eyeShadow > 0.4F && p.makeup.blush > 0;
     }},
    {"High_Cheekbones", "slider cheek-trans-vert-up over 0.2 or cheek-bones-out over 0.4",
     [](P p, M) {
         return slider(p, "cheek/l-cheek-trans-vert-up") > 0.2F
                || slider(p, "cheek/l-cheek-bones-out") > 0.4F;
     }},
    {"Male", "sex", [](P p, M) { return p.body.sex == Sex::Male; }},
    {"Mouth_Slightly_Open", "the lips part: mouth-open over 0.1",
     [](P p, M) { return p.expression.mouthOpen >= 0.1F; }},
    {"Mustache", "a grown moustache, alone or with a beard",
     [](P p, M) { return p.facialHair.moustache > 0; }},
    {"Narrow_Eyes", "lids less than 0.089 of the distance of the eyes apart, expression included",
     [](P, M m) { return m.eyeOpening < 0.089F; }},
    {"No_Beard", "neither a grown beard or moustache nor stubble of density 0.5",
     [](P p, M) { return !hasGrownBeard(p) && !hasStubble(p); }},
    {"Oval_Face", "slider head-oval over 0.3",
     [](P p, M) { return slider(p, "head/head-oval") > 0.3F; }},
    {"Pale_Skin", "mostly Caucasian, lightness over 1.08, not warm",
     [](P p, M) {
         return p.body.ancestry.caucasian > 0.6F && p.skin.lightness > 1.08F
                && p.skin.warmth < 0.3F;
     }},
    {"Pointy_Nose", "slider nose-volume-point over 0.3",
     [](P p, M) { return slider(p, "nose/nose-volume-point") > 0.3F; }},
    {"Receding_Hairline", "the painted hair line drawn back by 0.09 dm or more, or bald",
     [](P p, M) { return !hasHair(p) || (hasStyle(p, {"buzz"}) && p.hair.recession >= 0.09F); }},
    {"Rosy_Cheeks", "blush over 0.4", [](P p, M) { return p.makeup.blush > 0.4F; }},
    {"Sideburns", "sideburns of density over 0.5, or a full beard",
     [](P p, M) { return p.facialHair.sideburns > 0.5F; }},
    {"Smiling", "the corners of the mouth pulled up by 0.5 or more",
     [](P p, M) { return p.expression.smile >= 0.5F; }},
    {"Straight_Hair", "all hair styles but short01, afro01, buzz and bald",
     [](P p, M) { return hasStraightHair(p); }},
    {"Wavy_Hair", "hair style afro01", [](P p, M) { return hasStyle(p, {"afro01"}); }},
    {"Wearing_Earrings", "studs or hoops", [](P p, M) { return p.earrings != Earrings::None; }},
    {"Wearing_Lipstick", "lipstick of strength 0.5 or more",
     [](P p, M) { return p.makeup.lipstick >= 0.5F; }},
    {"Young", "younger than 40 years", [](P p, M) { return p.body.ageYears < 40; }},
};

} // namespace

std::span<const Attribute> attributes() { return kAttributes; }

} // namespace portraits
