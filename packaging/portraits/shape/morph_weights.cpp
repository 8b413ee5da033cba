// SPDX-License-Identifier: GPL-3.0-or-later
#include "shape/morph_weights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace portraits {

namespace {

using Share = std::pair<const char*, float>;

// MakeHuman's "young" shape is 25 years old and "old" is 90.
std::array<Share, 2> ageShares(float years)
{
    const float old = std::clamp((years - 25) / 65, 0.0F, 1.0F);
    return {Share{"young", 1 - old}, Share{"old", old}};
}

std::array<Share, 2> sexShares(float masculinity)
{
    return {Share{"female", 1 - masculinity}, Share{"male", masculinity}};
}

std::array<Share, 3> ancestryShares(const Ancestry& a)
{
    return {Share{"african", a.african}, Share{"asian", a.asian}, Share{"caucasian", a.caucasian}};
}

std::array<Share, 2> weightShares(float weight)
{
    return {Share{"averageweight", 1 - std::abs(weight)},
            Share{weight > 0 ? "maxweight" : "minweight", std::abs(weight)}};
}

void add(MorphWeights& weights, const std::string& name, float weight)
{
    if (weight > 0.001F)
        weights[name] += weight;
}

} // namespace

MorphWeights bodyWeights(const Body& body)
{
    MorphWeights weights = body.sliders;
    for (const auto& [sex, sexShare] : sexShares(body.masculinity)) {
        for (const auto& [age, ageShare] : ageShares(body.ageYears)) {
            const auto sexAge = std::string(sex) + "-" + age;
            for (const auto& [ancestry, share] : ancestryShares(body.ancestry))
                add(weights, "macrodetails/" + std::string(ancestry) + "-" + sexAge,
                    sexShare * ageShare * share);
            for (const auto& [weight, share] : weightShares(body.weight))
                add(weights, "macrodetails/universal-" + sexAge + "-averagemuscle-" + weight,
                    sexShare * ageShare * share);
        }
    }
    return weights;
}

MorphWeights expressionWeights(const Expression& e, const Ancestry& ancestry)
{
    // Most brow meshes slope inwards and look angry on a face at rest.
    const float relaxed = 0.22F * std::max(0.0F, 1 - 2 * e.frown);
    const std::pair<const char*, float> units[] = {
        {"mouth-corner-puller", 0.95F * e.smile},
        {"mouth-retraction", 0.15F * e.smile},
        {"mouth-part-later", 0.25F * e.smile * std::min(1.0F, e.mouthOpen * 3)},
        {"mouth-upward-retraction", 0.25F * e.smile * std::min(1.0F, e.mouthOpen * 3)},
        {"mouth-open", e.mouthOpen},
        {"mouth-depression", 0.6F * e.sadness},
        {"mouth-compression", 0.3F * e.frown},
        {"mouth-protusion", 0.7F * e.pout},
        {"eye-left-slit", e.squint + 0.25F * e.smile},
        {"eye-right-slit", e.squint + 0.25F * e.smile},
        {"eye-left-opened-up", e.wideEyes},
        {"eye-right-opened-up", e.wideEyes},
        {"eyebrows-left-up", e.browsUp},
        {"eyebrows-right-up", e.browsUp},
        {"eyebrows-left-down", e.frown},
        {"eyebrows-right-down", e.frown},
        {"eyebrows-left-inner-up", relaxed + 0.6F * e.sadness},
        {"eyebrows-right-inner-up", relaxed + 0.6F * e.sadness},
        {"nose-left-elevation", 0.12F * e.smile},
        {"nose-right-elevation", 0.12F * e.smile},
    };
    MorphWeights weights;
    for (const auto& [unit, strength] : units)
        for (const auto& [name, share] : ancestryShares(ancestry))
            add(weights, "expression/units/" + std::string(name) + "/" + unit, strength * share);
    return weights;
}

} // namespace portraits
