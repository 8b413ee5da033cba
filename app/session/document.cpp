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
    result->inMask = roi::brainMask(fit);
    for (const glm::ModelFit& model : fit.models)
        result->faces.push_back(model.exploration);
    result->fit = std::move(fit);
    return result;
}

Document startDocument(const OpenedFit& opened)
{
    const glm::Fit& fit = opened.fit;
    Document document;
    document.shape = fit.grid.shape;
    if (fit.models.empty())
        return document;
    for (roi::Region& region : roi::offeredRegions(fit, fit.models.front()))
        document.regions.push_back(std::make_shared<const roi::Region>(std::move(region)));
    document.thirds = roi::equalThirds(fit, fit.models.front());
    return document;
}

Eigen::Index OpenedFit::sealedCount() const
{
    return isSealOpen || fit.models.empty() ? 0 : fit.models.front().confirmation.count();
}

} // namespace fusiform
