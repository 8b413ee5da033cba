// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/model_quality.h"

#include "core/scores/recognition.h"
#include "core/util/error.h"
#include "core/util/parallel.h"

#include <nlohmann/json.hpp>

#include <Eigen/Cholesky>

#include <array>
#include <cmath>

namespace fusiform::face_model {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using image::Picture;

constexpr Index kWindow = 11;

std::array<double, kWindow> gaussianWindow()
{
    std::array<double, kWindow> weights = {};
    double sum = 0;
    for (Index k = 0; k < kWindow; ++k) {
        const double distance = static_cast<double>(k - kWindow / 2) / 1.5;
        weights[static_cast<std::size_t>(k)] = std::exp(-0.5 * distance * distance);
        sum += weights[static_cast<std::size_t>(k)];
    }
    for (double& weight : weights)
        weight /= sum;
    return weights;
}

/// Weighted means of all windows that fit, along columns and then along rows.
MatrixXd windowMeans(const MatrixXd& values)
{
    static const std::array<double, kWindow> weights = gaussianWindow();
    const Index rows = values.rows() - kWindow + 1;
    const Index columns = values.cols() - kWindow + 1;
    MatrixXd down = MatrixXd::Zero(rows, values.cols());
    for (Index k = 0; k < kWindow; ++k)
        down += weights[static_cast<std::size_t>(k)] * values.middleRows(k, rows);
    MatrixXd means = MatrixXd::Zero(rows, columns);
    for (Index k = 0; k < kWindow; ++k)
        means += weights[static_cast<std::size_t>(k)] * down.middleCols(k, columns);
    return means;
}

double correlation(const Eigen::VectorXd& a, const Eigen::VectorXd& b)
{
    const Eigen::VectorXd x = a.array() - a.mean();
    const Eigen::VectorXd y = b.array() - b.mean();
    const double norm = x.norm() * y.norm();
    return norm > 0 ? x.dot(y) / norm : 0;
}

/// The middle of the picture in 32 x 32 grey values, standardised: a column of numbers whose
/// products are correlations.
Eigen::VectorXd identityFeatures(const Picture& picture)
{
    const int margin = picture.width / 5;
    const int side = picture.width - 2 * margin;
    Picture centre{side, side, {}};
    for (int y = 0; y < side; ++y) {
        const auto row
            = picture.rgb.begin() + std::ptrdiff_t{3} * ((margin + y) * picture.width + margin);
        centre.rgb.insert(centre.rgb.end(), row, row + std::ptrdiff_t{3} * side);
    }
    Eigen::VectorXd values = image::grey(image::resized(centre, 32, 32)).cast<double>().reshaped();
    values.array() -= values.mean();
    const double norm = values.norm();
    return norm > 0 ? Eigen::VectorXd(values / norm) : values;
}

} // namespace

SimilarityParts similarityParts(const MatrixXd& x, const MatrixXd& y)
{
    if (x.rows() != y.rows() || x.cols() != y.cols() || std::min(x.rows(), x.cols()) < kWindow)
        throw usage(FUSIFORM_TR("core", "SSIM compares pictures of one size, at least 11 x 11."));
    constexpr double kC1 = 0.01 * 0.01;
    constexpr double kC2 = 0.03 * 0.03;
    const Eigen::ArrayXXd meanX = windowMeans(x).array();
    const Eigen::ArrayXXd meanY = windowMeans(y).array();
    const Eigen::ArrayXXd varianceX = windowMeans(x.cwiseAbs2()).array() - meanX.square();
    const Eigen::ArrayXXd varianceY = windowMeans(y.cwiseAbs2()).array() - meanY.square();
    const Eigen::ArrayXXd covariance = windowMeans(x.cwiseProduct(y)).array() - meanX * meanY;
    const Eigen::ArrayXXd contrastStructure
        = (2 * covariance + kC2) / (varianceX + varianceY + kC2);
    const Eigen::ArrayXXd luminance
        = (2 * meanX * meanY + kC1) / (meanX.square() + meanY.square() + kC1);
    return {(luminance * contrastStructure).mean(), contrastStructure.mean()};
}

