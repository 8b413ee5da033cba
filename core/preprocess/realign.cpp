// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/realign.h"

#include "core/image/bspline.h"
#include "core/preprocess/smoothing_kernel.h"
#include "core/util/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fusiform::preprocess {

namespace {

using Eigen::Index;
constexpr int kDegree = 2;
constexpr double kCoarseSeparation = 8; // mm
constexpr double kCoarseFwhm = 16; // mm: reaches over the displacement of a head laid down anew
constexpr double kStillMm = 2e-4; // a smaller step ends the search
constexpr double kLeastOverlap = 0.3;

image::BSpline smoothedSpline(std::span<const float> volume, const image::Grid& grid, double fwhm)
{
    std::vector<float> values(volume.begin(), volume.end());
    for (float& value : values)
        if (!std::isfinite(value))
            value = 0;
    smooth(values, grid, fwhm);
    return {values, grid.shape, kDegree};
}

/// Nearer to the border than a voxel, the smoothed image says more of the border than of the head.
bool isWellInside(const image::BSpline& spline, const Eigen::Vector3d& at)
{
    const Eigen::Vector3d margin = Eigen::Vector3d::Ones();
    return spline.contains(at - margin) && spline.contains(at + margin);
}

/// A small movement about `centre` as a matrix.
Eigen::Matrix4d movementAbout(const Eigen::Vector3d& centre,
                              const Eigen::Matrix<double, 6, 1>& movement)
{
    const Eigen::Vector3d axis = movement.tail<3>();
    const double angle = axis.norm();
    const Eigen::Matrix3d turn = angle > 0
                                     ? Eigen::AngleAxisd(angle, axis / angle).toRotationMatrix()
                                     : Eigen::Matrix3d::Identity();
    Eigen::Matrix4d result = Eigen::Matrix4d::Identity();
    result.topLeftCorner<3, 3>() = turn;
    result.topRightCorner<3, 1>() = centre - turn * centre + movement.head<3>();
    return result;
}

Eigen::Matrix4d shiftedBy(const Eigen::Vector3d& shift)
{
    Eigen::Matrix4d result = Eigen::Matrix4d::Identity();
    result.topRightCorner<3, 1>() = shift;
    return result;
}

/// Rounding must not add up to a shear over many steps.
Eigen::Matrix4d orthonormal(Eigen::Matrix4d matrix)
{
    const Eigen::Matrix3d rotation = matrix.topLeftCorner<3, 3>();
    matrix.topLeftCorner<3, 3>() = Eigen::Quaterniond(rotation).normalized().toRotationMatrix();
    return matrix;
}

} // namespace

Eigen::Vector3d centreOfMass(std::span<const float> values, const image::Grid& grid)
{
    Eigen::Vector3d sum = Eigen::Vector3d::Zero();
    double mass = 0;
    for (Index v = 0; v < grid.size(); ++v) {
        const float value = values[static_cast<std::size_t>(v)];
        if (!(value > 0) || !std::isfinite(value))
            continue;
        const image::Voxel at = grid.voxel(v);
        sum += static_cast<double>(value)
               * Eigen::Vector3d(static_cast<double>(at.i), static_cast<double>(at.j),
                                 static_cast<double>(at.k));
        mass += static_cast<double>(value);
    }
    if (!(mass > 0))
        return grid.affine.mm({Eigen::Vector3d::Zero()}).at;
    return grid.affine.mm({sum / mass}).at;
}

Realigner::Realigner(const image::Volume& reference, const RealignOptions& options)
    : m_options(options), m_centre(centreOfMass(reference.values, reference.grid))
{
    m_fine = makeLevel(reference, options.separation, options.fwhm);
    m_coarse = makeLevel(reference, kCoarseSeparation, kCoarseFwhm);
}

