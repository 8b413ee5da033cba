// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/region_gram.h"

#include "core/math/blas.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace fusiform::decode {

namespace {

using Eigen::Index;

// A few milliseconds of work at 1,025 rows: stale work is left that soon.
constexpr std::size_t kVoxelsAtOnce = 512;
constexpr double kLargestError = 1e-12;

} // namespace

VoxelColumns::VoxelColumns(glm::Weights weights, const Eigen::MatrixXf& patterns,
                           VoxelMetric metric)
    : m_weights(std::move(weights)),
      m_patterns(&patterns),
      m_metric(std::move(metric)),
      m_isUsable(static_cast<std::size_t>(m_weights.voxels()), -1)
{
}

bool VoxelColumns::isUsable(Index position) const
{
    std::int8_t& known = m_isUsable[static_cast<std::size_t>(position)];
    if (known < 0)
        known = static_cast<std::int8_t>(
            m_weights.matrix().col(position).allFinite() && m_patterns->col(position).allFinite()
            && (m_metric.weights.size() == 0 || m_metric.weights[position] > 0));
    return known != 0;
}

Eigen::MatrixXd VoxelColumns::gather(std::span<const Index> positions) const
{
    Eigen::MatrixXd columns(rows(), static_cast<Index>(positions.size()));
    parallelBlocks(positions.size(), 64, [&](std::size_t begin, std::size_t end) {
        for (std::size_t c = begin; c < end; ++c) {
            const Index position = positions[c];
            auto column = columns.col(static_cast<Index>(c));
            column.head(weightRows()) = m_weights.matrix().col(position).cast<double>();
            column.segment(weightRows(), patternRows()) = m_patterns->col(position).cast<double>();
            if (m_metric.factors)
                column.tail(factorRows())
                    = m_metric.factors
                          ->col(m_metric.factorColumns[static_cast<std::size_t>(position)])
                          .cast<double>();
            if (m_metric.weights.size() > 0)
                column *= std::sqrt(static_cast<double>(m_metric.weights[position]));
        }
    });
    return columns;
}

RegionGram::RegionGram(VoxelColumns columns) : m_columns(std::move(columns)) { }

void RegionGram::Pace::measure(double seconds, std::size_t voxels)
{
    // Few voxels say more about the clock than about the work.
    if (voxels < 32)
        return;
    constexpr double kNewest = 0.25;
    const double now = seconds / static_cast<double>(voxels);
    secondsAVoxel = secondsAVoxel > 0 ? (1 - kNewest) * secondsAVoxel + kNewest * now : now;
}

bool RegionGram::isUpdateCheaper(std::size_t moved, Index wanted) const
{
    const bool areKnown = m_update.secondsAVoxel > 0 && m_recount.secondsAVoxel > 0;
    const double ratio = areKnown ? m_update.secondsAVoxel / m_recount.secondsAVoxel : 1;
    return static_cast<double>(moved) * ratio < static_cast<double>(wanted);
}

std::vector<Index> RegionGram::usable(const glm::Fit& fit, const image::VoxelSet& voxels) const
{
    std::vector<Index> positions = fit.positionsOf(voxels);
    std::erase_if(positions, [this](Index position) { return !m_columns.isUsable(position); });
    return positions;
}

RegionGram::Change RegionGram::changeTo(const glm::Fit& fit, const image::VoxelSet& region) const
{
    Change change;
    for (const Index position : usable(fit, region.difference(m_members))) {
        const image::Index voxel = fit.voxels[static_cast<std::size_t>(position)];
        const bool isAdded = region.contains(fit.grid.voxel(voxel));
        (isAdded ? change.added : change.removed).push_back(position);
    }
    return change;
}

void RegionGram::follow(const glm::Fit& fit, const image::VoxelSet& region, Progress& progress)
{
    if (m_members.shape() != region.shape()) {
        m_members = image::VoxelSet(region.shape());
        m_voxels = 0;
        m_hasSums = false;
    }
    const Change change = changeTo(fit, region);
    const Index wanted = m_voxels + static_cast<Index>(change.added.size())
                         - static_cast<Index>(change.removed.size());
    const std::size_t moved = change.added.size() + change.removed.size();
    if (wanted < m_columns.weightRows()) {
        m_hasSums = false;
    } else if (!m_hasSums || !isUpdateCheaper(moved, wanted)) {
        recount(fit, region, progress);
        ++m_counts.recounts;
    } else {
        const auto start = std::chrono::steady_clock::now();
        move(fit, change.removed, -1, progress);
        move(fit, change.added, 1, progress);
        m_update.measure(
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), moved);
        if (moved > 0)
            ++m_counts.updates;
        if (m_errorBound > kLargestError * trace()) {
            recount(fit, region, progress);
            ++m_counts.renewals;
        }
    }
    m_voxels = wanted;
    m_members = region; // shares its bricks: the next difference looks only into what changed
}

void RegionGram::recount(const glm::Fit& fit, const image::VoxelSet& region, Progress& progress)
{
    const std::vector<Index> wanted = usable(fit, region);
    const auto start = std::chrono::steady_clock::now();
    m_sums.setZero(m_columns.rows(), m_columns.rows());
    m_members = image::VoxelSet(region.shape());
    m_voxels = 0;
    m_errorBound = 0;
    m_hasSums = true;
    move(fit, wanted, 1, progress);
    m_recount.measure(
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
        wanted.size());
}

void RegionGram::move(const glm::Fit& fit, std::span<const Index> positions, double sign,
                      Progress& progress)
{
    for (std::size_t begin = 0; begin < positions.size(); begin += kVoxelsAtOnce) {
        progress.checkpoint();
        const auto portion
            = positions.subspan(begin, std::min(kVoxelsAtOnce, positions.size() - begin));
        const Eigen::MatrixXd columns = m_columns.gather(portion);
        math::addRankUpdate(columns, sign, m_sums);
        m_errorBound += std::numeric_limits<double>::epsilon()
                        * (trace() + columns.topRows(m_columns.weightRows()).squaredNorm());
        for (const Index position : portion) {
            const image::Voxel voxel
                = fit.grid.voxel(fit.voxels[static_cast<std::size_t>(position)]);
            if (sign > 0)
                m_members.insert(voxel);
            else
                m_members.erase(voxel);
        }
        m_voxels += static_cast<Index>(sign) * static_cast<Index>(portion.size());
    }
}

double RegionGram::trace() const { return m_sums.diagonal().head(m_columns.weightRows()).sum(); }

} // namespace fusiform::decode
