// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/region_decoder.h"

#include "core/math/correlation.h"
#include "core/scores/recognition.h"
#include "core/util/error.h"

#include <limits>

namespace fusiform::decode {

namespace {

using Eigen::Index;

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// What is wrong with the number of voxels.
std::optional<Text> warningFor(Index voxels, Index rows, double ridge)
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
    if (voxels < 10)
        return FUSIFORM_TR("core", "Only %1 voxels: codes from so few say little.").arg(voxels);
    return std::nullopt;
}

} // namespace

RegionDecoder::RegionDecoder(const glm::Fit& fit, const glm::ModelFit& model,
                             const glm::FaceSet& faces)
    : m_fit(fit), m_model(model), m_faces(faces), m_gram({model.weights, faces.patterns})
{
}

Decoded RegionDecoder::decode(const image::VoxelSet& region, const DecodeOptions& options,
                              Progress& progress)
{
    progress.checkpoint();
    if (options.decoder != "ridge" && options.decoder != "ols")
        throw usage(FUSIFORM_TR("core", "There is no decoder called %1; there are ols and ridge.")
                        .arg(options.decoder));
    m_gram.follow(m_fit, region, progress);
    if (m_gram.voxels() == 0)
        throw usage(FUSIFORM_TR("core", "The region has no usable voxel inside the brain mask."));
    RidgeOptions ridge;
    ridge.strength = options.decoder == "ols" ? 0 : options.ridge;
    m_solution = solve(ridge);
    progress.checkpoint();

    Decoded decoded;
    decoded.names = m_faces.names;
    addCodes(decoded, options);
    decoded.voxels = m_gram.voxels();
    decoded.conditionNumber = kUnknown;
    decoded.ridge = ridge.strength;
    decoded.form = m_solution.form;
    decoded.warning = warningFor(decoded.voxels, m_model.weights.rows(), ridge.strength);
    return decoded;
}

RidgeSolution RegionDecoder::solve(const RidgeOptions& options) const
{
    if (m_gram.hasSums())
        return ridgeDecodeSums(m_gram.gram(), m_gram.cross(), options);
    const Eigen::MatrixXd columns = m_gram.columns().gather(m_gram.positions(m_fit));
    const Index rows = m_model.weights.rows();
    return ridgeDecode(columns.topRows(rows), columns.bottomRows(columns.rows() - rows), options);
}

void RegionDecoder::addCodes(Decoded& decoded, const DecodeOptions& options) const
{
    // W is per training sd of each latent; the paper drops the bias.
    const Eigen::MatrixXd inSd = m_solution.codes.leftCols(m_model.weights.latentSize());
    decoded.latents = inSd * m_model.latentSd.asDiagonal();
    // Of a dead latent the brain says nothing: it has the value that every picture gives it.
    const Eigen::VectorXd inverse = glm::inverseOfSd(m_model.latentMean, m_model.latentSd);
    for (Index latent = 0; latent < inverse.size(); ++latent)
        if (inverse[latent] == 0)
            decoded.latents.col(latent).setConstant(m_model.latentMean[latent]);
    if (m_faces.codes.rows() != decoded.latents.rows())
        return;
    const Eigen::MatrixXd truth = m_faces.codes * inverse.asDiagonal();
    decoded.similarity = options.scoreInSd ? math::rowCorrelations(inSd, truth)
                                           : math::rowCorrelations(decoded.latents, m_faces.codes);
    // Faces of an imported fit may have come without their codes: no score rather than 0 %.
    const bool isKnown = m_faces.codes.allFinite();
    decoded.pairwise = isKnown ? scores::pairwise(decoded.similarity) : kUnknown;
    decoded.fullRecognition = isKnown ? scores::full(decoded.similarity) : kUnknown;
}

void RegionDecoder::addCondition(Decoded& decoded) const
{
    decoded.conditionNumber = m_solution.conditionNumber();
    if (decoded.ridge == 0 && !decoded.warning && decoded.conditionNumber > 1e8)
        decoded.warning
            = FUSIFORM_TR("core", "The matrix is nearly singular (condition %1); use ridge.")
                  .arg(decoded.conditionNumber);
}

} // namespace fusiform::decode
