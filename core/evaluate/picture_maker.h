// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"
#include "core/glm/fit.h"

#include <memory>
#include <optional>

namespace fusiform::evaluate {

/// The face model of a fit as it makes pictures of codes, or why it makes none.
struct PictureMaker {
    std::shared_ptr<const face_model::FaceModel> model; ///< null: no pictures
    std::optional<Text> missing; ///< why

    /// One picture a row. @param codes n x latents, finite. @throws Error{Cancelled}
    [[nodiscard]] std::vector<image::SharedPicture> pictures(const Eigen::MatrixXd& codes,
                                                             Progress& progress) const;
};

/// Reads the model's file. A model of which only codes are known, and a file that is gone, damaged
/// or not trusted, make no pictures: scores need none.
[[nodiscard]] PictureMaker pictureMakerOf(const glm::ModelFit& model);

/// The pictures of faces as a model of this size takes them, in the order of the faces; an empty
/// picture where the fit has no file. @throws Error{BadData} naming a file that cannot be read
[[nodiscard]] std::vector<image::Picture> originalsOf(const glm::FaceSet& faces, int imageSize);

} // namespace fusiform::evaluate
