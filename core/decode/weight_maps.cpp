// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/weight_maps.h"

#include "core/math/blas.h"
#include "core/math/distributions.h"
#include "core/util/error.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusiform::decode {

namespace {

using Eigen::Index;
using Eigen::VectorXd;

constexpr Index kFewestLatents = 4; // with two pairs r is always 1, with three it says nothing

std::vector<Index> latentsThatVary(const glm::ModelFit& model)
{
    const VectorXd inverse = glm::inverseOfSd(model.latentMean, model.latentSd);
    std::vector<Index> varying;
    for (Index latent = 0; latent < inverse.size(); ++latent)
        if (inverse[latent] > 0)
            varying.push_back(latent);
    return varying;
}

/// Less its mean, of unit length; NaN if it is constant or not finite.
VectorXd standardisedAcross(VectorXd values)
{
    // Rounding leaves a constant vector with a tiny norm.
    const double noise = 1e-13 * values.norm();
    values.array() -= values.mean();
    const double norm = values.norm();
    if (norm > noise && std::isfinite(norm))
        return values / norm;
    return VectorXd::Constant(values.size(), std::numeric_limits<double>::quiet_NaN());
}

/// @throws Error{Usage} if too few vary
std::vector<Index> enoughLatents(const glm::ModelFit& model)
{
    std::vector<Index> varying = latentsThatVary(model);
    if (std::ssize(varying) < kFewestLatents)
        throw usage(FUSIFORM_TR("core", "A correlation across latents needs at least %1 that vary; "
                                        "%2 has %3.")
                        .arg(kFewestLatents)
                        .arg(model.model.name)
                        .arg(varying.size()));
    return varying;
}

} // namespace

Index varyingLatents(const glm::ModelFit& model)
{
    return static_cast<Index>(latentsThatVary(model).size());
}

std::vector<double> weightCorrelations(const glm::ModelFit& model, const VectorXd& direction,
                                       Progress& progress)
{
    const std::vector<Index> varying = enoughLatents(model);
    const auto n = static_cast<Index>(varying.size());
    const VectorXd unit = standardisedAcross(direction(varying));
    const Index latents = model.weights.latentSize();
    std::vector<double> r(static_cast<std::size_t>(model.weights.voxels()));
    parallelBlocks(r.size(), 512, [&](std::size_t begin, std::size_t end) {
        progress.checkpoint();
        for (std::size_t v = begin; v < end; ++v) {
            const VectorXd weights
                = model.weights.matrix().col(static_cast<Index>(v)).head(latents).cast<double>();
            r[v]
                = standardisedAcross(n == latents ? weights : VectorXd(weights(varying))).dot(unit);
        }
    });
    return r;
}

Eigen::MatrixXd weightCorrelations(const glm::ModelFit& model, std::span<const Index> positions,
                                   const Eigen::Ref<const Eigen::MatrixXd>& directions)
{
    const std::vector<Index> varying = enoughLatents(model);
    const auto n = static_cast<Index>(varying.size());
    Eigen::MatrixXd units(n, directions.cols());
    for (Index d = 0; d < directions.cols(); ++d)
        units.col(d) = standardisedAcross(directions(varying, d));
    Eigen::MatrixXd weights(n, std::ssize(positions));
    for (std::size_t v = 0; v < positions.size(); ++v) {
        const VectorXd all = model.weights.matrix()
                                 .col(positions[v])
                                 .head(model.weights.latentSize())
                                 .cast<double>();
        weights.col(static_cast<Index>(v)) = standardisedAcross(all(varying));
    }
    Eigen::MatrixXd r = Eigen::MatrixXd::Zero(weights.cols(), units.cols());
    math::multiplyAdd(weights, math::Transpose::Yes, units, math::Transpose::No, r);
    return r;
}

std::vector<double> attributeMap(const glm::ModelFit& model, const VectorXd& axis,
                                 Progress& progress)
{
    const VectorXd inverse = glm::inverseOfSd(model.latentMean, model.latentSd);
    if (axis.size() != inverse.size())
        throw usage(FUSIFORM_TR("core", "The axis has %1 latents, the model %2.")
                        .arg(axis.size())
                        .arg(inverse.size()));
    return weightCorrelations(model, axis.cwiseProduct(inverse), progress);
}

std::vector<double> similarityMap(const glm::ModelFit& model, const VectorXd& code,
                                  Progress& progress)
{
    const VectorXd inverse = glm::inverseOfSd(model.latentMean, model.latentSd);
    return weightCorrelations(model, (code - model.latentMean).cwiseProduct(inverse), progress);
}

std::vector<double> correlationP(std::span<const double> r, Index n)
{
    const auto df = static_cast<double>(n - 2);
    std::vector<double> p(r.size());
    parallelBlocks(r.size(), 4096, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v) {
            const double size = std::min(1.0, std::abs(r[v]));
            const double t = size * std::sqrt(df / ((1 - size) * (1 + size)));
            p[v] = std::isnan(r[v]) ? r[v] : 2 * math::studentTail(t, df);
        }
    });
    return p;
}

} // namespace fusiform::decode