Realigner::Level Realigner::makeLevel(const image::Volume& reference, double separation,
                                      double fwhm) const
{
    const image::Grid& grid = reference.grid;
    const image::BSpline spline = smoothedSpline(reference.values, grid, fwhm);
    const Eigen::Vector3d skip = grid.affine.voxelSize().cwiseInverse() * separation;
    const Eigen::Matrix3d mmGradient = grid.affine.voxelFromMm().topLeftCorner<3, 3>().transpose();
    // Points beside the voxel grid: on it, interpolation would not smooth and so favour no
    // movement.
    Random random(1);
    std::vector<Eigen::Vector3d> points;
    std::vector<float> rows;
    std::vector<float> values;
    for (double z = 0; z < static_cast<double>(grid.shape[2] - 1); z += skip[2])
        for (double y = 0; y < static_cast<double>(grid.shape[1] - 1); y += skip[1])
            for (double x = 0; x < static_cast<double>(grid.shape[0] - 1); x += skip[0]) {
                const Eigen::Vector3d at(x + 0.5 * random.uniform(), y + 0.5 * random.uniform(),
                                         z + 0.5 * random.uniform());
                if (!isWellInside(spline, at))
                    continue;
                Eigen::Vector3d gradient;
                const float value = spline.at(at, gradient);
                const Eigen::Vector3d perMm = mmGradient * gradient;
                const Eigen::Vector3d arm = grid.affine.mm({at}).at - m_centre;
                const Eigen::Vector3d turning = arm.cross(perMm); // d value / d rotation
                points.push_back(arm);
                values.push_back(value);
                for (int p = 0; p < 3; ++p)
                    rows.push_back(static_cast<float>(perMm[p]));
                for (int p = 0; p < 3; ++p)
                    rows.push_back(static_cast<float>(turning[p]));
            }
    Level level;
    level.fwhm = fwhm;
    const auto count = static_cast<Index>(points.size());
    level.points.resize(3, count);
    for (Index n = 0; n < count; ++n)
        level.points.col(n) = points[static_cast<std::size_t>(n)];
    level.jacobian = Eigen::Map<Eigen::Matrix<float, Eigen::Dynamic, 6, Eigen::RowMajor>>(
        rows.data(), count, 6);
    level.values = Eigen::Map<Eigen::VectorXf>(values.data(), count);
    dropPoorPoints(level);
    const Eigen::MatrixXd jacobian = level.jacobian.cast<double>();
    level.information = jacobian.transpose() * jacobian;
    return level;
}

/// Removes tenths of the points that tell least of the movement, as long as the determinant of the
/// information stays above `quality` of what it was (spm_realign).
void Realigner::dropPoorPoints(Level& level) const
{
    Eigen::MatrixXd rows(level.jacobian.rows(), 7);
    rows << level.jacobian.cast<double>(), level.values.cast<double>();
    // Columns of one size keep the determinant within the range of numbers.
    for (Index c = 0; c < 7; ++c)
        if (const double norm = rows.col(c).norm(); norm > 0)
            rows.col(c) /= norm;
    Eigen::Matrix<double, 7, 7> all = rows.transpose() * rows;
    const double whole = all.determinant();
    if (!(whole > 1e-200))
        return;
    std::vector<Index> kept(static_cast<std::size_t>(rows.rows()));
    std::iota(kept.begin(), kept.end(), Index{0});
    while (all.determinant() / whole > m_options.quality && kept.size() > 1000) {
        const Eigen::Matrix<double, 7, 7> inverse = all.inverse();
        std::vector<std::pair<double, Index>> worth;
        for (const Index n : kept)
            worth.emplace_back(rows.row(n) * inverse * rows.row(n).transpose(), n);
        const auto cut = worth.begin() + static_cast<std::ptrdiff_t>(worth.size() / 10);
        std::ranges::nth_element(worth, cut);
        kept.clear();
        for (auto it = cut; it != worth.end(); ++it)
            kept.push_back(it->second);
        std::ranges::sort(kept);
        const Eigen::MatrixXd left = rows(kept, Eigen::all);
        all = left.transpose() * left;
    }
    level.points = Eigen::Matrix3Xd(level.points(Eigen::all, kept));
    level.jacobian = Eigen::MatrixXf(level.jacobian(kept, Eigen::all));
    level.values = Eigen::VectorXf(level.values(kept));
}

