// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/multi_scale_similarity.h"

#include "core/face_model/model_quality.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace fusiform::face_model {

namespace {

constexpr std::array kScaleWeights = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};
constexpr int kLeastSide = 11;

Eigen::MatrixXd halved(const Eigen::MatrixXd& grey)
{
    Eigen::MatrixXd half(grey.rows() / 2, grey.cols() / 2);
    for (Eigen::Index column = 0; column < half.cols(); ++column)
        for (Eigen::Index row = 0; row < half.rows(); ++row)
            half(row, column) = grey.block(2 * row, 2 * column, 2, 2).mean();
    return half;
}

} // namespace

int similarityScales(int width, int height)
{
    int scales = 0;
    for (int side = std::min(width, height);
         side >= kLeastSide && scales < static_cast<int>(kScaleWeights.size()); side /= 2)
        ++scales;
    return scales;
}

double multiScaleSimilarity(const image::Picture& a, const image::Picture& b)
{
    Eigen::MatrixXd x = image::grey(a).cast<double>();
    Eigen::MatrixXd y = image::grey(b).cast<double>();
    const auto scales = static_cast<std::size_t>(std::max(1, similarityScales(a.width, a.height)));
    const double whole
        = std::accumulate(kScaleWeights.begin(), kScaleWeights.begin() + scales, 0.0);
    double product = 1;
    for (std::size_t scale = 0; scale < scales; ++scale) {
        const SimilarityParts parts = similarityParts(x, y);
        const double factor = scale + 1 == scales ? parts.ssim : parts.contrastStructure;
        product *= std::pow(std::max(0.0, factor), kScaleWeights[scale] / whole);
        if (scale + 1 < scales) {
            x = halved(x);
            y = halved(y);
        }
    }
    return product;
}

} // namespace fusiform::face_model
