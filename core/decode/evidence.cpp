// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/evidence.h"

#include "core/decode/code_similarity.h"
#include "core/util/error.h"
#include "core/util/parallel.h"

namespace fusiform::decode {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Less its mean, of unit length.
VectorXd unitDeviation(const VectorXd& code)
{
    return (code.array() - code.mean()).matrix().normalized();
}

/// Of row `row` of a matrix of correlations.
double decisionOf(const MatrixXd& similarity, const EvidenceQuestion& question)
{
    const auto r = similarity.row(question.face);
    if (question.other)
        return r[question.chosen] - r[*question.other];
    return r[question.chosen]
           - (r.sum() - r[question.chosen]) / static_cast<double>(similarity.cols() - 1);
}

/// c of the header, without the length of the decoded code.
VectorXd directionBetween(const MatrixXd& truth, const EvidenceQuestion& question)
{
    const VectorXd chosen = unitDeviation(truth.row(question.chosen).transpose());
    if (question.other)
        return chosen - unitDeviation(truth.row(*question.other).transpose());
    VectorXd others = VectorXd::Zero(truth.cols());
    for (Index face = 0; face < truth.rows(); ++face)
        if (face != question.chosen)
            others += unitDeviation(truth.row(face).transpose());
    return chosen - others / static_cast<double>(truth.rows() - 1);
}

/// q: what one percent of signal in each voxel adds to the decoded code along `direction` (latents,
/// then 0 for the bias), from the matrix that decoding has solved.
VectorXd voxelFilter(const RidgeSolution& solution, const MatrixXd& weights,
                     const VectorXd& direction)
{
    const math::SymmetricSolver& solver = solution.solved->solver;
    const VectorXd along = weights.transpose() * direction;
    VectorXd filter = solver.solve(along);
    if (solution.lambda == 0)
        return filter;
    // The bias is fitted beside the latents and not shrunk: its share of the pattern does not
    // count.
    const VectorXd bias = weights.row(weights.rows() - 1).transpose();
    const VectorXd solved = solver.solve(bias);
    return filter - solved * (bias.dot(filter) / bias.dot(solved));
}

/// The same where sums over the voxels were solved, before voxels are weighed against each other.
VectorXd voxelFilter(const RidgeSolution& solution, const glm::Weights& weights,
                     std::span<const Index> positions, const VectorXd& direction)
{
    const Index unknowns = solution.codes.cols(); // without the bias where that is fixed
    const VectorXd solved = solution.solved->solver.solve(direction.head(unknowns));
    VectorXd filter(static_cast<Index>(positions.size()));
    parallelBlocks(positions.size(), 256, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v)
            filter[static_cast<Index>(v)]
                = weights.matrix().col(positions[v]).head(unknowns).cast<double>().dot(solved);
    });
    return filter;
}

} // namespace

EvidenceMapper::EvidenceMapper(const glm::Fit& fit, const glm::ModelFit& model,
                               const glm::FaceSet& faces)
    : m_fit(fit), m_model(model), m_faces(faces), m_decoder(fit, model, faces)
{
}

void EvidenceMapper::check(const EvidenceQuestion& question) const
{
    const auto isFace = [this](Index face) { return face >= 0 && face < m_faces.count(); };
    if (m_faces.count() < 2 || !isFace(question.face) || !isFace(question.chosen)
        || !isFace(question.other.value_or(0)))
        throw usage(FUSIFORM_TR("core", "Evidence needs two of the faces that are shown; there are "
                                        "%1.")
                        .arg(m_faces.count()));
    if (m_faces.codes.rows() != m_faces.count() || !m_faces.codes.allFinite())
        throw usage(FUSIFORM_TR("core", "The codes of these faces are not known, so nothing can be "
                                        "said for one of them."));
}

Evidence EvidenceMapper::of(const image::VoxelSet& region, const EvidenceQuestion& question,
                            const DecodeOptions& options, Progress& progress)
{
    check(question);
    const Decoded faces = m_decoder.decode(region, options, progress);
    const RidgeSolution& solution = m_decoder.solution();
    Evidence evidence;
    evidence.positions = m_decoder.gram().positions(m_fit);
    const Index rows = m_model.weights.rows();
    const Index latents = rows - 1;

    const ComparedCodes codes = comparedCodes(solution.codes.leftCols(latents), m_faces.codes,
                                              m_model, options.scoreInSd);
    evidence.decision = decisionOf(faces.similarity, question);
    const VectorXd decoded = codes.decoded.row(question.face).transpose();
    const VectorXd c = directionBetween(codes.truth, question)
                       / (decoded.array() - decoded.mean()).matrix().norm();
    VectorXd direction = VectorXd::Zero(rows);
    const VectorXd inverse = glm::inverseOfSd(m_model.latentMean, m_model.latentSd);
    for (Index latent = 0; latent < latents; ++latent)
        if (options.scoreInSd)
            direction[latent] = c[latent];
        else if (inverse[latent] > 0)
            direction[latent] = c[latent] * m_model.latentSd[latent];
        else
            evidence.offset += c[latent] * m_model.latentMean[latent];

    const VectorXd filter
        = solution.form == "dual"
              ? voxelFilter(solution,
                            m_decoder.gram().columns().gather(evidence.positions).topRows(rows),
                            direction)
              : m_decoder.weighed(
                  voxelFilter(solution, m_model.weights, evidence.positions, direction));
    const double common = options.bias == Bias::Fixed ? 1 : solution.codes(question.face, latents);
    evidence.contributions.resize(filter.size());
    for (Index v = 0; v < filter.size(); ++v) {
        const Index position = evidence.positions[static_cast<std::size_t>(v)];
        const double general
            = common * static_cast<double>(m_model.weights.matrix()(latents, position));
        const auto pattern = static_cast<double>(m_faces.patterns(question.face, position));
        evidence.contributions[v] = (pattern - general) * filter[v];
        if (options.bias == Bias::Solved) // a fixed one was taken off before decoding
            evidence.offset += general * filter[v];
    }
    return evidence;
}

} // namespace fusiform::decode
