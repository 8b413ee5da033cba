// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/fine_study.h"

#include "core/util/error.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace fusiform::glm {

using Eigen::Index;

namespace {

/// Every voxel of the fine grid, from the sums of the scans' voxels.
FineMaps fineMaps(const FineGrid& grid, const StudySums& study, Progress& progress)
{
    const NormalEquations& sums = study.equations;
    const StudyDesign& design = study.design;
    FineMaps maps;
    maps.grid = grid.grid();
    maps.voxels = grid.voxels();
    const auto squaresOf = [&](const Residuals& residuals) {
        return grid.squares(residuals.squares, residuals.products);
    };
    const auto all = static_cast<std::size_t>(sums.voxels());
    const std::vector<double> squares = grid.squares({sums.yty().data(), all}, study.products);
    const std::vector<Index> columns = design.columnsWith();
    const Residuals conditions
        = residualsOf(sums, columns, study.neighbours, study.products, progress);
    const std::vector<double> rss = squaresOf(conditions);

    const Estimates estimates = estimate(sums, columns, design.sizeOfConditions(), progress);
    const Eigen::VectorXd contrast = design.faceContrast();
    const double factor
        = contrast.dot(unitCovariance(estimates, design.sizeOfConditions()) * contrast);
    const Eigen::VectorXd effects = estimates.beta.cast<double>().transpose() * contrast;
    const std::vector<double> fineEffects = grid.interpolated({effects.data(), all});
    for (std::size_t v = 0; v < fineEffects.size(); ++v) {
        const double ms = rss[v] / conditions.degreesOfFreedom;
        maps.t.push_back(ms > 0 ? static_cast<float>(fineEffects[v] / std::sqrt(ms * factor))
                                : std::numeric_limits<float>::quiet_NaN());
        maps.residualMeanSquare.push_back(static_cast<float>(ms));
        maps.explained.push_back(static_cast<float>(1 - rss[v] / squares[v]));
    }
    for (const ModelCollector& collector : study.collectors) {
        const Residuals residuals
            = residualsOf(sums, collector.columns(), study.neighbours, study.products, progress);
        maps.models.emplace_back().add(
            {rss, conditions.degreesOfFreedom, conditions.rank},
            {squaresOf(residuals), residuals.degreesOfFreedom, residuals.rank}, squares);
        progress.step();
    }
    return maps;
}

} // namespace

std::vector<bool> placesToSelect(const StudyFitInput& input, const image::Grid& grid,
                                 std::span<const image::Index> voxels, FitCounts& counts)
{
    if (!input.within)
        return {};
    std::vector<bool> inside = isInside(*input.within, grid, voxels);
    counts.within = std::ranges::count(inside, true);
    if (counts.within == 0)
        throw usage(FUSIFORM_TR("core",
                                "None of %1 fitted voxels lies inside the image that voxels "
                                "are to be selected within.")
                        .arg(voxels.size()));
    return inside;
}

void moveToFineGrid(const StudySums& study, StudyFit& result, Progress& progress)
{
    progress.begin(FUSIFORM_TR("core", "Estimating the fine grid"), study.collectors.size());
    Fit& fit = result.fit;
    const ScanReader& reader = study.reader;
    std::vector<bool> isUsable(reader.candidates().size());
    std::vector<Index> columnOf(isUsable.size(), -1);
    const std::vector<Index> usable = reader.usable();
    for (std::size_t v = 0; v < usable.size(); ++v) {
        isUsable[static_cast<std::size_t>(usable[v])] = true;
        columnOf[static_cast<std::size_t>(usable[v])] = static_cast<Index>(v);
    }
    const FineGrid grid(*study.input.fineGrid, reader.grid(), reader.candidates(), isUsable);
    const FineMaps& maps = result.fine.emplace(fineMaps(grid, study, progress));

    const std::vector<bool> inside
        = placesToSelect(study.input, maps.grid, maps.voxels, result.counts);
    std::vector<std::vector<Index>> selected;
    std::set<Index> kept;
    for (const LatentTests& tests : maps.models) {
        selected.push_back(
            selectedVoxels({maps.t, result.conditions.degreesOfFreedom, tests.gain, tests.gainP},
                           study.input.selection, inside));
        kept.insert(selected.back().begin(), selected.back().end());
    }
    if (kept.empty())
        throw usage(FUSIFORM_TR("core", "None of %1 voxels of the fine grid meets the criterion.")
                        .arg(maps.voxels.size()));
    const FineVoxels voxels{grid, {kept.begin(), kept.end()}, std::move(columnOf)};
    for (std::size_t m = 0; m < study.collectors.size(); ++m) {
        ModelFit& model = fit.models.emplace_back(study.collectors[m].finish(&voxels));
        LatentTests& tests = result.maps[m].tests;
        model.gain = voxels.of(maps.models[m].gain);
        model.gainP = voxels.of(maps.models[m].gainP);
        model.selected = voxelsAt(maps.grid, maps.voxels, selected[m]);
        tests = {model.gain, model.gainP, voxels.of(maps.models[m].f),
                 voxels.of(maps.models[m].explained)};
    }
    result.conditions.beta = voxels.of(result.conditions.beta);
    result.conditions.residualMeanSquare = voxels.of(maps.residualMeanSquare);
    result.conditions.explained = voxels.of(maps.explained);
    fit.grid = maps.grid;
    fit.voxels.clear();
    for (const Index position : voxels.kept)
        fit.voxels.push_back(maps.voxels[static_cast<std::size_t>(position)]);
    fit.tFace = voxels.of(maps.t);
    const image::Volume mean = std::exchange(
        fit.meanImage, {fit.grid, std::vector<float>(static_cast<std::size_t>(fit.grid.size()))});
    parallelBlocks(fit.meanImage.values.size(), 1 << 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v)
            fit.meanImage.values[v] = mean.sample(fit.grid.mm(static_cast<image::Index>(v)));
    });
    fit.selection += "; fine grid, linear interpolation";
}

} // namespace fusiform::glm
