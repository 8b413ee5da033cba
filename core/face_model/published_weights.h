// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/vaegan_model.h"
#include "core/io/tensorflow_values.h"

namespace fusiform::face_model {

/// A layer of the published network, and the checkpoint's variables that make it; without some of
/// them where it has none.
struct PublishedLayer {
    std::string name; ///< of ours: "encoder.0", "generator.start"
    std::string weight, bias;
    std::string gamma, beta, mean, variance; ///< batch normalisation

    [[nodiscard]] std::vector<std::string> variables() const; ///< those that it has
};

/// The network of VanRullen & Reddy 2019 as found in a checkpoint's variables.
struct PublishedPlan {
    std::vector<PublishedLayer> layers;
    std::int32_t width = 0; ///< channels of the first layer
    std::int32_t latentSize = 0;
    std::int32_t imageSize = 0;
    std::vector<std::string> unmapped; ///< optimiser slots, discriminator, log sigma and others

    [[nodiscard]] bool uses(const std::string& variable) const;
};

/// Finds the layers by the words in the variables' names (encoder; generator or decoder; mu or
/// mean) and by their shapes: the convolutions of each part form a chain of channels.
/// @throws Error{BadData} that says what is missing.
[[nodiscard]] PublishedPlan planOf(const io::TensorFlowCheckpoint& checkpoint,
                                   const std::filesystem::path& file);

/// The arrays of the network in use: normalisation folded into the weights with its moving
/// averages and an epsilon of 1e-6, axes in LibTorch's order.
[[nodiscard]] std::map<std::string, HalfArray>
arraysOf(const PublishedPlan& plan, const std::map<std::string, io::FloatArray>& values);

} // namespace fusiform::face_model
