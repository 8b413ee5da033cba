// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/torch/torch_door.h"
#include "core/util/json.h"

#include <string_view>

namespace fusiform::face_model {

/// What a training wants of the pictures, and how strongly. The defaults were measured on rendered
/// portraits (docs/models/portraits-vaegan.md).
struct VaeganRecipe {
    double pixelWeight = 10;
    double chromaWeight
        = 1; ///< errors of colour count twice: without it, lips and eyes get fringes
    double ssimWeight = 0.3;
    double klWeight = 1e-3; ///< larger: random codes look more like faces, reconstructions less
    double attributeWeight = 0; ///< on telling the pictures' attributes from their codes
    double boundWeight = 10;
    double featureWeight = 0.15;
    double adversarialWeight = 0.002;
    double discriminatorNoise = 0.03; ///< at the start of stage 2; falls to 0
    double gradientPenalty = 0.5; ///< of the discriminator at real pictures (R1)
    double penaltyEvery = 4; ///< steps between penalties, each as strong as all of them
    double firstStage = 0.75; ///< share of the training without discriminator
    double firstRate = 1e-3; ///< learning rate of stage 1; falls to a fifth
    double secondRate = 2e-4; ///< of stage 2; falls to a fiftieth of firstRate
    double discriminatorRate = 2e-4; ///< falls to a fifth
    double gradientLimit = 1;
    double averageDecay = 0.998; ///< of the moving average of the weights, once a stage is long
    double shift = 1; ///< pixels; augmentation by mirror images and shifts; 0: none
};

/// Every number of a recipe by its name ("pixel_weight", ...).
[[nodiscard]] Json recipeJson(const VaeganRecipe& recipe);
/// Sets the number of that name. @throws Error{Usage} naming those there are, or if it is negative.
void setRecipe(VaeganRecipe& recipe, std::string_view name, double value);

/// The settings of one step.
/// @param done share of the training that lies behind, 0..1.
/// @param stepsInStage steps since the present stage began: rates and weights ramp up over 100.
/// @param seed of this step: the discriminator's window and all noise follow from it.
[[nodiscard]] TrainingStep settingsAt(double done, std::uint64_t stepsInStage, int imageSize,
                                      std::uint64_t seed, const VaeganRecipe& recipe);

} // namespace fusiform::face_model
