// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/face_model.h"

#include "core/util/error.h"

namespace fusiform::face_model {

void ModelDescription::checkPicture(const image::Picture& picture) const
{
    if (picture.width != imageSize || picture.height != imageSize)
        throw usage(FUSIFORM_TR("core", "%1 takes pictures of %2 x %2 pixels, not %3 x %4.")
                        .arg(name)
                        .arg(imageSize)
                        .arg(picture.width)
                        .arg(picture.height));
}

void ModelDescription::checkCodes(const Eigen::Ref<const Eigen::MatrixXd>& latents) const
{
    if (latents.cols() != latentSize || !latents.allFinite())
        throw usage(FUSIFORM_TR("core", "%1 takes codes of %2 finite numbers, not of %3.")
                        .arg(name)
                        .arg(static_cast<long long>(latentSize))
                        .arg(static_cast<long long>(latents.cols())));
}

} // namespace fusiform::face_model
