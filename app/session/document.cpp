// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/document.h"

#include "core/io/nifti.h"

namespace fusiform {

std::shared_ptr<const OpenedFit> opened(glm::Fit fit)
{
    auto result = std::make_shared<OpenedFit>();
    image::Volume background = fit.anatomy.empty() ? fit.meanImage : io::readVolume(fit.anatomy);
    result->background = std::make_shared<const image::Volume>(std::move(background));
    result->tMap = std::make_shared<const image::Volume>(fit.volumeOf(fit.tFace));
    result->inMask = image::VoxelSet::of(fit.grid.shape, fit.voxels);
    result->fit = std::move(fit);
    return result;
}

} // namespace fusiform
