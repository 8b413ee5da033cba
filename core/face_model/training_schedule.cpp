// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/training_schedule.h"

#include "core/util/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fusiform::face_model {

namespace {

constexpr double kRampSteps = 100;

/// From `first` to `last` along half a cosine.
double annealed(double first, double last, double share)
{
    return last
           + (first - last) * 0.5 * (1 + std::cos(std::numbers::pi * std::clamp(share, 0.0, 1.0)));
}

} // namespace

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
    return step;
}

} // namespace fusiform::face_model
