// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"
#include "core/face_model/model_quality.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace fusiform::face_model {

/// What one model makes of pictures.
struct ComparedModel {
    ModelDescription model;
    std::vector<image::Picture> reconstructions;
    std::vector<FaceQuality> faces; ///< each measured at the model's own size of pictures
    ModelQuality mean;
};

struct ModelComparison {
    std::vector<std::filesystem::path> files;
    std::vector<image::Picture> originals; ///< of the size of the largest model's pictures
    std::vector<ComparedModel> models;
};

/// The same pictures through every model.
/// @throws Error{BadData} naming a picture that cannot be read; Error{Usage} without pictures or
/// models.
[[nodiscard]] ModelComparison
compareModels(std::span<const std::filesystem::path> files,
              std::span<const std::shared_ptr<const FaceModel>> models, Progress& progress);

enum class Measure { PixCorr, Ssim, Sharpness, Rank };
/// @return a face's number; sharpness relative to the original
[[nodiscard]] double measureOf(const FaceQuality& face, Measure measure);
/// The positions of the faces, the best of `model` first (the sharpest, the lowest rank); of equals
/// the earlier.
[[nodiscard]] std::vector<std::size_t> orderedBy(const ModelComparison& comparison,
                                                 std::size_t model, Measure measure);

} // namespace fusiform::face_model
