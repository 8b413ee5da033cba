// SPDX-License-Identifier: GPL-3.0-or-later
#include "person/face_sliders.h"

#include <algorithm>
#include <array>
#include <string>

namespace portraits {

namespace {

/// Two opposite morph targets and how strongly people differ along them. '%' stands for l and r.
struct Slider {
    const char* more;
    const char* less;
    float sd;
};

constexpr Slider kSliders[] = {
    {"nose/nose-compression-uncompress", "nose/nose-compression-compress", 0.25F},
    {"nose/nose-curve-convex", "nose/nose-curve-concave", 0.32F},
    {"nose/nose-flaring-incr", "nose/nose-flaring-decr", 0.32F},
    {"nose/nose-greek-moregreek", "nose/nose-greek-lessgreek", 0.28F},
    {"nose/nose-height-max", "nose/nose-height-min", 0.22F},
    {"nose/nose-hump-morehump", "nose/nose-hump-lesshump", 0.35F},
    {"nose/nose-nostril-width-max", "nose/nose-nostril-width-min", 0.3F},
    {"nose/nose-nostrils-angle-up", "nose/nose-nostrils-angle-down", 0.28F},
    {"nose/nose-point-up", "nose/nose-point-down", 0.32F},
    {"nose/nose-point-width-more", "nose/nose-point-width-less", 0.38F},
    {"nose/nose-scale-depth-incr", "nose/nose-scale-depth-decr", 0.32F},
    {"nose/nose-scale-horiz-incr", "nose/nose-scale-horiz-decr", 0.4F},
    {"nose/nose-scale-vert-incr", "nose/nose-scale-vert-decr", 0.3F},
    {"nose/nose-septumangle-incr", "nose/nose-septumangle-decr", 0.25F},
    {"nose/nose-trans-vert-up", "nose/nose-trans-vert-down", 0.18F},
    {"nose/nose-volume-potato", "nose/nose-volume-point", 0.38F},
    {"nose/nose-width1-max", "nose/nose-width1-min", 0.32F},
    {"nose/nose-width2-max", "nose/nose-width2-min", 0.32F},
    {"nose/nose-width3-max", "nose/nose-width3-min", 0.32F},
    {"mouth/mouth-angles-up", "mouth/mouth-angles-down", 0.22F},
    {"mouth/mouth-cupidsbow-incr", "mouth/mouth-cupidsbow-decr", 0.32F},
    {"mouth/mouth-cupidsbow-width-max", "mouth/mouth-cupidsbow-width-min", 0.3F},
    {"mouth/mouth-dimples-in", "mouth/mouth-dimples-out", 0.2F},
    {"mouth/mouth-laugh-lines-in", "mouth/mouth-laugh-lines-out", 0.22F},
    {"mouth/mouth-lowerlip-height-max", "mouth/mouth-lowerlip-height-min", 0.35F},
    {"mouth/mouth-lowerlip-volume-inflate", "mouth/mouth-lowerlip-volume-deflate", 0.38F},
    {"mouth/mouth-lowerlip-width-max", "mouth/mouth-lowerlip-width-min", 0.25F},
    {"mouth/mouth-philtrum-volume-increase", "mouth/mouth-philtrum-volume-decrease", 0.3F},
    {"mouth/mouth-scale-depth-incr", "mouth/mouth-scale-depth-decr", 0.22F},
    {"mouth/mouth-scale-horiz-incr", "mouth/mouth-scale-horiz-decr", 0.38F},
    {"mouth/mouth-scale-vert-incr", "mouth/mouth-scale-vert-decr", 0.25F},
    {"mouth/mouth-trans-up", "mouth/mouth-trans-down", 0.22F},
    {"mouth/mouth-trans-forward", "mouth/mouth-trans-backward", 0.15F},
    {"mouth/mouth-upperlip-height-max", "mouth/mouth-upperlip-height-min", 0.35F},
    {"mouth/mouth-upperlip-volume-inflate", "mouth/mouth-upperlip-volume-deflate", 0.38F},
    {"mouth/mouth-upperlip-width-max", "mouth/mouth-upperlip-width-min", 0.25F},
    {"eyes/%-eye-bag-out", "eyes/%-eye-bag-in", 0.2F},
    {"eyes/%-eye-corner1-up", "eyes/%-eye-corner1-down", 0.28F},
    {"eyes/%-eye-corner2-up", "eyes/%-eye-corner2-down", 0.35F},
    {"eyes/%-eye-epicanthus-in", "eyes/%-eye-epicanthus-out", 0.3F},
    {"eyes/%-eye-eyefold-angle-up", "eyes/%-eye-eyefold-angle-down", 0.28F},
    {"eyes/%-eye-eyefold-convex", "eyes/%-eye-eyefold-concave", 0.3F},
    {"eyes/%-eye-eyefold-up", "eyes/%-eye-eyefold-down", 0.3F},
    {"eyes/%-eye-height1-max", "eyes/%-eye-height1-min", 0.28F},
    {"eyes/%-eye-height2-max", "eyes/%-eye-height2-min", 0.28F},
    {"eyes/%-eye-height3-max", "eyes/%-eye-height3-min", 0.28F},
    {"eyes/%-eye-move-out", "eyes/%-eye-move-in", 0.25F},
    {"eyes/%-eye-move-up", "eyes/%-eye-move-down", 0.2F},
    {"eyes/%-eye-push1-out", "eyes/%-eye-push1-in", 0.22F},
    {"eyes/%-eye-push2-out", "eyes/%-eye-push2-in", 0.22F},
    {"eyes/%-eye-size-big", "eyes/%-eye-size-small", 0.3F},
    {"cheek/%-cheek-bones-out", "cheek/%-cheek-bones-in", 0.38F},
    {"cheek/%-cheek-inner-inflate", "cheek/%-cheek-inner-deflate", 0.3F},
    {"cheek/%-cheek-trans-vert-up", "cheek/%-cheek-trans-vert-down", 0.25F},
    {"cheek/%-cheek-volume-inflate", "cheek/%-cheek-volume-deflate", 0.38F},
    {"chin/chin-bones-out", "chin/chin-bones-in", 0.38F},
    {"chin/chin-cleft-in", "chin/chin-cleft-out", 0.25F},
    {"chin/chin-height-max", "chin/chin-height-min", 0.3F},
    {"chin/chin-jaw-drop-more", "chin/chin-jaw-drop-less", 0.28F},
    {"chin/chin-prognathism-more", "chin/chin-prognathism-less", 0.22F},
    {"chin/chin-prominent-more", "chin/chin-prominent-less", 0.3F},
    {"chin/chin-width-max", "chin/chin-width-min", 0.42F},
    {"forehead/forehead-nubian-more", "forehead/forehead-nubian-less", 0.25F},
    {"forehead/forehead-scale-vert-more", "forehead/forehead-scale-vert-less", 0.25F},
    {"forehead/forehead-temple-out", "forehead/forehead-temple-in", 0.3F},
    {"forehead/forehead-trans-depth-forward", "forehead/forehead-trans-depth-backward", 0.2F},
    {"head/head-angle-out", "head/head-angle-in", 0.12F},
    {"head/head-fat", "head/head-skinny", 0.22F},
    {"head/head-scale-depth-more", "head/head-scale-depth-less", 0.2F},
    {"head/head-scale-horiz-more", "head/head-scale-horiz-less", 0.25F},
    {"head/head-scale-vert-more", "head/head-scale-vert-less", 0.22F},
    {"eyebrows/eyebrows-angle-up", "eyebrows/eyebrows-angle-down", 0.35F},
    {"eyebrows/eyebrows-trans-depth-more", "eyebrows/eyebrows-trans-depth-less", 0.22F},
    {"eyebrows/eyebrows-trans-vert-more", "eyebrows/eyebrows-trans-vert-less", 0.3F},
    {"ears/%-ear-wing-out", "ears/%-ear-wing-in", 0.3F},
    {"ears/%-ear-size-big", "ears/%-ear-size-small", 0.3F},
    {"ears/%-ear-lobe-max", "ears/%-ear-lobe-min", 0.3F},
    {"ears/%-ear-height-max", "ears/%-ear-height-min", 0.2F},
    {"ears/%-ear-rot-forward", "ears/%-ear-rot-backward", 0.2F},
    {"neck/neck-scale-horiz-more", "neck/neck-scale-horiz-less", 0.25F},
};

/// Outlines of the whole head, and how often women and men have them.
constexpr struct {
    const char* target;
    float women, men;
} kOutlines[] = {{"head/head-oval", 3, 1.5F},           {"head/head-round", 2, 1},
                 {"head/head-square", 0.3F, 1.5F},      {"head/head-rectangular", 0.4F, 1.2F},
                 {"head/head-diamond", 1.5F, 1},        {"head/head-triangular", 0.4F, 1},
                 {"head/head-invertedtriangular", 2, 1}};

/// Where the middle of a slider lies for women; men's lies on the other side. More than MakeHuman's
/// own difference of the sexes, which is small in the face.
constexpr struct {
    const char* more;
    float middle;
} kSexMiddles[] = {{"chin/chin-width-max", -0.22F},
                   {"chin/chin-bones-out", -0.15F},
                   {"eyes/%-eye-size-big", 0.16F},
                   {"mouth/mouth-upperlip-volume-inflate", 0.12F},
                   {"mouth/mouth-lowerlip-volume-inflate", 0.12F},
                   {"nose/nose-scale-horiz-incr", -0.14F},
                   {"nose/nose-scale-depth-incr", -0.12F},
                   {"nose/nose-hump-morehump", -0.12F},
                   {"eyebrows/eyebrows-trans-vert-more", 0.14F},
                   {"cheek/%-cheek-volume-inflate", 0.1F}};

/// MakeHuman's small distortions of one half of the face: part and how many kinds it has.
constexpr struct {
    const char* part;
    int kinds;
} kAsymmetries[] = {{"brown", 2}, {"cheek", 2}, {"ear", 4},  {"eye", 8},
                    {"jaw", 3},   {"mouth", 2}, {"nose", 4}, {"temple", 2}};

constexpr float kLimit = 0.8F; // beyond it single faces look like caricatures
constexpr float kSpread = 0.9F; // of all sliders: judged on contact sheets
constexpr float kSideDifference = 0.05F;
constexpr float kAsymmetry = 0.16F;

std::string forSide(const std::string& pattern, char side)
{
    std::string name = pattern;
    name.replace(name.find('%'), 1, 1, side);
    return name;
}

void addSigned(MorphWeights& weights, const std::string& more, const std::string& less, float value)
{
    value = std::clamp(value, -kLimit, kLimit);
    weights[value > 0 ? more : less] += std::abs(value);
}

float middleOf(const std::string& more, Sex sex)
{
    for (const auto& [target, middle] : kSexMiddles)
        if (more == target)
            return sex == Sex::Female ? middle : -0.6F * middle;
    return 0;
}

void addSlider(MorphWeights& weights, const Slider& slider, Sex sex, Random& random)
{
    const std::string more = slider.more, less = slider.less;
    const float value = middleOf(more, sex) + random.normal(slider.sd * kSpread);
    if (more.find('%') == std::string::npos) {
        addSigned(weights, more, less, value);
        return;
    }
    for (const char side : {'l', 'r'})
        addSigned(weights, forSide(more, side), forSide(less, side),
                  value + random.normal(kSideDifference));
}

void addAsymmetry(MorphWeights& weights, Random& random)
{
    for (const auto& [part, kinds] : kAsymmetries) {
        const auto kind = std::to_string(1 + random.index(static_cast<std::size_t>(kinds)));
        const auto side = random.chance(0.5F) ? "-l" : "-r";
        weights["asym/asym-" + std::string(part) + "-" + kind + side]
            = std::abs(random.normal(kAsymmetry));
    }
}

} // namespace

MorphWeights randomFaceShape(Sex sex, Random& random)
{
    MorphWeights weights;
    for (const auto& slider : kSliders)
        addSlider(weights, slider, sex, random);
    std::array<float, std::size(kOutlines)> shares{};
    for (std::size_t i = 0; i < shares.size(); ++i)
        shares[i] = sex == Sex::Female ? kOutlines[i].women : kOutlines[i].men;
    weights[kOutlines[random.pick(shares)].target] = random.uniform(0, 0.6F);
    addAsymmetry(weights, random);
    return weights;
}

} // namespace portraits
