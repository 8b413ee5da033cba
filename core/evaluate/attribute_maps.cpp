// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/attribute_maps.h"

#include "core/decode/decoder_inputs.h"
#include "core/decode/weight_maps.h"
#include "core/evaluate/attribute_reading.h"
#include "core/util/parallel.h"
#include "core/util/random.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr Index kFewestLatents = 4; // of a correlation across them
constexpr std::size_t kVoxelsInBlock = 256;

image::Volume maskedMean(const glm::Fit& fit)
{
    image::Volume mean{fit.grid,
                       std::vector<float>(static_cast<std::size_t>(fit.grid.size()), 0.F)};
    for (const image::Index voxel : fit.voxels)
        mean.values[static_cast<std::size_t>(voxel)]
            = fit.meanImage.values[static_cast<std::size_t>(voxel)];
    return mean;
}

/// In units of the training sd; latents x directions.
MatrixXd axesInSd(const std::vector<AttributeAxisRef>& axes, const glm::ModelFit& model)
{
    const VectorXd perSd = glm::inverseOfSd(model.latentMean, model.latentSd);
    MatrixXd directions(perSd.size(), std::ssize(axes));
    for (std::size_t a = 0; a < axes.size(); ++a)
        directions.col(static_cast<Index>(a))
            = axes[a]->meanDifference.direction.cwiseProduct(perSd);
    return directions;
}

/// Normal numbers that vary together as the codes of the training faces do: with P = L Lᵀ the
/// inverse of their covariance, L⁻ᵀ u has that covariance.
/// @param precision latents x latents, zero for latents that do not vary; empty: not known
MatrixXd randomDirections(const MatrixXd& precision, Index latents, std::int64_t count,
                          std::uint64_t seed)
{
    Random random(seed, 302);
    MatrixXd directions(latents, count);
    for (double& value : directions.reshaped())
        value = random.normal();
    if (precision.size() == 0)
        return directions;
    std::vector<Index> live;
    for (Index l = 0; l < latents; ++l)
        if (precision(l, l) > 0)
            live.push_back(l);
    const MatrixXd ofLive = precision(live, live);
    const Eigen::LLT<MatrixXd> factor(ofLive);
    const MatrixXd together = factor.matrixU().solve(MatrixXd(directions(live, Eigen::all)));
    directions.setZero();
    directions(live, Eigen::all) = together;
    return directions;
}

struct Correlated {
    MatrixXd ofAxes; ///< voxels x axes
    std::vector<double> byChance; ///< of each random direction: the largest |r| of any voxel
};

/// @param directions the axes, then random ones
Correlated correlate(const glm::ModelFit& model, const std::vector<Index>& positions,
                     const MatrixXd& directions, Index axes, Progress& progress)
{
    const Index random = directions.cols() - axes;
    const std::size_t blocks = (positions.size() + kVoxelsInBlock - 1) / kVoxelsInBlock;
    MatrixXd largest = MatrixXd::Zero(random, static_cast<Index>(blocks));
    Correlated result{MatrixXd(std::ssize(positions), axes), {}};
    parallelBlocks(positions.size(), kVoxelsInBlock, [&](std::size_t begin, std::size_t end) {
        progress.checkpoint();
        const MatrixXd r = decode::weightCorrelations(
            model, std::span(positions).subspan(begin, end - begin), directions);
        result.ofAxes.middleRows(static_cast<Index>(begin), r.rows()) = r.leftCols(axes);
        const auto block = static_cast<Index>(begin / kVoxelsInBlock);
        for (Index d = 0; d < random; ++d)
            for (Index v = 0; v < r.rows(); ++v)
                if (const double size = std::abs(r(v, axes + d)); size > largest(d, block))
                    largest(d, block) = size; // never a NaN
    });
    const VectorXd overVoxels = largest.rowwise().maxCoeff();
    result.byChance.assign(overVoxels.begin(), overVoxels.end());
    return result;
}

AttributeMap::Peak peakOf(const std::vector<double>& r, double sign, const AttributeMaps& maps,
                          const image::Grid& grid)
{
    AttributeMap::Peak peak{std::nan(""), {}};
    double most = -2;
    for (std::size_t v = 0; v < r.size(); ++v)
        if (sign * r[v] > most) { // never of a NaN
            most = sign * r[v];
            peak = {r[v], grid.mm(maps.voxels[v])};
        }
    return peak;
}

