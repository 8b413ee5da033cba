// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/decode_region.h"

#include "core/decode/region_decoder.h"

#include <cmath>

namespace fusiform::decode {

using Eigen::Index;

Decoded decodeRegion(const glm::Fit& fit, const glm::ModelFit& model, const image::VoxelSet& region,
                     const glm::FaceSet& faces, const DecodeOptions& options, Progress& progress)
{
    RegionDecoder decoder(fit, model, faces);
    if (decoderNamed(options.decoder).needsInputs())
        decoder.setInputs(
            std::make_shared<const DecoderInputs>(decoderInputs(fit, model, progress)));
    Decoded decoded = decoder.decode(region, options, progress);
    decoder.addCondition(decoded);
    return decoded;
}

Eigen::MatrixXd contrastMatched(const Eigen::MatrixXd& latents, const glm::ModelFit& model)
{
    // In units of the training sd a typical training code lies sqrt(live latents) from the mean.
    const Eigen::VectorXd inverse = glm::inverseOfSd(model.latentMean, model.latentSd);
    const double typical = std::sqrt(static_cast<double>((inverse.array() > 0).count()));
    Eigen::MatrixXd result = latents;
    for (Index row = 0; row < latents.rows(); ++row) {
        const Eigen::RowVectorXd deviation = latents.row(row) - model.latentMean.transpose();
        const double length = deviation.cwiseProduct(inverse.transpose()).norm();
        if (length > 0)
            result.row(row) = model.latentMean.transpose() + typical / length * deviation;
    }
    return result;
}

Eigen::MatrixXd shownCodes(const Eigen::MatrixXd& latents, const glm::ModelFit& model,
                           ShownCodes kind)
{
    return kind == ShownCodes::ContrastMatched ? contrastMatched(latents, model) : latents;
}

} // namespace fusiform::decode