Realigner::Fitted Realigner::fitLevel(const Level& level, std::span<const float> volume,
                                      const image::Grid& grid, const Eigen::Matrix4d& start) const
{
    const image::BSpline spline = smoothedSpline(volume, grid, level.fwhm);
    const Index count = level.points.cols();
    Fitted fitted{start, std::numeric_limits<double>::infinity()};
    Eigen::VectorXf found(count);
    std::vector<char> isInside(static_cast<std::size_t>(count));
    const double arm = level.points.colwise().norm().mean();
    for (int iteration = 0; iteration < m_options.mostIterations; ++iteration) {
        const Eigen::Matrix4d toVoxel
            = grid.affine.voxelFromMm() * fitted.map * shiftedBy(m_centre);
        const Eigen::Matrix3d turn = toVoxel.topLeftCorner<3, 3>();
        const Eigen::Vector3d origin = toVoxel.topRightCorner<3, 1>();
        double sumReference = 0;
        double sumFound = 0;
        Index inside = 0;
        for (Index n = 0; n < count; ++n) {
            const Eigen::Vector3d at = turn * level.points.col(n) + origin;
            const bool isIn = isWellInside(spline, at);
            isInside[static_cast<std::size_t>(n)] = isIn;
            found[n] = isIn ? spline.at(at) : 0;
            sumReference += isIn ? static_cast<double>(level.values[n]) : 0;
            sumFound += static_cast<double>(found[n]);
            inside += isIn;
        }
        if (static_cast<double>(inside) < kLeastOverlap * static_cast<double>(count)
            || !(sumFound > 0))
            return {fitted.map, std::numeric_limits<double>::infinity()};
        const auto scale = static_cast<float>(sumReference / sumFound);
        Eigen::VectorXf residual = level.values - scale * found;
        Eigen::Matrix<double, 6, 6> information = level.information;
        double squares = 0;
        double whole = 0;
        for (Index n = 0; n < count; ++n) {
            if (isInside[static_cast<std::size_t>(n)]) {
                squares += static_cast<double>(residual[n]) * static_cast<double>(residual[n]);
                whole
                    += static_cast<double>(level.values[n]) * static_cast<double>(level.values[n]);
                continue;
            }
            residual[n] = 0;
            const Eigen::Matrix<double, 6, 1> row = level.jacobian.row(n).cast<double>();
            information -= row * row.transpose();
        }
        const Eigen::Matrix<double, 6, 1> step
            = information.ldlt().solve((level.jacobian.transpose() * residual).cast<double>());
        if (!step.allFinite())
            return {fitted.map, std::numeric_limits<double>::infinity()};
        fitted.map = orthonormal(fitted.map * movementAbout(m_centre, step));
        fitted.mismatch = squares / std::max(whole, 1e-300);
        if (step.head<3>().norm() + arm * step.tail<3>().norm() < kStillMm)
            break;
    }
    return fitted;
}

Eigen::Matrix4d Realigner::estimate(std::span<const float> volume, const image::Grid& grid,
                                    const Eigen::Matrix4d& start) const
{
    return fitLevel(m_fine, volume, grid, start).map;
}

Eigen::Matrix4d Realigner::estimateFromFar(std::span<const float> volume,
                                           const image::Grid& grid) const
{
    const Eigen::Vector3d apart = centreOfMass(volume, grid) - m_centre;
    Fitted best{Eigen::Matrix4d::Identity(), std::numeric_limits<double>::infinity()};
    for (const Eigen::Matrix4d& start :
         {Eigen::Matrix4d(Eigen::Matrix4d::Identity()), shiftedBy(apart)}) {
        const Fitted coarse = fitLevel(m_coarse, volume, grid, start);
        if (coarse.mismatch < best.mismatch)
            best = coarse;
    }
    return estimate(volume, grid, best.map);
}

} // namespace fusiform::preprocess
