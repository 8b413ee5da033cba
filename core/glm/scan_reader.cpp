// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/scan_reader.h"

#include "core/image/global_mean.h"
#include "core/util/error.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusiform::glm {

namespace {
using image::Index;
constexpr std::size_t kBlock
    = 8192; // voxels at a time: 32 kB of floats stay in the first-level cache
} // namespace

std::vector<double> ScanReader::globals(const io::NiftiData& run, Progress& progress) const
{
    const auto voxels = static_cast<std::size_t>(m_grid.size());
    std::vector<double> result(static_cast<std::size_t>(run.header().volumeCount()));
    parallelFor(result.size(), [&](std::size_t t) {
        progress.checkpoint();
        std::vector<float> values(voxels);
        run.volume(static_cast<Index>(t), values);
        result[t] = image::globalMean(values);
    });
    // Looked for after the loop: the scan that is named must not depend on the threads.
    const auto empty = std::ranges::find_if(result, [](double g) { return std::isnan(g); });
    if (empty != result.end())
        throw badData(run.header().file, FUSIFORM_TR("core", "finite values in every scan"),
                      FUSIFORM_TR("core", "none in scan %1").arg(empty - result.begin() + 1));
    return result;
}

void ScanReader::inspect(const io::NiftiData& run, const std::vector<double>& globals, double scale,
                         Progress& progress)
{
    parallelBlocks(m_flags.size(), kBlock, [&](std::size_t begin, std::size_t end) {
        progress.checkpoint();
        const std::size_t count = end - begin;
        std::vector<float> values(count);
        std::vector<float> lowest(count, std::numeric_limits<float>::infinity());
        std::vector<float> highest(count, -std::numeric_limits<float>::infinity());
        std::vector<unsigned char> flags(count, 0);
        for (std::size_t t = 0; t < globals.size(); ++t) {
            run.values(static_cast<Index>(t), static_cast<Index>(begin), values);
            const auto limit = static_cast<float>(image::kMaskThreshold * globals[t]);
            for (std::size_t i = 0; i < count; ++i) {
                const float value = values[i];
                if (!std::isfinite(value)) {
                    flags[i] |= std::isnan(value) ? kNaN : kInfinite;
                    continue;
                }
                if (!(value > limit))
                    flags[i] |= kLow;
                lowest[i] = std::min(lowest[i], value);
                highest[i] = std::max(highest[i], value);
                m_sum[begin + i] += scale * static_cast<double>(value);
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (lowest[i] == highest[i] && (flags[i] & kLow) == 0)
                flags[i] |= kConstant;
            m_flags[begin + i] |= flags[i];
        }
    });
}

Eigen::MatrixXf ScanReader::read(const io::NiftiData& run, Progress& progress)
{
    const bool isFirst = m_lostPerRun.empty();
    const image::Grid grid = run.header().grid();
    if (isFirst) {
        m_grid = grid;
        m_flags.assign(static_cast<std::size_t>(grid.size()), 0);
        m_sum.assign(m_flags.size(), 0);
    } else if (!image::isSameGrid(grid, m_grid)) {
        throw badData(run.header().file,
                      FUSIFORM_TR("core", "the grid of the first run (%1 x %2 x %3)")
                          .arg(m_grid.shape[0])
                          .arg(m_grid.shape[1])
                          .arg(m_grid.shape[2]),
                      FUSIFORM_TR("core", "another (%1 x %2 x %3), or the same at another place")
                          .arg(grid.shape[0])
                          .arg(grid.shape[1])
                          .arg(grid.shape[2]));
    }

    const std::vector<double> global = globals(run, progress);
    double mean = 0;
    for (const double g : global)
        mean += g / static_cast<double>(global.size());
    if (!(mean > 0))
        throw badData(run.header().file, FUSIFORM_TR("core", "images with a positive mean signal"),
                      FUSIFORM_TR("core", "a mean of %1").arg(mean));
    const double scale = 100 / mean;

    const auto usableBefore = isFirst ? 0 : static_cast<Index>(usable().size());
    inspect(run, global, scale, progress);
    if (isFirst)
        for (Index v = 0; v < m_grid.size(); ++v)
            if (m_flags[static_cast<std::size_t>(v)] == 0)
                m_candidates.push_back(v);
    if (m_candidates.empty())
        throw badData(run.header().file,
                      FUSIFORM_TR("core", "voxels above 0.8 of the global in every scan"),
                      FUSIFORM_TR("core", "none"));
    m_lostPerRun.push_back(isFirst ? 0 : usableBefore - static_cast<Index>(usable().size()));
    m_scans += static_cast<Index>(global.size());

    Eigen::MatrixXf result(static_cast<Index>(global.size()),
                           static_cast<Index>(m_candidates.size()));
    parallelBlocks(m_candidates.size(), kBlock, [&](std::size_t begin, std::size_t end) {
        progress.checkpoint();
        const Index first = m_candidates[begin];
        std::vector<float> values(static_cast<std::size_t>(m_candidates[end - 1] - first + 1));
        for (Index t = 0; t < result.rows(); ++t) {
            run.values(t, first, values);
            for (std::size_t c = begin; c < end; ++c) {
                const float value = values[static_cast<std::size_t>(m_candidates[c] - first)];
                // A voxel that turns bad later is left out at the end; until then it must not
                // spread NaN.
                result(t, static_cast<Index>(c))
                    = std::isfinite(value) ? static_cast<float>(scale * static_cast<double>(value))
                                           : 0.0F;
            }
        }
    });
    return result;
}

std::vector<Eigen::Index> ScanReader::usable() const
{
    std::vector<Eigen::Index> positions;
    for (std::size_t c = 0; c < m_candidates.size(); ++c)
        if (m_flags[static_cast<std::size_t>(m_candidates[c])] == 0)
            positions.push_back(static_cast<Eigen::Index>(c));
    return positions;
}

image::Volume ScanReader::meanImage() const
{
    image::Volume mean{m_grid, std::vector<float>(m_sum.size())};
    for (std::size_t i = 0; i < m_sum.size(); ++i)
        mean.values[i]
            = (m_flags[i] & (kNaN | kInfinite)) != 0
                  ? std::numeric_limits<float>::quiet_NaN()
                  : static_cast<float>(m_sum[i] / static_cast<double>(std::max<Index>(1, m_scans)));
    return mean;
}

ScanReader::Unusable ScanReader::unusable() const
{
    Unusable counts;
    for (const unsigned char flags : m_flags) {
        counts.nan += (flags & kNaN) != 0;
        counts.infinite += (flags & (kNaN | kInfinite)) == kInfinite;
        counts.constant += (flags & (kNaN | kInfinite | kConstant | kLow)) == kConstant;
    }
    return counts;
}

} // namespace fusiform::glm
