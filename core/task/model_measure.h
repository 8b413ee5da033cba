// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"
#include "core/face_model/model_quality.h"

#include <filesystem>

namespace fusiform::task {

/// Pictures that show what a model makes, for a person to look at; an empty folder: none.
struct ModelSheets {
    std::filesystem::path folder;
    std::string label; ///< begins the names of the files
};

struct Measured {
    std::vector<face_model::FaceQuality> faces; ///< of each picture
    /// Mean sharpness of 64 random faces relative to the pictures: far from 1, above all beyond it,
    /// the generator is good only at codes it was trained on.
    double randomSharpness = 0;

    /// The means, and `random_sharpness`.
    [[nodiscard]] Json json() const;
};

/// Figures of a model on pictures that it has not seen.
/// @param codes of the pictures
/// @param spread codes from whose distribution random faces are drawn
[[nodiscard]] Measured measured(const face_model::FaceModel& model,
                                std::span<const image::Picture> pictures,
                                const Eigen::MatrixXd& codes, const Eigen::MatrixXd& spread,
                                std::uint64_t seed, const ModelSheets& sheets, Progress& progress);

/// "NAME: PixCorr ..., SSIM ..." and a line end.
[[nodiscard]] std::string qualityText(const std::string& name, const Json& quality);

} // namespace fusiform::task
