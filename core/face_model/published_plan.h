// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fusiform::face_model {

/// How a file lays out the weights of a network.
enum class NetLayout {
    TensorFlow, ///< convolutions as rows, columns, in, out; linear maps as in, out
    Torch, ///< convolutions as out, in, rows, columns; linear maps as out, in
};

/// A variable of a network, as the search for layers sees it.
struct NetVariable {
    std::string name; ///< in its file
    std::string path; ///< the same in TensorFlow's words: "encoder/0/W", "encoder/0/gamma"
    std::vector<std::int64_t> stored; ///< its shape in the file
    std::vector<std::int64_t> shape; ///< with TensorFlow's order of axes
    bool isFloat = true;
};

/// A layer of the published network, and the file's variables that make it; without some of them
/// where it has none.
struct PublishedLayer {
    std::string name; ///< of ours: "encoder.0", "generator.start"
    std::string weight, bias;
    std::string gamma, beta, mean, variance; ///< batch normalisation

    [[nodiscard]] std::vector<std::string> variables() const; ///< those that it has
};

/// The network of VanRullen & Reddy 2019 as found in a file's variables.
struct PublishedPlan {
    std::vector<PublishedLayer> layers;
    NetLayout layout = NetLayout::TensorFlow;
    std::int32_t width = 0; ///< channels of the first layer
    std::int32_t latentSize = 0;
    std::int32_t imageSize = 0;
    std::vector<std::string> unmapped; ///< optimiser slots, discriminator, log sigma and others

    [[nodiscard]] bool uses(const std::string& variable) const;
};

/// Finds the layers by the words in the variables' paths (encoder; generator or decoder; mu or
/// mean) and by their shapes: the convolutions of each part form a chain of channels.
/// @throws Error{BadData} that says what is missing, or of what there are several, and what is
/// there.
[[nodiscard]] PublishedPlan planOf(const std::vector<NetVariable>& variables, NetLayout layout,
                                   const std::filesystem::path& file);

} // namespace fusiform::face_model
