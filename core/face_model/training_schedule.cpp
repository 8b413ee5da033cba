// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/training_schedule.h"

#include "core/util/error.h"
#include "core/util/random.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>

namespace fusiform::face_model {

namespace {

constexpr double kRampSteps = 100;

struct NamedNumber {
    const char* name;
    double VaeganRecipe::*value;
};
constexpr std::array kNumbers = {
    NamedNumber{"pixel_weight", &VaeganRecipe::pixelWeight},
    NamedNumber{"chroma_weight", &VaeganRecipe::chromaWeight},
    NamedNumber{"ssim_weight", &VaeganRecipe::ssimWeight},
    NamedNumber{"kl_weight", &VaeganRecipe::klWeight},
    NamedNumber{"attribute_weight", &VaeganRecipe::attributeWeight},
    NamedNumber{"bound_weight", &VaeganRecipe::boundWeight},
    NamedNumber{"feature_weight", &VaeganRecipe::featureWeight},
    NamedNumber{"adversarial_weight", &VaeganRecipe::adversarialWeight},
    NamedNumber{"discriminator_noise", &VaeganRecipe::discriminatorNoise},
    NamedNumber{"gradient_penalty", &VaeganRecipe::gradientPenalty},
    NamedNumber{"penalty_every", &VaeganRecipe::penaltyEvery},
    NamedNumber{"first_stage", &VaeganRecipe::firstStage},
    NamedNumber{"first_rate", &VaeganRecipe::firstRate},
    NamedNumber{"second_rate", &VaeganRecipe::secondRate},
    NamedNumber{"discriminator_rate", &VaeganRecipe::discriminatorRate},
    NamedNumber{"gradient_limit", &VaeganRecipe::gradientLimit},
    NamedNumber{"average_decay", &VaeganRecipe::averageDecay},
    NamedNumber{"shift", &VaeganRecipe::shift},
};

/// From `first` to `last` along half a cosine.
double annealed(double first, double last, double share)
{
    return last
           + (first - last) * 0.5 * (1 + std::cos(std::numbers::pi * std::clamp(share, 0.0, 1.0)));
}

} // namespace

Json recipeJson(const VaeganRecipe& recipe)
{
    Json json;
    for (const NamedNumber& number : kNumbers)
        json[number.name] = recipe.*number.value;
    return json;
}

void setRecipe(VaeganRecipe& recipe, std::string_view name, double value)
{
    std::string known;
    for (const NamedNumber& number : kNumbers) {
        if (number.name == name) {
            if (!(value >= 0) || !std::isfinite(value))
                throw usage(
                    FUSIFORM_TR("core", "--recipe %1: expected a number of at least 0.").arg(name));
            recipe.*number.value = value;
            return;
        }
        known += (known.empty() ? "" : ", ") + std::string(number.name);
    }
    throw usage(FUSIFORM_TR("core", "--recipe %1: expected one of %2.").arg(name).arg(known));
}

TrainingStep settingsAt(double done, std::uint64_t stepsInStage, int imageSize, std::uint64_t seed,
                        const VaeganRecipe& recipe)
{
    const double ramp = std::min(1.0, static_cast<double>(stepsInStage + 1) / kRampSteps);
    TrainingStep step = {};
    step.noiseSeed = seed;
    step.pixelWeight = recipe.pixelWeight;
    step.chromaWeight = recipe.chromaWeight;
    step.ssimWeight = recipe.ssimWeight;
    step.klWeight = recipe.klWeight;
    step.attributeWeight = recipe.attributeWeight;
    step.boundWeight = recipe.boundWeight;
    step.gradientLimit = recipe.gradientLimit;
    // Over the last tenth of a stage at most: a short training would otherwise average its own
    // start.
    const auto steps = static_cast<double>(stepsInStage);
    step.averageDecay = std::min(recipe.averageDecay, (1 + steps) / (10 + steps));

    Random random(seed, 1);
    step.windowSize = imageSize - imageSize / 16;
    const auto places = static_cast<std::uint64_t>(imageSize / 16 + 1);
    step.windowX = static_cast<std::int32_t>(random.below(places));
    step.windowY = static_cast<std::int32_t>(random.below(places));

    if (done < recipe.firstStage) {
        step.learningRate
            = ramp * annealed(recipe.firstRate, recipe.firstRate / 5, done / recipe.firstStage);
        return step;
    }
    const double share = (done - recipe.firstStage) / (1 - recipe.firstStage);
    step.learningRate = annealed(recipe.secondRate, recipe.firstRate / 50, share);
    step.discriminatorRate
        = annealed(recipe.discriminatorRate, recipe.discriminatorRate / 5, share);
    step.featureWeight = ramp * recipe.featureWeight;
    step.adversarialWeight = ramp * recipe.adversarialWeight;
    step.discriminatorNoise = recipe.discriminatorNoise * (1 - share);
    const auto every = static_cast<std::uint64_t>(std::max(1.0, recipe.penaltyEvery));
    if (stepsInStage % every == 0)
        step.gradientPenalty = static_cast<double>(every) * recipe.gradientPenalty;
    return step;
}

} // namespace fusiform::face_model
