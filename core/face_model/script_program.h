// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/torch/torch_door.h"
#include "core/image/picture.h"
#include "core/util/progress.h"

#include <Eigen/Dense>

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

namespace fusiform::face_model {

/// A TorchScript program that runs in the LibTorch module. To make one is to run it: ask before.
class ScriptProgram {
public:
    /// What a method gave.
    struct Result {
        std::vector<std::int64_t> shape;
        std::vector<float> values; ///< row-major
    };

    /// @param file for messages  @param bytes all of it
    /// @throws Error{BadData} if it cannot be loaded, Error{Failure} without the module.
    ScriptProgram(std::filesystem::path file, std::span<const std::byte> bytes);
    ~ScriptProgram();
    ScriptProgram(const ScriptProgram&) = delete;
    ScriptProgram& operator=(const ScriptProgram&) = delete;

    /// What it says of itself.
    [[nodiscard]] const ScriptFacts& facts() const { return m_facts; }
    /// forward() of one code. @throws Error{BadData} with the program's own complaint, and if it
    /// gives what is no picture: 1 x 3 x S x S finite numbers. S is imageSize, any where that is 0.
    [[nodiscard]] Result picture(const Eigen::VectorXd& code, int imageSize,
                                 const Progress& progress) const;
    /// encode() of one square picture.
    /// @throws Error{BadData} if it gives anything but latentSize finite numbers.
    [[nodiscard]] Eigen::VectorXd code(const image::Picture& picture, std::int64_t latentSize,
                                       const Progress& progress) const;

private:
    std::filesystem::path m_file;
    ScriptFacts m_facts = {};
    void* m_script = nullptr; ///< of the module
};

} // namespace fusiform::face_model
