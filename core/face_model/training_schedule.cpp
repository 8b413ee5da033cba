// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/training_schedule.h"

#include "core/face_model/named_numbers.h"
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

constexpr std::array kNumbers = {
    NamedNumber<VaeganRecipe>{"pixel_weight", &VaeganRecipe::pixelWeight},
    NamedNumber<VaeganRecipe>{"chroma_weight", &VaeganRecipe::chromaWeight},
    NamedNumber<VaeganRecipe>{"ssim_weight", &VaeganRecipe::ssimWeight},
    NamedNumber<VaeganRecipe>{"kl_weight", &VaeganRecipe::klWeight},
    NamedNumber<VaeganRecipe>{"attribute_weight", &VaeganRecipe::attributeWeight},
    NamedNumber<VaeganRecipe>{"bound_weight", &VaeganRecipe::boundWeight},
    NamedNumber<VaeganRecipe>{"feature_weight", &VaeganRecipe::featureWeight},
    NamedNumber<VaeganRecipe>{"adversarial_weight", &VaeganRecipe::adversarialWeight},
    NamedNumber<VaeganRecipe>{"discriminator_noise", &VaeganRecipe::discriminatorNoise},
    NamedNumber<VaeganRecipe>{"gradient_penalty", &VaeganRecipe::gradientPenalty},
    NamedNumber<VaeganRecipe>{"penalty_every", &VaeganRecipe::penaltyEvery},
    NamedNumber<VaeganRecipe>{"first_stage", &VaeganRecipe::firstStage},
    NamedNumber<VaeganRecipe>{"first_rate", &VaeganRecipe::firstRate},
    NamedNumber<VaeganRecipe>{"second_rate", &VaeganRecipe::secondRate},
    NamedNumber<VaeganRecipe>{"discriminator_rate", &VaeganRecipe::discriminatorRate},
    NamedNumber<VaeganRecipe>{"gradient_limit", &VaeganRecipe::gradientLimit},
    NamedNumber<VaeganRecipe>{"average_decay", &VaeganRecipe::averageDecay},
    NamedNumber<VaeganRecipe>{"shift", &VaeganRecipe::shift},
};

/// From `first` to `last` along half a cosine.
double annealed(double first, double last, double share)
{
    return last
           + (first - last) * 0.5 * (1 + std::cos(std::numbers::pi * std::clamp(share, 0.0, 1.0)));
}

} // namespace

Json recipeJson(const VaeganRecipe& recipe) { return jsonOf(recipe, kNumbers); }

void setRecipe(VaeganRecipe& recipe, std::string_view name, double value)
{
    setNumber(recipe, kNumbers, name, value);
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
