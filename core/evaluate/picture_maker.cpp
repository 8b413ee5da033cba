// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/picture_maker.h"

#include "core/face_model/codes_only_model.h"
#include "core/face_model/face_models.h"
#include "core/io/face_file.h"
#include "core/util/error.h"

namespace fusiform::evaluate {

std::vector<image::SharedPicture> PictureMaker::pictures(const Eigen::MatrixXd& codes,
                                                         Progress& progress) const
{
    std::vector<image::SharedPicture> shared;
    for (image::Picture& picture : model->generate(codes, progress))
        shared.push_back(image::shared(std::move(picture)));
    return shared;
}

PictureMaker pictureMakerOf(const glm::ModelFit& model)
{
    if (!face_model::hasGenerator(model.model))
        return {nullptr, face_model::withoutGenerator(model.model.name)};
    try {
        return {face_model::loadFaceModel(model.modelFile), std::nullopt};
    } catch (const Error& error) {
        return {nullptr, FUSIFORM_TR("core", "There are no pictures of %1: %2")
                             .arg(model.model.name)
                             .arg(error.message().english())};
    }
}

std::vector<image::Picture> originalsOf(const glm::FaceSet& faces, int imageSize)
{
    std::vector<image::Picture> originals;
    for (const std::filesystem::path& file : faces.pictures)
        originals.push_back(file.empty() ? image::Picture() : io::readFace(file, {imageSize}));
    originals.resize(faces.names.size());
    return originals;
}

} // namespace fusiform::evaluate
