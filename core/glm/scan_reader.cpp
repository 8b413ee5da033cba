// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/scan_reader.h"

#include "core/image/global_mean.h"
#include "core/util/error.h"
#include "core/util/parallel.h"
#include "core/util/wide.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusiform::glm {

namespace {
using image::Index;
constexpr std::size_t kScansTogether = 16;
constexpr std::size_t kVoxelsTogether = 8192;

/// Candidates that are neighbours in the image too.
struct Stretch {
    std::size_t candidate = 0; ///< the first
    Index voxel = 0; ///< the first, in the grid
    std::size_t count = 0;
};

std::vector<Stretch> stretchesOf(std::span<const Index> candidates)
{
    std::vector<Stretch> stretches;
    for (std::size_t c = 0; c < candidates.size(); ++c)
        if (c > 0 && candidates[c] == candidates[c - 1] + 1)
            ++stretches.back().count;
        else
            stretches.push_back({c, candidates[c], 1});
    return stretches;
}

/// A voxel that turns bad later is left out at the end; until then it must not spread NaN.
FUSIFORM_WIDE void scaled(const float* values, std::size_t count, float scale, float* target)
{
    for (std::size_t i = 0; i < count; ++i) {
        const float product = scale * values[i];
        target[i] = std::abs(values[i]) <= std::numeric_limits<float>::max() ? product : 0.0F;
    }
}

/// @param voxels of a scan, from voxel `first` on
void copyStretches(const std::vector<Stretch>& stretches, std::span<const float> voxels,
                   Index first, float scale, float* row)
{
    for (const Stretch& stretch : stretches)
        scaled(voxels.data() + (stretch.voxel - first), stretch.count, scale,
               row + stretch.candidate);
}
} // namespace

FUSIFORM_WIDE void ScanReader::look(std::span<const float> values, std::span<const float> first,
                                    float limit, Part& part)
{
    std::int32_t* const flags = part.flags.data();
    float* const sum = part.sum.data();
    // Without branches, which is what the compiler needs to take eight voxels at a time.
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float value = values[i];
        const std::int32_t nan = value != value ? kNaN : 0;
        const std::int32_t varies = value != first[i] ? kVaries : 0;
        const std::int32_t low = value > limit ? 0 : kLow;
        const std::int32_t finite
            = std::abs(value) <= std::numeric_limits<float>::max() ? -1 : 0; // all its bits
        flags[i] |= nan | varies | (low & finite) | (kInfinite & ~finite);
        sum[i] += finite != 0 ? value : 0.0F;
    }
}

std::vector<double> ScanReader::lookAtScans(const io::NiftiData& run, bool isMasked,
                                            ScanValues& candidates, Progress& progress)
{
    const std::vector<Stretch> stretches = stretchesOf(m_candidates);
    candidates.resize(run.header().volumeCount(), static_cast<Eigen::Index>(m_candidates.size()));
    const auto voxels = static_cast<std::size_t>(m_grid.size());
    std::vector<double> globals(static_cast<std::size_t>(run.header().volumeCount()));
    std::vector<float> first(voxels);
    run.volume(0, first);
    m_parts.resize((globals.size() + kScansTogether - 1) / kScansTogether);
    parallelBlocks(globals.size(), kScansTogether, [&](std::size_t begin, std::size_t end) {
        Part& part = m_parts[begin / kScansTogether];
        part.flags.assign(voxels, 0);
        part.sum.assign(voxels, 0);
        std::vector<float> values(voxels);
        for (std::size_t t = begin; t < end; ++t) {
            progress.checkpoint();
            run.volume(static_cast<Index>(t), values);
            globals[t] = image::globalMean(values);
            const auto limit = isMasked ? -std::numeric_limits<float>::infinity()
                                        : static_cast<float>(image::kMaskThreshold * globals[t]);
            look(values, first, limit, part);
            copyStretches(stretches, values, 0, 1, candidates.row(static_cast<Index>(t)).data());
        }
    });
    // Looked for after the loop: the scan that is named must not depend on the threads.
    const auto empty = std::ranges::find_if(globals, [](double g) { return std::isnan(g); });
    if (empty != globals.end())
        throw badData(run.header().file, FUSIFORM_TR("core", "finite values in every scan"),
                      FUSIFORM_TR("core", "none in scan %1").arg(empty - globals.begin() + 1));
    return globals;
}

