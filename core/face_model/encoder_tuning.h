// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/training_set.h"
#include "core/face_model/vaegan_model.h"

#include <Eigen/Core>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fusiform::face_model {

/// How an encoder is tuned. Five epochs on 15,700 portraits, Young weighed 3, lifted the linear
/// read-out of age on 1,000 others from 81 to 85 %.
struct TuningRecipe {
    double hold = 30; ///< weight on codes staying where they were
    double rate = 5e-4; ///< learning rate of the encoder; falls to 0 along half a cosine
    double headRate = 1e-2; ///< of the linear map that tells attributes, likewise
    double attributeWeight = 0.4; ///< on telling an attribute, mean over attributes
    double shift = 2; ///< pixels; every other batch is mirrored and shifted at random; 0: none
};

/// Every number of a recipe by its name ("hold", "rate", ...).
[[nodiscard]] Json recipeJson(const TuningRecipe& recipe);
/// Sets the number of that name. @throws Error{Usage} naming those there are, or if it is negative.
void setRecipe(TuningRecipe& recipe, std::string_view name, double value);

/// Pictures, what they show, and what the model that is to be tuned makes of them.
struct LabelledPictures {
    const TrainingSet& pictures;
    const Eigen::MatrixXd& codes; ///< pictures x latents
    std::vector<std::string> attributes;
    std::vector<float> labels; ///< pictures x attributes, row by row: 1, -1, or 0 where not known
};

/// How much each attribute counts: in proportion to how badly the codes tell it before tuning, so
/// that none has to be named. That is the share of every other picture for which a linear read-out
/// learned from the rest is wrong, of 8,192 pictures evenly taken if there are more. An attribute
/// that is never or always there counts for nothing.
/// @param mean of the weights
/// @return one weight for each attribute
[[nodiscard]] std::vector<double> attributeWeights(const LabelledPictures& labelled, double mean,
                                                   Progress& progress);

struct TuningOptions {
    std::string name = "vaegan";
    std::string training; ///< what the pictures are, one line; empty: as the model says
    std::size_t batch = 64;
    std::uint64_t seed = 1;
    int epochs = 6;
    TuningRecipe recipe;
    std::vector<double> weights; ///< of each attribute; see attributeWeights()
    std::filesystem::path log; ///< TSV of losses, one row per epoch; empty: none
    /// After every epoch the model as it is then, whole and for use; empty: none.
    std::filesystem::path checkpoint;
};

/// Trains the encoder of a finished compact VAE-GAN to put attributes of faces into its codes where
/// a linear map can read them, and holds the codes where they were in all other respects: the
/// generator stays as it is, byte by byte, and still makes the same pictures of them. Minimised is
/// hold * mean(((z - z0) / sd)^2) + sum over attributes of weight * logistic loss of a linear map
/// of z / sd, z0 being the code of the encoder as it was and sd the deviations of its codes. The
/// map is dropped at the end. The same seed and thread count give the same bytes.
/// @throws Error{Usage} if the model is not compact or labels and pictures do not agree,
/// Error{Cancelled} within a quarter of a second, Error{Failure} if a loss is no number any more;
/// the last checkpoint remains.
[[nodiscard]] std::unique_ptr<VaeganModel> tuneEncoder(const VaeganModel& model,
                                                       const LabelledPictures& labelled,
                                                       const TuningOptions& options,
                                                       Progress& progress);

} // namespace fusiform::face_model
