// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/low_level.h"

#include "core/evaluate/standardised_codes.h"
#include "core/math/correlation.h"
#include "core/math/normals.h"
#include "core/scores/recognition.h"
#include "core/stats/bootstrap.h"
#include "core/stats/label_permutation.h"

#include <cmath>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr Index kSamples = 400;
constexpr int kRandomDraws = 20;

/// A part of a picture, as shares of its side.
struct Patch {
    double left, top, right, bottom;
};

Eigen::Vector3d meanColour(const image::Picture& picture, const Patch& patch, bool isOutside)
{
    Eigen::Vector3d sum = Eigen::Vector3d::Zero();
    double count = 0;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const double across = (x + 0.5) / picture.width;
            const double down = (y + 0.5) / picture.height;
            const bool isInside = across > patch.left && across < patch.right && down > patch.top
                                  && down < patch.bottom;
            if (isInside == isOutside)
                continue;
            const float* const rgb
                = &picture.rgb[3 * static_cast<std::size_t>(y * picture.width + x)];
            sum += Eigen::Vector3f(rgb[0], rgb[1], rgb[2]).cast<double>();
            ++count;
        }
    return sum / std::max(1.0, count);
}

double spread(const Eigen::Ref<const MatrixXd>& grey)
{
    return std::sqrt((grey.array() - grey.mean()).square().mean());
}

/// An orthonormal basis of the columns.
MatrixXd basisOf(const MatrixXd& columns)
{
    Eigen::ColPivHouseholderQR<MatrixXd> qr(columns);
    return MatrixXd(qr.householderQ()).leftCols(qr.rank());
}

/// Latents x directions: where the features show in codes.
struct Directions {
    MatrixXd basis;
    double explained = 0;
};

Directions directionsOf(const MatrixXd& codes, const MatrixXd& features)
{
    const MatrixXd z = codes.rowwise() - codes.colwise().mean();
    const MatrixXd f = features.rowwise() - features.colwise().mean();
    const MatrixXd weights = f.completeOrthogonalDecomposition().solve(z); // features x latents
    return {basisOf(weights.transpose()), (f * weights).squaredNorm() / z.squaredNorm()};
}

MatrixXd without(const MatrixXd& codes, const MatrixXd& basis)
{
    return codes - (codes * basis) * basis.transpose();
}

MatrixXd likeness(const MatrixXd& decoded, const MatrixXd& truth)
{
    return math::rowCorrelations(decoded, truth);
}

} // namespace

Eigen::VectorXd lowLevelFeatures(const image::Picture& picture)
{
    constexpr Patch kWhole = {-1, -1, 2, 2};
    constexpr Patch kInner = {0.12, 0.12, 0.88, 1.01}; // shoulders reach the lower edge
    constexpr Patch kHair = {0.25, 0.08, 0.75, 0.28};
    constexpr Patch kSkin = {0.35, 0.4, 0.65, 0.75};
    const Eigen::MatrixXd grey = image::grey(picture).cast<double>();
    const Index rows = grey.rows();
    const Index columns = grey.cols();
    Eigen::VectorXd features(kLowLevelFeatures);
    features << meanColour(picture, kWhole, false), meanColour(picture, kInner, true),
        meanColour(picture, kHair, false), meanColour(picture, kSkin, false), spread(grey),
        spread(grey.block(rows / 3, columns / 3, rows / 3, columns / 3)),
        grey.rightCols(columns / 2).mean() - grey.leftCols(columns / 2).mean(),
        grey.topRows(rows / 2).mean() - grey.bottomRows(rows / 2).mean();
    return features;
}

std::vector<LowLevel> withoutLowLevel(const OpenModel& open, const PictureMaker& maker,
                                      std::span<const Recognition> recognitions,
                                      const RecognitionOptions& options, Progress& progress)
{
    std::vector<LowLevel> results;
    const glm::ModelFit& model = *open.model;
    const Index latents = model.latentMean.size();
    if (!maker.model || latents <= 2 * kLowLevelFeatures)
        return results;
    Random random(options.seed);
    MatrixXd codes = math::standardNormals(kSamples, latents, random);
    codes = (codes * model.latentSd.asDiagonal()).rowwise() + model.latentMean.transpose();
    MatrixXd features(kSamples, kLowLevelFeatures);
    progress.begin(FUSIFORM_TR("core", "Low-level features of %1").arg(model.model.name));
    const auto pictures = maker.model->generate(codes, progress);
    for (Index s = 0; s < kSamples; ++s)
        features.row(s) = lowLevelFeatures(pictures[static_cast<std::size_t>(s)]).transpose();
    const Directions directions = directionsOf(standardisedCodes(codes, model), features);

    const MatrixXd truth = standardisedCodes(open.shown.codes, model);
    for (const Recognition& one : recognitions) {
        if (one.model != model.model.name)
            continue;
        const MatrixXd decoded = standardisedCodes(one.decoded.latents, model);
        LowLevel result;
        result.model = one.model;
        result.region = one.region;
        result.samples = kSamples;
        result.faces = truth.rows();
        result.explained = directions.explained;
        result.whole = scores::pairwise(likeness(decoded, truth));
        const MatrixXd rest
            = likeness(without(decoded, directions.basis), without(truth, directions.basis));
        result.without = scores::pairwise(rest);
        result.alone
            = scores::pairwise(likeness(decoded * directions.basis, truth * directions.basis));
        for (int draw = 0; draw < kRandomDraws; ++draw) {
            const MatrixXd basis
                = basisOf(math::standardNormals(truth.cols(), directions.basis.cols(), random));
            result.randomOut
                += scores::pairwise(likeness(without(decoded, basis), without(truth, basis)))
                   / kRandomDraws;
        }
        result.withoutInterval
            = stats::bootstrapMean(scores::pairwiseOfRows(rest),
                                   {options.draws, options.level, options.seed}, progress)
                  .interval;
        result.withoutP
            = stats::permuteLabels(rest, options.permutations, options.seed, progress).p;
        results.push_back(std::move(result));
    }
    return results;
}

} // namespace fusiform::evaluate
