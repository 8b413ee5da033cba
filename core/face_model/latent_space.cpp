// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/latent_space.h"

#include "core/face_model/standard_codes.h"
#include "core/util/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fusiform::face_model {

namespace {

constexpr double kShareOutside = 0.02; // of a picture the model has not seen: well below one latent

Eigen::MatrixXd rootOfCovariance(const Eigen::MatrixXd& codes, const Eigen::VectorXd& mean)
{
    const Eigen::MatrixXd centred = codes.rowwise() - mean.transpose();
    Eigen::MatrixXd covariance = centred.transpose() * centred / static_cast<double>(codes.rows());
    // Fewer pictures than latents, or a latent that never changes: still positive definite.
    covariance.diagonal().array() += 1e-6 * covariance.trace() / static_cast<double>(codes.cols());
    return covariance.llt().matrixL();
}

} // namespace

LatentSpace::LatentSpace(Eigen::MatrixXd codes)
    : m_codes(std::move(codes)),
      m_low(m_codes.colwise().minCoeff()),
      m_high(m_codes.colwise().maxCoeff())
{
    const StandardCodes standard = StandardCodes::of(m_codes);
    m_mean = standard.mean;
    m_weight = standard.scale;
    m_sd = (m_weight.array() > 0).select(m_weight.cwiseInverse(), 0);
    m_root = rootOfCovariance(m_codes, m_mean);
    for (Eigen::Index row = 0; row < m_codes.rows(); ++row)
        m_largestDistance = std::max(m_largestDistance, distanceBetween(m_codes.row(row), m_mean));
}

double LatentSpace::distanceBetween(const Eigen::VectorXd& a, const Eigen::VectorXd& b) const
{
    return (a - b).cwiseProduct(m_weight).norm() / std::sqrt(static_cast<double>(a.size()));
}

CodePlace LatentSpace::placeOf(const Eigen::VectorXd& code) const
{
    CodePlace place;
    place.distance = distanceBetween(code, m_mean);
    place.outside = (code.array() < m_low.array() || code.array() > m_high.array()).count();
    place.isUnusual
        = place.distance > m_largestDistance
          || static_cast<double>(place.outside) > kShareOutside * static_cast<double>(code.size());
    return place;
}

std::vector<Neighbour> LatentSpace::nearest(const Eigen::VectorXd& code, std::size_t count) const
{
    std::vector<Neighbour> all(static_cast<std::size_t>(m_codes.rows()));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        all[i] = {row, distanceBetween(m_codes.row(row), code)};
    }
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(count, all.size()));
    std::partial_sort(all.begin(), end, all.end(), [](const Neighbour& a, const Neighbour& b) {
        return std::pair(a.distance, a.picture) < std::pair(b.distance, b.picture);
    });
    all.erase(end, all.end());
    return all;
}

Eigen::MatrixXd LatentSpace::drawn(Eigen::Index count, std::uint64_t seed) const
{
    Random random(seed);
    Eigen::MatrixXd drawn(count, m_codes.cols());
    for (Eigen::Index i = 0; i < count; ++i)
        for (Eigen::Index k = 0; k < drawn.cols(); ++k)
            drawn(i, k) = random.normal();
    drawn = (drawn * m_root.transpose()).rowwise() + m_mean.transpose();
    for (Eigen::Index i = 0; i < count; ++i)
        drawn.row(i) = drawn.row(i).cwiseMax(m_low.transpose()).cwiseMin(m_high.transpose());
    return drawn;
}

} // namespace fusiform::face_model
