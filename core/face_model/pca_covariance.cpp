// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/principal_components.h"

#include "core/math/blas.h"
#include "core/math/top_eigen.h"
#include "core/util/error.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <cmath>

namespace fusiform::face_model {

namespace {

using Eigen::Index;
using math::Transpose;

constexpr Index kPixels
    = 4096; // numbers of every picture at a time: 2,000 pictures make 32 MB of floats

/// All training pictures, one a column, as bytes.
using Bytes = Eigen::Matrix<std::uint8_t, Eigen::Dynamic, Eigen::Dynamic>;

Bytes collect(const PictureSource& pictures, Progress& progress)
{
    Bytes bytes(pictures.values(), static_cast<Index>(pictures.count));
    progress.begin(FUSIFORM_TR("core", "Reading pictures"), pictures.count);
    parallelFor(pictures.count, [&](std::size_t p) {
        bytes.col(static_cast<Index>(p)) = pictures.column(p).unaryExpr([](float value) {
            return static_cast<std::uint8_t>(std::lround(255 * std::clamp(value, 0.0F, 1.0F)));
        });
        progress.step();
    });
    return bytes;
}

/// Centred values of some pixels of all pictures: pictures x pixels.
Eigen::MatrixXf centredBlock(const Bytes& bytes, const Eigen::VectorXf& mean, Index first,
                             Index count)
{
    Eigen::MatrixXf block = bytes.middleRows(first, count).cast<float>() / 255.0F;
    block.colwise() -= mean.segment(first, count);
    return block.transpose();
}

std::vector<std::pair<Index, Index>> pixelBlocks(Index pixels)
{
    std::vector<std::pair<Index, Index>> blocks;
    for (Index first = 0; first < pixels; first += kPixels)
        blocks.emplace_back(first, std::min(kPixels, pixels - first));
    return blocks;
}

/// X Xᵀ of the centred pictures, accumulated in double over blocks of pixels in their order.
Eigen::MatrixXd pictureCovariance(const Bytes& bytes, const Eigen::VectorXf& mean,
                                  Progress& progress)
{
    const auto blocks = pixelBlocks(bytes.rows());
    progress.begin(FUSIFORM_TR("core", "Comparing pictures"), blocks.size());
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(bytes.cols(), bytes.cols());
    constexpr Index kColumns = 256;
    for (const auto& [first, count] : blocks) {
        const Eigen::MatrixXf block = centredBlock(bytes, mean, first, count);
        parallelBlocks(static_cast<std::size_t>(bytes.cols()), kColumns,
                       [&](std::size_t begin, std::size_t end) {
                           const auto column = static_cast<Index>(begin);
                           const auto columns = static_cast<Index>(end - begin);
                           const Index rows = bytes.cols() - column; // the lower triangle is enough
                           Eigen::MatrixXf part = Eigen::MatrixXf::Zero(rows, columns);
                           math::multiplyAdd(block.bottomRows(rows), Transpose::No,
                                             block.middleRows(column, columns), Transpose::Yes,
                                             part);
                           sum.block(column, column, rows, columns) += part.cast<double>();
                       });
        progress.step();
    }
    for (Index column = 1; column < sum.cols(); ++column) // in place: it may be a gigabyte
        sum.col(column).head(column) = sum.row(column).head(column);
    return sum;
}

/// Components of unit length from the pictures' eigenvectors: Xᵀ u / sqrt(eigenvalue); zero where
/// the eigenvalue is.
Eigen::MatrixXf componentsFrom(const Bytes& bytes, const Eigen::VectorXf& mean,
                               const math::TopEigen& top, Progress& progress)
{
    // Directions without variance (pictures that are all alike) would be rounding errors scaled up.
    const double least = std::max(1e-12 * top.values.maxCoeff(), 1e-300);
    const Eigen::VectorXd scale
        = (top.values.array() > least).select(top.values.array().rsqrt(), 0.0);
    const Eigen::MatrixXf scaled = (top.vectors * scale.asDiagonal()).cast<float>();
    Eigen::MatrixXf components = Eigen::MatrixXf::Zero(bytes.rows(), scaled.cols());
    const auto blocks = pixelBlocks(bytes.rows());
    progress.begin(FUSIFORM_TR("core", "Making components"), blocks.size());
    parallelFor(blocks.size(), [&](std::size_t b) {
        const auto [first, count] = blocks[b];
        const Eigen::MatrixXf block = centredBlock(bytes, mean, first, count);
        math::multiplyAdd(block, Transpose::Yes, scaled, Transpose::No,
                          components.middleRows(first, count));
        progress.step();
    });
    return components;
}

} // namespace

Eigen::VectorXf PictureSource::column(std::size_t index) const
{
    const image::Picture one = picture(index);
    if (one.width != imageSize || one.height != imageSize)
        throw usage(FUSIFORM_TR("core", "Picture %1 is %2 x %3, not %4 x %4.")
                        .arg(index)
                        .arg(one.width)
                        .arg(one.height)
                        .arg(imageSize));
    return one.vector();
}

PrincipalComponents componentsByCovariance(const PictureSource& pictures, Index count,
                                           Progress& progress)
{
    const Bytes bytes = collect(pictures, progress);
    PrincipalComponents result;
    result.mean.resize(bytes.rows());
    for (Index pixel = 0; pixel < bytes.rows(); ++pixel)
        result.mean[pixel] = static_cast<float>(bytes.row(pixel).cast<double>().mean() / 255);
    const Eigen::MatrixXd covariance = pictureCovariance(bytes, result.mean, progress);
    progress.begin(FUSIFORM_TR("core", "Finding principal components"));
    const math::TopEigen top = math::topEigen(covariance, count, progress);
    result.components = componentsFrom(bytes, result.mean, top, progress);
    const double degrees = static_cast<double>(pictures.count) - 1;
    result.variances = top.values / degrees;
    result.totalVariance = covariance.trace() / degrees;
    return result;
}

} // namespace fusiform::face_model
