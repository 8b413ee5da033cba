// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/decode_region.h"

#include "core/decode/ridge_decoder.h"
#include "core/math/correlation.h"
#include "core/scores/recognition.h"
#include "core/util/error.h"

#include <limits>

namespace fusiform::decode {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

using Eigen::Index;

/// Positions of the region's voxels whose weights and patterns are finite.
std::vector<Index> usablePositions(const glm::Fit& fit, const glm::ModelFit& model,
                                   const image::VoxelSet& region, const glm::FaceSet& faces)
{
    std::vector<Index> positions;
    for (const Index position : fit.positionsOf(region))
        if (model.weights.matrix().col(position).allFinite()
            && faces.patterns.col(position).allFinite())
            positions.push_back(position);
    return positions;
}

std::optional<Text> warningFor(Index voxels, Index rows, const RidgeSolution& solution,
                               double ridge)
{
    const double ratio = static_cast<double>(voxels) / static_cast<double>(rows);
    if (ridge == 0 && ratio > 0.85 && ratio < 1.2)
        return FUSIFORM_TR(
                   "core",
                   "%1 voxels for %2 unknowns: the plain inverse is unstable here; use ridge.")
            .arg(voxels)
            .arg(rows);
    if (ridge == 0 && voxels < rows)
        return FUSIFORM_TR("core", "%1 voxels for %2 unknowns: the pseudoinverse gives the "
                                   "smallest of many solutions.")
            .arg(voxels)
            .arg(rows);
    if (ridge == 0 && solution.conditionNumber > 1e8)
        return FUSIFORM_TR("core", "The matrix is nearly singular (condition %1); use ridge.")
            .arg(solution.conditionNumber);
    if (voxels < 10)
        return FUSIFORM_TR("core", "Only %1 voxels: codes from so few say little.").arg(voxels);
    return std::nullopt;
}

} // namespace

Decoded decodeRegion(const glm::Fit& fit, const glm::ModelFit& model, const image::VoxelSet& region,
                     const glm::FaceSet& faces, const DecodeOptions& options, Progress& progress)
{
    progress.checkpoint();
    if (options.decoder != "ridge" && options.decoder != "ols")
        throw usage(FUSIFORM_TR("core", "There is no decoder called %1; there are ols and ridge.")
                        .arg(options.decoder));
    const std::vector<Index> positions = usablePositions(fit, model, region, faces);
    if (positions.empty())
        throw usage(FUSIFORM_TR("core", "The region has no usable voxel inside the brain mask."));
    const Eigen::MatrixXd weights = model.weights.matrix()(Eigen::all, positions).cast<double>();
    const Eigen::MatrixXd patterns = faces.patterns(Eigen::all, positions).cast<double>();

    RidgeOptions ridge;
    ridge.strength = options.decoder == "ols" ? 0 : options.ridge;
    const RidgeSolution solution = ridgeDecode(weights, patterns, ridge);
    progress.checkpoint();

    Decoded decoded;
    decoded.names = faces.names;
    // W is per training sd of each latent; the paper drops the bias.
    const Eigen::MatrixXd inSd = solution.codes.leftCols(model.weights.latentSize());
    decoded.latents = inSd * model.latentSd.asDiagonal();
    // Of a dead latent the brain says nothing: it has the value that every picture gives it.
    const Eigen::VectorXd inverse = glm::inverseOfSd(model.latentMean, model.latentSd);
    for (Index latent = 0; latent < inverse.size(); ++latent)
        if (inverse[latent] == 0)
            decoded.latents.col(latent).setConstant(model.latentMean[latent]);
    if (faces.codes.rows() == decoded.latents.rows()) {
        const Eigen::MatrixXd truth = faces.codes * inverse.asDiagonal();
        decoded.similarity = options.scoreInSd
                                 ? math::rowCorrelations(inSd, truth)
                                 : math::rowCorrelations(decoded.latents, faces.codes);
        // Faces of an imported fit may have come without their codes: no score rather than 0 %.
        const bool isKnown = faces.codes.allFinite();
        decoded.pairwise = isKnown ? scores::pairwise(decoded.similarity) : kUnknown;
        decoded.fullRecognition = isKnown ? scores::full(decoded.similarity) : kUnknown;
    }
    decoded.voxels = static_cast<Index>(positions.size());
    decoded.conditionNumber = solution.conditionNumber;
    decoded.ridge = ridge.strength;
    decoded.form = solution.form;
    decoded.warning = warningFor(decoded.voxels, weights.rows(), solution, ridge.strength);
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