/// What is beyond the threshold, and where.
void describeMap(AttributeMap& map, const AttributeMaps& maps, const OpenSubject& subject,
                 const OpenModel& open, const std::vector<double>& byChance)
{
    const image::Grid& grid = subject.fit->grid;
    map.highest = peakOf(map.r, 1, maps, grid);
    map.lowest = peakOf(map.r, -1, maps, grid);
    const double most = std::max(std::abs(map.highest.r), std::abs(map.lowest.r));
    const auto atLeast
        = std::ranges::count_if(byChance, [&](double chance) { return chance >= most; });
    map.p = std::isnan(most)
                ? most
                : (1 + static_cast<double>(atLeast)) / (1 + static_cast<double>(byChance.size()));
    map.beyondOfPart.assign(maps.parts.size(), 0);
    for (std::size_t v = 0; v < map.r.size(); ++v) {
        map.above += map.r[v] > maps.threshold;
        map.below += map.r[v] < -maps.threshold;
        if (!(std::abs(map.r[v]) > maps.threshold))
            continue;
        for (std::size_t part = 0; part < maps.parts.size(); ++part)
            map.beyondOfPart[part]
                += open.regions[part + 1].voxels.contains(grid.voxel(maps.voxels[v]));
    }
}

/// The (level (n + 1))-th largest: a larger one has p < level, the statistic itself counted.
double criticalOf(std::vector<double> byChance, double level)
{
    const auto rank
        = static_cast<std::ptrdiff_t>(level * (static_cast<double>(byChance.size()) + 1) + 1e-9);
    if (rank < 1)
        return 1; // too few to tell
    std::ranges::nth_element(byChance, byChance.begin() + rank - 1, std::ranges::greater());
    return byChance[static_cast<std::size_t>(rank - 1)];
}

} // namespace

AttributeMaps attributeMaps(const OpenSubject& subject, const OpenModel& open,
                            const AttributeMapOptions& options, Progress& progress)
{
    const glm::ModelFit& model = *open.model;
    AttributeMaps result;
    result.model = model.model.name;
    result.directions = options.directions;
    result.latents = decode::varyingLatents(model);
    const auto file = attributeAxesOf(model);
    const std::vector<Index> positions = subject.fit->positionsOf(model.selected);
    if (!file || file->axes.empty()) {
        result.whyNone = noAxes(result.model);
        return result;
    }
    if (result.latents < kFewestLatents || positions.empty()) {
        result.whyNone = FUSIFORM_TR("core", "%1: a map needs selected voxels and at least %2 "
                                             "latents that vary.")
                             .arg(result.model)
                             .arg(kFewestLatents);
        return result;
    }
    const std::vector<AttributeAxisRef> axes = genderFirst(file->axes);
    result.mean = maskedMean(*subject.fit);
    for (const Index position : positions)
        result.voxels.push_back(subject.fit->voxels[static_cast<std::size_t>(position)]);
    for (std::size_t region = 1; region < open.regions.size(); ++region)
        result.parts.push_back(open.regions[region].name);

    progress.begin(FUSIFORM_TR("core", "Maps of attributes, %1").arg(result.model));
    result.isCorrelated = decode::canHaveDecoderInputs(*subject.fit, model);
    const MatrixXd precision
        = result.isCorrelated ? decode::decoderInputs(*subject.fit, model, progress).prior.precision
                              : MatrixXd();
    const Index known = std::ssize(axes);
    MatrixXd directions(model.latentSd.size(), known + options.directions);
    directions.leftCols(known) = axesInSd(axes, model);
    directions.rightCols(options.directions)
        = randomDirections(precision, model.latentSd.size(), options.directions, options.seed);

    const Correlated correlated = correlate(model, positions, directions, known, progress);
    result.threshold = criticalOf(correlated.byChance, options.level);
    for (std::size_t a = 0; a < axes.size(); ++a) {
        AttributeMap map;
        map.attribute = axes[a]->name;
        const VectorXd r = correlated.ofAxes.col(static_cast<Index>(a));
        map.r.assign(r.begin(), r.end());
        describeMap(map, result, subject, open, correlated.byChance);
        result.maps.push_back(std::move(map));
    }
    return result;
}

} // namespace fusiform::evaluate
