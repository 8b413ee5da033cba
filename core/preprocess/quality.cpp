// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/quality.h"

#include "core/image/global_mean.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <cmath>

namespace fusiform::preprocess {

namespace {

using Eigen::Index;
constexpr std::size_t kBlock = 4096;
constexpr double kHeadRadius = 50; // mm

std::vector<unsigned char> maskOf(const image::Series& run)
{
    std::vector<float> limits(static_cast<std::size_t>(run.volumes));
    parallelFor(limits.size(), [&](std::size_t t) {
        limits[t] = static_cast<float>(image::kMaskThreshold
                                       * image::globalMean(run.volume(static_cast<Index>(t))));
    });
    std::vector<unsigned char> mask(static_cast<std::size_t>(run.grid.size()), 1);
    parallelBlocks(mask.size(), kBlock, [&](std::size_t begin, std::size_t end) {
        for (Index t = 0; t < run.volumes; ++t) {
            const auto volume = run.volume(t);
            const float limit = limits[static_cast<std::size_t>(t)];
            for (std::size_t v = begin; v < end; ++v)
                mask[v] &= static_cast<unsigned char>(volume[v] > limit);
        }
    });
    return mask;
}

/// Orthonormal columns for a constant, drift and movement: scans x rank.
Eigen::MatrixXf nuisanceBasis(const Eigen::MatrixXd& motion)
{
    const Index scans = motion.rows();
    Eigen::MatrixXd columns(scans, 4 + motion.cols());
    for (Index t = 0; t < scans; ++t) {
        const double x
            = scans > 1 ? 2 * static_cast<double>(t) / static_cast<double>(scans - 1) - 1 : 0;
        columns.row(t).head(4) << 1, x, x * x, x * x * x;
    }
    columns.rightCols(motion.cols()) = motion.rowwise() - motion.colwise().mean();
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(columns);
    qr.setThreshold(1e-8);
    const Eigen::MatrixXd basis
        = qr.householderQ() * Eigen::MatrixXd::Identity(scans, std::min(scans, qr.rank()));
    return basis.cast<float>();
}

double quantile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    const double at = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

void markOutliers(RunQuality& quality)
{
    if (quality.dvars.size() < 3)
        return;
    const std::vector<double> jumps(quality.dvars.begin() + 1, quality.dvars.end());
    const double upper = quantile(jumps, 0.75);
    const double limit = upper + 1.5 * (upper - quantile(jumps, 0.25));
    for (std::size_t t = 1; t < quality.dvars.size(); ++t)
        if (quality.dvars[t] > limit || quality.framewiseDisplacement[t] > kMotionOutlierMm)
            quality.outliers.push_back(static_cast<Index>(t));
}

} // namespace

std::vector<double> framewiseDisplacement(const Eigen::MatrixXd& motion)
{
    std::vector<double> result(static_cast<std::size_t>(motion.rows()), 0);
    for (Index t = 1; t < motion.rows(); ++t) {
        const Eigen::RowVectorXd change = (motion.row(t) - motion.row(t - 1)).cwiseAbs();
        result[static_cast<std::size_t>(t)]
            = change.head(3).sum() + kHeadRadius * change.tail(3).sum();
    }
    return result;
}

RunQuality measureQuality(const image::Series& run, const Eigen::MatrixXd& motion,
                          Progress& progress)
{
    RunQuality quality;
    quality.framewiseDisplacement = framewiseDisplacement(motion);
    quality.mask = maskOf(run);
    progress.checkpoint();
    std::vector<std::size_t> inside;
    for (std::size_t v = 0; v < quality.mask.size(); ++v)
        if (quality.mask[v])
            inside.push_back(v);
    const auto scans = static_cast<std::size_t>(run.volumes);
    quality.globalSignal.assign(scans, 0);
    quality.dvars.assign(scans, 0);
    quality.tsnr.assign(quality.mask.size(), 0);
    if (inside.empty())
        return quality;

    const auto count = static_cast<double>(inside.size());
    parallelFor(scans, [&](std::size_t t) {
        const auto now = run.volume(static_cast<Index>(t));
        const auto before = run.volume(static_cast<Index>(t > 0 ? t - 1 : 0));
        double sum = 0;
        double squares = 0;
        for (const std::size_t v : inside) {
            sum += static_cast<double>(now[v]);
            const double jump = static_cast<double>(now[v]) - static_cast<double>(before[v]);
            squares += jump * jump;
        }
        quality.globalSignal[t] = sum / count;
        quality.dvars[t] = std::sqrt(squares / count);
    });
    const Eigen::Map<const Eigen::VectorXd> global(quality.globalSignal.data(), run.volumes);
    const double mean = global.mean();
    for (double& jump : quality.dvars)
        jump *= 100 / mean;
    if (run.volumes > 1) {
        const Eigen::VectorXd time = Eigen::VectorXd::LinSpaced(run.volumes, -0.5, 0.5);
        quality.driftPercent = 100 / mean * time.dot(global) / time.squaredNorm();
    }
    markOutliers(quality);

    const Eigen::MatrixXf basis = nuisanceBasis(motion);
    const double freedom = static_cast<double>(std::max<Index>(1, run.volumes - basis.cols()));
    parallelBlocks(inside.size(), kBlock, [&](std::size_t begin, std::size_t end) {
        progress.checkpoint();
        Eigen::MatrixXf values(static_cast<Index>(end - begin), run.volumes);
        for (Index t = 0; t < run.volumes; ++t) {
            const auto volume = run.volume(t);
            for (std::size_t n = begin; n < end; ++n)
                values(static_cast<Index>(n - begin), t) = volume[inside[n]];
        }
        const Eigen::VectorXf means = values.rowwise().mean();
        values.colwise() -= means;
        const Eigen::MatrixXf explained = values * basis;
        for (std::size_t n = begin; n < end; ++n) {
            const auto row = static_cast<Index>(n - begin);
            const double left = static_cast<double>(values.row(row).squaredNorm())
                                - static_cast<double>(explained.row(row).squaredNorm());
            const double sd = std::sqrt(std::max(0.0, left) / freedom);
            quality.tsnr[inside[n]]
                = sd > 0 ? static_cast<float>(static_cast<double>(means[row]) / sd) : 0;
        }
    });
    std::vector<double> ratios;
    for (const std::size_t v : inside)
        ratios.push_back(static_cast<double>(quality.tsnr[v]));
    quality.tsnrMedian = quantile(std::move(ratios), 0.5);
    return quality;
}

} // namespace fusiform::preprocess