void ScanReader::addParts(double scale)
{
    parallelBlocks(m_flags.size(), kVoxelsTogether, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            std::int32_t flags = 0;
            double sum = 0;
            for (const Part& part : m_parts) {
                flags |= part.flags[i];
                sum += static_cast<double>(part.sum[i]);
            }
            if ((flags & (kVaries | kLow)) == 0)
                flags |= kConstant;
            m_flags[i] = static_cast<unsigned char>(m_flags[i] | (flags & ~kVaries));
            m_sum[i] += scale * sum;
        }
    });
}

void ScanReader::checkGrid(const image::Grid& grid, const std::filesystem::path& file) const
{
    if (!image::isSameGrid(grid, m_grid))
        throw badData(file,
                      FUSIFORM_TR("core", "the grid of the first run (%1 x %2 x %3)")
                          .arg(m_grid.shape[0])
                          .arg(m_grid.shape[1])
                          .arg(m_grid.shape[2]),
                      FUSIFORM_TR("core", "another (%1 x %2 x %3), or the same at another place")
                          .arg(grid.shape[0])
                          .arg(grid.shape[1])
                          .arg(grid.shape[2]));
}

void ScanReader::markOutside(const std::filesystem::path& mask)
{
    const image::Volume inside = io::readVolume(mask);
    checkGrid(inside.grid, mask);
    for (std::size_t v = 0; v < m_flags.size(); ++v)
        if (!(inside.values[v] > 0))
            m_flags[v] |= kLow;
}

void ScanReader::findCandidates(const std::filesystem::path& file)
{
    for (Index v = 0; v < m_grid.size(); ++v)
        if (m_flags[static_cast<std::size_t>(v)] == 0)
            m_candidates.push_back(v);
    if (m_candidates.empty())
        throw badData(file,
                      FUSIFORM_TR("core", "voxels inside the mask, or above 0.8 of the global in "
                                          "every scan"),
                      FUSIFORM_TR("core", "none"));
}

ScanValues ScanReader::read(const io::NiftiData& run, const std::filesystem::path& mask,
                            Progress& progress)
{
    const bool isFirst = m_scales.empty();
    if (isFirst) {
        m_grid = run.header().grid();
        m_flags.assign(static_cast<std::size_t>(m_grid.size()), 0);
        m_sum.assign(m_flags.size(), 0);
    }
    checkGrid(run.header().grid(), run.header().file);
    ScanValues candidates;
    const std::vector<double> global = lookAtScans(run, !mask.empty(), candidates, progress);
    double mean = 0;
    for (const double g : global)
        mean += g / static_cast<double>(global.size());
    if (!(mean > 0) || !std::isfinite(mean))
        throw badData(run.header().file, FUSIFORM_TR("core", "images with a positive mean signal"),
                      FUSIFORM_TR("core", "a mean of %1").arg(mean));
    m_scales.push_back(100 / mean);

    const auto usableBefore = isFirst ? 0 : static_cast<Index>(usable().size());
    addParts(m_scales.back());
    if (!mask.empty())
        markOutside(mask);
    m_scans += static_cast<Index>(global.size());
    if (isFirst) {
        findCandidates(run.header().file);
        m_lostPerRun.push_back(0);
        return values(run, 0, 0, static_cast<Eigen::Index>(m_candidates.size()), progress);
    }
    m_lostPerRun.push_back(usableBefore - static_cast<Index>(usable().size()));
    const auto scale = static_cast<float>(m_scales.back());
    parallelFor(static_cast<std::size_t>(candidates.rows()),
                [&](std::size_t t) { candidates.row(static_cast<Index>(t)) *= scale; });
    return candidates;
}

ScanValues ScanReader::values(const io::NiftiData& run, std::size_t r, Eigen::Index begin,
                              Eigen::Index end, Progress& progress) const
{
    const std::span candidates
        = std::span(m_candidates)
              .subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    const Index first = candidates.front();
    const std::vector<Stretch> stretches = stretchesOf(candidates);
    const auto scale = static_cast<float>(m_scales[r]);
    ScanValues result(run.header().volumeCount(), end - begin);
    parallelBlocks(static_cast<std::size_t>(result.rows()), kScansTogether,
                   [&](std::size_t from, std::size_t to) {
                       std::vector<float> voxels(
                           static_cast<std::size_t>(candidates.back() - first + 1));
                       for (auto t = static_cast<Index>(from); t < static_cast<Index>(to); ++t) {
                           progress.checkpoint();
                           run.values(t, first, voxels);
                           copyStretches(stretches, voxels, first, scale, result.row(t).data());
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
