// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/control_regions.h"

#include "core/decode/region_decoder.h"
#include "core/util/random.h"

#include <algorithm>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;
using Positions = std::vector<Index>;

image::VoxelSet voxelsAt(const glm::Fit& fit, const Positions& positions)
{
    std::vector<image::Index> voxels;
    for (const Index position : positions)
        voxels.push_back(fit.voxels[static_cast<std::size_t>(position)]);
    std::ranges::sort(voxels);
    return image::VoxelSet::of(fit.grid.shape, voxels);
}

/// In the mask and not selected.
Positions leftOut(const glm::Fit& fit, const glm::ModelFit& model)
{
    const Positions selected = fit.positionsOf(model.selected);
    Positions rest;
    for (std::size_t v = 0; v < fit.voxels.size(); ++v)
        if (!std::ranges::binary_search(selected, static_cast<Index>(v)))
            rest.push_back(static_cast<Index>(v));
    return rest;
}

/// Without those that hold no number, which count for nothing.
Positions usable(const OpenModel& open, Positions positions)
{
    const auto matrix = open.model->weights.matrix();
    std::erase_if(positions, [&](Index v) {
        return !matrix.col(v).allFinite() || !open.shown.patterns.col(v).allFinite();
    });
    return positions;
}

/// Reads draws of `count` of some voxels.
class Drawer {
public:
    Drawer(const OpenSubject& subject, const OpenModel& open, const DrawOptions& options)
        : m_subject(subject), m_open(open), m_options(options), m_random(options.seed)
    {
    }

    void draw(Positions from, std::size_t count, DrawnVoxels& drawn, Progress& progress)
    {
        drawn.model = m_open.model->model.name;
        drawn.voxels = static_cast<Index>(count);
        const int draws = count < from.size() ? m_options.draws : 1;
        for (int d = 0; d < draws; ++d) {
            if (count < from.size())
                m_random.shuffle(from);
            const Positions chosen(from.begin(), from.begin() + static_cast<std::ptrdiff_t>(count));
            const decode::Decoded decoded = decode::decodeRegion(
                *m_subject.fit, *m_open.model, voxelsAt(*m_subject.fit, chosen), m_open.shown,
                m_options.decoding, progress);
            drawn.pairwise.push_back(decoded.pairwise);
            drawn.full.push_back(decoded.fullRecognition);
            progress.step();
        }
    }

private:
    const OpenSubject& m_subject;
    const OpenModel& m_open;
    const DrawOptions& m_options;
    Random m_random;
};

} // namespace

std::vector<DrawnVoxels> controlRegions(const OpenSubject& subject, const OpenModel& open,
                                        const DrawOptions& options, Progress& progress)
{
    std::vector<DrawnVoxels> results;
    if (open.regions.size() < 2 || options.draws < 1)
        return results;
    const glm::Fit& fit = *subject.fit;
    progress.begin(FUSIFORM_TR("core", "Regions of equal size, %1").arg(open.model->model.name),
                   static_cast<std::uint64_t>(options.draws)
                       * (open.regions.size() + 1 + options.controls.size()));
    Drawer drawer(subject, open, options);
    std::vector<Positions> regions;
    std::size_t smallest = fit.voxels.size();
    for (const roi::Region& region : open.regions) {
        regions.push_back(fit.positionsOf(region.voxels));
        smallest = std::min(smallest, regions.back().size());
    }
    for (std::size_t r = 0; r < regions.size(); ++r) {
        DrawnVoxels& drawn = results.emplace_back();
        drawn.region = open.regions[r].name;
        drawer.draw(regions[r], smallest, drawn, progress);
    }
    const Positions rest = usable(open, leftOut(fit, *open.model));
    const auto drawRest
        = [&](const Positions& from, DrawnVoxels::From kind, const std::string& name) {
              if (from.empty())
                  return;
              DrawnVoxels& drawn = results.emplace_back();
              drawn.from = kind;
              drawn.region = name;
              drawer.draw(from, std::min(from.size(), regions.front().size()), drawn, progress);
          };
    drawRest(rest, DrawnVoxels::From::LeftOut, open.regions.front().name);
    for (const roi::Region& control : options.controls) {
        Positions own = fit.positionsOf(control.voxels);
        std::erase_if(own, [&](Index v) { return !std::ranges::binary_search(rest, v); });
        drawRest(own, DrawnVoxels::From::Control, control.name);
    }
    return results;
}

} // namespace fusiform::evaluate
