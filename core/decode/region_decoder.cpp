// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/region_decoder.h"

#include "core/decode/code_similarity.h"
#include "core/math/blas.h"
#include "core/math/correlation.h"
#include "core/scores/recognition.h"
#include "core/util/error.h"

#include <limits>

namespace fusiform::decode {

namespace {

using Eigen::Index;

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// What is wrong with the number of voxels.
std::optional<Text> warningFor(Index voxels, Index rows, bool isPulled)
{
    const double ratio = static_cast<double>(voxels) / static_cast<double>(rows);
    if (!isPulled && ratio > 0.85 && ratio < 1.2)
        return FUSIFORM_TR(
                   "core",
                   "%1 voxels for %2 unknowns: the plain inverse is unstable here; use ridge.")
            .arg(voxels)
            .arg(rows);
    if (!isPulled && voxels < rows)
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

void RegionDecoder::setInputs(std::shared_ptr<const DecoderInputs> inputs)
{
    m_inputs = std::move(inputs);
    m_voxels = Decoder::Voxels::Alike;
    m_gram = RegionGram({m_model.weights, m_faces.patterns});
}

void RegionDecoder::follow(const image::VoxelSet& region, const Decoder& decoder,
                           Progress& progress)
{
    progress.checkpoint();
    weighVoxels(decoder);
    m_gram.follow(m_fit, region, progress);
    if (m_gram.voxels() == 0)
        throw usage(FUSIFORM_TR("core", "The region has no usable voxel inside the brain mask."));
}

RidgePath RegionDecoder::ridgePath(const image::VoxelSet& region, const DecodeOptions& options,
                                   Progress& progress)
{
    follow(region, decoderNamed(options.decoder), progress);
    const Sums all = sums();
    return {all.gram, all.cross};
}

void RegionDecoder::weighVoxels(const Decoder& decoder)
{
    if (decoder.needsInputs() && !m_inputs)
        throw usage(FUSIFORM_TR("core", "The decoder %1 needs the noise of the scans, which the "
                                        "fit does not have.")
                        .arg(decoder.name));
    const bool isByCeiling = decoder.voxels == Decoder::Voxels::ByCeiling;
    if (isByCeiling && m_inputs->ceiling.weights.size() == 0)
        throw usage(FUSIFORM_TR("core", "There is no noise ceiling: fewer than two exploration "
                                        "faces were shown twice."));
    if (decoder.voxels == m_voxels)
        return;
    VoxelMetric metric;
    if (decoder.voxels != Decoder::Voxels::Alike)
        metric = isByCeiling ? m_inputs->ceiling : m_inputs->noise;
    m_gram = RegionGram({m_model.weights, m_faces.patterns, std::move(metric)});
    m_voxels = decoder.voxels;
}

Decoded RegionDecoder::decode(const image::VoxelSet& region, const DecodeOptions& options,
                              Progress& progress)
{
    const Decoder& decoder = decoderNamed(options.decoder);
    follow(region, decoder, progress);
    m_solution = solve(decoder, options);
    progress.checkpoint();

    Decoded decoded;
    decoded.decoder = options.decoder;
    decoded.names = m_faces.names;
    addCodes(decoded, options);
    decoded.voxels = m_gram.voxels();
    decoded.leftOut = region.count() - decoded.voxels;
    decoded.conditionNumber = kUnknown;
    decoded.ridge = decoder.pull == Decoder::Pull::Ridge ? options.ridge : 0;
    decoded.form = m_solution.form;
    m_isPulled = decoder.pull == Decoder::Pull::Prior || decoded.ridge > 0;
    decoded.warning = warningFor(decoded.voxels, m_model.weights.rows(), m_isPulled);
    return decoded;
}

/// Σ⁻¹ = Q - Q Fᵀ (1 + F Q Fᵀ)⁻¹ F Q (Woodbury): what the factors share is taken off the sums.
RegionDecoder::Sums RegionDecoder::sums() const
{
    if (!m_gram.hasSums()) {
        const Index rows = m_gram.columns().weightRows();
        const Eigen::MatrixXd columns = whitenedColumns();
        const Eigen::MatrixXd weights = columns.topRows(rows).transpose();
        return {math::product(columns.topRows(rows), weights),
                math::product(columns.bottomRows(columns.rows() - rows), weights)};
    }
    Sums sums = {m_gram.gram(), m_gram.cross()};
    const Index factors = m_gram.columns().factorRows();
    if (factors == 0)
        return sums;
    Eigen::MatrixXd shared = m_gram.factorGram();
    shared.diagonal().array() += 1;
    const Eigen::LLT<Eigen::MatrixXd, Eigen::Lower> root(shared);
    const Eigen::MatrixXd solved = root.matrixL().solve(Eigen::MatrixXd(m_gram.factorCross()));
    const Index rows = m_gram.columns().weightRows();
    math::addRankUpdate(solved.leftCols(rows).transpose(), -1, sums.gram);
    sums.cross
        -= math::transposedProduct(solved.rightCols(solved.cols() - rows), solved.leftCols(rows));
    return sums;
}

/// [w; y] of the region's voxels after the noise that they share was whitened.
Eigen::MatrixXd RegionDecoder::whitenedColumns() const
{
    Eigen::MatrixXd columns = m_gram.columns().gather(m_gram.positions(m_fit));
    const Index factors = m_gram.columns().factorRows();
    if (factors == 0)
        return columns;
    const Eigen::MatrixXd f = columns.bottomRows(factors);
    Eigen::MatrixXd covariance = math::transposedProduct(f, f);
    covariance.diagonal().array() += 1;
    const Eigen::LLT<Eigen::MatrixXd, Eigen::Lower> root(covariance);
    const Eigen::MatrixXd rest = columns.topRows(columns.rows() - factors).transpose();
    return root.matrixL().solve(rest).transpose();
}

Eigen::VectorXd RegionDecoder::weighed(const Eigen::VectorXd& perVoxel) const
{
    if (m_voxels == Decoder::Voxels::Alike)
        return perVoxel;
    const std::vector<Index> positions = m_gram.positions(m_fit);
    const VoxelMetric& metric
        = m_voxels == Decoder::Voxels::ByCeiling ? m_inputs->ceiling : m_inputs->noise;
    const auto voxels = static_cast<Index>(positions.size());
    Eigen::VectorXd own(voxels);
    Eigen::MatrixXd factors(m_gram.columns().factorRows(), voxels);
    for (Index v = 0; v < voxels; ++v) {
        const Index position = positions[static_cast<std::size_t>(v)];
        own[v] = static_cast<double>(metric.weights[position]);
        if (factors.rows() > 0)
            factors.col(v)
                = metric.factors->col(metric.factorColumns[static_cast<std::size_t>(position)])
                      .cast<double>();
    }
    Eigen::VectorXd result = own.cwiseProduct(perVoxel);
    if (factors.rows() == 0)
        return result;
    Eigen::MatrixXd shared = factors * own.asDiagonal() * factors.transpose();
    shared.diagonal().array() += 1;
    const Eigen::VectorXd common = shared.llt().solve(factors * result);
    result -= own.cwiseProduct(factors.transpose() * common);
    return result;
}

RidgeSolution RegionDecoder::solve(const Decoder& decoder, const DecodeOptions& options) const
{
    const Index rows = m_model.weights.rows();
    RidgeOptions ridge;
    ridge.strength = decoder.pull == Decoder::Pull::Ridge ? options.ridge : 0;
    const bool hasDual = decoder.voxels == Decoder::Voxels::Alike
                         && decoder.pull != Decoder::Pull::Prior && options.bias == Bias::Solved;
    if (!m_gram.hasSums() && hasDual) {
        const Eigen::MatrixXd columns = m_gram.columns().gather(m_gram.positions(m_fit));
        return ridgeDecode(columns.topRows(rows), columns.bottomRows(columns.rows() - rows), ridge);
    }
    Sums all = sums();
    if (options.bias == Bias::Fixed) {
        // y - b instead of y, and only the latents are unknown. λ stays relative to all of G.
        ridge.strength *= all.gram.trace() / static_cast<double>(rows);
        ridge.isAbsolute = true;
        ridge.penaliseBias = true;
        all.cross = (all.cross.leftCols(rows - 1).rowwise() - all.gram.row(rows - 1).head(rows - 1))
                        .eval();
        all.gram = all.gram.topLeftCorner(rows - 1, rows - 1).eval();
    }
    return decoder.pull == Decoder::Pull::Prior ? priorDecodeSums(
               all.gram, all.cross, m_inputs->prior.precision, m_inputs->prior.noiseScale())
                                                : ridgeDecodeSums(all.gram, all.cross, ridge);
}

void RegionDecoder::addCodes(Decoded& decoded, const DecodeOptions& options) const
{
    // W is per training sd of each latent; the paper drops the bias.
    const Eigen::MatrixXd inSd = m_solution.codes.leftCols(m_model.weights.latentSize());
    decoded.latents = codesFromSd(inSd, m_model);
    if (m_faces.codes.rows() != decoded.latents.rows())
        return;
    const ComparedCodes codes = comparedCodes(inSd, m_faces.codes, m_model, options.scoreInSd);
    decoded.similarity = math::rowCorrelations(codes.decoded, codes.truth);
    // Faces of an imported fit may have come without their codes: no score rather than 0 %.
    const bool isKnown = m_faces.codes.allFinite();
    decoded.pairwise = isKnown ? scores::pairwise(decoded.similarity) : kUnknown;
    decoded.fullRecognition = isKnown ? scores::full(decoded.similarity) : kUnknown;
}

void RegionDecoder::addCondition(Decoded& decoded) const
{
    decoded.conditionNumber = m_solution.conditionNumber();
    if (!m_isPulled && !decoded.warning && decoded.conditionNumber > 1e8)
        decoded.warning
            = FUSIFORM_TR("core", "The matrix is nearly singular (condition %1); use ridge.")
                  .arg(decoded.conditionNumber);
}

} // namespace fusiform::decode
