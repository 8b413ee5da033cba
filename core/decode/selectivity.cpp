// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/selectivity.h"

#include "core/math/blas.h"
#include "core/math/top_eigen.h"

#include <algorithm>
#include <cmath>

namespace fusiform::decode {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::size_t kVoxelsInPortion = 512;

/// 1 for latents that vary, 0 for dead ones.
VectorXd liveLatents(const glm::ModelFit& model)
{
    return (glm::inverseOfSd(model.latentMean, model.latentSd).array() > 0).cast<double>();
}

/// Calls body(latents x voxels, how many of them are usable) for some voxels after the other; what
/// is not usable is 0.
template <class Body>
void forPortions(const glm::ModelFit& model, std::span<const Index> positions, Progress& progress,
                 Body body)
{
    const Index latents = model.weights.latentSize();
    MatrixXd portion;
    for (std::size_t begin = 0; begin < positions.size(); begin += kVoxelsInPortion) {
        progress.checkpoint();
        const auto some
            = positions.subspan(begin, std::min(kVoxelsInPortion, positions.size() - begin));
        portion.setZero(latents, static_cast<Index>(some.size()));
        Index usable = 0;
        for (std::size_t v = 0; v < some.size(); ++v) {
            const auto weights = model.weights.matrix().col(some[v]).head(latents);
            if (!weights.allFinite())
                continue;
            ++usable;
            portion.col(static_cast<Index>(v)) = weights.cast<double>();
        }
        body(portion, usable);
    }
}

void point(Preference& preference, const VectorXd& along)
{
    const double length = along.norm();
    preference.direction = length > 0 ? VectorXd(along / length) : VectorXd::Zero(along.size());
}

} // namespace

Preference preferenceOf(const glm::ModelFit& model, Index position)
{
    const Index latents = model.weights.latentSize();
    Preference preference;
    preference.direction = VectorXd::Zero(latents);
    const VectorXd weights
        = model.weights.matrix().col(position).head(latents).cast<double>().cwiseProduct(
            liveLatents(model));
    if (!weights.allFinite())
        return preference;
    preference.voxels = 1;
    preference.strength = weights.norm();
    point(preference, weights);
    return preference;
}

Preference preferenceOf(const glm::ModelFit& model, std::span<const Index> positions,
                        RegionPreference kind, Progress& progress)
{
    const bool isMean = kind == RegionPreference::Mean;
    const Index latents = model.weights.latentSize();
    const VectorXd live = liveLatents(model);
    MatrixXd gram = isMean ? MatrixXd() : MatrixXd(MatrixXd::Zero(latents, latents));
    VectorXd sum = VectorXd::Zero(latents);
    Preference preference;
    forPortions(model, positions, progress, [&](const MatrixXd& weights, Index usable) {
        preference.voxels += usable;
        sum += weights.rowwise().sum().cwiseProduct(live);
        if (!isMean)
            math::addRankUpdate(live.asDiagonal() * weights, 1, gram);
    });
    point(preference, sum);
    if (preference.voxels == 0)
        return preference;
    if (!isMean) {
        const MatrixXd whole = gram.selfadjointView<Eigen::Lower>();
        const VectorXd first = math::topEigen(whole, 1, progress).vectors.col(0);
        point(preference, first.dot(sum) < 0 ? VectorXd(-first) : first);
    }
    double squares = 0;
    forPortions(model, positions, progress, [&](const MatrixXd& weights, Index) {
        squares += (preference.direction.transpose() * weights).squaredNorm();
    });
    preference.strength = std::sqrt(squares / static_cast<double>(preference.voxels));
    return preference;
}

Eigen::MatrixXd endsOf(const glm::ModelFit& model, const Preference& preference, double deviations)
{
    const VectorXd step = deviations * preference.direction.cwiseProduct(model.latentSd);
    Eigen::MatrixXd ends(2, step.size());
    ends.row(0) = (model.latentMean - step).transpose();
    ends.row(1) = (model.latentMean + step).transpose();
    return ends;
}

} // namespace fusiform::decode