double structuralSimilarity(const Picture& a, const Picture& b)
{
    return similarityParts(image::grey(a).cast<double>(), image::grey(b).cast<double>()).ssim;
}

double sharpnessOf(const Picture& picture)
{
    const MatrixXd grey = image::grey(picture).cast<double>();
    const Index rows = grey.rows() - 2;
    const Index columns = grey.cols() - 2;
    if (rows < 1 || columns < 1)
        return 0;
    const Eigen::ArrayXXd laplacian
        = (grey.block(0, 1, rows, columns) + grey.block(2, 1, rows, columns)
           + grey.block(1, 0, rows, columns) + grey.block(1, 2, rows, columns)
           - 4 * grey.block(1, 1, rows, columns))
              .array();
    return (laplacian - laplacian.mean()).square().mean();
}

MatrixXd identityLikeness(std::span<const Picture> originals,
                          std::span<const Picture> reconstructions)
{
    const auto columnsOf = [](std::span<const Picture> pictures) {
        MatrixXd features(32 * 32, static_cast<Index>(pictures.size()));
        for (std::size_t i = 0; i < pictures.size(); ++i)
            features.col(static_cast<Index>(i)) = identityFeatures(pictures[i]);
        return features;
    };
    return columnsOf(reconstructions).transpose() * columnsOf(originals);
}

std::vector<FaceQuality> faceQualities(std::span<const Picture> originals,
                                       std::span<const Picture> reconstructions, Progress& progress)
{
    if (originals.empty() || originals.size() != reconstructions.size())
        throw usage(FUSIFORM_TR("core", "Quality needs one reconstruction for each original."));
    std::vector<FaceQuality> faces(originals.size());
    parallelFor(originals.size(), [&](std::size_t i) {
        progress.checkpoint();
        faces[i] = {correlation(originals[i].vector().cast<double>(),
                                reconstructions[i].vector().cast<double>()),
                    structuralSimilarity(originals[i], reconstructions[i]),
                    sharpnessOf(reconstructions[i]), sharpnessOf(originals[i])};
    });
    const std::vector<int> ranks = scores::ranks(identityLikeness(originals, reconstructions));
    for (std::size_t i = 0; i < faces.size(); ++i)
        faces[i].rank = ranks[i];
    return faces;
}

ModelQuality meanQuality(std::span<const FaceQuality> faces)
{
    FaceQuality sum = {0, 0, 0, 0, 0};
    Index hits = 0;
    for (const FaceQuality& face : faces) {
        sum = {sum.pixCorr + face.pixCorr, sum.ssim + face.ssim, sum.sharpness + face.sharpness,
               sum.originalSharpness + face.originalSharpness, 0};
        hits += face.rank == 1;
    }
    const auto n = static_cast<double>(faces.size());
    return {sum.pixCorr / n, sum.ssim / n, sum.relativeSharpness(), static_cast<double>(hits) / n,
            std::ssize(faces)};
}

ModelQuality qualityOf(std::span<const Picture> originals, std::span<const Picture> reconstructions,
                       Progress& progress)
{
    return meanQuality(faceQualities(originals, reconstructions, progress));
}

ModelQuality qualityOf(const FaceModel& model, std::span<const Picture> originals,
                       Progress& progress)
{
    return qualityOf(originals, model.generate(model.encode(originals, progress), progress),
                     progress);
}

double heldOutScore(const ModelQuality& quality)
{
    return quality.ssim + 0.1 * std::min(1.0, quality.sharpness);
}

Json qualityJson(const ModelQuality& quality)
{
    return {{"pix_corr", quality.pixCorr},    {"ssim", quality.ssim},
            {"sharpness", quality.sharpness}, {"identity", quality.identity},
            {"score", heldOutScore(quality)}, {"pictures", quality.pictures}};
}

} // namespace fusiform::face_model
